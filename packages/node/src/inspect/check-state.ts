import type { Store } from '@hanse/ports'
import { type Rejection, reject } from '@hanse/primitives'
import { type Chain, isSameModule, type ModuleSet, modulesInForce } from '@hanse/protocol'
import { type ChainReader, stateKeyOfStored, storedStateKey } from '@hanse/replica'
import {
  checkInvariants,
  type InstalledModule,
  STATE_VALUES_RANGE,
  type StateReader,
  stateEntries,
  stateRecordKind,
  votedModules,
} from '@hanse/state'
import { entryOf, installedModules } from '../own-modules/installed-modules.ts'
import { pagesOf } from '../store-range.ts'

export interface StateCheck {
  /** Invariants that were run. */
  readonly checked: number
  readonly problems: readonly Rejection[]
}

/** The stored state, as modules read it. */
export function stateOf({ state }: ChainReader): StateReader {
  return {
    get: (key) => {
      const value = state.get(key)
      const [entry] = value === undefined ? [] : stateEntries([{ key, value }])
      return entry?.value
    },
  }
}

/** What votes have made of the modules, up to the stored head. */
export function storedModuleSet(reader: ChainReader): ModuleSet {
  return votedModules(stateOf(reader))
}

/** Runs the invariants of the modules in force on the stored state. Those that this node lacks are told elsewhere. */
export async function brokenInvariants(
  chain: Chain,
  store: Store,
  reader: ChainReader,
  own: readonly InstalledModule[],
): Promise<StateCheck> {
  const inForce = modulesInForce(chain.genesis.modules, storedModuleSet(reader))
  const modules = installedModules(own).filter((module) => inForce.some((entry) => isSameModule(entry, entryOf(module))))
  const keys = await keysByModule(store)
  const broken = checkInvariants(modules, stateOf(reader), (name) => keys.get(name) ?? [])
  const hint = 'This is a defect. Compare with another member (hanse query …), keep the data folder and report it.'
  return {
    checked: modules.reduce((total, { invariants }) => total + Object.keys(invariants).length, 0),
    problems: broken.map(({ module, invariant, rejection }) =>
      reject('node/broken-invariant', `${module}: "${invariant}" does not hold: ${rejection.message}`, { hint }),
    ),
  }
}

/** Invariants walk keys synchronously; the store's ranges do not. */
async function keysByModule(store: Store): Promise<ReadonlyMap<string, readonly Uint8Array[]>> {
  const keys = new Map<string, Uint8Array[]>()
  for await (const page of pagesOf(store, storedStateKey(STATE_VALUES_RANGE.from), storedStateKey(STATE_VALUES_RANGE.to))) {
    const records = page.map(({ key, value }) => ({ key: stateKeyOfStored(key), value }))
    for (const { key } of stateEntries(records)) {
      const kind = stateRecordKind(key)
      if (typeof kind === 'string') continue
      const known = keys.get(kind.module)
      if (known === undefined) keys.set(kind.module, [key])
      else known.push(key)
    }
  }
  return keys
}

import type { Store } from '@hanse/ports'
import { ok, type Rejection, type Result, reject } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { type ChainReader, stateKeyOfStored, storedStateKey } from '@hanse/replica'
import { checkInvariants, type InstalledModule, STATE_VALUES_RANGE, type StateReader, stateEntries, stateRecordKind } from '@hanse/state'
import { modulesOf } from '../own-modules/installed-modules.ts'
import { pagesOf } from '../store-range.ts'

export interface StateCheck {
  /** Invariants that were run. */
  readonly checked: number
  readonly problems: readonly Rejection[]
}

/** Runs the invariants of the chain's modules on the stored state. `genesis/unknown-module`. */
export async function brokenInvariants(
  chain: Chain,
  store: Store,
  reader: ChainReader,
  own: readonly InstalledModule[],
): Promise<Result<StateCheck>> {
  const modules = modulesOf(chain, own)
  if (!modules.ok) return modules
  const keys = await keysByModule(store)
  const state: StateReader = {
    get: (key) => {
      const value = reader.state.get(key)
      const [entry] = value === undefined ? [] : stateEntries([{ key, value }])
      return entry?.value
    },
  }
  const broken = checkInvariants(modules.value, state, (name) => keys.get(name) ?? [])
  const hint = 'This is a defect. Compare with another member (hanse query …), keep the data folder and report it.'
  return ok({
    checked: modules.value.reduce((total, { invariants }) => total + Object.keys(invariants).length, 0),
    problems: broken.map(({ module, invariant, rejection }) =>
      reject('node/broken-invariant', `${module}: "${invariant}" does not hold: ${rejection.message}`, { hint }),
    ),
  })
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

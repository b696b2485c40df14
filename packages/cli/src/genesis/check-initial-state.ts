import { modulesOf } from '@hanse/node/folder'
import { bytesToHex, err, ok, type Result, reject, ZERO_HASH } from '@hanse/primitives'
import { asHeight, type Chain } from '@hanse/protocol'
import { belowFirst, blockContextOf, type InstalledModule } from '@hanse/state'

/**
 * Whether every module of this software accepts its part of a genesis: a chain whose first state cannot be made is found here, not on
 * four hosts. `genesis/unknown-module`, `genesis/bad-state`.
 */
export function checkInitialState(chain: Chain, own: readonly InstalledModule[] = []): Result<undefined> {
  const modules = modulesOf(chain, own)
  if (!modules.ok) return modules
  const { timeMs, modules: listed } = chain.genesis
  const header = { genesisHash: chain.genesisHash, height: asHeight(0), timeMs, parent: ZERO_HASH }
  const block = blockContextOf(chain, header, belowFirst(chain.genesis))
  const values = new Map<string, Uint8Array>()
  const state = {
    get: (key: Uint8Array) => values.get(bytesToHex(key)),
    put: (key: Uint8Array, value: Uint8Array) => {
      values.set(bytesToHex(key), value)
    },
    delete: (key: Uint8Array) => {
      values.delete(bytesToHex(key))
    },
    emit: () => undefined,
    eventsLeft: 0,
  }
  for (const [index, module] of modules.value.entries()) {
    try {
      module.initGenesis?.(block, state, listed[index]?.genesis)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return err(reject('genesis/bad-state', message, { path: `modules.${index}.genesis`, hint: 'docs/operating.md shows a first state.' }))
    }
  }
  return ok(undefined)
}

import type { Store } from '@hanse/ports'
import type { Chain } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import type { NodeConfig } from '../config.ts'
import { openChain } from '../open-chain.ts'
import { loadModules } from '../own-modules/load-module.ts'
import { SILENT } from '../silent-logger.ts'
import { openHome } from '../snapshot/home-snapshot.ts'
import { orRefuse } from '../snapshot/refused.ts'
import { withStoppedStore } from '../stopped-store.ts'

/** The chain of a node that does not run, with its state, verified as a start verifies it. */
export interface StoppedChain {
  readonly chain: Chain
  readonly config: NodeConfig
  readonly store: Store
  readonly ledger: Ledger
}

/** @throws Refused, and what the store throws */
export async function withStoppedChain<T>(home: string, work: (stopped: StoppedChain) => Promise<T>): Promise<T> {
  const { config, chain } = await openHome(home)
  const own = orRefuse(await loadModules(config.modules))
  return await withStoppedStore(config, async (store) => {
    const { ledger } = orRefuse(await openChain(chain, store, config, SILENT, { own }))
    return await work({ chain, config, store, ledger })
  })
}

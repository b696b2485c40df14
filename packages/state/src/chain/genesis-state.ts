import { assert, bytesToHash, type Hash } from '@hanse/primitives'
import { type Chain, genesisHeader, type Header, headerHash, NO_VOTED_MODULES } from '@hanse/protocol'
import { ABSENT } from '../data/held-value.ts'
import type { StateWrites } from '../ledger.ts'
import type { InstalledModule } from '../module.ts'
import { executeGenesis } from '../runtime/execute-block.ts'
import { ModuleShelf } from '../runtime/module-shelf.ts'
import type { TextReader } from '../runtime/write-set.ts'
import { encodeHead, encodeStoredValue, HEAD_KEY, pageKey } from '../store/layout.ts'
import { encodePage } from '../store/page-codec.ts'
import { createStateHasher, type Sha256, type StateHasher } from '../tree/hasher.ts'
import { Page } from '../tree/page.ts'
import { type PageSource, updateTree } from '../tree/update-tree.ts'
import { effectiveChanges, leafChanges } from './tree-changes.ts'

export interface GenesisState {
  /** Height 0. */
  readonly header: Header
  readonly hash: Hash
  /** For an empty store. */
  readonly writes: StateWrites
}

const NOTHING: TextReader & PageSource = {
  read: () => ABSENT,
  page: ({ path }) => assert(false, `genesis has no page ${path}`) as never,
}

/**
 * What a chain starts from. `modules` has every module of the genesis.
 * @throws MissingModuleError when one is missing, InvariantError when a module refuses its genesis
 */
export function createGenesisState(chain: Chain, modules: readonly InstalledModule[], hasher?: Sha256 | StateHasher): GenesisState {
  const stateHasher = createStateHasher(hasher)
  const registry = new ModuleShelf(chain.genesis, modules).registryOf(NO_VOTED_MODULES, 0)
  const changes = effectiveChanges(NOTHING, executeGenesis({ chain, registry }, NOTHING), stateHasher)
  const { root, written } = updateTree(NOTHING, Page.empty(0), leafChanges(changes, stateHasher), 0, stateHasher)
  const header = genesisHeader(chain, bytesToHash(root.topHash))
  const puts = [
    ...[...changes.values()].map(({ key, value }) => ({ key: key.bytes, value: encodeStoredValue({ height: 0, value: value.bytes }) })),
    ...[...written]
      .filter(([path]) => path !== '')
      .map(([path, { page }]) => ({ key: pageKey({ version: 0, path }), value: encodePage(page) })),
    { key: pageKey({ version: 0, path: '' }), value: encodePage(root) },
    { key: HEAD_KEY, value: encodeHead({ height: 0, rootVersion: 0, oldestUndo: 1 }) },
  ]
  return { header, hash: headerHash(header), writes: { puts, deletes: [] } }
}

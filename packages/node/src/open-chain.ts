import { verifySignatureNative } from '@hanse/crypto-native'
import type { GuardFile, Log, Logger, Store } from '@hanse/ports'
import { err, type Hash, ok, type Result } from '@hanse/primitives'
import type { Chain, CommitCertificate } from '@hanse/protocol'
import {
  ChainReader,
  genesisWrites,
  type ReplicaInput,
  readGuard,
  readLog,
  recentIds,
  stateKeyOfStored,
  storeDamaged,
  storedStateKey,
  verifyTip,
} from '@hanse/replica'
import {
  createGenesisState,
  createLedger,
  type InstalledModule,
  type Ledger,
  MissingModuleError,
  RootBuilder,
  STATE_VALUES_RANGE,
  stateEntries,
} from '@hanse/state'
import { BlockStore } from './block-store.ts'
import type { NodeConfig } from './config.ts'
import { installedModules, missingModule, modulesOf } from './own-modules/installed-modules.ts'
import { sha256Native } from './sha256.ts'
import { pagesOf } from './store-range.ts'

export interface OpenChain {
  readonly ledger: Ledger
  readonly blocks: BlockStore
  readonly headCertificate: CommitCertificate | undefined
}

/** Makes genesis if the store is empty; else verifies the tip's hash chain, its certificate and the state root before anything is served. */
export async function openChain(
  chain: Chain,
  store: Store,
  config: Pick<NodeConfig, 'state'>,
  logger: Logger,
  own: readonly InstalledModule[] = [],
  onVerified: (records: number) => void = () => undefined,
): Promise<Result<OpenChain>> {
  const reader = new ChainReader(store)
  if (reader.head() === undefined) {
    const modules = modulesOf(chain, own)
    if (!modules.ok) return modules
    const genesis = createGenesisState(chain, modules.value, sha256Native)
    await store.write(genesisWrites(genesis.header, genesis.hash, genesis.writes), { sync: true })
    logger.info({ genesisHash: chain.genesisHash }, 'genesis state written')
  }
  const tip = verifyTip(chain, reader, verifySignatureNative)
  if (!tip.ok) return tip
  const { header, hash, certificate } = tip.value
  if ((await computeStateRoot(store, onVerified)) !== header.stateRoot) {
    return err(storeDamaged(`the state at height ${header.height} does not have the root that its header says`))
  }
  const ledger = withModules(own, () =>
    createLedger({
      chain,
      modules: installedModules(own),
      source: reader.state,
      head: { header, hash },
      recent: recentIds(chain, reader, header),
      undoHeights: config.state.undoHeights,
      cacheBytesMax: config.state.cacheBytes,
      hasher: sha256Native,
    }),
  )
  if (!ledger.ok) return ledger
  return ok({ ledger: ledger.value, blocks: new BlockStore(store, { header, hash }), headCertificate: certificate })
}

/** A ledger at whose head, or in whose next block, a module is in force that this node does not have cannot be used. */
function withModules(own: readonly InstalledModule[], open: () => Ledger): Result<Ledger> {
  try {
    const ledger = open()
    const { header } = ledger.head
    const next = ledger.modules.missing.find(({ height }) => height === header.height + 1)
    return next === undefined ? ok(ledger) : err(missingModule(new MissingModuleError(next.module, next.height), own))
  } catch (error) {
    if (error instanceof MissingModuleError) return err(missingModule(error, own))
    throw error
  }
}

/** The root of all that the store has of the state, computed anew. */
export async function computeStateRoot(store: Store, onRead: (records: number) => void = () => undefined): Promise<Hash> {
  const builder = new RootBuilder(sha256Native)
  let read = 0
  for await (const page of pagesOf(store, storedStateKey(STATE_VALUES_RANGE.from), storedStateKey(STATE_VALUES_RANGE.to))) {
    const records = page.map(({ key, value }) => ({ key: stateKeyOfStored(key), value }))
    for (const { key, value } of stateEntries(records)) builder.add(key, value)
    read += page.length
    onRead(read)
  }
  return builder.root()
}

/** What the write-ahead log, above the stored `head`, and the guard file say: the replica's first input. */
export async function readVotes(log: Log, guardFile: GuardFile, head: number): Promise<Result<Extract<ReplicaInput, { type: 'start' }>>> {
  const entries = readLog(await log.readAll(), head, verifySignatureNative)
  return entries.ok ? ok({ type: 'start', log: entries.value, guard: readGuard(await guardFile.read()) }) : entries
}

import { randomInt } from 'node:crypto'
import { sha256Native, verifySignatureNative } from '@hanse/crypto-native'
import type { GuardFile, Log, Logger, Store } from '@hanse/ports'
import { err, ok, type Result } from '@hanse/primitives'
import { type Chain, type CommitCertificate, type Header, useSha256 } from '@hanse/protocol'
import { ChainReader, genesisWrites, type ReplicaInput, readGuard, readLog, recentIds, verifyTip } from '@hanse/replica'
import { createGenesisState, createLedger, type InstalledModule, type Ledger, MissingModuleError, ProtocolTooOldError } from '@hanse/state'
import { BlockStore } from './block-store.ts'
import type { NodeConfig } from './config.ts'
import { installedModules, missingModule, modulesOf } from './own-modules/installed-modules.ts'
import type { Pruning } from './pruning.ts'
import { rootFault, StateCheck } from './state-root/state-check.ts'

const ID_SALT_END = 2 ** 32

export interface OpenChain {
  readonly ledger: Ledger
  readonly blocks: BlockStore
  readonly headCertificate: CommitCertificate | undefined
  /** Where the state is larger than what a start verifies: what is left of it. To be released. */
  readonly unverified?: StateCheck
}

export interface OpenChainOptions {
  /** The node's own modules. Default: none. */
  readonly own?: readonly InstalledModule[]
  /** Versions of the protocol that are executed. Default: all that this software knows. */
  readonly protocolVersions?: readonly number[]
  /** Told of the records of the state that are verified. */
  readonly onVerified?: (records: number) => void
  /** Records above which the rest of the state is left to be verified later. Default: all are verified. */
  readonly recordsMax?: number
}

/** Makes genesis if the store is empty; else verifies the tip's hash chain, its certificate and the state root before anything is served. */
export async function openChain(
  chain: Chain,
  store: Store,
  config: Pick<NodeConfig, 'state' | 'history'>,
  logger: Logger,
  { own = [], protocolVersions, onVerified, recordsMax = Number.MAX_SAFE_INTEGER }: OpenChainOptions = {},
): Promise<Result<OpenChain>> {
  useSha256(sha256Native)
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
  const check = new StateCheck(store)
  const verified = await verifyState(check, header, recordsMax, onVerified)
  if (!verified.ok) return verified
  const ledger = withModules(own, () =>
    createLedger({
      chain,
      modules: installedModules(own),
      source: reader.state,
      head: { header, hash },
      recent: recentIds(chain, reader, header),
      idSalt: randomInt(ID_SALT_END),
      undoHeights: config.state.undoHeights,
      cacheBytesMax: config.state.cacheBytes,
      hasher: sha256Native,
      ...(protocolVersions === undefined ? {} : { protocolVersions }),
    }),
  )
  if (!ledger.ok) {
    await check.release()
    return ledger
  }
  const blocks = new BlockStore(store, { header, hash }, pruningOf(ledger.value, config))
  return ok({ ledger: ledger.value, blocks, headCertificate: certificate, ...(check.isRead ? {} : { unverified: check }) })
}

/** Releases the check unless something of it is left. */
async function verifyState(
  check: StateCheck,
  header: Header,
  recordsMax: number,
  onVerified: OpenChainOptions['onVerified'],
): Promise<Result<undefined>> {
  let isLeft = false
  try {
    await check.readTo(recordsMax, onVerified)
    isLeft = !check.isRead
    const fault = isLeft ? undefined : rootFault(header, await check.root())
    return fault === undefined ? ok(undefined) : err(fault)
  } finally {
    if (!isLeft) await check.release()
  }
}

/** Undefined for an archive. */
function pruningOf(ledger: Pick<Ledger, 'rules'>, { history }: Pick<NodeConfig, 'history'>): Pruning | undefined {
  if (history.mode === 'archive') return undefined
  return {
    keepBlocks: history.keepBlocks,
    get timeToLiveMsMax() {
      return ledger.rules.longestTimeToLiveMs
    },
  }
}

/** A ledger at whose head, or in whose next block, a module or a version is in force that this node does not have cannot be used. */
function withModules(own: readonly InstalledModule[], open: () => Ledger): Result<Ledger> {
  try {
    const ledger = open()
    const { header } = ledger.head
    const next = ledger.modules.missing.find(({ height }) => height === header.height + 1)
    if (next !== undefined) return err(missingModule(new MissingModuleError(next.module, next.height), own))
    const { unknown } = ledger.rules
    if (unknown?.height !== header.height + 1) return ok(ledger)
    return err(new ProtocolTooOldError(unknown.version, unknown.height).rejection)
  } catch (error) {
    if (error instanceof MissingModuleError) return err(missingModule(error, own))
    if (error instanceof ProtocolTooOldError) return err(error.rejection)
    throw error
  }
}

/** What the write-ahead log, above the stored `head`, and the guard file say: the replica's first input. */
export async function readVotes(log: Log, guardFile: GuardFile, head: number): Promise<Result<Extract<ReplicaInput, { type: 'start' }>>> {
  const entries = readLog(await log.readAll(), head, verifySignatureNative)
  return entries.ok ? ok({ type: 'start', log: entries.value, guard: readGuard(await guardFile.read()) }) : entries
}

/** A store that lost its end without a trace opens like a young one; what this key has voted for tells. */
export function warnOfLostBlocks(
  { guard, log }: Extract<ReplicaInput, { type: 'start' }>,
  { blocks, ledger }: Pick<OpenChain, 'blocks' | 'ledger'>,
  logger: Logger,
): void {
  const { height } = blocks.head.header
  const final = Math.max(0, ...log.map(({ record }) => (record.type === 'committed' ? record.height : 0)))
  if (final > height) logger.warn({ height, final }, 'the log knows of final blocks that the store has not; they are stored again')
  if (typeof guard === 'string' || guard.height <= height + ledger.paramsAt(height + 1).window) return
  logger.warn({ height, voted: guard.height }, 'the store has fewer blocks than this key has voted for; they are fetched from the peers')
}

import { mkdir } from 'node:fs/promises'
import { createSigner, type LocalSigner, verifySignatureNative } from '@hanse/crypto-native'
import type { Mempool } from '@hanse/mempool'
import type { P2pTransport } from '@hanse/p2p'
import type { LogLevel, StoreView } from '@hanse/ports'
import { assert, bytesToHex, createPrng, err, ok, type Result } from '@hanse/primitives'
import { asHeight, type PeerId } from '@hanse/protocol'
import { type FinalBlock, Gate, type ReplicaInput } from '@hanse/replica'
import type { NodeApi, NodeInfo, NodeStatus, PoolStatus, StoredBlock } from '@hanse/rpc'
import { isStoreThere } from '@hanse/storage'
import { createNodeApi } from './api.ts'
import { createBatchPace } from './batch-pace.ts'
import { type BlockMender, createMender } from './block-mender.ts'
import { storedBlockOf } from './block-store.ts'
import { createNodeReplica } from './create-replica.ts'
import { Driver, type HostEffect, StartRefused } from './driver.ts'
import { logEffect } from './effect-log.ts'
import { createEvidenceReporter, type EvidenceReporter } from './evidence-reporter.ts'
import type { IndexFollower } from './index-follower.ts'
import { measuredLedger } from './measured-ledger.ts'
import { namedPeers } from './mesh-peers.ts'
import { closeNodeFiles, dataPaths, type NodeFiles, openNodeFiles } from './node-files.ts'
import { createNodeIndex } from './node-index.ts'
import type { NodeComponents, NodeOptions } from './node-options.ts'
import { createNodePool } from './node-pool.ts'
import { Observer } from './observer.ts'
import { openVerified, openVotes, type VerifiedChain } from './open-verified.ts'
import { Outbound } from './outbound.ts'
import { createMesh, identityFault } from './own-identity.ts'
import { installedModules } from './own-modules/installed-modules.ts'
import { PeerAdmission } from './peer-admission.ts'
import { PeerSessions } from './peers.ts'
import { membersAtHead, Roster } from './roster.ts'
import { SizeWatch } from './size-watch.ts'
import { readStatus, type StatusSources } from './status-sources.ts'
import { TransactionWatch } from './transaction-watch.ts'
import { UpgradeWatch } from './upgrade-watch.ts'
import { type Verification, verifyBehind } from './verification.ts'
import { NODE_VERSION } from './version.ts'
import type { NodeReplica } from './voting-switch.ts'
import { WatchedStore } from './watched-store.ts'

/** The code of an end that nothing else explains. */
export const NODE_FAILED = 'node/failed'

/** A peer that the replica caught breaking the protocol is not dialled for this long, in ms. */
const PUNISHMENT_MS = 5_000

/** What its operator may do to a node that runs. */
export interface NodeControl extends Pick<P2pTransport, 'connect' | 'disconnect'> {
  /** The store as it is now. Whoever asks for it closes it before the node stops. */
  view(): StoreView
  /** Bytes of the store on the disk. */
  storedBytes(): Promise<number>
  /** Tells those who watch the node. */
  logLevelSet(level: LogLevel, before: LogLevel): void
}

export interface RunningNode {
  readonly api: NodeApi
  readonly control: NodeControl
  /** Idempotent: finishes the round under way and closes every file. */
  stop(): Promise<void>
}

/**
 * Opens the data folder, verifies it, joins the mesh and starts to vote. Refusals are values; I/O errors and broken invariants throw
 * or, later, go to `onFatal`. What was opened before a refusal or an error is closed again.
 */
export async function startNode(options: NodeOptions, components: NodeComponents): Promise<Result<RunningNode>> {
  // What the store says of its chain goes before what genesis says of the keys.
  const fault = (await isStoreThere(dataPaths(options.config.dataDir).store))
    ? undefined
    : identityFault(options, options.chain.genesis.validators)
  if (fault !== undefined) return err(fault)
  let isFailed = false
  const onFatal = (error: unknown): void => {
    if (isFailed) return
    isFailed = true
    components.onFatal(error)
  }
  components.onProgress?.({ what: 'opening the data folder' })
  await mkdir(options.config.dataDir, { recursive: true, mode: 0o700 })
  const opened = await openNodeFiles(options.chain, options.config)
  if (!opened.ok) return opened
  const { store, ...others } = opened.value
  const files = { store: new WatchedStore(store, onFatal), ...others }
  try {
    const started = await startOn(files, options, { ...components, onFatal })
    if (!started.ok) await closeNodeFiles(files)
    return started
  } catch (error) {
    await closeNodeFiles(files)
    if (error instanceof StartRefused) return err(error.rejection)
    throw error
  }
}

async function startOn(files: NodeFiles, options: NodeOptions, components: NodeComponents): Promise<Result<RunningNode>> {
  const { logger, onProgress } = components
  const opened = await openVerified(files.store, options, components)
  if (!opened.ok) return opened
  const fault = identityFault(options, opened.value.ledger.validators.validators)
  if (fault !== undefined) return err(fault)
  onProgress?.({ what: 'reading the log' })
  const votes = await openVotes(files, opened.value, logger)
  if (!votes.ok) return votes
  const node = new Node(options, components, opened.value, files)
  await node.start(votes.value)
  return ok(node)
}

/** Our own signature must pass the check that everybody's must pass. */
function verifiedOwn<T>(result: Result<T>): T {
  assert(result.ok, 'a message that this node signed does not verify')
  return result.value
}

/** One running node: the parts, wired. Each part's rules are in its own file. */
class Node implements RunningNode {
  readonly api: NodeApi
  readonly control: NodeControl
  readonly #options: NodeOptions
  readonly #components: NodeComponents
  readonly #files: NodeFiles
  readonly #opened: VerifiedChain
  readonly #roster: Roster
  readonly #pool: Mempool
  readonly #gate: Gate
  readonly #outbound: Outbound
  readonly #replica: NodeReplica
  readonly #verification: Verification
  readonly #driver: Driver
  readonly #mender: BlockMender
  readonly #transport: P2pTransport
  readonly #statusSources: StatusSources
  readonly #sessions: PeerSessions
  readonly #admission: PeerAdmission
  readonly #watch = new TransactionWatch()
  readonly #listeners = new Set<(block: StoredBlock) => void>()
  readonly #observer: Observer
  readonly #sizes: SizeWatch
  readonly #index: IndexFollower | undefined
  readonly #upgrades: UpgradeWatch
  readonly #signer: LocalSigner | undefined
  readonly #reporter: EvidenceReporter | undefined
  #isStarted = false
  #lastFinalAtMs: number
  #stopping: Promise<void> | undefined

  constructor(options: NodeOptions, components: NodeComponents, opened: VerifiedChain, files: NodeFiles) {
    const { chain, config, consensusSeed } = options
    const { clock, meter } = components
    this.#options = options
    this.#signer = consensusSeed && createSigner(consensusSeed)
    this.#components = components
    this.#files = files
    this.#opened = opened
    this.#lastFinalAtMs = clock.nowMs()
    this.#upgrades = new UpgradeWatch({ logger: components.logger, onFatal: components.onFatal })
    this.#roster = new Roster(membersAtHead(opened.ledger), (epoch) => opened.ledger.validatorsOf(epoch)?.validators)
    this.#pool = createNodePool(config.pool, opened.ledger)
    this.#observer = new Observer({ meter, clock, roster: this.#roster, status: () => this.#status(), pool: () => this.#poolStatus() })
    this.#observer.open(opened.blocks.head.header.height, (height) => opened.blocks.record(height))
    const { onFatal, logger } = components
    const onMeasured = (bytes: number): void => {
      this.#observer.metrics.stored(bytes)
      this.#admission.look()
    }
    this.#sizes = new SizeWatch({ files, clock, logger, onMeasured, onFatal })
    const prng = createPrng(Number(BigInt(bytesToHex(crypto.getRandomValues(new Uint8Array(6))))))
    const ledger = measuredLedger(opened.ledger, (durationMs) => this.#observer.metrics.executed(durationMs))
    const { headCertificate } = opened
    const mayVote = opened.unverified === undefined && !opened.areTablesOpen
    const { replica, allowVotes } = createNodeReplica(options, {
      ...{ ledger, pool: this.#pool, headCertificate, prng, mayVote },
      certificateAt: (height) => opened.blocks.epochEnd(height)?.certificate,
    })
    this.#replica = replica
    this.#verification = verifyBehind(opened, dataPaths(config.dataDir).store, components, allowVotes)
    this.#transport = createMesh(options, components, this.#roster.peers)
    this.#statusSources = {
      ...{ clock, blocks: opened.blocks, ledger: opened.ledger, replica, roster: this.#roster },
      peers: () => this.#transport.peers(),
      sessions: () => this.#sessions,
      named: new Set(namedPeers(config).map(({ peerId }) => peerId)),
    }
    const isBehind = (): boolean => this.#status().lag > 0
    this.#admission = new PeerAdmission({ config, roster: this.#roster, transport: this.#transport, isBehind })
    this.#gate = new Gate(chain, verifySignatureNative, this.#replica)
    this.#outbound = new Outbound(this.#transport)
    this.#driver = this.#createDriver()
    const { blocks } = opened
    const peersAt = (height: number): readonly PeerId[] => this.#sessions.peersAt(height)
    this.#mender = createMender(chain, opened.ledger, this.#outbound, { blocks, peersAt, clock, logger: components.logger })
    this.#sessions = this.#createSessions()
    this.#index = createNodeIndex(options, components, opened.blocks)
    const index = this.#index
    if (index !== undefined) opened.blocks.keepFrom(() => index.next)
    this.api = this.#createApi()
    const { submit } = this.api
    this.#reporter = createEvidenceReporter(options, components, this.#signer, { ledger, submit, place: () => this.#replica.self })
    this.control = {
      connect: (peerId, addresses) => this.#transport.connect(peerId, addresses),
      disconnect: (peerId, reason, banMs) => this.#transport.disconnect(peerId, reason, banMs),
      view: () => this.#files.store.view(),
      storedBytes: () => this.#files.store.sizeBytes(),
      logLevelSet: (level, before) => this.#observer.logLevelSet(level, before),
    }
  }

  #createDriver(): Driver {
    const { chain, config } = this.#options
    return new Driver({
      domain: { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId },
      replica: this.#replica,
      blocks: this.#opened.blocks,
      evidence: this.#opened.blocks.evidence,
      log: this.#files.log,
      guardFile: this.#files.guardFile,
      ...(this.#signer === undefined ? {} : { signer: this.#signer }),
      outbound: this.#outbound,
      clock: this.#components.clock,
      pace: createBatchPace(config.consensus.viewTimeoutMs),
      verifyOwn: (signed) => (signed.epoch === this.#replica.epoch ? verifiedOwn(this.#gate.message(signed)) : undefined),
      onFinal: (final) => this.#onFinal(final),
      onEffect: (effect) => this.#onEffect(effect),
      onFatal: this.#components.onFatal,
    })
  }

  #createSessions(): PeerSessions {
    return new PeerSessions({
      chain: this.#options.chain,
      version: NODE_VERSION,
      gate: this.#gate,
      outbound: this.#outbound,
      driver: this.#driver,
      blocks: this.#opened.blocks,
      mender: this.#mender,
      head: () => asHeight(this.#opened.blocks.head.header.height),
      knows: (id) => this.#replica.knows(id),
      held: (id) => this.#replica.held(id),
      ignoresTransactions: () => this.#replica.ignoresTransactions,
      ignores: (message) => this.#replica.ignores(message),
      unwantedBlocks: (from, fromHeight, count) => this.#replica.unwantedBlocks(from, fromHeight, count),
      observer: this.#observer,
      clock: this.#components.clock,
      logger: this.#components.logger,
    })
  }

  #createApi(): NodeApi {
    const { chain, config } = this.#options
    const { genesis, genesisHash } = chain
    const info = (): NodeInfo => ({
      version: NODE_VERSION,
      chainId: genesis.chainId,
      genesisHash,
      name: genesis.name,
      organization: config.organization,
      role: this.#replica.self === undefined ? 'observer' : 'validator',
      peerId: this.#transport.peerId,
      history: config.history.mode,
    })
    return createNodeApi({
      chain,
      info,
      replica: this.#replica,
      ledger: this.#opened.ledger,
      installed: installedModules(this.#options.modules ?? []),
      pool: this.#pool,
      poolStatus: () => this.#poolStatus(),
      blocks: this.#opened.blocks,
      mender: this.#mender,
      driver: this.#driver,
      gate: this.#gate,
      roster: this.#roster,
      sessions: this.#sessions,
      transport: this.#transport,
      observer: this.#observer,
      signer: this.#signer,
      watch: this.#watch,
      index: this.#index,
      startedAtMs: this.#components.clock.nowMs(),
      status: () => this.#status(),
      subscribe: (listener) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
    })
  }

  /** The log first: a key that must not vote is refused before anybody hears of this node. Undoes itself when it fails. */
  async start(votes: Extract<ReplicaInput, { type: 'start' }>): Promise<void> {
    try {
      await this.#driver.start(votes)
      await this.#transport.start(this.#sessions)
      await this.#sizes.start()
    } catch (error) {
      await this.#leave()
      throw error
    }
    this.#isStarted = true
    this.#verification.start()
    await this.#reporter?.start()
    this.#index?.start()
    this.#observer.started(this.api.info(), this.api.height())
    this.#upgrades.check(this.#opened.ledger, this.api.height())
    if (this.#options.consensusSeed !== undefined && this.#replica.self === undefined)
      this.#components.logger.warn({ epoch: this.#replica.epoch }, 'the consensus key has no place among the validators: the node observes')
    this.#components.logger.info({ height: this.api.height(), peerId: this.#transport.peerId }, 'node started')
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop()
    return this.#stopping
  }

  async #stop(): Promise<void> {
    await this.#leave()
    await closeNodeFiles(this.#files)
    this.#components.logger.info({ height: this.api.height() }, 'node stopped')
  }

  /** Out of the mesh, and out of the loop: after it nobody touches a file. */
  async #leave(): Promise<void> {
    this.#observer.stopping(this.api.height())
    this.#watch.close()
    this.#sizes.stop()
    await this.#reporter?.stop()
    await this.#transport.stop()
    await this.#driver.stop()
    await this.#mender.stop()
    await this.#verification.stop()
    await this.#index?.stop()
  }

  #onFinal(final: FinalBlock): void {
    const { ledger, blocks } = this.#opened
    ledger.stored(final.block.header.height)
    this.#index?.notify()
    this.#lastFinalAtMs = this.#components.clock.nowMs()
    this.#components.logger.debug({ height: final.block.header.height }, 'block final')
    this.#watch.finalized(final)
    const { body, included } = final.block
    if (included.length < body.ids.length) {
      const executed = new Set(included.map((transaction) => transaction.id))
      this.#watch.expired(body.ids.filter((id) => !executed.has(id) && blocks.heightOfTransaction(id) === undefined))
    }
    this.#observer.finalized(final)
    this.#upgrades.finalized(ledger, final.block)
    this.#admission.follow(membersAtHead(ledger))
    if (this.#listeners.size === 0) return
    const block = blocks.recent(final.block.header.height) ?? storedBlockOf(final)
    for (const listener of this.#listeners) listener(block)
  }

  #onEffect(effect: HostEffect): void {
    this.#observer.effect(effect)
    if (effect.type === 'expired') this.#watch.expired(effect.ids)
    else if (effect.type === 'punish') this.#transport.disconnect(effect.peer, effect.reason, PUNISHMENT_MS)
    else if (effect.type === 'report') this.#reporter?.add(effect.evidence)
    logEffect(this.#components.logger, this.#roster, effect)
  }

  #status(): NodeStatus {
    return readStatus(this.#statusSources, {
      started: this.#isStarted,
      unverified: this.#verification.pending,
      lastFinalAtMs: this.#lastFinalAtMs,
    })
  }

  #poolStatus(): PoolStatus {
    const { capacity, perSenderMax } = this.#options.config.pool
    return { size: this.#pool.size, sizeBytes: this.#pool.bytesTotal, capacity, perSenderMax }
  }
}

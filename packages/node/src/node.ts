import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createSigner, verifySignatureNative } from '@hanse/crypto-native'
import { createMempool } from '@hanse/mempool'
import { createTransport } from '@hanse/p2p'
import type { Clock, Logger, Meter } from '@hanse/ports'
import { assert, bytesToHex, createPrng, err, hexToBytes, ok, type Result, reject } from '@hanse/primitives'
import { asHeight, asValidatorIndex, type Chain, faultsMax, quorumSize, type ValidatorIndex } from '@hanse/protocol'
import { type FinalBlock, Gate, Replica, type ReplicaInput } from '@hanse/replica'
import type { NodeApi, NodeInfo, NodeStatus, StoredBlock } from '@hanse/rpc'
import { openGuardFile, openLevelStore, openWriteAheadLog } from '@hanse/storage'
import { createNodeApi } from './api.ts'
import { storedBlockOf } from './block-store.ts'
import type { NodeConfig } from './config.ts'
import { Driver } from './driver.ts'
import { nodeStatus } from './node-status.ts'
import { type OpenChain, openChain, readVotes } from './open-chain.ts'
import { Outbound } from './outbound.ts'
import { PeerSessions } from './peers.ts'
import { Roster } from './roster.ts'
import { TransactionWatch } from './transaction-watch.ts'
import { createNodeMetrics } from './metrics.ts'

export const NODE_VERSION = '0.1.0'

/** The guard of the consensus key lies beside it. */
export function guardPathOf(consensusKeyPath: string): string {
  return join(dirname(consensusKeyPath), 'vote-guard')
}

export interface NodeOptions {
  readonly chain: Chain
  readonly config: NodeConfig
  readonly identitySeed: Uint8Array
  /** Absent for an observer. */
  readonly consensusSeed?: Uint8Array
}

export interface NodeComponents {
  readonly clock: Clock
  readonly logger: Logger
  readonly meter: Meter
  /** The node cannot go on: the host logs it and ends the process, non-zero. */
  readonly onFatal: (error: unknown) => void
}

export interface RunningNode {
  readonly api: NodeApi
  /** Idempotent: finishes the round under way and closes every file. */
  stop(): Promise<void>
}

function selfIndex(chain: Chain, options: NodeOptions): Result<ValidatorIndex | undefined> {
  if (options.consensusSeed === undefined) return ok(undefined)
  const key = bytesToHex(createSigner(options.consensusSeed).publicKey)
  const index = chain.genesis.validators.findIndex((validator) => validator.consensusKey.bytes === key)
  if (index >= 0) return ok(asValidatorIndex(index))
  return err(
    reject('node/not-a-validator', `the consensus key ${key} is not in the genesis file's validator set`, {
      hint: 'Use the key that genesis names, or leave keys.consensus out of the configuration to run an observer.',
    }),
  )
}

/**
 * Opens the data folder, verifies it, joins the mesh and starts to vote. Refusals are values; I/O errors and broken invariants throw
 * or, later, go to `onFatal`.
 */
export async function startNode(options: NodeOptions, components: NodeComponents): Promise<Result<RunningNode>> {
  const { chain, config } = options
  const self = selfIndex(chain, options)
  if (!self.ok) return self
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const store = await openLevelStore({ directory: join(config.dataDir, 'store'), cacheBytes: config.store.cacheBytes })
  const opened = await openChain(chain, store, components.logger)
  if (!opened.ok) {
    await store.close()
    return opened
  }
  const log = await openWriteAheadLog({ directory: join(config.dataDir, 'log'), genesisHash: hexToBytes(chain.genesisHash) })
  if (log.repair !== undefined) components.logger.warn({ repair: log.repair }, 'the end of the log was incomplete and has been cut off')
  const guardFile = await openGuardFile({ path: guardPathOf(config.keys.consensus ?? join(config.dataDir, 'observer')) })
  const votes = await readVotes(log, guardFile)
  if (!votes.ok) return votes
  const node = new Node(options, components, self.value, opened.value, { store, log, guardFile })
  await node.start(votes.value)
  return ok(node)
}

interface Files {
  readonly store: Awaited<ReturnType<typeof openLevelStore>>
  readonly log: Awaited<ReturnType<typeof openWriteAheadLog>>
  readonly guardFile: Awaited<ReturnType<typeof openGuardFile>>
}

/** Our own signature must pass the check that everybody's must pass. */
function verifiedOwn<T>(result: Result<T>): T {
  assert(result.ok, 'a message that this node signed does not verify')
  return result.value
}

/** One running node: the parts, wired. Each part's rules are in its own file. */
class Node implements RunningNode {
  readonly api: NodeApi
  readonly #options: NodeOptions
  readonly #components: NodeComponents
  readonly #files: Files
  readonly #opened: OpenChain
  readonly #roster: Roster
  readonly #replica: Replica
  readonly #driver: Driver
  readonly #transport: ReturnType<typeof createTransport>
  readonly #sessions: PeerSessions
  readonly #watch = new TransactionWatch()
  readonly #listeners = new Set<(block: StoredBlock) => void>()
  readonly #metrics: ReturnType<typeof createNodeMetrics>
  #started = false
  #lastFinalAtMs: number
  #stopping: Promise<void> | undefined

  constructor(options: NodeOptions, components: NodeComponents, self: ValidatorIndex | undefined, opened: OpenChain, files: Files) {
    const { chain, config } = options
    const { clock, logger, meter } = components
    this.#options = options
    this.#components = components
    this.#files = files
    this.#opened = opened
    this.#lastFinalAtMs = clock.nowMs()
    this.#roster = new Roster(chain.genesis.validators, self)
    const pool = createMempool({ ...config.pool, timeToLiveMsMax: chain.genesis.params.timeToLiveMsMax })
    const prng = createPrng(Number(BigInt(bytesToHex(crypto.getRandomValues(new Uint8Array(6))))))
    this.#replica = new Replica(
      { chain, ...(self === undefined ? {} : { self }), timeouts: config.consensus, poolCapacity: config.pool.capacity, prng },
      { ledger: opened.ledger, pool, ...(opened.headCertificate === undefined ? {} : { headCertificate: opened.headCertificate }) },
    )
    this.#transport = createTransport(
      {
        identitySeed: options.identitySeed,
        listen: config.p2p.listen,
        peers: chain.genesis.validators.map(({ peerId, organization, addresses }) => ({
          peerId,
          addresses: config.p2p.addresses[organization] ?? addresses,
        })),
        chainTag: chain.genesisHash.slice(2, 18),
      },
      { clock, logger, meter },
    )
    const gate = new Gate(chain, verifySignatureNative)
    const outbound = new Outbound(this.#transport, this.#roster)
    this.#metrics = createNodeMetrics({ meter, clock, roster: this.#roster })
    this.#driver = new Driver({
      domain: { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId },
      replica: this.#replica,
      roster: this.#roster,
      blocks: opened.blocks,
      log: files.log,
      guardFile: files.guardFile,
      ...(options.consensusSeed === undefined ? {} : { signer: createSigner(options.consensusSeed) }),
      outbound,
      clock,
      logger,
      verifyOwn: (signed) => verifiedOwn(gate.message(signed)),
      onFinal: (final) => this.#onFinal(final),
      onEffect: (effect) => this.#onEffect(effect),
      onFatal: components.onFatal,
    })
    this.#sessions = new PeerSessions({
      chain,
      version: NODE_VERSION,
      roster: this.#roster,
      gate,
      outbound,
      driver: this.#driver,
      blocks: opened.blocks,
      head: () => asHeight(opened.ledger.head.header.height),
      knows: (id) => this.#replica.knows(id),
      logger,
    })
    const info: NodeInfo = {
      version: NODE_VERSION,
      chainId: chain.genesis.chainId,
      genesisHash: chain.genesisHash,
      name: chain.genesis.name,
      organization: config.organization,
      role: self === undefined ? 'observer' : 'validator',
      peerId: this.#transport.peerId,
    }
    this.api = createNodeApi({
      chain,
      config,
      info,
      modules: opened.modules,
      replica: this.#replica,
      ledger: opened.ledger,
      pool,
      blocks: opened.blocks,
      driver: this.#driver,
      gate,
      roster: this.#roster,
      sessions: this.#sessions,
      transport: this.#transport,
      watch: this.#watch,
      status: () => this.#status(),
      subscribe: (listener) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
    })
  }

  async start(votes: Extract<ReplicaInput, { type: 'start' }>): Promise<void> {
    await this.#transport.start(this.#sessions)
    this.#driver.start(votes)
    this.#started = true
    this.#components.logger.info({ height: this.api.height(), peerId: this.#transport.peerId }, 'node started')
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop()
    return this.#stopping
  }

  async #stop(): Promise<void> {
    this.#watch.close()
    await this.#transport.stop()
    await this.#driver.stop()
    await this.#files.log.close()
    await this.#files.guardFile.close()
    await this.#files.store.close()
    this.#components.logger.info({ height: this.api.height() }, 'node stopped')
  }

  #onFinal(final: FinalBlock): void {
    this.#opened.ledger.stored(final.block.header.height)
    this.#lastFinalAtMs = this.#components.clock.nowMs()
    this.#watch.finalized(final)
    const { body, included } = final.block
    if (included.length < body.ids.length) {
      const executed = new Set(included.map((transaction) => transaction.id))
      this.#watch.expired(body.ids.filter((id) => !executed.has(id) && this.#opened.blocks.heightOfTransaction(id) === undefined))
    }
    this.#metrics.finalized(final)
    if (this.#listeners.size === 0) return
    const block = storedBlockOf(final)
    for (const listener of this.#listeners) listener(block)
  }

  #onEffect(effect: Parameters<ConstructorParameters<typeof Driver>[0]['onEffect']>[0]): void {
    const { logger } = this.#components
    this.#metrics.effect(effect)
    switch (effect.type) {
      case 'expired':
        return this.#watch.expired(effect.ids)
      case 'punish': {
        const record = this.#roster.validators[effect.peer]
        if (record !== undefined) this.#transport.disconnect(record.peerId, effect.reason)
        return logger.warn({ validator: this.#roster.organization(effect.peer), reason: effect.reason }, 'peer broke the protocol')
      }
      case 'report':
        return logger.error({ validator: this.#roster.organization(effect.evidence.culprit), kind: effect.evidence.kind }, 'evidence of misbehaviour')
      case 'note':
        if (effect.note.type !== 'phase') logger.info({ ...effect.note }, 'view change')
        return
    }
  }

  #status(): NodeStatus {
    const { header } = this.#opened.ledger.head
    const engine = this.#replica.describe()
    const validators = this.#roster.validators.length
    const connected = this.#transport.peers().filter((peer) => peer.connected && this.#sessions.headOf(peer.peerId) !== undefined)
    const highest = Math.max(header.height, ...connected.map((peer) => this.#sessions.headOf(peer.peerId) ?? 0).sort((a, b) => b - a).slice(faultsMax(validators)))
    const needed = this.#roster.self === undefined ? 1 : quorumSize(validators) - 1
    return nodeStatus({
      nowMs: this.#components.clock.nowMs(),
      started: this.#started,
      height: header.height,
      headTimeMs: header.timeMs,
      lastFinalAtMs: this.#lastFinalAtMs,
      heartbeatMs: this.#options.chain.genesis.params.heartbeatMs,
      highest,
      syncing: engine.syncing,
      view: engine.view,
      primary: this.#roster.organization(engine.primary),
      peers: connected.length,
      peersNeeded: needed,
    })
  }
}

import type { LocalSigner } from '@hanse/crypto-native'
import type { Mempool } from '@hanse/mempool'
import { clientRefTx, partyOf } from '@hanse/modules'
import type { P2pTransport } from '@hanse/p2p'
import { BlockMissing, FRAME_BYTES_MAX } from '@hanse/ports'
import { type Address, err, type Hash, hexToBytes, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import { asEpoch, type Chain, type Json, merkleProof, quorumSize, receiptCodec } from '@hanse/protocol'
import { type Gate, heightThatLeadsTo } from '@hanse/replica'
import type {
  CertifiedStateProof,
  ConsensusStatus,
  EpochRecord,
  FinalReceipt,
  NetworkInfo,
  NodeApi,
  NodeInfo,
  NodeStatus,
  PoolStatus,
  Statements,
  StoredBlock,
  TransactionProof,
  TransactionRecord,
} from '@hanse/rpc'
import type { InstalledModule, Ledger, StateView } from '@hanse/state'
import type { BlockMender } from './block-mender.ts'
import type { BlockStore } from './block-store.ts'
import type { Driver } from './driver.ts'
import type { IndexFollower } from './index-follower.ts'
import { listAnswers } from './lists.ts'
import { memberNamed, membersOf, placesAt } from './members.ts'
import { describeModules, knownModules, rejectionCodes, rejectionRow } from './module-descriptions.ts'
import type { Observer } from './observer.ts'
import type { PeerSessions } from './peers.ts'
import type { Roster } from './roster.ts'
import { standingOf } from './standing.ts'
import type { TransactionWatch } from './transaction-watch.ts'
import type { NodeReplica } from './voting-switch.ts'

function rejectionAnswers(ledger: Ledger): Pick<NodeApi, 'rejectionRow' | 'rejectionCodes'> {
  return { rejectionRow: (code) => rejectionRow(ledger.modules, code), rejectionCodes: () => rejectionCodes(ledger.modules) }
}

export interface NodeApiParts {
  readonly chain: Chain
  readonly info: () => NodeInfo
  readonly replica: Pick<NodeReplica, 'describe' | 'sets'>
  readonly ledger: Ledger
  /** All that this node has. */
  readonly installed: readonly InstalledModule[]
  readonly pool: Mempool
  readonly poolStatus: () => PoolStatus
  readonly blocks: BlockStore
  readonly mender: Pick<BlockMender, 'read'>
  readonly driver: Driver
  readonly gate: Gate
  readonly roster: Roster
  readonly sessions: PeerSessions
  readonly transport: P2pTransport
  readonly observer: Observer
  /** The consensus key, if this node has one. */
  readonly signer: LocalSigner | undefined
  readonly watch: TransactionWatch
  /** Absent where the configuration turns it off. */
  readonly index: IndexFollower | undefined
  /** Of this run of the node. */
  readonly startedAtMs: number
  readonly status: () => NodeStatus
  readonly subscribe: (listener: (block: StoredBlock) => void) => () => void
}

/** What the RPC may ask of this node. Reads come from what is final and stored; nothing here steps the replica but `submit`. */
export function createNodeApi(parts: NodeApiParts): NodeApi {
  const { chain, ledger, blocks, mender, pool, watch } = parts

  function finalReceipt(id: Hash): FinalReceipt | undefined {
    const height = blocks.heightOfTransaction(id)
    const block = height === undefined ? undefined : blocks.block(height)
    const receipt = block?.receipts.find((candidate) => candidate.txId === id)
    return block === undefined || receipt === undefined
      ? undefined
      : { receipt, height: block.header.height, blockHash: block.hash, timeMs: block.header.timeMs }
  }

  const stored = (height?: number): Result<StateView> => storedView(ledger, blocks, height)

  const places = (view: StateView): ReturnType<typeof placesAt> => placesAt(view, (epoch) => ledger.validatorsOf(epoch))

  function transactionOfClientRef(sender: Address, clientRef: string): Hash | undefined {
    const head = stored()
    const operator = head.ok ? partyOf(head.value, sender) : undefined
    return head.ok && operator !== undefined ? clientRefTx(head.value, operator.partyId, clientRef) : undefined
  }

  async function submit(raw: Uint8Array): Promise<Result<{ readonly id: Hash; readonly known: boolean }>> {
    // Before the signatures are checked: that is the costly part.
    if (parts.driver.isFull) return err(busy())
    const transaction = parts.gate.transaction(raw)
    if (!transaction.ok) return transaction
    const { id, body } = transaction.value
    const first = body.clientRef === undefined ? undefined : transactionOfClientRef(body.sender, body.clientRef)
    if (first !== undefined) return ok({ id: first, known: true })
    const outcome = await parts.driver.submit(transaction.value)
    if (outcome === undefined) return err(busy())
    if (outcome.type !== 'refused') return ok({ id, known: outcome.type === 'known' })
    // The pool forgets what is final once it has expired, and then calls it expired.
    return blocks.heightOfTransaction(id) === undefined ? err(outcome.rejection) : ok({ id, known: true })
  }

  return {
    chain,
    get modules() {
      return describeModules(ledger.modules)
    },
    ...rejectionAnswers(ledger),
    get knownModules() {
      return knownModules(chain, ledger.modules, parts.installed)
    },
    info: parts.info,
    status: parts.status,
    height: () => blocks.head.header.height,
    earliest: () => blocks.earliest,
    block: (at) => mender.read(() => blocks.block(at)),
    submit,
    transaction: (id) => mender.read(() => transactionRecord(id)),
    // Hardly any is final already, and what is in the pool is in no block: it costs as little as it can while it waits.
    waitForReceipt: (id, timeoutMs, signal) =>
      pool.has(id) || blocks.heightOfTransaction(id) === undefined
        ? watch.wait(id, timeoutMs, signal)
        : mender.read(() => finalReceipt(id)).then((final) => final ?? watch.wait(id, timeoutMs, signal)),
    transactionProof: (id) => mender.read(() => transactionProof(blocks, id)),
    simulate: (transaction) => ok({ receipt: ledger.simulate(transaction), height: ledger.head.header.height }),
    transactionOfClientRef: (sender, clientRef) => transactionOfClientRef(sender as Address, clientRef),
    pool: parts.poolStatus,
    ...listAnswers(parts, stored),
    query: (module, query, args, height) => runQuery(stored(height), module, query, args),
    stateProof: (key, height) => mender.read(() => stateProof(stored(height), blocks, key)),
    ...consensusAnswers(parts),
    network: () => networkInfo(parts.transport),
    members: (request) => withView(stored(request.height), (view) => membersOf(view, places(view), request)),
    member: (organization, height) => withView(stored(height), (view) => memberNamed(view, places(view), organization)),
    peers: () => peersOf(parts),
    onFinal: parts.subscribe,
  }

  function transactionRecord(id: Hash): TransactionRecord {
    const final = finalReceipt(id)
    if (final !== undefined) {
      const transaction = blocks.block(final.height)?.transactions.find((candidate) => candidate.id === id)
      return {
        status: final.receipt.outcome === 'success' ? 'final' : 'rejected',
        final,
        ...(transaction === undefined ? {} : { transaction }),
      }
    }
    const height = blocks.heightOfTransaction(id)
    if (height !== undefined && height < blocks.earliest) return { status: 'unknown', prunedHeight: height }
    const waiting = pool.get(id)
    if (waiting !== undefined) return { status: 'pending', transaction: waiting }
    // Out of the pool, and its block is being written.
    if (ledger.wasExecuted(id)) return { status: 'pending' }
    return { status: watch.wasExpired(id) ? 'expired' : 'unknown' }
  }
}

function consensusAnswers(
  parts: NodeApiParts,
): Pick<NodeApi, 'params' | 'consensus' | 'validators' | 'epochs' | 'signerStats' | 'evidence' | 'statements' | 'standing' | 'journals'> {
  const { chain, ledger, replica, observer, blocks, mender, signer } = parts
  return {
    params: () => ledger.paramsAt(ledger.head.header.height + 1),
    consensus: () => consensusStatus(replica),
    validators: () => replica.sets.set.validators,
    epochs: (from, limit) => mender.read(() => epochsFrom(parts, from, limit)),
    signerStats: () => observer.signerStats(blocks.head.header.height),
    evidence: () => observer.evidence(),
    statements: (height, start) => statementsAbout(blocks, height, start),
    standing: () => standingOf(chain, ledger, signer),
    journals: observer.journals,
  }
}

async function statementsAbout(blocks: BlockStore, height: number, start: number): Promise<Statements> {
  const { prepared, newViews, next } = await blocks.evidence.about(height, start)
  const committed =
    height >= blocks.earliest && height <= blocks.head.header.height ? blocks.record(height)?.certified?.certificate : undefined
  return {
    ...(committed === undefined ? {} : { committed }),
    prepared: prepared.map(({ type: _type, ...certificate }) => certificate),
    newViews: newViews.map(({ newView, viewChanges }) => ({ newView, viewChanges })),
    ...(next === undefined ? {} : { next }),
  }
}

/** What is durable: the ledger may know of an epoch whose first block nobody can ask for yet. @throws BlockMissing */
function epochsFrom({ ledger, blocks }: NodeApiParts, from: number, limit: number): readonly EpochRecord[] {
  const found: EpochRecord[] = []
  for (let epoch = from; found.length < limit; epoch++) {
    const record = ledger.validatorsOf(asEpoch(epoch))
    if (record === undefined) break
    const next = ledger.validatorsOf(asEpoch(epoch + 1))
    const height = next === undefined ? undefined : heightThatLeadsTo(record, next)
    const end = height === undefined ? undefined : blocks.epochEnd(height)
    if (end === undefined && height !== undefined && height <= blocks.head.header.height) throw new BlockMissing(height)
    found.push(end === undefined ? record : { ...record, end })
    if (end === undefined) break
  }
  return found
}

function peersOf({ transport, roster, sessions }: NodeApiParts): ReturnType<NodeApi['peers']> {
  return transport.peers().map((peer) => {
    const organization = roster.organizationAt(peer.peerId)
    const head = sessions.headOf(peer.peerId)
    return {
      ...peer,
      ...(organization === undefined ? {} : { organization }),
      ...(head === undefined ? {} : { head }),
    }
  })
}

function transactionProof(blocks: BlockStore, id: Hash): Result<TransactionProof> {
  const height = blocks.heightOfTransaction(id)
  const block = height === undefined ? undefined : blocks.block(height)
  const index = block?.transactions.findIndex((transaction) => transaction.id === id) ?? -1
  const receipt = block?.receipts[index]
  if (block?.certificate === undefined || receipt === undefined) {
    return err(reject('tx/not-final', `no final transaction ${id}`, { hint: 'tx_get tells its status; a proof exists once it is final.' }))
  }
  return ok({
    id,
    receipt,
    index,
    transactionCount: block.transactions.length,
    receiptCount: block.receipts.length,
    transactionPath: merkleProof(
      block.transactions.map((transaction) => hexToBytes(transaction.id)),
      index,
    ),
    receiptPath: merkleProof(
      block.receipts.map((candidate) => receiptCodec.encode(candidate)),
      index,
    ),
    header: block.header,
    certificate: block.certificate,
  })
}

/** State as of a block that is durable: the ledger is ahead while one is being written. */
function storedView(ledger: Ledger, blocks: BlockStore, height: number = blocks.head.header.height): Result<StateView> {
  const head = blocks.head.header.height
  if (height >= 0 && height <= head) return ledger.view(height)
  return err(reject('state/unknown-height', `the head is at height ${head}, there is no state at ${height}`, { path: 'height' }))
}

function withView<T>(view: Result<StateView>, read: (view: StateView) => Result<T>): Result<T> {
  return view.ok ? read(view.value) : view
}

function runQuery(view: Result<StateView>, module: string, query: string, args: Json): ReturnType<NodeApi['query']> {
  if (!view.ok) return view
  const value = view.value.query(module, query, args)
  return value.ok ? ok({ value: value.value, height: view.value.header.height }) : value
}

function stateProof(view: Result<StateView>, blocks: BlockStore, key: Uint8Array): Result<CertifiedStateProof> {
  if (!view.ok) return view
  const proof = view.value.proof(key)
  if (!proof.ok) return proof
  const certificate = blocks.block(view.value.header.height)?.certificate
  return ok({ proof: proof.value, header: view.value.header, ...(certificate === undefined ? {} : { certificate }) })
}

function busy(): Rejection {
  return reject('node/busy', 'too many requests are waiting', { hint: 'Send again in a moment, or to another node.' })
}

function networkInfo(transport: P2pTransport): NetworkInfo {
  const { peerId, protocols, limits } = transport
  const { receiveRate, sendRate, pendingInboundMax, inboundPerHostPerSecondMax } = limits
  return {
    peerId,
    listen: transport.listenAddresses(),
    protocols,
    limits: {
      frameBytesMax: FRAME_BYTES_MAX,
      receiveBytesPerSecondMax: receiveRate.bytesPerSecond,
      sendBytesPerSecondMax: sendRate.bytesPerSecond,
      pendingInboundMax,
      inboundPerHostPerSecondMax,
    },
  }
}

function consensusStatus(replica: NodeApiParts['replica']): ConsensusStatus {
  const { epoch, view, wants, inView, primary, head, slots } = replica.describe()
  return { epoch, view, wants, inView, primary, head: head.height, quorum: quorumSize(replica.sets.set.validators.length), slots }
}

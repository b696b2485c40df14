import type {
  EventFilter,
  ListedBlock,
  ListedEvent,
  ListedTransaction,
  ListPage,
  ListRange,
  PeerInfo,
  TransactionFilter,
} from '@hanse/ports'
import type { Address, Hash, Hex, Rejection, Result } from '@hanse/primitives'
import type {
  Chain,
  ChainParams,
  Codec,
  CommitCertificate,
  Header,
  Json,
  JsonSchema,
  PreparedCertificate,
  Receipt,
  SignedMessage,
  StateProof,
  Transaction,
  ValidatorRecord,
} from '@hanse/protocol'
import type { Journals } from './subscriptions/journal.ts'

export type { ConsensusEvent, Journal, Journals, NodeEvent } from './subscriptions/journal.ts'

/** What the RPC needs of a node. The node implements it; a test may too. Nothing here blocks longer than a store read unless it says so. */
export interface NodeApi {
  readonly chain: Chain
  /** Of the block above the head: votes change what genesis says. */
  params(): ChainParams
  /** Those in force at the head, in execution order. */
  readonly modules: readonly ModuleDescription[]
  /** Those whose names can stand in a block of this chain: in force now, before, or by a vote from some height on. */
  readonly knownModules: readonly KnownModule[]
  info(): NodeInfo
  status(): NodeStatus
  /** Height of the last final block that is stored: no receipt and no block above it is told. */
  height(): number
  /** The lowest height whose block this node keeps: 0 for all of them. */
  earliest(): number
  block(at: number | Hash): Promise<StoredBlock | undefined>
  /** Decodes, verifies and admits: `known` for the same bytes again, also when they are final. A refusal's code is of the envelope. */
  submit(raw: Uint8Array): Promise<Result<{ readonly id: Hash; readonly known: boolean }>>
  transaction(id: Hash): Promise<TransactionRecord>
  /** The final receipt, or undefined once `timeoutMs` have passed or `signal` is aborted. A final transaction answers at once. */
  waitForReceipt(id: Hash, timeoutMs: number, signal: AbortSignal): Promise<FinalReceipt | undefined>
  transactionProof(id: Hash): Promise<Result<TransactionProof>>
  /** Runs on the final head; nothing is kept. A rejected one says why in words. */
  simulate(
    transaction: Pick<Transaction, 'id' | 'body'>,
  ): Result<{ readonly receipt: Receipt & { readonly rejection?: Rejection }; readonly height: number }>
  /** The words of a rejection with this code; undefined where no module in force, and nothing of this software, knows it. */
  rejectionRow(code: string): RejectionWords | undefined
  /** All codes that have words. */
  rejectionCodes(): readonly string[]
  /** The transaction that first used this reference, when it is final. */
  transactionOfClientRef(sender: Hex, clientRef: string): Hash | undefined
  pool(): PoolStatus
  readonly waiting: WaitingTransactions
  readonly lists: BlockLists
  /** Those of the keys that a party has or had; a module's code where there is no such party. */
  addressesOfParty(party: string): Result<readonly Address[]>
  /** `height` undefined is the head. Answers older than the undo records give `state/pruned`. */
  query(module: string, query: string, args: Json, height?: number): Result<{ readonly value: Json; readonly height: number }>
  stateProof(key: Uint8Array, height?: number): Promise<Result<CertifiedStateProof>>
  consensus(): ConsensusStatus
  validators(): readonly ValidatorRecord[]
  /** From epoch `from` on, `limit` at the most, in order; the last may be the present one, which has no end. */
  epochs(from: number, limit: number): Promise<readonly EpochRecord[]>
  signerStats(): SignerStats
  evidence(): EvidenceSeen
  /** What this node has kept of who signed what about a height; `start` is 0, or `next` of the page before. */
  statements(height: number, start: number): Promise<Statements>
  /** Where the consensus key of this node stands on the chain. */
  standing(): Standing
  peers(): readonly (PeerInfo & { readonly organization?: string; readonly head?: number })[]
  network(): NetworkInfo
  /** A page of the consortium's members. `query/…`, `state/…` where the chain cannot tell. */
  members(request: MembersRequest): Result<MembersPage>
  /** `organizations/unknown-party` for one that is neither registered nor runs a node that the chain knows. */
  member(organization: string, height?: number): Result<{ readonly member: Member; readonly height: number }>
  /** What happens in this process and is in no block. */
  readonly journals: Journals
  /** Called after each block is stored, in order of height. Returns the unsubscriber. Listeners must not throw and must not wait. */
  onFinal(listener: (block: StoredBlock) => void): () => void
}

/** Who signs from a height on, until the block that ends the epoch. */
export interface EpochRecord {
  readonly epoch: number
  readonly firstHeight: number
  readonly validators: readonly ValidatorRecord[]
  readonly end?: { readonly header: Header; readonly certificate: CommitCertificate }
}

/** Lists over final blocks, from the node's index. It may be some blocks behind the head: each page says up to where it knows. */
export interface BlockLists {
  /** As all three: `index/unavailable`, `node/busy`. */
  blocks(range: ListRange): Promise<Result<ListPage<ListedBlock>>>
  transactions(range: ListRange, filter: TransactionFilter): Promise<Result<ListPage<ListedTransaction>>>
  events(range: ListRange, filter: EventFilter): Promise<Result<ListPage<ListedEvent>>>
}

/** The pool's transactions, in order of admission. */
export interface WaitingTransactions {
  /** Numbers of another run of the node mean other transactions. Of `0-9a-z`, at most 16. */
  readonly run: string
  /** Those with a number above `after`. */
  list(query: { readonly sender?: Address; readonly after?: number; readonly limit: number }): readonly WaitingTransaction[]
}

export interface WaitingTransaction {
  readonly number: number
  readonly transaction: Transaction
  readonly admittedAtMs: number
}

/** What a code of a refusal means, what a sender can do about it, and the reason code of a standard, where one has it. */
export interface RejectionWords {
  readonly meaning: string
  readonly hint: string
  readonly reason?: string
}

export interface ModuleDescription {
  readonly name: string
  readonly version: number
  /** Of its package; absent where it is part of the software. */
  readonly hash?: Hash
  readonly summary: string
  readonly commands: readonly { readonly name: string; readonly summary: string; readonly params: Codec<unknown> }[]
  readonly queries: readonly { readonly name: string; readonly summary: string; readonly args: JsonSchema; readonly result: JsonSchema }[]
  /** Codes that it refuses with. */
  readonly rejections: readonly (RejectionWords & { readonly code: string })[]
  /** `attributes` is the schema of an object of texts by name. */
  readonly events: readonly { readonly type: string; readonly summary: string; readonly attributes: JsonSchema }[]
}

/** The names of a module, in all versions that the chain has had or will have. */
export interface KnownModule {
  readonly name: string
  /** Absent for a part of the software. */
  readonly isOwn?: boolean
  /** Absent where this node has not the code of every version: any name may be one. */
  readonly names?: {
    readonly commands: readonly string[]
    /** Names of attributes by type. */
    readonly events: ReadonlyMap<string, readonly string[]>
  }
}

export interface NodeInfo {
  readonly version: string
  readonly chainId: number
  readonly genesisHash: Hash
  readonly name: string
  readonly organization: string
  readonly role: 'validator' | 'observer'
  readonly peerId: string
  /** `pruned`: older blocks are deleted. What was never here, below a snapshot, `earliest` of the status tells. */
  readonly history: 'archive' | 'pruned'
}

export interface NodeStatus {
  readonly state: 'starting' | 'syncing' | 'synced' | 'stalled'
  readonly height: number
  /** The lowest height whose block is kept. */
  readonly earliest: number
  /** Time of the head's header, ms. */
  readonly headTime: number
  /** Blocks that others are known to be ahead. */
  readonly lag: number
  /** That decides on the next block. */
  readonly epoch: number
  readonly view: number
  readonly primary: string
  /** Connected validators, without this one. */
  readonly peers: number
  /** Peers without which no quorum can form: with fewer it is not `synced`. */
  readonly peersNeeded?: number
  /** False while the node verifies behind its back what its start has left of a large store: it answers, and does not vote. Default: true. */
  readonly verified?: boolean
  /** Why it is not `synced`; stable texts. */
  readonly reasons: readonly string[]
}

/** A final block as it is stored. Genesis, height 0, has no certificate and no transactions. */
export interface StoredBlock {
  readonly hash: Hash
  readonly header: Header
  readonly certificate?: CommitCertificate
  /** In block order: those that were executed. */
  readonly transactions: readonly Transaction[]
  /** `receipts[i]` is of `transactions[i]`; one more at the end holds what the block itself did, if that emitted events. */
  readonly receipts: readonly Receipt[]
  readonly sizeBytes: number
}

export type TransactionStatus = 'pending' | 'final' | 'rejected' | 'expired' | 'unknown'

export interface TransactionRecord {
  readonly status: TransactionStatus
  readonly transaction?: Transaction
  readonly final?: FinalReceipt
  /** It is final at this height, whose block is not kept: the outcome is not known here. */
  readonly prunedHeight?: number
}

export interface FinalReceipt {
  readonly receipt: Receipt
  readonly height: number
  readonly blockHash: Hash
  readonly timeMs: number
}

/** Proves that a transaction and its receipt are in a final block: two Merkle paths, the header, its certificate. */
export interface TransactionProof {
  readonly id: Hash
  readonly receipt: Receipt
  readonly index: number
  readonly transactionCount: number
  readonly receiptCount: number
  readonly transactionPath: readonly Hash[]
  readonly receiptPath: readonly Hash[]
  readonly header: Header
  readonly certificate: CommitCertificate
}

export interface CertifiedStateProof {
  readonly proof: StateProof
  readonly header: Header
  /** Absent at genesis. */
  readonly certificate?: CommitCertificate
}

export interface PoolStatus {
  readonly size: number
  readonly sizeBytes: number
  readonly capacity: number
  readonly perSenderMax: number
}

export interface ConsensusStatus {
  readonly epoch: number
  readonly view: number
  readonly wants: number
  readonly inView: boolean
  readonly primary: number
  readonly head: number
  readonly quorum: number
  readonly slots: readonly {
    readonly height: number
    readonly digest?: Hash
    readonly phase: string
    readonly prepares: readonly number[]
    readonly commits: readonly number[]
  }[]
}

/** Who signed and proposed the last final blocks. Empty, with `fromHeight` above `toHeight`, before the first block. */
export interface SignerStats {
  readonly fromHeight: number
  readonly toHeight: number
  /** Heights that are looked back at the most. */
  readonly windowMax: number
  /** In the order of the validators. */
  readonly validators: readonly SignerRecord[]
}

export interface SignerRecord {
  /** Heights whose certificate has the signature, or whose Commit came in here. */
  readonly signed: number
  readonly missed: number
  readonly lastSignedHeight?: number
  /** Blocks of the window that it proposed. */
  readonly proposed: number
  /** Views that ended between blocks of the window while it was their primary. */
  readonly viewsLost: number
}

/** What whoever looks into a fork needs of a node. */
export interface Statements {
  /** Of the height's block, where it is held. */
  readonly committed?: CommitCertificate
  /** Those that its own Commits rested on. */
  readonly prepared: readonly PreparedCertificate[]
  /** NewViews with a base below the height that it entered, with their ViewChanges; the oldest first. */
  readonly newViews: readonly { readonly newView: SignedMessage; readonly viewChanges: readonly SignedMessage[] }[]
  readonly next?: number
}

/** Where a node's consensus key stands on the chain. */
export interface Standing {
  readonly standing: 'validator' | 'observer' | 'none'
  readonly consensusKey?: Hex
  readonly organization?: string
  readonly index?: number
  readonly sinceHeight?: number
  /** An observer's signature of the newest checkpoint. */
  readonly readiness?: { readonly height: number; readonly headerHash: Hash; readonly signature: Hex; readonly keptAtMs: number }
}

/** What this process has seen of misbehaviour, newest first. Bounded by validator: `dropped` says how many had to go. */
export interface EvidenceSeen {
  readonly sinceMs: number
  readonly dropped: number
  readonly items: readonly EvidenceRecord[]
}

/** Two signed messages of one validator that cannot both be honest. */
export interface EvidenceRecord {
  /** Rises by one with each. */
  readonly sequence: number
  readonly seenAtMs: number
  readonly culprit: number
  readonly kind: 'conflicting-prepare' | 'conflicting-commit' | 'forgotten-commit'
  readonly height: number
  readonly first: SignedMessage
  readonly second: SignedMessage
}

export interface NetworkInfo {
  readonly peerId: string
  /** Multiaddrs. */
  readonly listen: readonly string[]
  /** Names and versions of the protocols that peers must speak, one a stream. */
  readonly protocols: readonly string[]
  readonly limits: NetworkLimits
}

export interface NetworkLimits {
  readonly frameBytesMax: Readonly<Record<'consensus' | 'transactions' | 'sync', number>>
  /** What one peer may send on one stream. */
  readonly receiveBytesPerSecondMax: number
  readonly sendBytesPerSecondMax: number
  /** Inbound connections in their handshake. */
  readonly pendingInboundMax: number
  readonly inboundPerHostPerSecondMax: number
}

export interface MembersRequest {
  /** Parties with this role only. */
  readonly role?: string
  readonly cursor?: string
  readonly limit: number
  readonly height?: number
}

export interface MembersPage {
  readonly items: readonly Member[]
  readonly nextCursor?: string
  readonly height: number
}

/** An organization of the consortium: a registered party, one that runs a node which the chain knows, or both. */
export interface Member {
  /** Its party id, and its name among validators and observers. */
  readonly organization: string
  readonly party?: MemberParty
  readonly validator?: { readonly index: number; readonly peerId: string; readonly consensusKey: string }
  /** Admitted by a vote, or removed from the validators by one. `partyId` would vote for it, where it is not of its own name. */
  readonly observer?: { readonly sinceHeight: number; readonly peerId: string; readonly consensusKey: string; readonly partyId?: string }
}

export interface MemberParty {
  readonly name: string
  readonly country: string
  readonly lei?: string
  readonly uscc?: string
  readonly bic?: string
  readonly roles: readonly string[]
  readonly kyc: { readonly status: string; readonly validUntilMs?: number; readonly changedAtMs: number }
  /** KYC is ACTIVE and valid at the height's block time: the party may act. */
  readonly active: boolean
  readonly account: Address
  readonly registeredAtMs: number
  /** Keys that it has or had. */
  readonly operators: number
}

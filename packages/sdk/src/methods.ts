import type { Hash, Hex, Rejection } from '@hanse/primitives'
import type {
  ChainParams,
  CommitCertificate,
  Event,
  Genesis,
  Header,
  Json,
  ModuleEntry,
  PreparedCertificate,
  Receipt,
  SignedMessage,
  TransactionProof,
  ValidatorRecord,
} from '@hanse/protocol'
import type { EvidenceRecord, NodeStanding, ProposalRecord, RecordedEvidence } from './governance-records.ts'
import type {
  EventListParams,
  ListedBlock,
  ListedEvent,
  ListedTransaction,
  ListPage,
  ListParams,
  TransactionListParams,
  WaitingTransaction,
} from './list-types.ts'

/** A transaction's receipt with the block that made it final. */
export interface FinalReceipt {
  readonly txId: Hash
  readonly index: number
  readonly outcome: 'success' | 'rejected'
  /** Why a module rejected it, and which call. */
  readonly code?: string
  readonly callIndex?: number
  /** What a standard calls the refusal: a reason code of ISO 20022, a rule of EN 16931. */
  readonly reason?: string
  readonly events: readonly Event[]
  readonly height: number
  readonly blockHash: Hash
  readonly timeMs: number
}

/** A call as people write it: `params` are JSON, by the command's schema. */
export interface ReadableCall {
  readonly module: string
  readonly command: string
  readonly params?: Json
  /** Instead of `params`, where nobody here can decode them. */
  readonly paramsBytes?: Hex
}

export interface ReadableBody {
  readonly genesisHash: Hash
  readonly chainId: number
  readonly sender: Hex
  readonly coSigners: readonly Hex[]
  readonly expiresAtMs: number
  readonly unique: Hex
  readonly sequence?: number
  readonly clientRef?: string
  readonly calls: readonly ReadableCall[]
}

export interface ReadableTransaction {
  readonly hash: Hash
  readonly body: ReadableBody
  readonly raw: Hex
}

export interface NodeInfo {
  readonly version: string
  readonly chainId: number
  readonly genesisHash: Hash
  readonly name: string
  readonly organization: string
  readonly role: 'validator' | 'observer'
  readonly peerId: string
  /** `pruned`: the node deletes old blocks. */
  readonly history: 'archive' | 'pruned'
  readonly modules: readonly { readonly name: string; readonly version: number }[]
}

export interface NodeStatus {
  readonly state: 'starting' | 'syncing' | 'synced' | 'stalled'
  readonly height: number
  /** The lowest height whose block the node keeps. */
  readonly earliest: number
  /** ms. */
  readonly headTime: number
  readonly lag: number
  /** That decides on the next block. */
  readonly epoch: number
  readonly view: number
  readonly primary: string
  readonly peers: number
  readonly reasons: readonly string[]
}

export interface ReadableBlock {
  readonly hash: Hash
  readonly height: number
  readonly timeMs: number
  readonly header: Header
  /** Absent at genesis. */
  readonly certificate?: CommitCertificate
  readonly sizeBytes: number
  readonly transactionIds: readonly Hash[]
  readonly transactions?: readonly ReadableTransaction[]
  readonly receipts?: readonly Receipt[]
}

export interface TransactionStatus {
  readonly hash: Hash
  readonly status: 'pending' | 'final' | 'rejected' | 'expired' | 'unknown'
  readonly transaction?: ReadableTransaction
  readonly receipt?: FinalReceipt
}

export interface ConsensusState {
  readonly epoch: number
  readonly view: number
  readonly wants: number
  readonly inView: boolean
  /** Index into the validators. */
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

export interface PeerRecord {
  readonly peerId: string
  readonly organization?: string
  readonly connected: boolean
  readonly head?: number
  readonly addresses: readonly string[]
  readonly connectedSinceMs?: number
  readonly bytesIn: number
  readonly bytesOut: number
  readonly framesIn: number
  readonly framesOut: number
  readonly reconnects: number
  readonly lastDisconnectReason?: string
}

/** Who signs from a height on, and the block that ended it: the present epoch has none. */
export interface EpochRecord {
  readonly epoch: number
  readonly firstHeight: number
  readonly lastHeight?: number
  readonly validators: readonly ValidatorRecord[]
  readonly end?: { readonly header: Header; readonly certificate: CommitCertificate }
}

export interface SignerRecord {
  readonly index: number
  readonly organization: string
  readonly signed: number
  readonly missed: number
  /** null: none in the window. */
  readonly lastSignedHeight: number | null
  readonly proposed: number
  readonly viewsLost: number
}

/** A registered party, an organization that runs a validator or an observer, or both. */
export interface MemberRecord {
  readonly organization: string
  readonly party?: {
    readonly name: string
    readonly country: string
    readonly lei?: string
    readonly uscc?: string
    readonly bic?: string
    readonly roles: readonly string[]
    readonly kyc: { readonly status: string; readonly validUntilMs?: number; readonly changedAtMs: number }
    readonly active: boolean
    readonly account: Hex
    readonly registeredAtMs: number
    readonly operators: number
  }
  readonly validator?: { readonly index: number; readonly peerId: string; readonly consensusKey: string }
  /** A node that a vote has admitted, or taken from the validators. `partyId` would vote for it, where it is not of its own name. */
  readonly observer?: { readonly sinceHeight: number; readonly peerId: string; readonly consensusKey: string; readonly partyId?: string }
}

export interface NetworkRecord {
  readonly peerId: string
  readonly version: string
  readonly listen: readonly string[]
  readonly protocols: readonly string[]
  readonly peers: { readonly allowed: number; readonly connected: number }
  readonly limits: {
    readonly frameBytesMax: { readonly consensus: number; readonly transactions: number; readonly sync: number }
    readonly receiveBytesPerSecondMax: number
    readonly sendBytesPerSecondMax: number
    readonly pendingInboundMax: number
    readonly inboundPerHostPerSecondMax: number
  }
  readonly totals: {
    readonly bytesIn: number
    readonly bytesOut: number
    readonly framesIn: number
    readonly framesOut: number
    readonly reconnects: number
  }
}

/** A height, `latest` or `earliest`. */
export type HeightReference = number | 'latest' | 'earliest'
type BlockReference = { readonly height?: HeightReference | Hex }
type None = Readonly<Record<string, never>>

export interface TransactionDraft {
  readonly sender: Hex
  readonly calls: readonly { readonly module: string; readonly command: string; readonly params: Json }[]
  readonly expiresInBlocks?: number
  readonly expiresAtMs?: number
  readonly clientRef?: string
  readonly coSigners?: readonly Hex[]
  readonly sequence?: number
}

/** As JSON: `verifyStateProof` reads it. */
export interface StateProofReply {
  readonly height: number
  readonly key: Hex
  readonly value: Hex | null
  readonly proof: Json
  readonly header: Header
  readonly certificate?: CommitCertificate
}

/** What would have become of a transaction at `height`. */
export interface Simulation {
  readonly hash: Hash
  readonly height: number
  readonly outcome: 'success' | 'rejected'
  readonly code?: string
  readonly callIndex?: number
  /** Why, in words; `path` is that of the param. */
  readonly rejection?: Rejection
  readonly events: readonly Event[]
}

/** Params and result of each method, as docs/integrating.md and `rpc.discover` describe them. Results are as a correct node gives them. */
export interface RpcMethods {
  'rpc.discover': { readonly params: None; readonly result: Json }
  node_info: { readonly params: None; readonly result: NodeInfo }
  node_status: { readonly params: None; readonly result: NodeStatus }
  chain_getGenesis: { readonly params: None; readonly result: { readonly genesisHash: Hash; readonly genesis: Genesis } }
  chain_getHeight: { readonly params: None; readonly result: number }
  chain_getParams: {
    readonly params: None
    readonly result: {
      readonly height: number
      readonly paramsHash: Hash
      readonly params: ChainParams
      /** In force at the head, in execution order. */
      readonly modules: readonly ModuleEntry[]
    }
  }
  chain_getBlock: { readonly params: BlockReference & { readonly detail?: 'full' | 'ids' }; readonly result: ReadableBlock }
  chain_getHeader: {
    readonly params: BlockReference
    readonly result: { readonly hash: Hash; readonly height: number; readonly timeMs: number; readonly header: Header }
  }
  chain_getCertificate: {
    readonly params: BlockReference
    readonly result: { readonly hash: Hash; readonly height: number; readonly header: Header; readonly certificate: CommitCertificate }
  }
  chain_listBlocks: { readonly params: ListParams; readonly result: ListPage<ListedBlock> }
  tx_list: { readonly params: TransactionListParams; readonly result: ListPage<ListedTransaction> }
  event_list: { readonly params: EventListParams; readonly result: ListPage<ListedEvent> }
  pool_list: {
    readonly params: { readonly sender?: Hex; readonly cursor?: string; readonly limit?: number }
    readonly result: {
      readonly items: readonly WaitingTransaction[]
      readonly nextCursor: string | null
      readonly complete: boolean
      readonly size: number
    }
  }
  tx_prepare: {
    readonly params: TransactionDraft
    readonly result: { readonly body: Hex; readonly signBytes: Hex; readonly hash: Hash; readonly preview: ReadableBody }
  }
  tx_simulate: { readonly params: { readonly raw: Hex } | { readonly body: Hex } | TransactionDraft; readonly result: Simulation }
  tx_send: { readonly params: { readonly raw: Hex }; readonly result: { readonly hash: Hash; readonly known: boolean } }
  tx_sendAndWait: { readonly params: { readonly raw: Hex; readonly timeoutMs?: number }; readonly result: FinalReceipt }
  tx_waitForReceipt: { readonly params: { readonly hash: Hex; readonly timeoutMs?: number }; readonly result: FinalReceipt }
  tx_get: { readonly params: { readonly hash: Hex }; readonly result: TransactionStatus }
  tx_getReceipt: { readonly params: { readonly hash: Hex }; readonly result: FinalReceipt }
  tx_getProof: { readonly params: { readonly hash: Hex }; readonly result: TransactionProof & { readonly height: number } }
  pool_status: {
    readonly params: None
    readonly result: { readonly size: number; readonly sizeBytes: number; readonly capacity: number; readonly perSenderMax: number }
  }
  state_query: {
    readonly params: { readonly module: string; readonly query: string; readonly args?: Json; readonly height?: HeightReference }
    readonly result: { readonly value: Json; readonly height: number }
  }
  state_getProof: {
    readonly params: { readonly key: Hex; readonly height?: HeightReference }
    readonly result: StateProofReply
  }
  consensus_getState: { readonly params: None; readonly result: ConsensusState }
  consensus_getValidators: {
    readonly params: None
    readonly result: {
      readonly epoch: number
      readonly quorum: number
      readonly items: readonly (ValidatorRecord & { readonly index: number })[]
      readonly nextCursor: string | null
    }
  }
  consensus_listEpochs: {
    readonly params: { readonly from?: number; readonly limit?: number }
    readonly result: { readonly items: readonly EpochRecord[]; readonly nextCursor: string | null }
  }
  consensus_getSignerStats: {
    readonly params: None
    readonly result: {
      readonly height: number
      readonly fromHeight: number
      readonly windowMax: number
      readonly items: readonly SignerRecord[]
      readonly nextCursor: string | null
    }
  }
  consensus_getEvidence: {
    readonly params: { readonly validator?: number; readonly cursor?: string; readonly limit?: number }
    readonly result: {
      readonly sinceMs: number
      readonly dropped: number
      readonly items: readonly EvidenceRecord[]
      readonly onChain: readonly RecordedEvidence[]
      readonly nextCursor: string | null
    }
  }
  consensus_getStanding: { readonly params: None; readonly result: NodeStanding }
  gov_listProposals: {
    readonly params: { readonly status?: string; readonly cursor?: string; readonly limit?: number; readonly height?: HeightReference }
    readonly result: { readonly height: number; readonly items: readonly ProposalRecord[]; readonly nextCursor: string | null }
  }
  /** For whoever looks into a fork: `hanse evidence culprits`. */
  consensus_getStatements: {
    readonly params: { readonly height: number; readonly cursor?: string }
    readonly result: {
      readonly height: number
      readonly committed?: CommitCertificate
      readonly prepared: readonly PreparedCertificate[]
      readonly newViews: readonly { readonly newView: SignedMessage; readonly viewChanges: readonly SignedMessage[] }[]
      readonly nextCursor: string | null
    }
  }
  gov_getProposal: {
    readonly params: { readonly proposalId: string; readonly height?: HeightReference }
    readonly result: {
      readonly height: number
      readonly proposal: ProposalRecord
      /** Yes of so many members accept it. */
      readonly quorum: number
      readonly members: readonly { readonly organization: string; readonly partyId: string }[]
    }
  }
  member_list: {
    readonly params: { readonly role?: string; readonly cursor?: string; readonly limit?: number; readonly height?: HeightReference }
    readonly result: { readonly height: number; readonly items: readonly MemberRecord[]; readonly nextCursor: string | null }
  }
  member_get: {
    readonly params: { readonly organization: string; readonly height?: HeightReference }
    readonly result: { readonly height: number; readonly member: MemberRecord }
  }
  net_info: { readonly params: None; readonly result: NetworkRecord }
  net_peers: { readonly params: None; readonly result: { readonly items: readonly PeerRecord[]; readonly nextCursor: string | null } }
}

export type RpcMethodName = keyof RpcMethods
export type ParamsOf<M extends RpcMethodName> = RpcMethods[M]['params']
export type ResultOf<M extends RpcMethodName> = RpcMethods[M]['result']

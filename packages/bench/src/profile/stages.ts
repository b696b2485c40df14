/** What a node does for a transaction, in the order in which it does it, and what it does beside that. */
export const STAGES = [
  ...['receive', 'verify', 'pool', 'gossip', 'order', 'execute', 'tree', 'store', 'notify'],
  ...['garbage collection', 'the rest'],
] as const

export type Stage = (typeof STAGES)[number] | 'idle'

/** A frame of the stack that decides of which stage it is, and all that it calls and no other rule decides about. */
export interface StageRule {
  readonly stage: Stage
  /** What of the stage. */
  readonly part: string
  /** Of ours: a package, or a folder or file of it, as `state/tree`. */
  readonly in?: readonly string[]
  /** Of others: a library, or all whose names begin so where it ends in `*`. */
  readonly libraries?: readonly string[]
  /** Parts of Node itself, by the beginning of their names. */
  readonly builtins?: readonly string[]
  /** Only these functions. Without a place: wherever they are, as those that V8 makes up. */
  readonly functions?: readonly string[]
}

const LIBP2P = ['@libp2p/*', 'libp2p', '@multiformats/*', 'multiformats', 'uint8array*', 'it-*', 'race-*', 'main-event', 'progress-events']

/** The first that fits a frame decides. Of a stack, the innermost frame that any fits. */
export const STAGE_RULES: readonly StageRule[] = [
  { stage: 'idle', part: 'idle', functions: ['(idle)'] },
  { stage: 'garbage collection', part: 'main thread', functions: ['(garbage collector)'] },
  { stage: 'the rest', part: 'event loop and system calls', functions: ['(program)'] },

  { stage: 'verify', part: 'signatures of transactions', in: ['crypto'], functions: ['verifyTransaction'] },
  { stage: 'verify', part: 'decoding of transactions', in: ['protocol/transaction'], functions: ['decodeTransaction'] },
  {
    ...{ stage: 'verify', part: 'signatures of transactions', in: ['replica/gate'] },
    functions: ['transaction', 'unknownTransaction', 'blockTransaction', '#verifiedTransaction'],
  },
  { stage: 'order', part: 'certificates', in: ['crypto'], functions: ['verifyCommitCertificate'] },
  { stage: 'order', part: 'certificates', in: ['replica/gate'], functions: ['certificate', 'block'] },
  { stage: 'order', part: 'signatures of votes', in: ['replica/gate'] },
  { stage: 'order', part: 'signatures of votes', in: ['node/driver'], functions: ['#sign'] },

  { stage: 'gossip', part: 'decoding of frames', in: ['node/inbound'], functions: ['decodeConsensusFrame', 'decodeTransactionsFrame'] },
  { stage: 'gossip', part: 'decoding of blocks', in: ['node/inbound'], functions: ['decodeSyncFrame'] },
  { stage: 'gossip', part: 'encryption', in: ['p2p/quick-noise'] },
  { stage: 'gossip', part: 'frames', in: ['p2p', 'node/inbound', 'node/outbound', 'node/peers', 'node/frame-budget'] },
  { stage: 'gossip', part: 'encryption', libraries: ['@chainsafe/libp2p-noise', '@chainsafe/as-*', '@noble/ciphers'] },
  { stage: 'gossip', part: 'streams', libraries: ['@chainsafe/libp2p-yamux', ...LIBP2P] },

  { stage: 'tree', part: 'pages', in: ['state/store'] },
  { stage: 'tree', part: 'hashes', in: ['state/tree', 'state/chain/tree-changes'] },
  { stage: 'pool', part: 'admission', in: ['state'], functions: ['admissible', 'wasExecuted', 'nextSequence'] },
  { stage: 'execute', part: 'modules', in: ['modules', 'documents'] },
  { stage: 'execute', part: 'ledger', in: ['state', 'node/measured-ledger'] },

  { stage: 'order', part: 'log and guard', in: ['node/driver'], functions: ['#logVotes'] },
  {
    ...{ stage: 'order', part: 'log and guard' },
    in: ['storage/write-ahead-log', 'storage/log-segment', 'storage/log-record', 'storage/guard-file', 'storage/files'],
  },
  { stage: 'store', part: 'records', in: ['replica/chain-store'] },
  { stage: 'store', part: 'records', in: ['node/block-store', 'node/kept-blocks', 'node/kept-evidence', 'node/watched-store'] },
  { stage: 'store', part: 'LevelDB', in: ['storage'], libraries: ['classic-level', 'abstract-level', 'level-*'] },

  { stage: 'notify', part: 'index', in: ['node/index-follower', 'node/node-index', 'indexer'] },
  { stage: 'notify', part: 'receipts', in: ['node/transaction-watch', 'rpc/results'] },
  { stage: 'notify', part: 'receipts', in: ['rpc/transactions/submit'], functions: ['awaitReceipt'] },
  { stage: 'notify', part: 'receipts', in: ['rpc/socket-connection'], functions: ['send'] },
  { stage: 'notify', part: 'subscriptions', in: ['rpc/subscriptions'] },
  { stage: 'the rest', part: 'metrics', in: ['rpc/prom-meter'], libraries: ['prom-client'], builtins: ['node:internal/perf/observe'] },
  { stage: 'receive', part: 'requests', in: ['rpc', 'node/api'], libraries: ['ws', 'fastify', '@fastify/*', 'find-my-way', 'avvio'] },
  { stage: 'receive', part: 'requests', builtins: ['node:_http'] },

  { stage: 'pool', part: 'admission', in: ['replica/admission', 'replica/transaction-desk', 'replica/demand'] },
  { stage: 'pool', part: 'pool', in: ['mempool', 'node/node-pool'] },
  { stage: 'order', part: 'votes', in: ['consensus', 'replica', 'node/driver', 'node/roster'] },

  {
    stage: 'the rest',
    part: 'metrics',
    in: ['node/metrics', 'node/observer', 'node/consensus-diary', 'node/node-diary', 'node/signer-window'],
  },
  { stage: 'the rest', part: 'log lines', in: ['node/effect-log', 'node/log-note', 'node/system'], libraries: ['pino', 'sonic-boom'] },
  { stage: 'the rest', part: 'the node', in: ['node'] },
]

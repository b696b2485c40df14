/** What one client may ask of the server. `DEFAULT_LIMITS` are those of docs/operating.md; tests and operators may tighten them. */
export interface RpcLimits {
  /** A request body or a WebSocket message. */
  readonly requestBytesMax: number
  /** Large requests of all clients that have begun to come and are not answered: senders that do not end. */
  readonly partialBytesMax: number
  /** Of them, those of one client, this machine's too. */
  readonly partialBytesPerClientMax: number
  /** A response: what all items of a batch give together. */
  readonly responseBytesMax: number
  /** Responses of all clients that are being made or not sent yet: readers that do not read. A quarter is for small ones alone. */
  readonly unsentBytesMax: number
  /** Calls in a batch. */
  readonly batchCallsMax: number
  /** TCP connections of the RPC listener, WebSockets included. When there is one more, the one that has been idle the longest ends. */
  readonly connectionsMax: number
  /** Of them, WebSockets: so that there is room for others. */
  readonly socketsMax: number
  /** Of them, those of one remote address. */
  readonly connectionsPerClientMax: number
  /** New connections a second of one remote address; at once, twice as many as it may have. */
  readonly connectionsPerSecond: number
  /** The same for clients on this machine. */
  readonly loopbackConnectionsPerSecond: number
  /** Calls that are being answered, of all clients: those that wait for receipts above all. */
  readonly callsInFlightMax: number
  /** Calls of one WebSocket that are being answered; beyond it the socket is not read. */
  readonly callsInFlightPerSocketMax: number
  readonly subscriptionsPerSocketMax: number
  /** Bytes that wait for a WebSocket's reader before its subscriptions pause. */
  readonly subscriptionBufferBytesMax: number
  /** The same of all WebSockets of a client together. */
  readonly subscriptionBufferBytesPerClientMax: number
  /** How long a subscription pauses for its reader before it is closed, and a response waits for one who takes nothing of it. */
  readonly slowReaderMs: number
  /** From the first byte of a request to the end of its headers. */
  readonly headersTimeoutMs: number
  /** From the first byte of a request to its last. */
  readonly requestTimeoutMs: number
  /** An idle connection is kept this long. */
  readonly keepAliveMs: number
  /** A WebSocket that does not answer a ping within this time is dead. */
  readonly pingIntervalMs: number
  /** How old the node's status may be by which transactions are taken: it is read for each of them. */
  readonly statusAgeMs: number
  /** Calls a second of one remote client, and how many it may save up. */
  readonly callsPerSecond: number
  readonly callsBurst: number
  /** The processor time that these calls pay for, in ms a second: a call that takes longer counts as several. */
  readonly processorMsPerSecond: number
  /** The same for clients on this machine: high, for load goes through here, but the chain keeps its part of the processor. */
  readonly loopbackCallsPerSecond: number
  readonly loopbackCallsBurst: number
  readonly loopbackProcessorMsPerSecond: number
}

export const DEFAULT_LIMITS: RpcLimits = {
  requestBytesMax: 5 * 1024 * 1024,
  partialBytesMax: 64 * 1024 * 1024,
  partialBytesPerClientMax: 20 * 1024 * 1024,
  responseBytesMax: 25 * 1024 * 1024,
  unsentBytesMax: 40 * 1024 * 1024,
  batchCallsMax: 100,
  connectionsMax: 1_024,
  socketsMax: 768,
  connectionsPerClientMax: 128,
  connectionsPerSecond: 20,
  loopbackConnectionsPerSecond: 1_000,
  callsInFlightMax: 50_000,
  callsInFlightPerSocketMax: 4_096,
  subscriptionsPerSocketMax: 64,
  subscriptionBufferBytesMax: 1024 * 1024,
  subscriptionBufferBytesPerClientMax: 8 * 1024 * 1024,
  slowReaderMs: 10_000,
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 10_000,
  keepAliveMs: 65_000,
  pingIntervalMs: 30_000,
  statusAgeMs: 100,
  callsPerSecond: 200,
  callsBurst: 1_000,
  processorMsPerSecond: 100,
  loopbackCallsPerSecond: 12_000,
  loopbackCallsBurst: 4_000,
  loopbackProcessorMsPerSecond: 600,
}

/** Lists and objects inside one another in a request. */
export const JSON_DEPTH_MAX = 32
/** Values in a message, those in lists and objects each: reading one costs about as much as reading hundred bytes of a text. */
export const JSON_VALUES_MAX = 65_536
/** Characters of a request's id, as sent. */
export const ID_LENGTH_MAX = 256
/** Clients whose rate is remembered. */
export const RATED_CLIENTS_MAX = 10_000
/** How long a client over its rate waits before it hears so, in ms: who does not listen cannot ask faster than this on each connection. */
export const REFUSAL_DELAY_MS = 100
/** The same for one whose debt takes longer to be paid off. */
export const REFUSAL_DELAY_MS_MAX = 1_000
/** Requests of one client that begin in a round of the event loop, on all its connections together: others, and votes, come in between. */
export const REQUESTS_PER_ROUND = 16
/** Requests of one connection that were read while the first of them is not answered. */
export const PIPELINED_REQUESTS_MAX = 64
/** An address whose connection was cut off makes no new ones for as long, beyond what it has saved up, in ms; each adds to it. */
export const CUT_OFF_MS = 1_000
/** Frames that a WebSocket message may come in. */
export const MESSAGE_FRAGMENTS_MAX = 1_024
/** Pings of one WebSocket that wait for their pongs to be sent. */
export const PENDING_PONGS_MAX = 16
/** Messages of one WebSocket that wait for their turn before the socket is not read any more. */
export const QUEUED_MESSAGES_MAX = 64
/** Bytes of a request that count as one more call. What has more is large. */
export const BYTES_PER_CALL = 64 * 1024
/** Processor time that HTTP takes for a request beside what it asks, in ms: who is refused is charged it, too. */
export const HTTP_REQUEST_MS = 0.03
/** Work that holds the event loop up at a stretch counts this many times beyond so many ms: votes wait for it. */
export const STRETCH_MS = 25
export const STRETCH_WEIGHT = 4
/** How long a call may wait for a receipt, in ms. */
export const WAIT_MS_MAX = 30_000
export const WAIT_MS_DEFAULT = 10_000
/** Heights above the head that a list or subscription may start at: who asks may know them from a node that is ahead by some blocks. */
export const START_AHEAD_HEIGHTS_MAX = 32
/** Characters of an error's message. */
export const MESSAGE_LENGTH_MAX = 500
/** Transactions whose way to final is timed at once. */
export const TIMED_TRANSACTIONS_MAX = 50_000
/** Items of a list's page, where nothing else is asked for, and at the most. */
export const PAGE_ITEMS_DEFAULT = 50
export const PAGE_ITEMS_MAX = 200

/** The admin listener has one user. */
export const ADMIN_LIMITS: RpcLimits = {
  ...DEFAULT_LIMITS,
  requestBytesMax: 64 * 1024,
  unsentBytesMax: 16 * 1024 * 1024,
  connectionsMax: 64,
  callsInFlightMax: 256,
  callsPerSecond: 100,
  callsBurst: 200,
}
/** Addresses that a peer may be dialled at. */
export const ADMIN_PEER_ADDRESSES_MAX = 8
/** How long a peer may be kept off by hand, in ms. */
export const PEER_BAN_MS_MAX = 24 * 3_600_000
/** Keys to one node's RPC, those of config.toml and revoked ones included. */
export const API_KEYS_MAX = 1_000
/** Snapshots of one list: the newest. */
export const SNAPSHOTS_MAX = 1_000

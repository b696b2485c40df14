import type { Rejection } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { MESSAGE_LENGTH_MAX } from './limits.ts'

/** One row of the table: what a client may get from the RPC itself, from the pool or from the decoders. Modules have their own tables. */
export interface ErrorRow {
  /** `error.code`: the class. */
  readonly number: number
  /** When it is given, in one sentence. */
  readonly meaning: string
  /** What the caller can do about it; also what `error.data.hint` says where the place that refused gave no hint of its own. */
  readonly hint: string
}

const PARSE_ERROR = -32700
const INVALID_REQUEST = -32600
const UNKNOWN_METHOD = -32601
export const BAD_PARAMS = -32602
const INTERNAL_ERROR = -32603
const NOT_FOUND = -32001
const UNAVAILABLE = -32002
export const REJECTED_BY_MODULE = -32003
const LIMIT_EXCEEDED = -32005
const TIMED_OUT = 4
const PRUNED = 4444
/** A transaction that the pool refuses for who sends it: a module's code, before any block. */
const NOT_PERMITTED = 1016
/** A transaction that is refused with a code the table does not know. */
const REFUSED = 1099

/** Every code of `error.data.code` that is not a module's. */
export const ERROR_TABLE = {
  'json/malformed': { number: PARSE_ERROR, meaning: 'the body is not JSON in UTF-8', hint: 'Send one JSON value, encoded in UTF-8.' },
  'json/too-deep': { number: PARSE_ERROR, meaning: 'lists and objects are nested more than 32 deep', hint: 'Send a flatter request.' },
  'json/too-many-values': {
    number: LIMIT_EXCEEDED,
    meaning: 'a message has more than 65,536 values, in all its lists and objects',
    hint: 'Send less at once.',
  },
  'json/duplicate-member': { number: INVALID_REQUEST, meaning: 'a member stands twice in an object', hint: 'Name each member once.' },
  'json/forbidden-member': {
    number: INVALID_REQUEST,
    meaning: 'a member is called __proto__ or constructor',
    hint: 'Choose another name.',
  },
  'json/lone-surrogate': {
    number: INVALID_REQUEST,
    meaning: 'a text is not Unicode: it has half of a surrogate pair',
    hint: 'Send valid Unicode.',
  },
  'json/number-too-large': {
    number: INVALID_REQUEST,
    meaning: 'a number is beyond 2^53 − 1, where JSON readers lose digits',
    hint: 'Write amounts as decimal strings of minor units, such as "100000".',
  },
  'rpc/not-a-request': {
    number: INVALID_REQUEST,
    meaning: 'the value is no JSON-RPC 2.0 request',
    hint: 'Send {"jsonrpc":"2.0","id":1,"method":"…","params":{…}}.',
  },
  'rpc/empty-batch': { number: INVALID_REQUEST, meaning: 'the batch has no calls', hint: 'Send 1 to 100 calls.' },
  'rpc/unknown-method': { number: UNKNOWN_METHOD, meaning: 'there is no such method', hint: 'rpc.discover lists all methods.' },
  'rpc/bad-params': {
    number: BAD_PARAMS,
    meaning: 'the params do not fit the method',
    hint: 'rpc.discover has the schema of each method.',
  },
  'query/unknown-module': {
    number: BAD_PARAMS,
    meaning: 'the chain has no such module',
    hint: 'rpc.discover lists the modules under x-modules.',
  },
  'query/unknown-query': {
    number: BAD_PARAMS,
    meaning: 'the module has no such query',
    hint: 'rpc.discover lists the queries under x-modules.',
  },
  'query/unknown-command': {
    number: BAD_PARAMS,
    meaning: 'a filter names a command that no module of the chain has, or not the module that it names',
    hint: 'rpc.discover lists the commands under x-modules.',
  },
  'query/unknown-event': {
    number: BAD_PARAMS,
    meaning: 'a filter names a type of event that no module of the chain tells, or not the module that it names',
    hint: 'rpc.discover lists the events under x-modules.',
  },
  'query/unknown-attribute': {
    number: BAD_PARAMS,
    meaning: 'a filter names an attribute that none of the events it asks for has',
    hint: 'rpc.discover lists the events with their attributes under x-modules.',
  },
  'query/unknown-code': {
    number: BAD_PARAMS,
    meaning: 'a filter names a code that nothing on this chain refuses with',
    hint: 'docs/errors.md lists the codes.',
  },
  'rpc/needs-websocket': { number: INVALID_REQUEST, meaning: 'subscriptions need a connection that stays', hint: 'Connect to /ws.' },
  'rpc/unknown-subscription': {
    number: NOT_FOUND,
    meaning: 'this connection has no such subscription',
    hint: 'It may have been closed: see sub_closed.',
  },
  'rpc/start-above-head': {
    number: NOT_FOUND,
    meaning: 'the list or subscription would start further above the head than a block that is on its way',
    hint: 'chain_getHeight tells the head. For what comes next, subscribe without `from`. A cursor of a chain that was started anew is of no use.',
  },
  'rpc/unknown-cursor': {
    number: NOT_FOUND,
    meaning: 'the cursor is of another run of this node, or of another node',
    hint: 'Start the list anew, without a cursor.',
  },
  'rpc/request-too-large': { number: LIMIT_EXCEEDED, meaning: 'the body has more than 5 MB', hint: 'Send less at once.' },
  'rpc/response-too-large': {
    number: LIMIT_EXCEEDED,
    meaning: 'the response would have more than 25 MB, that of a batch with all its calls together; those behind this one were not run',
    hint: 'Ask for less at once, or for the ids only.',
  },
  'rpc/batch-too-large': { number: LIMIT_EXCEEDED, meaning: 'the batch has more than 100 calls', hint: 'Split the batch.' },
  'rpc/rate-limited': { number: LIMIT_EXCEEDED, meaning: 'this client calls too often', hint: 'Wait a moment, then send again.' },
  'rpc/too-many-calls': {
    number: LIMIT_EXCEEDED,
    meaning: 'the server is answering as many calls as it can',
    hint: 'Send again in a moment, or to another node.',
  },
  'rpc/too-many-subscriptions': {
    number: LIMIT_EXCEEDED,
    meaning: 'the connection has as many subscriptions as it may have',
    hint: 'Unsubscribe, or use filters.',
  },
  'rpc/wrong-content-type': {
    number: INVALID_REQUEST,
    meaning: 'the content type is not application/json',
    hint: 'Send the header content-type: application/json.',
  },
  'rpc/foreign-host': {
    number: INVALID_REQUEST,
    meaning: 'the Host header names another host than this listener',
    hint: 'Use 127.0.0.1 or localhost in the URL, or add the name to rpc.hostNames in the node’s config.toml.',
  },
  'rpc/cross-origin': {
    number: INVALID_REQUEST,
    meaning: 'a web page of another origin asks, and CORS is off',
    hint: 'Turn CORS on for development, or use a server of your own in between.',
  },
  'rpc/unauthorized': {
    number: INVALID_REQUEST,
    meaning: 'the API key is missing, unknown, expired or revoked',
    hint: 'Send the header authorization: Bearer KEY.',
  },
  'rpc/not-found': {
    number: INVALID_REQUEST,
    meaning: 'there is nothing at this URL',
    hint: 'POST to /, WebSocket at /ws, GET /livez, /readyz, /metrics, /openrpc.json.',
  },
  'rpc/needs-upgrade': {
    number: INVALID_REQUEST,
    meaning: 'the URL takes WebSockets, and the request asks for none',
    hint: 'Open a WebSocket at /ws (ws:// or wss://), or POST calls to /.',
  },
  'rpc/method-not-allowed': {
    number: INVALID_REQUEST,
    meaning: 'the URL takes other HTTP methods than this one',
    hint: 'The header allow has them: calls are POST /, the rest is GET.',
  },
  'rpc/bad-http': { number: INVALID_REQUEST, meaning: 'the HTTP request cannot be read', hint: 'See the message.' },
  'rpc/request-timed-out': {
    number: LIMIT_EXCEEDED,
    meaning: 'the request did not come in time, or the node was too busy to read it in time: nothing of it was done',
    hint: 'Send it again, as it is.',
  },
  'rpc/internal': { number: INTERNAL_ERROR, meaning: 'the server failed: a defect', hint: 'The node’s log has the details. Report it.' },
  'rpc/stopping': { number: UNAVAILABLE, meaning: 'the node stops', hint: 'Ask another node, or this one when it is back.' },
  'node/syncing': {
    number: UNAVAILABLE,
    meaning: 'the node is not at the chain’s head yet',
    hint: 'Wait until /readyz answers 200, or use another node.',
  },
  'index/unavailable': {
    number: UNAVAILABLE,
    meaning: 'the node has no index of its blocks at the moment, so it cannot list them',
    hint: 'Ask another node. The log of this one says why; `index.enabled` turns the index on, and `hanse node reindex` makes it anew.',
  },
  'node/busy': {
    number: LIMIT_EXCEEDED,
    meaning: 'too many requests wait in the node',
    hint: 'Send again in a moment, or to another node.',
  },
  'chain/unknown-block': {
    number: NOT_FOUND,
    meaning: 'there is no final block of this height or hash',
    hint: 'chain_getHeight tells the head.',
  },
  'chain/block-damaged': {
    number: UNAVAILABLE,
    meaning: 'the block is damaged on this node’s disk; it is fetched from the peers',
    hint: 'Ask again in a moment, or another node. The log of this one says when it is whole.',
  },
  'chain/no-certificate': { number: NOT_FOUND, meaning: 'genesis has no certificate', hint: 'Trust in genesis comes from its hash.' },
  'chain/pruned': {
    number: PRUNED,
    meaning: 'the block at this height is not kept by this node',
    hint: 'data.earliest is the lowest height it has. Ask a node that keeps its history: node_info says `archive`.',
  },
  'state/unknown-height': { number: NOT_FOUND, meaning: 'the height is above the head', hint: 'chain_getHeight tells the head.' },
  'state/pruned': {
    number: PRUNED,
    meaning: 'the state at this height is not kept any more',
    hint: 'Ask for a younger height, or a node that keeps more.',
  },
  'tx/not-final': { number: NOT_FOUND, meaning: 'no final transaction has this hash', hint: 'tx_get tells the status.' },
  'tx/wait-timed-out': {
    number: TIMED_OUT,
    meaning: 'the transaction was not final in time; it may become so',
    hint: 'Ask tx_waitForReceipt with data.txHash.',
  },
  'p2p/unknown-peer': {
    number: NOT_FOUND,
    meaning: 'the peer is not in the allow-list',
    hint: 'admin_listPeers has all: the chain says who may be a peer.',
  },
  'p2p/address': {
    number: BAD_PARAMS,
    meaning: 'an address of a peer is none, or names another peer',
    hint: 'Write host:port, or a multiaddr such as /ip4/127.0.0.1/tcp/10545.',
  },
  'admin/unknown-key': { number: NOT_FOUND, meaning: 'no API key has this id', hint: 'admin_listApiKeys has all.' },
  'admin/too-many-keys': {
    number: LIMIT_EXCEEDED,
    meaning: 'the node has as many API keys as it may have',
    hint: 'Revoke what is not used: revoked and expired keys make room.',
  },
  'admin/job-running': {
    number: LIMIT_EXCEEDED,
    meaning: 'a snapshot or a backup is being made: one at a time',
    hint: 'admin_getJob tells how far it is.',
  },
  'admin/not-saved': {
    number: UNAVAILABLE,
    meaning: 'the file of API keys cannot be written; nothing has changed',
    hint: 'Look at the disk and at the rights of the node’s home, then call again.',
  },
  'pool/full': { number: 1000, meaning: 'the pool is full', hint: 'Send again when blocks have made room.' },
  'pool/sender-quota': { number: 1001, meaning: 'too many transactions of this sender wait', hint: 'Wait until some of them are final.' },
  'pool/expired': {
    number: 1002,
    meaning: 'the transaction’s time is over, by block time',
    hint: 'Build it again with a later expiresAtMs.',
  },
  'pool/expiry-too-far': {
    number: 1003,
    meaning: 'the expiry lies too far ahead',
    hint: 'Choose a nearer expiresAtMs; chain_getParams has timeToLiveMsMax.',
  },
  'pool/sequence-taken': {
    number: 1004,
    meaning: 'another transaction of the sender waits with this sequence',
    hint: 'Use the next sequence.',
  },
  'pool/wrong-chain': {
    number: 1005,
    meaning: 'signed for another chain',
    hint: 'Ask node_info for chainId and genesisHash and build it again.',
  },
  'pool/too-large': {
    number: 1006,
    meaning: 'larger than this chain’s transactions may be',
    hint: 'Split the calls over several transactions.',
  },
  'tx/too-large': { number: 1006, meaning: 'larger than any transaction may be', hint: 'Split the calls over several transactions.' },
  'encoding/malformed': {
    number: 1007,
    meaning: 'the bytes are not the message they should be',
    hint: 'Encode by proto/envelope.proto, or let tx_prepare do it.',
  },
  'encoding/bad-field': { number: 1007, meaning: 'a field is out of its bounds', hint: 'docs/protocol.md has the bounds of each field.' },
  'encoding/not-canonical': {
    number: 1007,
    meaning: 'the bytes are not the one encoding of their content',
    hint: 'Fields ascending, no defaults, no unknown or repeated fields, minimal varints.',
  },
  'tx/unknown-type': { number: 1008, meaning: 'the envelope’s type is not in use', hint: 'Use type 1.' },
  'tx/signature-count': {
    number: 1009,
    meaning: 'not one signature for the sender and each co-signer',
    hint: 'Sign once for each signer, in their order.',
  },
  'tx/duplicate-signer': { number: 1009, meaning: 'a signer stands twice', hint: 'Name each signer once.' },
  'tx/bad-signature': { number: 1010, meaning: 'a signature does not hold', hint: 'Sign signBytes of tx_prepare, with Ed25519.' },
  'tx/wrong-key': {
    number: 1011,
    meaning: 'a public key is not that of the signer in its place',
    hint: 'Signatures stand in the order sender, coSigners.',
  },
  'tx/unknown-algorithm': { number: 1012, meaning: 'the key algorithm is not in use', hint: 'Use Ed25519, algorithm 1.' },
  'tx/bad-sequence': { number: 1013, meaning: 'the sequence is not the sender’s next', hint: 'Use the next sequence, or leave it out.' },
  'tx/unknown-module': { number: 1014, meaning: 'the chain has no such module', hint: 'rpc.discover lists the modules under x-modules.' },
  'tx/unknown-command': {
    number: 1015,
    meaning: 'the module has no such command',
    hint: 'rpc.discover lists the commands under x-modules.',
  },
} as const satisfies Readonly<Record<string, ErrorRow>>

export type ErrorCode = keyof typeof ERROR_TABLE

/** A call that did not succeed, before it is written as JSON-RPC's error object. */
export interface Failure {
  readonly number: number
  readonly rejection: Rejection
  /** More members of `error.data`. */
  readonly data?: Readonly<Record<string, Json>>
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_TABLE, code)
}

/** A failure of the table. `message` is concrete and may be left out where the row says it all. */
export function failure(
  code: ErrorCode,
  more: { readonly message?: string; readonly path?: string; readonly hint?: string; readonly data?: Failure['data'] } = {},
): Failure {
  const { number, meaning, hint } = ERROR_TABLE[code]
  const { message = meaning, path, data } = more
  const rejection: Rejection = { code, message, hint: more.hint ?? hint, ...(path === undefined ? {} : { path }) }
  return { number, rejection, ...(data === undefined ? {} : { data }) }
}

/** What was wrong with params: −32602 whatever part of the node found it. */
export function badParams(rejection: Rejection): Failure {
  return { number: BAD_PARAMS, rejection }
}

/**
 * The refusal of a transaction by decoder, verifier or pool: 1000 to 1099. A code of no row is a module's, which may refuse a sender
 * at the pool's door.
 */
export function refusedTransaction(rejection: Rejection, data: Failure['data'] = {}): Failure {
  const { code } = rejection
  if (isErrorCode(code)) return { number: ERROR_TABLE[code].number, rejection, data }
  return { number: code.startsWith('tx/') || code.startsWith('pool/') ? REFUSED : NOT_PERMITTED, rejection, data }
}

/**
 * The refusal of a read. A code of no row is a module's, for a query that it could not answer: not found where the code says that
 * something is unknown.
 */
export function refusedRead(rejection: Rejection): Failure {
  const { code } = rejection
  if (code.startsWith('encoding/')) return badParams({ ...rejection, code: 'rpc/bad-params' })
  if (isErrorCode(code)) return { number: ERROR_TABLE[code].number, rejection }
  return { number: code.includes('/unknown-') ? NOT_FOUND : REJECTED_BY_MODULE, rejection }
}

/** The place in the docs that explains a code. */
export function docsOf(code: string): string {
  return `docs/errors.md#${code.replace('/', '-')}`
}

/** JSON-RPC's error object. Bounded: whatever the message names of the request is cut. */
export function errorObject({ number, rejection, data }: Failure): Json {
  const { code, message, path, reason } = rejection
  const hint = rejection.hint ?? (isErrorCode(code) ? ERROR_TABLE[code].hint : undefined)
  return {
    code: number,
    message: shortened(message),
    data: {
      code,
      ...(hint === undefined ? {} : { hint: shortened(hint) }),
      docs: docsOf(code),
      ...(path === undefined ? {} : { path: shortened(path) }),
      ...(reason === undefined ? {} : { reason }),
      ...data,
    },
  }
}

function shortened(text: string): string {
  return text.length <= MESSAGE_LENGTH_MAX ? text : `${text.slice(0, MESSAGE_LENGTH_MAX)}…`.toWellFormed()
}

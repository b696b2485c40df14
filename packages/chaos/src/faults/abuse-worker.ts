import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** `abuse-worker.js PORT`: everything that a client should not do to a node, until whoever started it has had enough. */
const port = Number(process.argv[2])

/** Its own, so that the node can tell it from others. */
const LOCAL_ADDRESS = '127.0.0.2'
const EACH_MS = 100
/** Whoever holds a connection longer than that is not read anyway. */
const CONNECTION_MS = 3_000
const TOO_LARGE_BYTES = 6 * 1024 * 1024

function post(body: string, length = body.length): string {
  return `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`
}

function call(method: string, params: unknown = {}): string {
  return JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
}

const OPENINGS: readonly (() => string)[] = [
  () => post('{"jsonrpc":"2.0","id":1,"method":'),
  () => post('['.repeat(100_000)),
  () => post(`[${Array.from({ length: 101 }, () => call('node_status')).join(',')}]`),
  () => post(`[${Array.from({ length: 100 }, () => call('rpc.discover')).join(',')}]`),
  () => post(call('tx_send', { raw: `0x${'ab'.repeat(60_000)}` })),
  () => post(call('chain_listBlocks', { limit: 1_000_000, from: -5 })),
  () => post('x'.repeat(TOO_LARGE_BYTES)),
  () => post('{', TOO_LARGE_BYTES),
  () =>
    'GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  () => '\0\r\n\r\n'.repeat(1_000),
]

/** Says one thing and reads nothing. */
function open(text: string): void {
  const socket = connect({ host: '127.0.0.1', port, localAddress: LOCAL_ADDRESS })
  socket.on('error', () => undefined)
  socket.pause()
  socket.write(text)
  setTimeout(() => socket.destroy(), CONNECTION_MS).unref()
}

process.on('disconnect', () => process.exit(0))
for (let turn = 0; process.connected; turn++) {
  for (let copy = 0; copy < 3; copy++) open(OPENINGS[turn % OPENINGS.length]?.() ?? '')
  await sleep(EACH_MS)
}

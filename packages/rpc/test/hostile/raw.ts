import { connect as connectTcp, type Socket } from 'node:net'
import type { Clock } from '@hanse/ports'

/** For what has to do with rates and time-outs: a clock that goes. */
export const realClock: Clock = {
  nowMs: () => Date.now(),
  startTimer: (durationMs, onFire) => {
    const timer = setTimeout(onFire, durationMs)
    return { stop: () => clearTimeout(timer) }
  },
}

export interface Conversation {
  /** Everything that came until the server closed, or until `maxMs` were over. */
  readonly text: string
  readonly closed: boolean
  readonly elapsedMs: number
}

export interface ConversationOptions {
  readonly maxMs?: number
  /** Where it comes from: another address is another client. */
  readonly localAddress?: string
  /** Ends it before, when what has come is enough. */
  readonly enough?: (text: string) => boolean
  readonly onOpen: (socket: Socket) => void
}

/** Talks to a port as the test likes, and never throws: what the server does with it is the result. */
export function converse(
  port: number,
  { onOpen, maxMs = 10_000, localAddress, enough = () => false }: ConversationOptions,
): Promise<Conversation> {
  return new Promise((resolve) => {
    const startMs = performance.now()
    let text = ''
    let closed = false
    const socket = connectTcp({ port, host: '127.0.0.1', ...(localAddress === undefined ? {} : { localAddress }) }, () => onOpen(socket))
    const end = (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ text, closed, elapsedMs: performance.now() - startMs })
    }
    const timer = setTimeout(end, maxMs)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (enough(text)) end()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      closed = true
      end()
    })
  })
}

export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs)
  })
}

export const HEIGHT = '{"jsonrpc":"2.0","id":1,"method":"chain_getHeight"}'

export function post(body: string, headers = ''): string {
  return `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`
}

export const UPGRADE =
  'GET /ws HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n'

/** A client's WebSocket frame (RFC 6455 §5.2), masked with zeros; `first` is its first byte: FIN, RSV and opcode. */
export function frame(first: number, payload: string | Buffer = '', mask = true): Buffer {
  const content = Buffer.from(payload)
  const bit = mask ? 0x80 : 0
  const head =
    content.length < 126
      ? Buffer.from([first, bit | content.length])
      : content.length < 65_536
        ? Buffer.from([first, bit | 126, content.length >> 8, content.length & 0xff])
        : Buffer.concat([Buffer.from([first, bit | 127, 0, 0, 0, 0]), lengthOf(content)])
  return Buffer.concat([head, mask ? Buffer.alloc(4) : Buffer.alloc(0), content])
}

function lengthOf(content: Buffer): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(content.length)
  return bytes
}

import type { Attack, Target } from './attack.ts'
import { READS } from './http-attacks.ts'
import { callBody, keepBusy, type RawConnection, SOCKET_ANSWER } from './raw-connection.ts'

const UPGRADE =
  'GET /ws HTTP/1.1\r\nhost: 127.0.0.1\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n'
const TEXT = 0x1
const CONTINUATION = 0x0
const PING = 0x9
const SUBSCRIPTIONS = 60
const DRIP_MS = 500

/** A client's frame (RFC 6455 §5.2) under a mask of zeros, which changes nothing. */
function frame(opcode: number, payload: string, final = true): Buffer {
  const content = Buffer.from(payload)
  const first = (final ? 0x80 : 0) | opcode
  const length =
    content.length < 126
      ? Buffer.from([first, 0x80 | content.length])
      : Buffer.from([first, 0xfe, content.length >> 8, content.length & 0xff])
  return Buffer.concat([length, Buffer.alloc(4), content])
}

/** Keeps WebSockets open that do `attack` once they are. */
function sockets(target: Target, count: number, attack: (connection: RawConnection) => void): Promise<void> {
  const converse = (connection: RawConnection): void => {
    connection.socket.write(UPGRADE)
    connection.socket.once('data', () => attack(connection))
  }
  return keepBusy(target, count, converse, SOCKET_ANSWER)
}

/** Sends as much as the connection takes. */
function pour(connection: RawConnection, bytes: Buffer, messages: number): void {
  const more = (): void => {
    while (connection.isOpen && !connection.socket.writableNeedDrain) connection.send(bytes, messages)
  }
  connection.socket.on('drain', more)
  more()
}

export const SOCKET_ATTACKS: readonly Attack[] = [
  {
    name: 'silent-subscribers',
    summary: 'WebSockets that subscribe to everything from the beginning, and never read',
    run: (target) =>
      sockets(target, 50, (connection) => {
        const subscribe = frame(TEXT, callBody('sub_subscribe', { topic: 'transactions', from: 'earliest' }))
        connection.socket.pause()
        for (let count = 0; count < SUBSCRIPTIONS; count++) connection.send(subscribe)
      }),
  },
  {
    name: 'messages',
    summary: 'WebSockets that send calls without waiting for answers',
    run: (target) => {
      const messages = Buffer.concat(Array.from({ length: 100 }, (_, index) => frame(TEXT, READS[index % READS.length] as string)))
      return sockets(target, 4, (connection) => pour(connection, messages, 100))
    },
  },
  {
    name: 'pings',
    summary: 'WebSockets that send nothing but pings',
    run: (target) => {
      const pings = Buffer.concat(Array.from({ length: 500 }, () => frame(PING, 'x'.repeat(100))))
      return sockets(target, 4, (connection) => pour(connection, pings, 500))
    },
  },
  {
    name: 'fragments',
    summary: 'WebSocket messages of fragments without end',
    run: (target) => {
      const fragments = Buffer.concat(Array.from({ length: 500 }, () => frame(CONTINUATION, '', false)))
      return sockets(target, 4, (connection) => {
        connection.send(frame(TEXT, '{', false))
        pour(connection, fragments, 500)
      })
    },
  },
  {
    name: 'slow-fragments',
    summary: '200 WebSockets that send a message byte by byte',
    run: (target) =>
      sockets(target, 200, (connection) => {
        connection.send(frame(TEXT, '{', false))
        const timer = setInterval(() => {
          if (connection.isOpen) connection.send(frame(CONTINUATION, ' ', false))
        }, DRIP_MS)
        connection.socket.once('close', () => clearInterval(timer))
      }),
  },
]

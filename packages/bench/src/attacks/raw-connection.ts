import { connect, type Socket } from 'node:net'
import { pause, type Target } from './attack.ts'

const HTTP_ANSWER = Buffer.from('HTTP/1.1 ')
export const SOCKET_ANSWER = Buffer.from('"jsonrpc":"2.0","id"')
const ERROR = Buffer.from('"error":{"code"')

/** How long a connection that was cut waits before it comes back, in ms. */
const RECONNECT_MS = 20

/** A bare connection to the target: the attacker pays as little as it can for what it sends. Counts what comes without reading it. */
export class RawConnection {
  readonly socket: Socket
  readonly #target: Target
  /** Stands once in each answer. */
  readonly #answer: Buffer
  #outstanding = 0
  #tail: Buffer = Buffer.alloc(0)
  /** After each answer. */
  onAnswer: (() => void) | undefined

  constructor(target: Target, answer: Buffer = HTTP_ANSWER) {
    this.#target = target
    this.#answer = answer
    const { port, localAddress, tally } = target
    this.socket = connect({ host: '127.0.0.1', port, localAddress, noDelay: true })
    tally.connections += 1
    this.socket.on('data', (chunk) => this.#onData(chunk))
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => {
      if (!target.signal.aborted) tally.cut += 1
    })
    target.signal.addEventListener('abort', () => this.socket.destroy(), { once: true })
  }

  get outstanding(): number {
    return this.#outstanding
  }

  get isOpen(): boolean {
    return !this.socket.destroyed
  }

  send(bytes: Buffer | string, requests = 1): void {
    this.#outstanding += requests
    this.#target.tally.sent += requests
    this.socket.write(bytes)
  }

  closed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.closed) resolve()
      else this.socket.once('close', () => resolve())
    })
  }

  #onData(chunk: Buffer): void {
    const { tally } = this.#target
    const bytes = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk])
    const answers = countOf(bytes, this.#answer)
    tally.refused += countOf(bytes, ERROR)
    this.#tail = bytes.subarray(endOfMatches(bytes, [this.#answer, ERROR]))
    tally.answered += answers
    this.#outstanding -= answers
    for (let answer = 0; answer < answers; answer++) this.onAnswer?.()
  }
}

function countOf(bytes: Buffer, word: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) count += 1
  return count
}

/** Where the bytes begin that may be the first part of a word and were not counted yet. */
function endOfMatches(bytes: Buffer, words: readonly Buffer[]): number {
  const ends = words.map((word) => {
    const at = bytes.lastIndexOf(word)
    return at < 0 ? 0 : at + word.length
  })
  return Math.max(...ends, bytes.length - Math.max(...words.map((word) => word.length)) + 1, 0)
}

/** A POST of these bytes to the RPC, as they stand on the wire. */
export function postBytes(body: string): Buffer {
  return Buffer.from(
    `POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

export function getBytes(path: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`)
}

export function callBody(method: string, params: object, id = 1): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params })
}

/** Keeps `count` conversations going; one that was cut begins anew. */
export async function keepBusy(
  target: Target,
  count: number,
  converse: (connection: RawConnection) => void,
  answer?: Buffer,
): Promise<void> {
  const one = async (): Promise<void> => {
    while (!target.signal.aborted) {
      const connection = new RawConnection(target, answer)
      connection.socket.once('connect', () => converse(connection))
      await connection.closed()
      await pause(RECONNECT_MS)
    }
  }
  await Promise.all(Array.from({ length: count }, one))
}

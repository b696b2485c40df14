import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { clientFrame, OPCODE, ServerFrames } from './frames.ts'

/** How long a node may take to open a WebSocket, in ms. */
const OPEN_TIMEOUT_MS = 5_000
/** Between two attempts to find a node that answers, in ms. */
const RETRY_MS = 50

export interface NodeLinkOptions {
  /** RPC ports of all nodes, the one to use first. When it goes, the next ones are tried in turn. */
  readonly ports: readonly number[]
  readonly onText: (text: string) => void
  /** Connected again, to whichever node answered: what was not answered must be sent again. */
  readonly onReconnected: () => void
}

/** A WebSocket to one node; to the next one when that is gone. Frames of one turn leave in one write. */
export class NodeLink {
  readonly #options: NodeLinkOptions
  #socket: Socket | undefined
  #place = 0
  #closed = false
  #corked = false
  reconnections = 0
  bytesSent = 0
  bytesReceived = 0

  constructor(options: NodeLinkOptions) {
    this.#options = options
  }

  /** Resolves when a node has answered. */
  async open(): Promise<void> {
    for (;;) {
      const port = this.#options.ports[this.#place % this.#options.ports.length] as number
      try {
        const { socket, head } = await upgrade(port)
        this.#use(socket, head)
        return
      } catch (error) {
        if (this.#closed) throw error
        this.#place += 1
        await sleep(RETRY_MS)
      }
    }
  }

  /** False while there is no node: `onReconnected` tells when there is one. */
  send(frame: Buffer): boolean {
    const socket = this.#socket
    if (socket === undefined) return false
    if (!this.#corked) {
      this.#corked = true
      socket.cork()
      process.nextTick(() => {
        this.#corked = false
        socket.uncork()
      })
    }
    this.bytesSent += frame.length
    socket.write(frame)
    return true
  }

  close(): void {
    this.#closed = true
    this.#socket?.destroy()
  }

  #use(socket: Socket, head: Buffer): void {
    const frames = new ServerFrames((opcode, payload) => {
      if (opcode === OPCODE.text) this.#options.onText(payload.toString('utf8'))
      else if (opcode === OPCODE.ping) this.send(clientFrame(payload, OPCODE.pong))
      else if (opcode === OPCODE.close) socket.destroy()
    })
    const receive = (chunk: Buffer): void => {
      this.bytesReceived += chunk.length
      frames.push(chunk)
    }
    socket.setNoDelay(true)
    socket.on('data', receive)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => void this.#onClosed())
    this.#socket = socket
    if (head.length > 0) receive(head)
  }

  async #onClosed(): Promise<void> {
    this.#socket = undefined
    if (this.#closed) return
    this.reconnections += 1
    this.#place += 1
    await this.open()
    this.#options.onReconnected()
  }
}

function upgrade(port: number): Promise<{ readonly socket: Socket; readonly head: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    }
    const asked = request({ host: '127.0.0.1', port, path: '/ws', headers, timeout: OPEN_TIMEOUT_MS, agent: false })
    asked.once('upgrade', (_response, socket, head) => {
      socket.setTimeout(0)
      resolve({ socket: socket as Socket, head })
    })
    asked.once('response', ({ statusCode }) => {
      asked.destroy()
      reject(new Error(`port ${port} opens no WebSocket: ${statusCode}`))
    })
    asked.once('timeout', () => asked.destroy(new Error(`port ${port} does not answer`)))
    asked.once('error', reject)
    asked.end()
  })
}

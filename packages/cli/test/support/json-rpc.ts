import type { Json } from '@hanse/protocol'

// biome-ignore lint: tests look into answers freely
type Answer = { readonly id?: number; readonly result?: any; readonly error?: any; readonly method?: string; readonly params?: any }

interface Received {
  readonly message: Answer
  readonly atMs: number
}

/** Calls over one WebSocket, and everything that came by it with the time it came. */
export class JsonRpcSocket {
  readonly received: Received[] = []
  readonly #socket: WebSocket
  readonly #waiting = new Set<() => void>()
  #nextId = 1

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      this.received.push({ message: JSON.parse(String(data)) as Answer, atMs: Date.now() })
      this.#wake()
    })
    socket.addEventListener('close', () => this.#wake())
  }

  static open(url: string): Promise<JsonRpcSocket> {
    return new Promise((resolve, rejectWith) => {
      const socket = new WebSocket(url)
      const opened = new JsonRpcSocket(socket)
      socket.addEventListener('open', () => resolve(opened))
      socket.addEventListener('error', () => rejectWith(new Error(`cannot connect to ${url}`)))
    })
  }

  async call(method: string, params: Json): Promise<Answer> {
    const id = this.#nextId++
    this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    return (await this.until(({ message }) => message.id === id)).message
  }

  /** Resolves with the first that fits; rejects when the socket closes before. */
  async until(fits: (received: Received) => boolean): Promise<Received> {
    for (let seen = 0; ; ) {
      for (; seen < this.received.length; seen++) {
        const received = this.received[seen]
        if (received !== undefined && fits(received)) return received
      }
      if (this.#socket.readyState >= WebSocket.CLOSING) throw new Error('the socket closed')
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve)
      })
    }
  }

  close(): void {
    this.#socket.close()
  }

  #wake(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const resolve of waiting) resolve()
  }
}

/** A JSON-RPC connection over WebSocket: requests in flight are bounded by the caller. */
export class RpcSocket {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  #nextId = 1

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#onMessage(String(data)))
    socket.addEventListener('close', () => this.#failAll('the connection was closed'))
  }

  static connect(url: string): Promise<RpcSocket> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url)
      socket.addEventListener('open', () => resolve(new RpcSocket(socket)))
      socket.addEventListener('error', () => reject(new Error(`cannot connect to ${url}`)))
    })
  }

  call<T>(method: string, params: object): Promise<T> {
    const id = this.#nextId++
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as T), reject })
      this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    })
  }

  close(): void {
    this.#socket.close()
  }

  #onMessage(text: string): void {
    const { id, result, error } = JSON.parse(text) as {
      id?: number
      result?: unknown
      error?: { code: number; message: string; data?: { code?: string } }
    }
    const waiting = id === undefined ? undefined : this.#waiting.get(id)
    if (id === undefined || waiting === undefined) return
    this.#waiting.delete(id)
    if (error === undefined) waiting.resolve(result)
    else waiting.reject(new Error(`${error.data?.code ?? error.code}: ${error.message}`))
  }

  #failAll(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason))
    this.#waiting.clear()
  }
}

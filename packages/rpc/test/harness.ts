import { request } from 'node:http'
import type { Clock, Logger, Random } from '@hanse/ports'
import type { Json } from '@hanse/protocol'
import { WebSocket } from 'ws'
import type { NodeApi } from '../src/node-api.ts'
import type { RpcServerOptions } from '../src/options.ts'
import { createPromMeter } from '../src/prom-meter.ts'
import { createRpcServer, type RpcServer } from '../src/server.ts'
import { FakeNode } from './fake-node.ts'

export interface RpcError {
  readonly code: number
  readonly message: string
  readonly data: {
    readonly code: string
    readonly hint?: string
    readonly docs: string
    readonly path?: string
    readonly [more: string]: Json | undefined
  }
}

export interface Answer {
  readonly jsonrpc: '2.0'
  readonly id: Json
  // biome-ignore lint: tests look into results freely
  readonly result?: any
  readonly error?: RpcError
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** What a server asks, and the time of its chain. */
export interface ServedNode {
  readonly api: NodeApi
  readonly nowMs: number
}

export interface Harness extends ServedHarness {
  readonly node: FakeNode
}

export interface ServedHarness {
  readonly server: RpcServer
  readonly rpcPort: number
  readonly metricsPort: number
  readonly logged: { readonly level: string; readonly message: string; readonly fields: Readonly<Record<string, unknown>> }[]
  call(method: string, params?: Json): Promise<Answer>
  /** Sends a body as it is to POST /. */
  post(body: string | Buffer, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>
  get(path: string, headers?: Readonly<Record<string, string>>, port?: number): Promise<HttpAnswer>
  connect(headers?: Readonly<Record<string, string>>): Promise<Client>
}

/** The chain's time stands still while tests call: what they use up would not come back. */
const UNCHARGED = { processorMsPerSecond: 1e9, loopbackProcessorMsPerSecond: 1e9 }

/** A sequence of bytes that is the same in every run. */
function countingRandom(): Random {
  let next = 1
  return { bytes: (length) => new Uint8Array(length).fill(next++ & 0xff) }
}

export async function startHarness(options: Partial<RpcServerOptions> = {}, node = new FakeNode()): Promise<Harness> {
  return { ...(await serve(options, node)), node }
}

export async function serve(options: Partial<RpcServerOptions>, node: ServedNode): Promise<ServedHarness> {
  const logged: { level: string; message: string; fields: Readonly<Record<string, unknown>> }[] = []
  const server = createRpcServer(
    {
      host: '127.0.0.1',
      port: 0,
      metricsHost: '127.0.0.1',
      metricsPort: 0,
      cors: false,
      clock: nodeClock(node),
      random: countingRandom(),
      logger: recordingLogger(logged),
      meter: createPromMeter(),
      ...options,
      limits: { statusAgeMs: 0, ...UNCHARGED, ...options.limits },
    },
    node.api,
  )
  const { rpcPort, metricsPort } = await server.start()
  const post: Harness['post'] = (body, headers = {}) =>
    http(rpcPort, 'POST', '/', { 'content-type': 'application/json', ...headers }, typeof body === 'string' ? Buffer.from(body) : body)
  return {
    server,
    rpcPort,
    metricsPort,
    logged,
    post,
    call: async (method, params) => {
      const body = params === undefined ? { jsonrpc: '2.0', id: 1, method } : { jsonrpc: '2.0', id: 1, method, params }
      return JSON.parse((await post(JSON.stringify(body))).text) as Answer
    },
    get: (path, headers = {}, port = rpcPort) => http(port, 'GET', path, headers),
    connect: (headers = {}) => Client.connect(rpcPort, headers),
  }
}

/** Wall time is the chain's; timers are real. */
export function nodeClock(node: Pick<ServedNode, 'nowMs'>): Clock {
  return {
    nowMs: () => node.nowMs,
    startTimer: (durationMs, onFire) => {
      const timer = setTimeout(onFire, durationMs)
      return { stop: () => clearTimeout(timer) }
    },
  }
}

export function recordingLogger(logged: { level: string; message: string; fields: Readonly<Record<string, unknown>> }[]): Logger {
  const at =
    (level: string) =>
    (fields: Readonly<Record<string, unknown>>, message: string): void => {
      logged.push({ level, message, fields })
    }
  const logger: Logger = {
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    trace: at('trace'),
    child: () => logger,
  }
  return logger
}

export function http(
  port: number,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: Buffer,
): Promise<HttpAnswer> {
  return new Promise((resolve, rejectWith) => {
    const sent = request({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', rejectWith)
    sent.end(body)
  })
}

/** A WebSocket client that keeps what comes. */
export class Client {
  readonly socket: WebSocket
  // biome-ignore lint: tests look into messages freely
  readonly received: any[] = []
  #nextId = 1
  readonly #onMessage: (() => void)[] = []

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      this.received.push(JSON.parse(data.toString()))
      for (const wake of this.#onMessage.splice(0)) wake()
    })
    socket.on('close', () => {
      for (const wake of this.#onMessage.splice(0)) wake()
    })
  }

  static connect(port: number, headers: Readonly<Record<string, string>>): Promise<Client> {
    return new Promise((resolve, rejectWith) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers, perMessageDeflate: false })
      const client = new Client(socket)
      socket.once('open', () => resolve(client))
      socket.once('error', rejectWith)
    })
  }

  /** Resolves when something that was received fits; rejects when the socket closes before. */
  // biome-ignore lint: tests look into messages freely
  async until(fits: (message: any) => boolean): Promise<any> {
    for (let seen = 0; ; ) {
      for (; seen < this.received.length; seen++) if (fits(this.received[seen])) return this.received[seen]
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error('the socket closed')
      await new Promise<void>((resolve) => {
        this.#onMessage.push(resolve)
      })
    }
  }

  async call(method: string, params?: Json): Promise<Answer> {
    const id = this.#nextId++
    this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    return (await this.until((message) => message.id === id)) as Answer
  }

  // biome-ignore lint: tests look into notifications freely
  notifications(id: string): any[] {
    return this.received
      .filter((message) => message.method === 'sub_notification' && message.params.id === id)
      .map((message) => message.params)
  }
}

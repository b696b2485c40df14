import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Lateness, Link, LinkDelay, ProxyOrder, ProxyReply, ProxyRequest } from './proxy-message.ts'

const worker = fileURLToPath(new URL('./proxy-worker.js', import.meta.url))

/** A proxy on each link between nodes on one machine, all in a process of its own: delay, loss, cuts and resets without root, from one seed. */
export interface Proxies {
  /** Where `node` reaches the others, by index. */
  addresses(node: number): ReadonlyMap<number, string>
  /** Nothing arrives over these links, and over all others everything does. */
  setCuts(links: readonly Link[]): Promise<void>
  setDelays(links: readonly LinkDelay[]): Promise<void>
  /** Every connection of these nodes ends at once, by a reset. */
  reset(nodes: readonly number[]): Promise<void>
  /** How much later than they should pieces arrived since this was last asked: the machine's, not the link's. */
  lateness(): Promise<Lateness>
  /** Resolves when the process has ended. */
  close(): Promise<void>
}

export interface ProxiesOptions {
  /** Where each node listens for its peers, on 127.0.0.1. */
  readonly ports: readonly number[]
  readonly seed: number
  /** For the process, beside what this one has. */
  readonly env?: Readonly<Record<string, string>>
}

export async function openProxies({ ports, seed, env = {} }: ProxiesOptions): Promise<Proxies> {
  const proxy = new ProxyProcess(env)
  const { doors = [] } = await proxy.ask({ type: 'open', seed, ports })
  return {
    addresses: (node) => new Map(doors.filter(({ from }) => from === node).map(({ to, port }) => [to, `127.0.0.1:${port}`])),
    setCuts: async (links) => void (await proxy.ask({ type: 'cuts', links })),
    setDelays: async (links) => void (await proxy.ask({ type: 'delays', links })),
    reset: async (nodes) => void (await proxy.ask({ type: 'reset', nodes })),
    lateness: async () => (await proxy.ask({ type: 'lateness' })).lateness ?? { pieces: 0, meanMs: 0, maxMs: 0 },
    close: () => proxy.close(),
  }
}

class ProxyProcess {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, { readonly resolve: (reply: ProxyReply) => void; readonly reject: (error: Error) => void }>()
  #next = 0

  constructor(env: Readonly<Record<string, string>>) {
    this.#child = fork(worker, { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, ...env } })
    this.#child.on('message', (message) => {
      const reply = message as ProxyReply
      this.#waiting.get(reply.id)?.resolve(reply)
      this.#waiting.delete(reply.id)
    })
    this.#child.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the proxy has ended'))
      this.#waiting.clear()
    })
  }

  ask(order: ProxyOrder): Promise<ProxyReply> {
    const request: ProxyRequest = { id: this.#next++, order }
    return new Promise((resolve, reject) => {
      if (!this.#child.connected) return reject(new Error('the proxy has ended'))
      this.#waiting.set(request.id, { resolve, reject })
      this.#child.send(request)
    })
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) return resolve()
      this.#child.once('exit', () => resolve())
      this.#child.disconnect()
    })
  }
}

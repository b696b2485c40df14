import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { NodeEndpoints } from '@hanse/devnet'
import { type Owner, RUN_VARIABLE } from '../machine/owner.ts'
import { cannot, type Fabric } from './fabric.ts'
import type { ProxyOrder, ProxyReply, ProxyRequest } from './proxy-message.ts'

const worker = fileURLToPath(new URL('./proxy-worker.js', import.meta.url))

/** Loopback with a proxy of ours on each link, in a process of its own: delay, loss, cuts and resets without root, all from one seed. */
export async function createProxyFabric(owner: Owner, nodes: readonly NodeEndpoints[], seed: number): Promise<Fabric> {
  const proxy = new ProxyProcess(owner)
  const { doors = [] } = await proxy.ask({ type: 'open', seed, ports: nodes.map(({ p2pPort }) => p2pPort) })
  return {
    type: 'proxy',
    enter: () => [],
    listen: (node) => `127.0.0.1:${nodes[node]?.p2pPort}`,
    addresses: (node) => new Map(doors.filter(({ from }) => from === node).map(({ to, port }) => [to, `127.0.0.1:${port}`])),
    setCuts: async (links) => void (await proxy.ask({ type: 'cuts', links })),
    setDelays: async (links) => void (await proxy.ask({ type: 'delays', links })),
    reset: async (reset) => void (await proxy.ask({ type: 'reset', nodes: reset })),
    setCable: () => cannot('proxy', 'pull cables'),
    close: () => proxy.close(),
  }
}

class ProxyProcess {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, { readonly resolve: (reply: ProxyReply) => void; readonly reject: (error: Error) => void }>()
  #next = 0

  constructor(owner: Owner) {
    this.#child = fork(worker, {
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, [RUN_VARIABLE]: owner.runId },
    })
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

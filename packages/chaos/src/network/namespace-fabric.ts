import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Link } from '@hanse/bench'
import type { NodeEndpoints } from '@hanse/devnet'
import { nameOf } from '../machine/leftovers.ts'
import { type Owner, RUN_VARIABLE } from '../machine/owner.ts'
import { run, runAsync } from '../machine/shell.ts'
import { cannot, type Fabric } from './fabric.ts'

const worker = fileURLToPath(new URL('./relay-worker.js', import.meta.url))
const BRIDGE = 'lan'
const TABLE = 'chaos'
/** How long everything that a node sends is answered by a reset, in ms. */
const RESET_MS = 300

function addressOf(node: number): string {
  return `10.77.0.${node + 1}`
}

/**
 * A switch and a network for each node, with a cable between. Packets are dropped on the switch, so that neither end hears of it. Clients
 * come in by relays, so that what happens between the nodes does not touch them.
 */
export class NamespaceFabric implements Fabric {
  readonly type = 'namespaces'
  readonly #owner: Owner
  readonly #nodes: readonly NodeEndpoints[]
  readonly #relays: ChildProcess[] = []
  #resets = 0

  constructor(owner: Owner, nodes: readonly NodeEndpoints[]) {
    this.#owner = owner
    this.#nodes = nodes
  }

  async open(): Promise<void> {
    const lan = nameOf(this.#owner, 'lan')
    run('ip', ['netns', 'add', lan])
    run('ip', ['-n', lan, 'link', 'add', BRIDGE, 'type', 'bridge'])
    run('ip', ['-n', lan, 'link', 'set', BRIDGE, 'up'])
    for (const index of this.#nodes.keys()) this.#plugIn(index, lan)
    await this.#nft(
      'lan',
      `add table bridge ${TABLE}`,
      `add chain bridge ${TABLE} cut { type filter hook forward priority 0; policy accept; }`,
    )
    await Promise.all(this.#nodes.map((node, index) => this.#openDoor(index, node.rpcPort)))
  }

  enter(node: number): readonly string[] {
    return enterCommand(nameOf(this.#owner, `n${node}`))
  }

  listen(node: number): string {
    return `${addressOf(node)}:${this.#nodes[node]?.p2pPort}`
  }

  addresses(): ReadonlyMap<number, string> {
    return new Map(this.#nodes.map((_, node) => [node, this.listen(node)]))
  }

  async setCuts(links: readonly Link[]): Promise<void> {
    const rules = links.map(({ from, to }) => `add rule bridge ${TABLE} cut ip saddr ${addressOf(from)} ip daddr ${addressOf(to)} drop`)
    await this.#nft('lan', `flush chain bridge ${TABLE} cut`, ...rules)
  }

  setDelays(): Promise<void> {
    return cannot(this.type, 'delay anything')
  }

  async reset(nodes: readonly number[]): Promise<void> {
    // A table of its own: another reset may be under way.
    const table = `reset${this.#resets++}`
    const hooks = ['input', 'output'] as const
    const peers = 'ip saddr 10.77.0.0/24 ip daddr 10.77.0.0/24 meta l4proto tcp reject with tcp reset'
    const rules = hooks.flatMap((hook) => [
      `add chain inet ${table} ${hook} { type filter hook ${hook} priority 0; policy accept; }`,
      `add rule inet ${table} ${hook} ${peers}`,
    ])
    await Promise.all(nodes.map((node) => this.#nft(`n${node}`, `add table inet ${table}`, ...rules)))
    await sleep(RESET_MS)
    await Promise.all(nodes.map((node) => this.#nft(`n${node}`, `delete table inet ${table}`)))
  }

  async setCable(node: number, state: 'up' | 'down'): Promise<void> {
    await runAsync('ip', ['-n', nameOf(this.#owner, 'lan'), 'link', 'set', `port${node}`, state])
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#relays.map((relay) => {
        const gone = new Promise<void>((resolve) => {
          if (relay.exitCode !== null || relay.signalCode !== null) resolve()
          else relay.once('exit', () => resolve())
        })
        if (relay.connected) relay.disconnect()
        return gone
      }),
    )
    for (const what of [...this.#nodes.map((_, index) => `n${index}`), 'lan']) run('ip', ['netns', 'delete', nameOf(this.#owner, what)])
  }

  #plugIn(index: number, lan: string): void {
    const own = nameOf(this.#owner, `n${index}`)
    run('ip', ['netns', 'add', own])
    run('ip', ['-n', lan, 'link', 'add', `port${index}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', own])
    run('ip', ['-n', lan, 'link', 'set', `port${index}`, 'master', BRIDGE, 'up'])
    run('ip', ['-n', own, 'address', 'add', `${addressOf(index)}/24`, 'dev', 'eth0'])
    run('ip', ['-n', own, 'link', 'set', 'eth0', 'up'])
    run('ip', ['-n', own, 'link', 'set', 'lo', 'up'])
  }

  async #openDoor(index: number, port: number): Promise<void> {
    const [execPath = '', ...before] = [...this.enter(index), process.execPath]
    const env = { ...process.env, [RUN_VARIABLE]: this.#owner.runId }
    const relay = fork(worker, [String(port)], {
      ...{ execPath, execArgv: before, env, detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    })
    this.#relays.push(relay)
    const door = createServer({ pauseOnConnect: true })
    await new Promise<void>((resolve, reject) => {
      door.once('error', reject)
      door.listen(port, '127.0.0.1', resolve)
    })
    const opened = new Promise<void>((resolve, reject) => {
      relay.once('message', () => resolve())
      relay.once('exit', () => reject(new Error('the relay has ended')))
    })
    relay.send('door', door)
    await opened
    door.close()
  }

  async #nft(what: string, ...commands: readonly string[]): Promise<void> {
    const [program = '', ...before] = [...enterCommand(nameOf(this.#owner, what)), 'nft']
    await runAsync(program, [...before, commands.join('; ')])
  }
}

function enterCommand(namespace: string): readonly string[] {
  return ['nsenter', `--net=/run/netns/${namespace}`]
}

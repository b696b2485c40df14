import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createKeystore } from '@hanse/crypto-native'
import type { Logger } from '@hanse/ports'
import type { Result } from '@hanse/primitives'
import { type Chain, encodeGenesis } from '@hanse/protocol'
import type { NodeStatus } from '@hanse/rpc'
import { openGuardFile } from '@hanse/storage'
import type { Test } from 'tap'
import { checkNodeConfig } from '../../src/config.ts'
import { type RunningNode, startNode } from '../../src/node.ts'
import type { NodeOptions } from '../../src/node-options.ts'
import { systemClock } from '../../src/system.ts'
import { guardPathOf, initialGuard } from '../../src/vote-guard.ts'
import { consensusSeed, identitySeed, NAMES, SILENT, temporaryFolder, testChain, transfer } from './test-chain.ts'

export type Name = (typeof NAMES)[number]

const METER = { count: () => undefined, gauge: () => undefined, observe: () => undefined }
const HEARTBEAT_MS = 300
/** Many tests share a machine. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 20

interface StartOptions extends Pick<NodeOptions, 'verifyBeforeStart'> {
  /** Without its voting key. */
  readonly isObserver?: boolean
}

/** Four validators in this process, on real disks and real connections. */
export class SmallNetwork {
  readonly chain: Chain = testChain(77, { heartbeatMs: HEARTBEAT_MS })
  readonly #folder: string
  readonly #running = new Map<Name, RunningNode>()
  /** What ended a node that ran, by name. */
  readonly fatal = new Map<Name, unknown>()

  /** What a node has warned of since its last start, by name. */
  readonly warnings = new Map<Name, string[]>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Stopped with the test. */
  static async create(t: Test): Promise<SmallNetwork> {
    const network = new SmallNetwork(await temporaryFolder(t))
    t.teardown(() => network.stopAll())
    for (const name of NAMES) await network.#makeHome(name)
    return network
  }

  /** As `hanse node init` makes one, with keys that are not encrypted. */
  async #makeHome(name: Name): Promise<void> {
    const home = this.homeOf(name)
    await mkdir(join(home, 'keys'), { recursive: true, mode: 0o700 })
    await createKeystore({ path: this.#keyOf(name), purpose: 'consensus', seed: consensusSeed(name), unencrypted: true })
    await createKeystore({ path: join(home, 'keys', 'identity.json'), purpose: 'node', seed: identitySeed(name), unencrypted: true })
    await writeFile(join(home, 'genesis.json'), encodeGenesis(this.chain.genesis), { mode: 0o644 })
    await this.configure(name)
    const guard = await openGuardFile({ path: this.guardOf(name) })
    await guard.write(initialGuard())
    await guard.close()
  }

  /** Writes the configuration file, for whoever looks at the home. */
  async configure(name: Name, isObserver = false): Promise<void> {
    const lines = ['[p2p]', 'listen = ["127.0.0.1:0"]', '[rpc]', 'port = 0', '[metrics]', 'port = 0', '[index]', 'enabled = false']
    const keys = isObserver ? [] : ['[keys]', 'consensus = "keys/consensus.json"']
    const text = [`organization = "${name}"`, ...keys, ...lines].join('\n')
    await writeFile(join(this.homeOf(name), 'config.toml'), `${text}\n`, { mode: 0o644 })
  }

  guardOf(name: Name): string {
    return guardPathOf(this.#keyOf(name))
  }

  homeOf(name: Name): string {
    return join(this.#folder, name)
  }

  #keyOf(name: Name): string {
    return join(this.homeOf(name), 'keys', 'consensus.json')
  }

  #optionsOf(name: Name, { isObserver = false, verifyBeforeStart }: StartOptions): NodeOptions {
    const config = checkNodeConfig({
      organization: name,
      dataDir: join(this.homeOf(name), 'data'),
      ...(isObserver ? {} : { keys: { consensus: this.#keyOf(name) } }),
      p2p: { listen: ['127.0.0.1:0'] },
      index: { enabled: false },
    })
    if (!config.ok) throw new Error(config.error.message)
    return {
      chain: this.chain,
      config: config.value,
      identitySeed: identitySeed(name),
      ...(isObserver ? {} : { consensusSeed: consensusSeed(name) }),
      ...(verifyBeforeStart === undefined ? {} : { verifyBeforeStart }),
    }
  }

  /** Refusals are values, as of `startNode`; what is thrown is thrown. */
  async start(name: Name, options: StartOptions = {}): Promise<Result<RunningNode>> {
    const onFatal = (error: unknown): void => {
      this.fatal.set(name, error)
    }
    this.warnings.set(name, [])
    // What ends it may be found before it has told that it runs.
    this.fatal.delete(name)
    const logger: Logger = { ...SILENT, warn: (_fields, message) => void this.warnings.get(name)?.push(message) }
    const node = await startNode(this.#optionsOf(name, options), { clock: systemClock, logger, meter: METER, onFatal })
    if (!node.ok) return node
    this.#running.set(name, node.value)
    for (const [other, { control, api }] of this.#running) {
      if (other === name) continue
      control.connect(node.value.api.info().peerId, node.value.api.network().listen)
      node.value.control.connect(api.info().peerId, api.network().listen)
    }
    return node
  }

  async startAll(): Promise<void> {
    for (const name of NAMES) {
      const node = await this.start(name)
      if (!node.ok) throw new Error(node.error.message)
    }
    await this.reaches(1)
  }

  node(name: Name): RunningNode {
    const node = this.#running.get(name)
    if (node === undefined) throw new Error(`${name} does not run`)
    return node
  }

  async stop(name: Name): Promise<void> {
    const node = this.#running.get(name)
    this.#running.delete(name)
    await node?.stop()
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((name) => this.stop(name)))
  }

  head(): number {
    return Math.max(...[...this.#running.values()].map(({ api }) => api.height()))
  }

  primary(): Name {
    const [any] = this.#running.values()
    return any?.api.status().primary as Name
  }

  /** Every node that runs is at that height, or above. */
  async reaches(height: number, names: readonly Name[] = [...this.#running.keys()]): Promise<void> {
    const isThere = (): boolean => names.every((name) => this.node(name).api.height() >= height)
    await until(`height ${height} at ${names.join()}`, isThere).catch((error: unknown) => {
      const states = names.map((name) => `${name}: ${JSON.stringify(this.statusOf(name))}`)
      throw new Error(`${String(error)}; ${states.join('; ')}`)
    })
  }

  /** So many more blocks, each of one transfer. */
  async grow(blocks: number): Promise<void> {
    for (let block = 0; block < blocks; block++) {
      const [any] = this.#running.values()
      if (any === undefined) throw new Error('nobody runs')
      const { id, bytes } = transfer(this.chain)
      const sent = await any.api.submit(bytes)
      if (!sent.ok) throw new Error(sent.error.message)
      if ((await any.api.waitForReceipt(id, PATIENCE_MS, new AbortController().signal)) === undefined) throw new Error('a transfer is lost')
    }
  }

  statusOf(name: Name): NodeStatus {
    return this.node(name).api.status()
  }
}

export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS
  while (!(await isSo())) {
    if (performance.now() > endMs) throw new Error(`not within ${PATIENCE_MS} ms: ${what}`)
    await pause(LOOK_EVERY_MS)
  }
}

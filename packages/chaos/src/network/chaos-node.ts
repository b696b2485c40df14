import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type NodeEndpoints, rpcUrl } from '@hanse/devnet'
import { NODE_FLAGS, NODE_PROGRAM } from '@hanse/node/outside'
import { createClient, type HanseClient } from '@hanse/sdk'

/** How long a node may take to end after SIGTERM, in ms. */
const STOP_TIMEOUT_MS = 15_000

export interface ChaosNodeOptions {
  readonly index: number
  readonly endpoints: NodeEndpoints
  readonly home: string
  readonly logPath: string
  /** What its process is started through. */
  readonly enter: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Run in the place of the node's own program, with `home` as its first argument. */
  readonly program?: { readonly path: string; readonly args: readonly string[] }
  readonly onStart?: (pid: number) => void
}

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** One node: a real process, and what is known of it. */
export class ChaosNode {
  readonly index: number
  readonly name: string
  readonly endpoints: NodeEndpoints
  readonly home: string
  readonly logPath: string
  readonly url: string
  /** Asks this node alone. */
  readonly client: HanseClient
  readonly #options: ChaosNodeOptions
  #child: ChildProcess | undefined
  #exit: Promise<Exit> | undefined
  /** Told when its process has begun or ended, whoever ended it. */
  onChange: (isUp: boolean, exit?: Exit) => void = () => undefined

  constructor(options: ChaosNodeOptions) {
    this.#options = options
    this.index = options.index
    this.endpoints = options.endpoints
    this.name = options.endpoints.name
    this.home = options.home
    this.logPath = options.logPath
    this.url = rpcUrl(options.endpoints)
    this.client = createClient({ url: this.url })
  }

  get isUp(): boolean {
    return this.#child !== undefined
  }

  /** @throws Error when it does not run */
  get pid(): number {
    const pid = this.#child?.pid
    if (pid === undefined) throw new Error(`${this.name} does not run`)
    return pid
  }

  async start(): Promise<void> {
    if (this.isUp) return
    const { enter, home, env, program, onStart } = this.#options
    const log = openSync(this.logPath, 'a')
    const [command = '', ...args] = [
      ...enter,
      process.execPath,
      ...NODE_FLAGS,
      program?.path ?? NODE_PROGRAM,
      home,
      ...(program?.args ?? []),
    ]
    const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log], env })
    closeSync(log)
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', reject)
    })
    this.#child = child
    this.#exit = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.#child = undefined
        this.onChange(false, { code, signal })
        resolve({ code, signal })
      })
    })
    onStart?.(this.pid)
    this.onChange(true)
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal)
  }

  /** Ends it and resolves when the process is gone. */
  async end(signal: NodeJS.Signals): Promise<Exit | undefined> {
    const exit = this.#exit
    if (!this.isUp || exit === undefined) return undefined
    this.signal(signal)
    // A process that is stopped takes no other signal.
    if (signal !== 'SIGKILL') this.signal('SIGCONT')
    const timer = setTimeout(() => this.signal('SIGKILL'), STOP_TIMEOUT_MS)
    const ended = await exit
    clearTimeout(timer)
    return ended
  }

  /** How it ended, or undefined when it still runs after `timeoutMs`. */
  async exitWithin(timeoutMs: number): Promise<Exit | undefined> {
    if (this.#exit === undefined) return undefined
    return await Promise.race([this.#exit, sleep(timeoutMs, undefined, { ref: false })])
  }

  /** The last line of its log that says why it ended. */
  lastWords(): { readonly code?: string; readonly message?: string } {
    const lines = readFileSync(this.logPath, 'utf8').trimEnd().split('\n').slice(-20).reverse()
    for (const line of lines) {
      try {
        const { level, code, msg } = JSON.parse(line) as { level?: number; code?: string; msg?: string }
        if (level === 60) return { ...(code === undefined ? {} : { code }), ...(msg === undefined ? {} : { message: msg }) }
      } catch {
        if (line !== '') return { message: line }
      }
    }
    return {}
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { blockOf, docBlocks, PROJECT } from './doc-blocks.ts'
import type { Host, HostProcess, HostResult } from './hosts.ts'
import type { Lan } from './lan.ts'

const DOC = 'docs/operating.md'
const READY_MS = 60_000
const POLL_MS = 500
const HOST_ROW = /^\| `([a-z-]+)`.* \| `([0-9.]+)` \|$/gm
/** Of the operators, who would type it. */
const PASSWORD = 'correct horse battery staple'

const blocks = docBlocks(DOC)

/** A block of the document, by its tag. */
export function block(tag: string): string {
  return blockOf(blocks, tag)
}

/** The document's table of members and hosts. */
export const ADDRESSES: ReadonlyMap<string, string> = new Map(
  [...readFileSync(`${PROJECT}${DOC}`, 'utf8').matchAll(HOST_ROW)].map(([, name = '', address = '']) => [name, address]),
)

/** Four members at their hosts, following the document. */
export class Members {
  readonly lan: Lan
  readonly nodes = new Map<Host, HostProcess>()

  constructor(lan: Lan) {
    this.lan = lan
  }

  host(name: string): Host {
    const host = this.lan.hosts.find((candidate) => candidate.name === name)
    if (host === undefined) throw new Error(`no host ${name}`)
    return host
  }

  /** Where the user's files are on a host. */
  path(name: string, ...parts: readonly string[]): string {
    return join(this.host(name).folder, 'srv', 'hanse', ...parts)
  }

  /** Types a block of the document into a new terminal at a host. Nothing in it is changed but what the document says that one changes. */
  async type(name: string, script: string): Promise<HostResult> {
    return await this.host(name).run(`${this.#shell(name)}\n${script}`)
  }

  async mustType(name: string, script: string): Promise<string> {
    const { code, stdout, stderr } = await this.type(name, script)
    if (code !== 0) throw new Error(`${name}: ${script}\nexit code ${code}: ${stdout}${stderr}`)
    return stdout
  }

  async everywhere(script: string): Promise<readonly string[]> {
    return await Promise.all([...ADDRESSES.keys()].map(async (name) => await this.mustType(name, script)))
  }

  startNode(name: string): HostProcess {
    const node = this.host(name).start(`${this.#shell(name)}\n${block('run')}`)
    this.nodes.set(this.host(name), node)
    return node
  }

  async stopNode(name: string, signal: 'TERM' | 'KILL'): Promise<number | null> {
    const node = this.nodes.get(this.host(name))
    if (node === undefined) throw new Error(`${name} has no node`)
    await this.host(name).run(`pkill -${signal} -f '[m]ain.js node run'`)
    return await node.exit
  }

  /** Waits until the node is in step with a block, or is not, and then types the status command; a probe costs a host less than that. */
  async statusOnce(name: string, isReady: boolean): Promise<{ readonly code: number | null; readonly text: string }> {
    await this.until(`${name} is ${isReady ? '' : 'not '}ready`, async () => {
      const { stdout } = await this.host(name).run('curl --silent http://127.0.0.1:8545/readyz', { user: 'root' })
      if (stdout === '') return false
      const { ready, height } = JSON.parse(stdout) as { readonly ready: boolean; readonly height: number }
      return ready === isReady && height > 0
    })
    const { code, stdout, stderr } = await this.type(name, block('status'))
    return { code, text: `${stdout}${stderr}` }
  }

  async until<T>(what: string, condition: () => Promise<T | undefined | false>): Promise<T> {
    const startedMs = performance.now()
    for (;;) {
      const value = await condition()
      if (value !== undefined && value !== false) return value
      if (performance.now() - startedMs > READY_MS) throw new Error(`${what}: not within ${READY_MS} ms`)
      await sleep(POLL_MS)
    }
  }

  /** The first lines of every terminal, with what is a member's own. */
  #shell(name: string): string {
    const [[exampleName, exampleAddress] = ['', '']] = ADDRESSES
    const own = block('shell')
      .replace(exampleName, name)
      .replace(exampleAddress, ADDRESSES.get(name) ?? '')
    return `export HANSE_PASSWORD='${PASSWORD}'\n${own}`
  }
}

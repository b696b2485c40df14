import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { NodeStart } from '@hanse/devnet'
import { NODE_PROGRAM_UNBUNDLED } from '@hanse/node/outside'
import type { CpuProfile } from './cpu-profile.ts'

const POLL_MS = 20
/** How long a process may take to begin a profile, or to write it, in ms. */
const ANSWER_TIMEOUT_MS = 30_000

/** Begins and ends profiles of nodes that run, so that what is measured beside them can be measured without them too. */
export class Profiler {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(): Promise<Profiler> {
    return new Profiler(await mkdtemp(join(tmpdir(), 'hanse-bench-profile-')))
  }

  /** How a node is started that can be profiled. */
  get nodeStart(): NodeStart {
    const preload = new URL('./preload.js', import.meta.url)
    preload.searchParams.set('folder', this.#folder)
    return { program: NODE_PROGRAM_UNBUNDLED, flags: ['--import', preload.href] }
  }

  async begin(pid: number): Promise<void> {
    process.kill(pid, 'SIGUSR2')
    await untilThere(this.#path(pid, 'begun'))
  }

  async end(pid: number): Promise<CpuProfile> {
    const path = this.#path(pid, 'cpuprofile')
    process.kill(pid, 'SIGUSR2')
    await untilThere(path)
    const profile = JSON.parse(await readFile(path, 'utf8')) as CpuProfile
    await rm(path)
    return profile
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  #path(pid: number, extension: string): string {
    return join(this.#folder, `${pid}.${extension}`)
  }
}

async function untilThere(path: string): Promise<void> {
  for (const deadlineMs = performance.now() + ANSWER_TIMEOUT_MS; !existsSync(path); ) {
    if (performance.now() > deadlineMs) throw new Error(`a node was asked for ${path} and did not write it`)
    await sleep(POLL_MS)
  }
}

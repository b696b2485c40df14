import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { groupFolders, nameOf } from './leftovers.ts'
import type { Owner } from './owner.ts'

const PERIOD_US = 100_000
const UNLIMITED = -1

/** A control group of one node, in either kind of hierarchy. What is used before a process joins is not counted against its limit. */
export class Group {
  readonly #folders: readonly string[]
  readonly #isUnified: boolean

  constructor(owner: Owner, what: string) {
    const parents = groupFolders()
    this.#isUnified = parents.every((parent) => existsSync(join(parent, 'cgroup.controllers')))
    this.#folders = parents.map((parent) => join(parent, nameOf(owner, what)))
    if (this.#isUnified) for (const parent of parents) writeFileSync(join(parent, 'cgroup.subtree_control'), '+memory +cpu')
    for (const folder of this.#folders) if (!existsSync(folder)) mkdirSync(folder)
  }

  join(pid: number): void {
    for (const folder of this.#folders) writeFileSync(join(folder, 'cgroup.procs'), String(pid))
  }

  /** Undefined for no limit. */
  limitMemory(bytes: number | undefined): void {
    if (this.#isUnified) this.#write('memory.max', String(bytes ?? 'max'))
    else this.#write('memory.limit_in_bytes', String(bytes ?? UNLIMITED))
  }

  /** Of one processor; undefined for no limit. */
  limitProcessor(percent: number | undefined): void {
    const quotaUs = percent === undefined ? undefined : (percent * PERIOD_US) / 100
    if (this.#isUnified) this.#write('cpu.max', `${quotaUs ?? 'max'} ${PERIOD_US}`)
    else this.#write('cpu.cfs_quota_us', String(quotaUs ?? UNLIMITED))
  }

  #write(file: string, text: string): void {
    for (const folder of this.#folders) if (existsSync(join(folder, file))) writeFileSync(join(folder, file), text)
  }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `all` has passed so far with a seed, on one state of the software: a run that was interrupted goes on behind it. */
export class PassedRuns {
  readonly #path: string
  readonly #commit: string
  #passed: Set<string>

  constructor(folder: string, seed: number, commit: string) {
    mkdirSync(folder, { recursive: true })
    this.#path = join(folder, `all-${seed}.json`)
    this.#commit = commit
    this.#passed = new Set(this.#read())
  }

  has(scenario: string): boolean {
    return this.#passed.has(scenario)
  }

  add(scenario: string): void {
    this.#passed.add(scenario)
    writeFileSync(this.#path, `${JSON.stringify({ commit: this.#commit, passed: [...this.#passed] }, null, 2)}\n`)
  }

  forget(): void {
    this.#passed = new Set()
  }

  /** What another state of the software passed says nothing of this one. */
  #read(): readonly string[] {
    if (!existsSync(this.#path)) return []
    try {
      const { commit, passed } = JSON.parse(readFileSync(this.#path, 'utf8')) as { commit?: unknown; passed?: unknown }
      return commit === this.#commit && Array.isArray(passed) ? passed.map(String) : []
    } catch {
      return []
    }
  }
}

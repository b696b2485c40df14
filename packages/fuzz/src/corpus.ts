import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert } from '@hanse/primitives'
import { type FuzzInput, type FuzzTarget, LABEL } from './target.ts'

/** Digits of its hash in the name of an input. */
const NAME_HASH_LENGTH = 12

/** Inputs in files, `<folder>/<target>/<label>-<hash>`. */
export class Corpus {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  read({ name }: FuzzTarget): readonly FuzzInput[] {
    const folder = join(this.#folder, name)
    if (!existsSync(folder)) return []
    const names = readdirSync(folder).filter((file) => file.lastIndexOf('-') > 0)
    return names
      .sort()
      .map((file) => ({ label: file.slice(0, file.lastIndexOf('-')), bytes: new Uint8Array(readFileSync(join(folder, file))) }))
  }

  /** Where it is now. */
  keep({ name }: FuzzTarget, { label, bytes }: FuzzInput): string {
    assert(LABEL.test(label), `a label is part of a file name: ${label}`)
    const folder = join(this.#folder, name)
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${label}-${createHash('sha256').update(bytes).digest('hex').slice(0, NAME_HASH_LENGTH)}`)
    writeFileSync(path, bytes)
    return path
  }
}

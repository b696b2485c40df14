import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const REPOSITORY: string = fileURLToPath(new URL('../../../../', import.meta.url))
export const FIXTURES: string = join(REPOSITORY, 'packages/tooling/fixtures')

/** A workspace of a test's own, in a temporary folder. */
export interface Workspace {
  readonly root: string
  write(path: string, text: string): void
  /** Copies a file of the repository to the same place. */
  borrow(path: string): void
  remove(): void
}

export function createWorkspace(files: Readonly<Record<string, string>> = {}): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'hanse-tooling-'))
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    root,
    write,
    borrow: (path) => cpSync(join(REPOSITORY, path), join(root, path)),
    remove: () => rmSync(root, { recursive: true }),
  }
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

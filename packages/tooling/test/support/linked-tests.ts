import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { REPOSITORY } from './workspace.ts'

/** A test that a page names by a link: `[name of the test](path/to/file.test.ts)`. */
export interface LinkedTest {
  readonly name: string
  /** From the root of the repository. */
  readonly path: string
}

export function linkedTests(document: string, text: string): readonly LinkedTest[] {
  return [...text.matchAll(/\[(.+?)\]\(([^)]+)\)/g)].map(([, name = '', target = '']) => ({
    name: name.replaceAll('\\', ''),
    path: join(dirname(document), target),
  }))
}

/** Names of the tests that stand at the left edge of a file. */
export function testsOf(path: string): readonly string[] {
  const text = readFileSync(join(REPOSITORY, path), 'utf8')
  return [...text.matchAll(/^test\(\s*(['"`])(.+?)\1,/gm)].map((match) => match[2] as string)
}

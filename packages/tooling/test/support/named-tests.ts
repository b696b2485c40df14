import { readFileSync } from 'node:fs'

/** Names of the tests that stand at the left edge of a file. */
export function testsOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8')
  return [...text.matchAll(/^test\(\s*(['"`])(.+?)\1,/gm)].map((match) => match[2] as string)
}

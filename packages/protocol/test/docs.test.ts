import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as protocol from '@hanse/protocol'
import { test } from 'tap'

/** docs/protocol.md repeats what stands in the code. Here it is held to it. */

const packages = join(import.meta.dirname, '../..')
const text = readFileSync(join(packages, '../docs/protocol.md'), 'utf8')

/** First column, and the rest, of the rows of the table under a heading. */
function rowsOf(heading: string): ReadonlyMap<string, readonly string[]> {
  const section = text.slice(text.indexOf(`\n## ${heading}\n`)).slice(1)
  const end = section.indexOf('\n## ')
  const rows = (end < 0 ? section : section.slice(0, end)).split('\n').filter((line) => line.startsWith('| `'))
  return new Map(
    rows.map((line) => {
      const [name = '', ...rest] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      return [name.replaceAll('`', ''), rest]
    }),
  )
}

test('limits', (t) => {
  const rows = rowsOf('Limits')
  for (const [name, [value]] of rows) t.equal(`${(protocol as Readonly<Record<string, unknown>>)[name]}`, value, name)
  const source = readFileSync(join(packages, 'protocol/src/limits.ts'), 'utf8')
  for (const [, name] of source.matchAll(/export const (\w+)/g)) t.ok(rows.has(name as string), `${name} is in the table`)
  t.end()
})

test('hash tags', (t) => {
  t.same([...rowsOf('Hashes').keys()].sort(), [...protocol.HASH_TAGS].sort())
  t.end()
})

test('codes', (t) => {
  const used = new Set<string>()
  for (const name of ['protocol', 'crypto']) {
    const folder = join(packages, name, 'src')
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))) {
      const code = readFileSync(join(folder, file), 'utf8').replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '')
      for (const [, found] of code.matchAll(/'((?:encoding|tx|consensus|proof|genesis)\/[a-z-]+)'/g)) used.add(found as string)
    }
  }
  t.same([...rowsOf('Codes').keys()].sort(), [...used].sort())
  t.end()
})

test('vectors and proto files that it names exist', (t) => {
  const vectors = readdirSync(join(packages, '../docs/vectors'))
  const named = new Set([...text.matchAll(/`([a-z]+\.json)`/g)].map(([, name]) => name as string))
  t.same([...named].sort(), vectors.sort())
  t.end()
})

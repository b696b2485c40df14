import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'tap'
import { repositoryFiles } from '../src/lint/repository-files.mjs'
import { type LinkedTest, linkedTests, testsOf } from './support/linked-tests.ts'
import { REPOSITORY } from './support/workspace.ts'

const root = REPOSITORY
const DOCUMENT = 'docs/security.md'
/** Lines of the checklist that came out of what others got wrong. */
const PITFALLS = 30
/** Files whose every test is of an attack. */
const HOSTILE_FILES = /\/test\/(?:hostile\/[^/]+|hostile[^/]*)\.test\.ts$/

interface Row {
  readonly attack: string
  readonly limits: readonly string[]
  readonly test: string
  readonly path: string
  readonly underLoad: readonly string[]
}

function tableRows(): readonly Row[] {
  const [, table = ''] = readFileSync(join(root, DOCUMENT), 'utf8').split('\n## Attacks\n')
  const lines = (table.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(2).map((line) => {
    const [attack = '', , limit = '', link = '', underLoad = ''] = line.split('|').slice(1, -1)
    const [, title = '', target = ''] = /\[(.+)\]\(([^)]+)\)/.exec(link) ?? []
    return {
      attack: attack.trim(),
      limits: codeWords(limit),
      test: title.replaceAll('\\', ''),
      path: join(dirname(DOCUMENT), target),
      underLoad: codeWords(underLoad),
    }
  })
}

interface Pitfall {
  readonly line: string
  readonly tests: readonly LinkedTest[]
}

/** Lines C1 to C30 of "Pitfalls of others": each with the tests that keep it. */
function pitfalls(): readonly Pitfall[] {
  const [, table = ''] = readFileSync(join(root, DOCUMENT), 'utf8').split('\n## Pitfalls of others\n')
  const lines = (table.split('\n## ')[0] ?? '').split('\n').filter((line) => /^\| C\d+ \|/.test(line))
  return lines.map((row) => {
    const [line = '', , , links = ''] = row.split('|').slice(1, -1)
    return { line: line.trim(), tests: linkedTests(DOCUMENT, links) }
  })
}

function codeWords(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string)
}

const rows = tableRows()
const files = repositoryFiles(root) as readonly string[]

test('every row of the table of attacks has a test of that very name', (t) => {
  t.ok(rows.length > 40, `${rows.length} rows`)
  for (const { attack, test: name, path } of rows) {
    t.ok(existsSync(join(root, path)), `${attack}: ${path}`)
    t.ok(testsOf(path).includes(name), `${attack}: ${path} has a test “${name}”`)
  }
  t.equal(new Set(rows.map(({ attack }) => attack)).size, rows.length, 'each attack stands there once')
  t.end()
})

test('every test of an attack has a row', (t) => {
  const hostile = files.filter((path) => HOSTILE_FILES.test(path) && path !== 'packages/tooling/test/hostile-table.test.ts')
  t.ok(hostile.length > 8)
  const named = new Set(rows.map(({ test: name, path }) => `${path}: ${name}`))
  for (const path of hostile) for (const name of testsOf(path)) t.ok(named.has(`${path}: ${name}`), `${path}: ${name}`)
  t.end()
})

test('every pitfall, C1 to C30, has a row, and every row tests of those very names', (t) => {
  const found = pitfalls()
  t.same(
    found.map(({ line }) => line),
    Array.from({ length: PITFALLS }, (_, index) => `C${index + 1}`),
  )
  for (const { line, tests } of found) {
    t.ok(tests.length > 0, `${line}: has a test`)
    for (const { name, path } of tests) {
      t.ok(existsSync(join(root, path)), `${line}: ${path}`)
      t.ok(testsOf(path).includes(name), `${line}: ${path} has a test “${name}”`)
    }
  }
  t.end()
})

test('every command and every test that a promise rests on exists', (t) => {
  const text = readFileSync(join(root, DOCUMENT), 'utf8')
  const [, promises = ''] = text.split('\n## What is promised\n')
  const rows = (promises.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
  t.ok(rows.length >= 8, `${rows.length} promises`)
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }
  for (const row of rows) {
    const [promise = '', measures = ''] = row.split('|').slice(1, -1)
    const commands = [...measures.matchAll(/`npm (?:run )?([a-z]+)/g)].map(([, name = '']) => name)
    const links = [...measures.matchAll(/\[(.+?)\]\(([^)#]+)\)/g)]
    t.ok(commands.length + links.length > 0, `${promise.trim()}: something measures it`)
    for (const command of commands) t.ok(command in scripts, command)
    for (const [, title = '', target = ''] of links) {
      const path = join(dirname(DOCUMENT), target)
      t.ok(existsSync(join(root, path)), path)
      if (path.endsWith('.test.ts')) t.ok(testsOf(path).includes(title.replaceAll('\\', '')), `${path} has a test “${title}”`)
    }
  }
  t.end()
})

test('every limit that the table names is a name in the sources, and every attack under load one of the benchmark', (t) => {
  const sources = files
    .filter((path) => /^packages\/[^/]+\/src\/.*\.(?:ts|mjs)$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
  for (const limit of new Set(rows.flatMap(({ limits }) => limits))) {
    const name = new RegExp(`\\b${limit}\\b`)
    t.ok(
      sources.some((text) => name.test(text)),
      limit,
    )
  }
  for (const { attack, limits } of rows) t.ok(limits.length > 0, `${attack}: has a limit`)
  const benchmarks = files.filter((path) => /^packages\/bench\/src\/attacks\/.*-attacks\.ts$/.test(path))
  const attacks = benchmarks.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/^ {4}name: '([a-z-]+)',$/gm)].map((match) => match[1] as string),
  )
  t.ok(attacks.length > 10)
  t.same([...new Set(rows.flatMap(({ underLoad }) => underLoad))].sort(), [...attacks].sort())
  t.end()
})

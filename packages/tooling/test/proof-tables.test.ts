import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { type LinkedTest, linkedTests, testsOf } from './support/linked-tests.ts'
import { REPOSITORY } from './support/workspace.ts'

const FOLDER = 'docs/applications'
/** A page of rules, each with the tests that fail when it is broken. */
const PAGE = /^proof-[a-z-]+\.md$/
/** A page may promise a row for each refusal of some modules: "Every refusal of `receivables`, `settlement` has a row." */
const PROMISE = /^Every refusal of (.+) has a row\.$/m
const CODE = /^[a-z]+\/[a-z0-9-]+$/

const pages = readdirSync(join(REPOSITORY, FOLDER))
  .filter((name) => PAGE.test(name))
  .map((name) => `${FOLDER}/${name}`)

interface Row {
  readonly rule: string
  readonly codes: readonly string[]
  readonly tests: readonly LinkedTest[]
}

function codeWords(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8')

/** The rows of all tables of a page: what is promised, and in the last cell the tests of it. */
function rowsOf(page: string): readonly Row[] {
  const lines = read(page).split('\n')
  const isHead = (index: number): boolean => /^\|(?: --- \|)+$/.test(lines[index + 1] ?? '')
  return lines.flatMap((line, index) => {
    if (!line.startsWith('| ') || line.startsWith('| --- ') || isHead(index)) return []
    const cells = line.split(/(?<!\\)\|/).slice(1, -1)
    const rule = cells.slice(0, -1).join('|').trim()
    return [{ rule, codes: codeWords(rule).filter((word) => CODE.test(word)), tests: linkedTests(page, cells.at(-1) ?? '') }]
  })
}

function codesOf(module: string): readonly string[] {
  const table = read(`packages/modules/src/${module}/rejections.ts`)
  return [...table.matchAll(/^ {2}'([a-z]+\/[a-z0-9-]+)': \{/gm)].map(([, code = '']) => code)
}

test('every rule of a page of proofs names tests that exist', (t) => {
  t.ok(pages.length > 0)
  for (const page of pages) {
    const rows = rowsOf(page)
    t.ok(rows.length > 0, `${page} has rows`)
    for (const { rule, tests } of rows) {
      t.ok(tests.length > 0, `${page}, ${rule}: has a test`)
      for (const { name, path } of tests) {
        const exists = path.endsWith('.test.ts') && existsSync(join(REPOSITORY, path))
        t.ok(exists && testsOf(path).includes(name), `${page}, ${rule}: ${path} has a test “${name}”`)
      }
    }
    t.equal(new Set(rows.map(({ rule }) => rule)).size, rows.length, `${page}: each rule stands there once`)
  }
  t.end()
})

test('a code of a refusal is in a file of the tests that stand beside it', (t) => {
  for (const page of pages) {
    for (const { codes, tests } of rowsOf(page)) {
      const texts = tests.map(({ path }) => read(path))
      for (const code of codes) {
        const isNamed = texts.some((text) => text.includes(code))
        t.ok(isNamed, `${page}: a test of ${code} names it`)
      }
    }
  }
  t.end()
})

test('where a page promises a row for each refusal of its modules, there is one', (t) => {
  for (const page of pages) {
    const [, modules = ''] = PROMISE.exec(read(page)) ?? []
    const named = new Set(rowsOf(page).flatMap(({ codes }) => codes))
    for (const module of codeWords(modules)) for (const code of codesOf(module)) t.ok(named.has(code), `${page}: ${code}`)
  }
  t.end()
})

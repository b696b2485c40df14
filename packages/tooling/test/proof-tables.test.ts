import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'tap'
import { testsOf } from './support/named-tests.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const FOLDER = 'docs/applications'
const PAGES = readdirSync(join(root, FOLDER)).filter((name) => /^proof-.*\.md$/.test(name))

interface Row {
  readonly what: string
  readonly tests: readonly { readonly name: string; readonly path: string }[]
}

/** The rows of all tables of a page whose last column is tests. */
function rowsOf(page: string): readonly Row[] {
  const lines = readFileSync(join(root, FOLDER, page), 'utf8').split('\n')
  const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| --- ') && !line.endsWith('| tests |'))
  return rows.map((line) => {
    const [what = '', links = ''] = line.split('|').slice(1, -1)
    const tests = [...links.matchAll(/\[(.+?)\]\(([^)]+)\)/g)].map(([, name = '', target = '']) => ({
      name: name.replaceAll('\\', ''),
      path: join(dirname(`${FOLDER}/${page}`), target),
    }))
    return { what: what.trim(), tests }
  })
}

test('every row of what proves what has tests of those very names', (t) => {
  t.ok(PAGES.length > 0)
  for (const page of PAGES) {
    const rows = rowsOf(page)
    t.ok(rows.length > 20, `${page}: ${rows.length} rows`)
    t.equal(new Set(rows.map(({ what }) => what)).size, rows.length, `${page}: each stands there once`)
    for (const { what, tests } of rows) {
      t.ok(tests.length > 0, `${what}: has a test`)
      for (const { name, path } of tests) {
        t.ok(existsSync(join(root, path)), `${what}: ${path}`)
        t.ok(testsOf(join(root, path)).includes(name), `${what}: ${path} has a test “${name}”`)
      }
    }
  }
  t.end()
})

test('every code that payments refuse with has a row', (t) => {
  const source = readFileSync(join(root, 'packages/modules/src/payments/rejections.ts'), 'utf8')
  const codes = [...source.matchAll(/^ {2}'(payments\/[a-z-]+)':/gm)].map(([, code = '']) => `\`${code}\``)
  const rows = rowsOf('proof-payments.md').map(({ what }) => what)
  t.ok(codes.length > 50)
  t.same(
    codes.filter((code) => !rows.includes(code)),
    [],
  )
  t.end()
})

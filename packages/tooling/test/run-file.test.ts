import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { describeFile, describeRun } from '../src/test/report.mjs'
import { runFile } from '../src/test/run-file.mjs'
import { countTests } from '../src/test/test-tree.mjs'
import { createWorkspace, REPOSITORY } from './support/workspace.ts'

const TIMEOUT_MS = 20_000
const HEAD = "import { test } from 'tap'\n"

interface Row {
  readonly name: string
  readonly code: string
  readonly counts: { readonly passed: number; readonly failed: number; readonly skipped: number }
  /** What the report must say of it. */
  readonly says?: RegExp
}

const ROWS: readonly Row[] = [
  {
    name: 'one test counts once, however many asserts it makes',
    code: `${HEAD}test('a', (t) => { t.ok(1); t.ok(2); t.end() })`,
    counts: { passed: 1, failed: 0, skipped: 0 },
  },
  {
    name: 'tests within a test count instead of it',
    code: `${HEAD}test('a', (t) => { t.test('b', (t) => t.end()); t.test('c', (t) => t.end()); t.end() })`,
    counts: { passed: 2, failed: 0, skipped: 0 },
  },
  {
    name: 'asserts outside of a test are one',
    code: "import t from 'tap'\nt.ok(1)\nt.ok(2)",
    counts: { passed: 1, failed: 0, skipped: 0 },
  },
  {
    name: 'a failing assert fails its test, with its place and difference',
    code: `${HEAD}test('a', (t) => { t.test('b', (t) => { t.same({ x: 1 }, { x: 2 }); t.ok(0); t.end() }); t.end() })\ntest('c', (t) => t.end())`,
    counts: { passed: 1, failed: 1, skipped: 0 },
    says: /a › b › should be equivalent.*file\.test\.ts:2:.*- {2}"x": 2,.*\+ {2}"x": 1,/s,
  },
  {
    name: 'a thrown error',
    code: `${HEAD}test('a', () => { throw new Error('boom') })`,
    counts: { passed: 0, failed: 1, skipped: 0 },
    says: /a › boom/,
  },
  {
    name: 'a promise that rejects',
    code: `${HEAD}test('a', async () => { throw new Error('boom') })`,
    counts: { passed: 0, failed: 1, skipped: 0 },
    says: /a › boom/,
  },
  {
    name: 'a test that never ends',
    code: `${HEAD}test('a', (t) => { t.ok(1) })`,
    counts: { passed: 0, failed: 1, skipped: 0 },
    says: /test unfinished/,
  },
  {
    name: 'a plan that is not kept',
    code: `${HEAD}test('a', (t) => { t.plan(2); t.ok(1); t.end() })`,
    counts: { passed: 0, failed: 1, skipped: 0 },
  },
  {
    name: 'a skipped test, with its reason',
    code: `${HEAD}test('a', { skip: 'no vectors' }, (t) => t.end())\ntest('b', (t) => t.end())`,
    counts: { passed: 1, failed: 0, skipped: 1 },
    says: /skipped 1: no vectors/,
  },
  {
    name: 'a file that is skipped as a whole',
    code: "import t from 'tap'\nt.plan(0, 'not here')",
    counts: { passed: 0, failed: 0, skipped: 1 },
    says: /not here/,
  },
  { name: 'an empty file', code: '', counts: { passed: 0, failed: 1, skipped: 0 }, says: /reported no test/ },
  {
    name: 'a file that does not load',
    code: "throw new Error('early')",
    counts: { passed: 0, failed: 1, skipped: 0 },
    says: /exited with 1.*Error: early/s,
  },
  {
    name: 'a file that ends itself',
    code: `${HEAD}test('a', (t) => { t.end(); setTimeout(() => process.exit(3), 50) })`,
    counts: { passed: 1, failed: 1, skipped: 0 },
    says: /exited with 3/,
  },
  {
    name: 'a file that is killed',
    code: `${HEAD}test('a', () => { process.kill(process.pid, 'SIGKILL') })`,
    counts: { passed: 0, failed: 1, skipped: 0 },
    says: /killed by SIGKILL/,
  },
  {
    name: 'an error after the last test',
    code: `${HEAD}test('a', (t) => { t.end(); setTimeout(() => { throw new Error('late') }, 50) })`,
    counts: { passed: 1, failed: 1, skipped: 0 },
    says: /Error: late/,
  },
]

const workspace = createWorkspace()
symlinkSync(join(REPOSITORY, 'node_modules'), join(workspace.root, 'node_modules'))
test('what a test file did is what is reported', async (t) => {
  t.teardown(() => workspace.remove())
  for (const [index, row] of ROWS.entries()) {
    const path = `${index}/file.test.ts`
    workspace.write(path, row.code)
    const result = await runFile(workspace.root, path, { timeoutMs: TIMEOUT_MS, signal: new AbortController().signal })
    const counts = countTests(result.tests)
    t.same(counts, row.counts, row.name)
    if (row.says !== undefined) t.match(`${describeFile(result)}\n${describeRun([result])}`, row.says, row.name)
    const { passed, failed, skipped } = counts
    const last = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
    t.equal(describeRun([result]).split('\n').at(-1), last, `${row.name}: last line`)
  }
})

import { test } from 'tap'
import { longestFirst, readDurations, saveDurations } from '../src/test/durations.mjs'
import { describeRun } from '../src/test/report.mjs'
import { createWorkspace } from './support/workspace.ts'

const passed = (path: string, durationMs: number) => {
  return { path, durationMs, output: '', tests: { name: path, ok: true, tests: [], failures: [] } }
}

test('the longest begin first: what never ran may be long, and where processes are started it is', (t) => {
  const durations = new Map([
    ['packages/a/test/slow.test.ts', 9_000],
    ['packages/a/test/quick.test.ts', 10],
  ])
  const files = ['devnet/test/new.test.ts', 'packages/a/test/new.test.ts', 'packages/a/test/quick.test.ts', 'packages/a/test/slow.test.ts']
  t.same(longestFirst(files.toReversed(), durations), [
    'devnet/test/new.test.ts',
    'packages/a/test/new.test.ts',
    'packages/a/test/slow.test.ts',
    'packages/a/test/quick.test.ts',
  ])
  t.same(longestFirst(files, new Map()), files, 'else the order stays')
  t.end()
})

test('how long a file took is remembered, and a damaged memory is none', (t) => {
  const workspace = createWorkspace()
  t.teardown(() => workspace.remove())
  t.same(readDurations(workspace.root), new Map())
  saveDurations(workspace.root, [passed('b', 2), passed('a', 1)])
  saveDurations(workspace.root, [passed('b', 3)])
  t.same(
    [...readDurations(workspace.root)],
    [
      ['a', 1],
      ['b', 3],
    ],
  )
  for (const text of ['{', 'null', '{"a":"x"}']) {
    workspace.write('node_modules/.hanse/test-durations.json', text)
    t.same(readDurations(workspace.root), new Map(), text)
  }
  t.end()
})

test('a run of many files says which were slow', (t) => {
  const results = Array.from({ length: 30 }, (_, index) => passed(`f${index}`, 1_000 * index))
  t.match(describeRun(results, 61_234), /^\n 30 files in 61\.2 s; the slowest:\n {5}29\.0 s {2}f29\n {5}28\.0 s {2}f28\n/)
  t.notMatch(describeRun(results, 61_234), 'f19')
  t.equal(describeRun(results.slice(0, 2), 61_234), '\n2 passed, 0 failed')
  t.end()
})

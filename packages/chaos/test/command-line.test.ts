import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'tap'
import { readCommandLine } from '../src/command-line.ts'
import { PassedRuns } from '../src/report/progress-file.ts'
import { SCENARIOS } from '../src/scenarios.ts'

const read = (...args: readonly string[]): ReturnType<typeof readCommandLine> => readCommandLine(args, () => 42)

test('what can be asked for', (t) => {
  t.match(read('kill-one'), {
    type: 'run',
    request: { what: 'kill-one', seed: 42, minutes: undefined, folder: '.chaos', isFresh: false, isJson: false },
  })
  t.match(read('all', '--seed', '7', '--minutes', '30', '--fresh', '--json', '--report', 'r'), {
    ...{ type: 'run', request: { what: 'all', seed: 7, minutes: 30, folder: 'r', isFresh: true, isJson: true } },
  })
  t.match(read('--list', '--json'), { type: 'list', isJson: true })
  t.match(read(), { type: 'list' })
  t.end()
})

test('what cannot is refused, with what can', (t) => {
  for (const [args, message] of [
    [['nothing'], /there is no scenario nothing/],
    [['kill-one', 'kill-two'], /one scenario at a time/],
    [['random', '--seed', '-1'], /seed|argument/],
    [['random', '--minutes', '0'], /--minutes/],
    [['random', '--rate', '5'], /rate/],
    [['--schedule', '/no/such/file'], /there is no file/],
  ] as const) {
    const line = read(...args)
    t.match(line, { type: 'usage', message }, args.join(' '))
    t.match(line, { attempt: /npm run chaos/ })
  }
  t.end()
})

test('a schedule from a file', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-schedule-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'schedule.json')
  const schedule = SCENARIOS[0]?.scheduleOf(3)
  writeFileSync(path, JSON.stringify(schedule))
  t.match(read('--schedule', path), { type: 'run', request: { schedule } })
  writeFileSync(path, JSON.stringify({ ...schedule, validators: 2 }))
  t.match(read('--schedule', path), { type: 'usage', message: /validators is a whole number/ })
  writeFileSync(path, '{')
  t.match(read('--schedule', path), { type: 'usage', message: /is no JSON/ })
  t.end()
})

test('what passed is remembered for this state of the software and this seed', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-passed-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const first = new PassedRuns(folder, 1, 'abc')
  t.notOk(first.has('kill-one'))
  first.add('kill-one')
  t.ok(new PassedRuns(folder, 1, 'abc').has('kill-one'))
  t.notOk(new PassedRuns(folder, 2, 'abc').has('kill-one'), 'another seed')
  t.notOk(new PassedRuns(folder, 1, 'def').has('kill-one'), 'other software')
  const again = new PassedRuns(folder, 1, 'abc')
  again.forget()
  t.notOk(again.has('kill-one'), '--fresh')
  writeFileSync(join(folder, 'all-1.json'), 'rubbish')
  t.notOk(new PassedRuns(folder, 1, 'abc').has('kill-one'))
  t.end()
})

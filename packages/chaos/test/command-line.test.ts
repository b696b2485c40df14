import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'tap'
import { readCommandLine } from '../src/command-line.ts'
import { SCENARIOS } from '../src/scenarios.ts'

const read = (...args: readonly string[]): ReturnType<typeof readCommandLine> => readCommandLine(args, () => 42)

test('what can be asked for', (t) => {
  t.match(read('kill-one'), {
    type: 'run',
    request: { what: 'kill-one', seed: 42, minutes: undefined, folder: '.chaos', campaign: undefined, isFresh: false, isJson: false },
  })
  t.match(read('all', '--seed', '7', '--minutes', '30', '--fresh', '--json', '--report', 'r'), {
    ...{ type: 'run', request: { what: 'all', seed: 7, minutes: 30, folder: 'r', isFresh: true, isJson: true } },
    ...{ request: { campaign: { ledger: join('r', 'ledger.jsonl'), times: 1 } } },
  })
  t.match(read('all', '--times', '10', '--ledger', 'l'), { type: 'run', request: { campaign: { ledger: 'l', times: 10 } } })
  t.match(
    read('kill-one', '--times', '3'),
    { type: 'run', request: { what: 'kill-one', campaign: { times: 3 } } },
    'one can be counted, too',
  )
  t.match(read('all', '--table', '--ledger', 'l', '--json'), { type: 'table', ledger: 'l', isJson: true })
  t.match(read('--table'), { type: 'table', ledger: join('.chaos', 'ledger.jsonl') })
  t.match(read('--list', '--json'), { type: 'list', isJson: true })
  t.match(read(), { type: 'list' })
  t.match(read('list'), { type: 'list' })
  t.end()
})

test('what cannot is refused, with what can', (t) => {
  for (const [args, message] of [
    [['nothing'], /there is no scenario nothing/],
    [['kill-one', 'kill-two'], /one scenario at a time/],
    [['random', '--seed', '-1'], /seed|argument/],
    [['random', '--minutes', '0'], /--minutes/],
    [['random', '--rate', '5'], /rate/],
    [['random', '--times', '2'], /only scenarios with a name are counted/],
    [['all', '--times', '0'], /--times/],
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

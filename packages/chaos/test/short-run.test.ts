import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { CHECKS_OF_SPEED } from '../src/checks/violation.ts'
import type { Schedule } from '../src/schedule.ts'
import { startHarness } from './support/harness.ts'

const schedule: Schedule = {
  ...{ format: 1, scenario: 'short', seed: 5, validators: 4, fabric: 'proxy', load: { rate: 15 }, durationMs: 16_000 },
  faults: [
    { type: 'kill', nodes: ['primary'], atMs: 2_000, forMs: 2_000 },
    { type: 'cut', shape: 'split', nodes: ['primary', 'backup'], atMs: 8_000, forMs: 3_000 },
  ],
}

interface Reported {
  readonly rows: readonly {
    readonly outcome: string
    readonly violations: readonly { readonly check: string; readonly message: string }[]
    readonly figures: { readonly committed: number; readonly heights: number; readonly resumeMs: { readonly count: number } }
  }[]
}

test('a short run: four nodes, a kill of whoever leads, a loss of quorum, and nothing is wrong', {
  skip: existsSync('/proc/self/fd') ? false : 'processes are told apart by /proc',
  timeout: 180_000,
}, async (t) => {
  const harness = startHarness(t, schedule)
  const code = await harness.ended
  const { rows } = JSON.parse(harness.stdout()) as Reported
  const [row] = rows
  const violations = row?.violations ?? []
  // Among other tests a machine has no time to be measured by.
  t.same(
    violations.filter(({ check }) => !CHECKS_OF_SPEED.has(check)),
    [],
    'what holds at any speed',
  )
  for (const { message } of violations) t.comment(`not measured here: ${message}`)
  t.equal(code, violations.length === 0 ? 0 : 1)
  t.ok((row?.figures.committed ?? 0) > 50, `${row?.figures.committed} transactions`)
  t.equal(row?.figures.resumeMs.count, 2, 'both faults were healed')

  const report = join(harness.folder, 'report', 'short-5')
  t.match(readFileSync(join(report, 'report.html'), 'utf8'), /<svg[\s\S]*kill[\s\S]*cut[\s\S]*<\/svg>/, 'a page with its picture')
  t.same(JSON.parse(readFileSync(join(report, 'schedule.json'), 'utf8')), schedule, 'the schedule, to be run again')
  t.match(JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')), {
    scenario: 'short',
    seed: 5,
    faults: [{ type: 'kill' }, { type: 'cut' }],
  })
})

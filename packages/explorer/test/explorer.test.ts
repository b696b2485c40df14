import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as consensus from '@hanse/consensus'
import { explore, parseOptions, run, type Summary, summaryText, UsageError } from '@hanse/explorer'
import { t as tap, test } from 'tap'

const SCENARIOS = 1_200
const TIMEOUT_MS = 280_000
tap.setTimeout(TIMEOUT_MS)
/** Of those, in percent, that must reach four views in trouble and three heights. */
const COUNTED_PERCENT_MIN = 85

test('a thousand scenarios and more: agreement, one vote a slot, certificates, nobody honest accused, everything final after the heal', {
  timeout: TIMEOUT_MS,
}, async (t) => {
  const summary = await run({ seed: 1, scenarios: SCENARIOS, jobs: 2, json: false })
  t.same(summary.violations, [])
  t.equal(summary.scenarios, SCENARIOS)
  t.ok(summary.counted * 100 >= SCENARIOS * COUNTED_PERCENT_MIN, `${summary.counted} of ${SCENARIOS} count`)
  for (const count of [summary.casts['twins'], summary.casts['adversary'], summary.casts['honest']]) t.ok((count ?? 0) > 50)
  for (const validators of [4, 5, 7]) t.ok((summary.validators[validators] ?? 0) > 50, `${validators} validators`)
  t.ok(summary.crashes > SCENARIOS && summary.evidence > SCENARIOS, summaryText(summary))
})

test('the same number gives the same scenario, line by line', (t) => {
  const transcript = (): readonly string[] => {
    const lines: string[] = []
    explore(consensus, 4_711, { trace: (line) => lines.push(line) })
    return lines
  }
  const first = transcript()
  t.ok(first.length > 500)
  t.ok(first.some((line) => line.startsWith('── healed')))
  t.same(transcript(), first)
  t.end()
})

test('the command: JSON for a range, a transcript for one, exit code 2 for what it does not understand', {
  timeout: TIMEOUT_MS,
}, async (t) => {
  const execute = promisify(execFile)
  const main = join(import.meta.dirname, '../dist/main.js')
  const range = await execute(process.execPath, [main, '--scenarios', '20', '--seed', '500', '--jobs', '1', '--json'])
  const summary = JSON.parse(range.stdout) as Summary
  t.match(summary, { seed: 500, nextSeed: 520, scenarios: 20, violations: [] })
  const one = await execute(process.execPath, [main, '--replay', '500'])
  t.match(one.stdout, /── round 1: /)
  t.match(one.stdout, /\nholds\n$/)
  await t.rejects(execute(process.execPath, [main, '--scenarios', 'many']), { code: 2 })
  t.throws(() => parseOptions(['--replay', '1', '--json']), UsageError)
  t.throws(() => parseOptions(['--what']), UsageError)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { loadSchedule, runSchedule, scheduleOf } from '../src/saved-schedules.ts'
import { configHash, parseSchedule, scheduleText } from '../src/schedule.ts'
import { Shrinker } from '../src/shrink.ts'
import { simulate } from '../src/simulation.ts'
import { simulateWith } from './support/find-planted.ts'

const REGRESSIONS = join(import.meta.dirname, 'regressions')
const LINES_MAX = 30

test('a schedule is its seed, and its text is the schedule', { timeout: 280_000 }, async (t) => {
  for (const [seed, validators] of [
    [3, 4],
    [2, 7],
  ] as const) {
    const schedule = scheduleOf({ seed, validators })
    const text = scheduleText(schedule, { config: configHash(validators, false), about: 'a test' })
    const read = parseSchedule(text)
    t.strictSame(read.schedule, schedule)
    t.strictSame(read.origin, { config: configHash(validators, false), about: 'a test' })
    if (validators === 4) t.equal(runSchedule(read.schedule).traceHash, simulate({ seed, validators }).traceHash)
  }
  t.not(configHash(4, false), configHash(5, false))
  t.throws(() => parseSchedule('{"seed":1}'))
})

test('what a violation does not need is left out', async (t) => {
  const schedule = scheduleOf({ seed: 8, validators: 7 })
  const needed = schedule.plan.scheduled[0]
  const run = (tried: typeof schedule) => ({
    ...result,
    ...(tried.plan.scheduled.some(({ type }) => type === needed?.type) && tried.goal.heights >= 7 ? { violation } : {}),
  })
  const violation = { oracle: 4, message: 'made up' }
  const result = { ...EMPTY_RESULT, seed: 8, validators: 7 }
  const { schedule: least, tries } = new Shrinker(schedule, { ...result, violation }, run).shrink()
  t.strictSame(
    least.plan.scheduled.map(({ type }) => type),
    [needed?.type],
  )
  t.equal(least.plan.byzantine.size, 0)
  t.equal(least.validators, 4)
  t.ok(least.goal.heights >= 7 && least.goal.heights <= 9, `${least.goal.heights}`)
  t.equal(least.goal.transactions, 0)
  t.equal(least.plan.network.lossPercent, 0)
  t.ok(tries < 400, `${tries}`)
})

test('a seed that fails leaves its schedule, and of it what is to be read', { timeout: 280_000 }, async (t) => {
  const folder = t.testdir({})
  const { code, stdout } = await simulateWith('quorum of 2f', '--seeds', '1-3', '--fail-fast', '--shrink', '--save', folder)
  t.equal(code, 1, stdout)
  const files = readdirSync(folder)
  t.equal(files.length, 2, files.join(', '))
  const shrunkFile = join(folder, files.find((file) => file.endsWith('-shrunk.json')) ?? '')
  const [whole, shrunk] = [shrunkFile.replace('-shrunk', ''), shrunkFile].map((file) => readFileSync(file, 'utf8'))
  t.match(whole, /"commit": "/)
  t.ok((shrunk ?? '').trim().split('\n').length <= LINES_MAX, `${shrunk}`)
  t.strictSame(parseSchedule(shrunk ?? '').schedule.plan.scheduled, [], 'none of its faults is needed')
  const again = await simulateWith('quorum of 2f', '--schedule', shrunkFile)
  t.equal(again.code, 1, again.stdout)
  t.equal(JSON.parse(again.stdout).violations[0].oracle, parseSchedule(shrunk ?? '').origin.violation?.oracle)
})

test('what once failed does not fail again', { timeout: 280_000 }, async (t) => {
  const files = readdirSync(REGRESSIONS).filter((file) => file.endsWith('.json'))
  t.ok(files.length > 0)
  for (const file of files) {
    const { schedule, origin } = loadSchedule(join(REGRESSIONS, file))
    t.ok(origin.about !== undefined, `${file} says what it is about`)
    t.equal(
      runSchedule(schedule).violation,
      undefined,
      `npm run simulate -- --schedule packages/simulator/test/regressions/${file} --trace`,
    )
  }
})

const EMPTY_RESULT = {
  blockAnswers: 0,
  heights: 0,
  transactions: 0,
  views: 0,
  events: 0,
  virtualMs: 0,
  healMs: 0,
  rejoinMs: 0,
  faultsScheduled: 0,
  faultsFired: {},
  crashesAt: {},
  byzantineValidators: {},
  lies: {},
  network: { sent: 0, lost: 0, duplicated: 0, reordered: 0, flipped: 0, held: 0, cut: 0 },
  realSignatures: false,
  traceHash: '',
  trades: {},
}

import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'tap'
import {
  type Candidate,
  failuresMaxOf,
  lasting,
  nextScenario,
  type Outlook,
  outlookOf,
  runsLeft,
  type Standing,
  standingsOf,
} from '../src/campaign/campaign.ts'
import { addToLedger, brokenRow, type LedgerRow, readLedger, rowOf } from '../src/campaign/ledger.ts'
import { ledgerTable, newestCommit } from '../src/campaign/ledger-table.ts'
import { type CampaignOptions, runCampaign } from '../src/campaign/run-campaign.ts'
import type { RunResult } from '../src/run/run-schedule.ts'
import { SCENARIOS } from '../src/scenarios.ts'

const CANDIDATES: readonly Candidate[] = ['a', 'b', 'c'].map((name) => ({ name, durationMs: 20_000 }))

function row(scenario: string, passed: boolean, more: Partial<LedgerRow> = {}): LedgerRow {
  const figures = { resumesMs: [100], catchUpMsMax: 200, longestGapMs: 300, offered: 100, committed: 99 }
  const violations = passed ? [] : [{ check: 'gap', message: 'too long' }]
  return {
    scenario,
    seed: 1,
    commit: 'new',
    passed,
    seconds: 30,
    load: 0.1,
    endedAt: '2026-01-01T00:00:00Z',
    ...figures,
    violations,
    ...more,
  }
}

/** `+a -b`: a passed, then b failed. */
function rows(text: string, commit = 'new'): readonly LedgerRow[] {
  return text.split(' ').map((word) => row(word.slice(1), word[0] === '+', { commit }))
}

function standing(text: string, name: string): Standing | undefined {
  return standingsOf(rows(text), CANDIDATES, 'new').find(({ scenario }) => scenario === name)
}

test('passes count in a row, from the last failure on, and of this state of the software alone', (t) => {
  t.match(standing('+a +a +a', 'a'), { runs: 3, failures: 0, passesInARow: 3 })
  t.match(standing('+a -a +a', 'a'), { runs: 3, failures: 1, passesInARow: 1 })
  t.match(standing('+a +a -a', 'a'), { runs: 3, failures: 1, passesInARow: 0 })
  t.match(standing('+a', 'b'), { runs: 0, failures: 0, passesInARow: 0, lastLine: -1 })
  const mixed = [...rows('+a +a', 'old'), ...rows('+a')]
  t.match(standingsOf(mixed, CANDIDATES, 'new')[0], { runs: 1, passesInARow: 1, lastLine: 2 })
  t.end()
})

test('the next one is that with the fewest runs, and of these the one that was not run for the longest', (t) => {
  // As a call finds it that begins now.
  const next = (text: string, times = 2): string | undefined =>
    nextScenario(standingsOf(rows(text), CANDIDATES, 'new', rows(text).length), times)?.scenario
  t.equal(next('+b'), 'a', 'in the order of the list where nothing was run')
  t.equal(next('+b +a'), 'c')
  t.equal(next('+b +a +c'), 'b')
  t.equal(next('+b +a +c -b'), 'a')
  t.equal(next('+a +b +c', 1), undefined, 'all are through')
  t.equal(next('+a -b +c', 1), 'b')
  t.equal(next('+a +a +b +b +c -c'), 'c', 'whoever fails begins anew')
  t.end()
})

test('following it every scenario passes so often in a row, and none that fails is run for ever', (t) => {
  const done: LedgerRow[] = []
  let flaky = 2
  for (let turn = 0; turn < 1_000; turn++) {
    const next = nextScenario(standingsOf(done, CANDIDATES, 'new'), 10)
    if (next === undefined) break
    const passed = next.scenario === 'b' ? flaky-- <= 0 : next.scenario !== 'c'
    done.push(row(next.scenario, passed))
  }
  const [a, b, c] = standingsOf(done, CANDIDATES, 'new')
  t.match(a, { runs: 10, failures: 0, passesInARow: 10 })
  t.match(b, { runs: 12, failures: 2, passesInARow: 10 })
  const failuresMax = failuresMaxOf(10)
  t.match(c, { runs: failuresMax, failures: failuresMax, failuresNow: failuresMax, passesInARow: 0 })
  t.match(outlookOf([a, b, c] as Standing[], 10), { runsLeft: 0, secondsLeft: 0, through: 2, givenUp: ['c'] })
  t.end()
})

test('the time that is left is what runs took so far, and else their load and what comes on top of it elsewhere', (t) => {
  const [a, b] = standingsOf([row('a', true, { seconds: 30 }), row('a', true, { seconds: 50 })], CANDIDATES, 'new')
  t.equal(a?.seconds, 40)
  t.equal(b?.seconds, 40, '20 s of load and 20 s as with the other')
  t.equal(standingsOf([], CANDIDATES, 'new')[0]?.seconds, 40)
  t.equal(standingsOf([row('a', true, { seconds: 30, commit: 'old' })], CANDIDATES, 'new')[1]?.seconds, 30, 'whatever the commit')
  t.match(outlookOf([a, b] as Standing[], 3), { runsLeft: 4, secondsLeft: 160, through: 0 })
  t.equal(runsLeft(a as Standing, 1), 0)
  t.same([lasting(1), lasting(240), lasting(12_000)], ['1 min', '4 min', '3 h 20 min'])
  t.end()
})

test('a ledger is added to line by line, and goes on behind one that was torn', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-ledger-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'deep', 'ledger.jsonl')
  t.same(readLedger(path), [])
  const [first, second, third] = [row('a', true), row('b', false), row('c', true, { resumesMs: [null, 5] })]
  addToLedger(path, first)
  addToLedger(path, second)
  t.same(readLedger(path), [first, second])
  appendFileSync(path, '{"scenario":"c","se')
  t.same(readLedger(path), [first, second], 'what is torn is no run')
  addToLedger(path, third)
  t.same(readLedger(path), [first, second, third])
  writeFileSync(path, readFileSync(path, 'utf8').trimEnd())
  t.same(readLedger(path), [first, second, third], 'a whole line counts, its end or not')
  addToLedger(path, first)
  t.same(readLedger(path), [first, second, third, first])
  writeFileSync(path, `${JSON.stringify(first)}\n{"scenario":1}\n`)
  t.throws(() => readLedger(path), /line 2, is no run/)
  t.end()
})

test('a campaign goes on where it was interrupted, begins nothing that would not be over in time, and says what is left', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-campaign-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const ledger = join(folder, 'ledger.jsonl')
  let nowMs = 0
  const ran: string[] = []
  const told: string[] = []
  const go = async (more: Partial<CampaignOptions> = {}): Promise<Outlook> => {
    ran.length = 0
    told.length = 0
    return await runCampaign({
      ...{ ledger, times: 2, candidates: CANDIDATES, commit: 'new', seed: 70, isFresh: false, endMs: Number.POSITIVE_INFINITY },
      ...{ signal: new AbortController().signal, nowMs: () => nowMs },
      run: (scenario, seed) => {
        ran.push(`${scenario}${seed}`)
        nowMs += 40_000
        return Promise.resolve(row(scenario, true, { seed, seconds: 40 }))
      },
      onRow: ({ scenario }, done, { runsLeft: left }) => told.push(`${scenario}: ${done} of ${done + left}`),
      ...more,
    })
  }
  const stop = new AbortController()
  t.match(
    await go({
      signal: stop.signal,
      run: (scenario) => {
        if (scenario !== 'b') return Promise.resolve(row(scenario, true, { seconds: 40 }))
        stop.abort()
        return Promise.resolve(undefined)
      },
    }),
    { runsLeft: 5, secondsLeft: 200, through: 0 },
    'interrupted in its second run',
  )
  t.match(await go({ endMs: nowMs + 130_000 }), { runsLeft: 2, through: 1 })
  t.same(ran, ['b70', 'c70', 'a71'], 'time for three of 40 s, and not for a fourth')
  t.same(told, ['b: 1 of 5', 'c: 2 of 5', 'a: 3 of 5'])
  t.match(await go(), { runsLeft: 0, secondsLeft: 0, through: 3 })
  t.same(ran, ['b71', 'c71'])
  await go()
  t.same(ran, [], 'and no more')
  await go({ isFresh: true, times: 1 })
  t.same(ran, ['a70', 'b70', 'c70'], 'unless anew')
  await go({ commit: 'newer', times: 1, run: (scenario) => Promise.resolve(row(scenario, scenario !== 'b', { commit: 'newer' })) })
  t.equal(told.length, 3, 'one run of each, though one fails')
  t.equal(told.at(-1), 'c: 3 of 3')
  const failing: Partial<CampaignOptions> = {
    commit: 'newest',
    run: (scenario) => Promise.resolve(row(scenario, scenario !== 'b', { commit: 'newest' })),
  }
  t.match(await go(failing), { runsLeft: 0, through: 2, givenUp: ['b'] })
  t.equal(told.length, 2 * 2 + failuresMaxOf(2), 'one that fails is not run for ever')
  t.match(await go(failing), { through: 2, givenUp: ['b'] })
  t.equal(told.length, failuresMaxOf(2), 'and begins anew with the next call')
  t.end()
})

test('a run’s line has its figures; never is null', (t) => {
  const figures = {
    ...{ resumesMs: [10, Number.POSITIVE_INFINITY], catchUpMs: { max: Number.POSITIVE_INFINITY }, longestGapMs: 12.6 },
    ...{ offered: 10, committed: 9 },
  }
  const result = { schedule: { scenario: 'a', seed: 4 }, figures, violations: [{ check: 'gap', message: 'm', atMs: 5 }] }
  const origin = { commit: 'x', load: 1.26, seconds: 31.4 }
  t.match(JSON.parse(JSON.stringify(rowOf(result as unknown as RunResult, origin))), {
    ...{ scenario: 'a', seed: 4, commit: 'x', passed: false, seconds: 31, load: 1.3, resumesMs: [10, null], catchUpMsMax: null },
    ...{ longestGapMs: 13, offered: 10, committed: 9, violations: [{ check: 'gap', message: 'm' }] },
  })
  t.match(brokenRow({ scenario: 'a', seed: 4 }, origin, 'why'), { passed: false, violations: [{ check: 'run', message: 'why' }] })
  t.end()
})

test('the table has each scenario of one commit and the sum', (t) => {
  const ledger = [
    row('b', true, { commit: 'old' }),
    row('a', true, { resumesMs: [100, 900], seconds: 30 }),
    row('a', false, { resumesMs: [null], longestGapMs: 4_321, seconds: 60, committed: 50 }),
    row('a', true, { resumesMs: [200], seconds: 31 }),
    row('c', true, { resumesMs: [], offered: 0, committed: 0 }),
  ]
  t.equal(newestCommit(ledger), 'new')
  t.equal(newestCommit([]), undefined)
  const lines = ledgerTable(ledger, CANDIDATES, 'new')
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
  t.same(lines[0], ['scenario', 'runs', 'failed', 'in a row', 'heal → block p50', 'p99', 'longest gap', 'committed', 'seconds p50', 'max'])
  t.same(lines.slice(2), [
    ['a', '3', '1', '1', '0.20 s', 'never', '4.32 s', '≥ 50.0 %', '31', '60'],
    ['c', '1', '0', '1', '', '', '0.30 s', '', '30', '30'],
    ['**all**', '4', '1', '≥ 1', '0.20 s', 'never', '4.32 s', '≥ 50.0 %', '30', '60'],
  ])
  t.end()
})

test('no scenario is called as something else that can be asked for', (t) => {
  for (const name of ['all', 'random']) t.notOk(SCENARIOS.some((scenario) => scenario.name === name))
  t.end()
})

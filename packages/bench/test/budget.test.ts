import { test } from 'tap'
import { UNCLASSIFIED } from '../src/profile/classify.ts'
import { type BudgetReport, budgetFaults, budgetLines, meanBudget, type NodeBudget } from '../src/scenarios/budget-report.ts'

function node(more: Partial<NodeBudget> = {}): NodeBudget {
  return {
    ...{ name: 'bank-a', role: 'primary', observedUs: 200, profiledUs: 210 },
    rows: [
      { stage: 'verify', part: 'signatures of transactions', us: 100 },
      { stage: 'tree', part: 'hashes', us: 60 },
      { stage: 'other threads', part: 'others', us: 40 },
    ],
    ...{ busyMs: 1_000, ranMs: 1_000, waitedMs: 0, ...more },
  }
}

function report(...nodes: readonly NodeBudget[]): BudgetReport {
  return {
    ...{ scenario: 'budget', load: 'transfer', validators: 4, offeredPerSecond: 1_000, seconds: 20 },
    ...{ committedPerSecond: 1_000, transactionsPerBlock: 20 },
    ...{ nodes, failures: {}, unclassified: ['12.0 ms mystery node:internal/other'] },
  }
}

test('what is named adds up to what was observed, give or take 15 %', (t) => {
  const named = (us: number): NodeBudget => node({ rows: [{ stage: 'verify', part: 'signatures of transactions', us }] })
  t.same(budgetFaults(report(named(171), named(229))), [])
  t.match(budgetFaults(report(named(169))), [/^bank-a: what is named adds up to 169\.0 µs, observed were 200\.0 µs/])
  t.match(budgetFaults(report(named(231))), [/adds up to 231\.0 µs/])
  t.end()
})

test('what no stage has is not counted, and is little', (t) => {
  const made = (us: number): NodeBudget =>
    node({
      rows: [
        { stage: 'verify', part: 'signatures of transactions', us: 200 - us },
        { stage: 'the rest', part: UNCLASSIFIED, us },
      ],
    })
  t.same(budgetFaults(report(made(9))), [])
  t.match(budgetFaults(report(made(11))), [/11\.0 µs are of functions that no stage has, first of 12\.0 ms mystery/])
  t.match(budgetFaults(report(made(31))), [/adds up to 169\.0 µs/, /31\.0 µs are of functions/])
  t.end()
})

test('a profile that was busy for another time than the thread ran, and waited to run, is none of it', (t) => {
  t.same(budgetFaults(report(node({ busyMs: 910 }), node({ busyMs: 1_090 }), node({ busyMs: 1_500, waitedMs: 400 }))), [])
  t.match(budgetFaults(report(node({ busyMs: 890 }))), [/busy for 890 ms in the profile/])
  t.match(budgetFaults(report(node({ busyMs: 1_110 }))), [/busy for 1110 ms in the profile/])
  t.end()
})

test('a stage that a node does not have counts as nothing in the mean', (t) => {
  const other = node({
    name: 'bank-b',
    role: 'backup',
    observedUs: 100,
    rows: [{ stage: 'verify', part: 'signatures of transactions', us: 50 }],
  })
  t.same(meanBudget([node(), other]), {
    ...{ observedUs: 150, profiledUs: 210 },
    rows: [
      { stage: 'verify', part: 'signatures of transactions', us: 75 },
      { stage: 'tree', part: 'hashes', us: 30 },
      { stage: 'other threads', part: 'others', us: 20 },
    ],
  })
  const lines = budgetLines(report(node(), other), false)
  t.match(
    lines.find((line) => line.includes('verify')),
    /verify +100\.0 +50\.0 +75\.0$/,
  )
  t.match(
    lines.find((line) => line.includes('sum / observed')),
    /100\.0 % +50\.0 % +83\.3 %$/,
  )
  t.notOk(lines.some((line) => line.includes('signatures of transactions')))
  t.ok(budgetLines(report(node(), other), true).some((line) => line.includes('signatures of transactions')))
  t.end()
})

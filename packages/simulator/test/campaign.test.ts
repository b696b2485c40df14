import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockDirectory } from '@hanse/storage'
import { test } from 'tap'
import { type LedgerEntry, ledgerTable, nextRange, readLedger, runCampaign } from '../src/campaign.ts'
import type { SimulationOptions, SimulationResult } from '../src/result.ts'
import type { WorkerPool } from '../src/worker-pool.ts'

function entry(validators: number, first: number, last: number, commit = 'abc'): LedgerEntry {
  return {
    validators,
    first,
    last,
    commit,
    counted: last - first + 1,
    heights: 60,
    transactions: 200,
    faults: 3,
    durationMs: 1,
    violations: [],
  }
}

test('ranges do not overlap, and each set of validators gets its share', async (t) => {
  const entries: LedgerEntry[] = []
  for (let chunk = 0; chunk < 52; chunk++) {
    const { validators, first, last } = nextRange(entries)
    t.notOk(entries.some((other) => other.validators === validators && other.first <= last && first <= other.last))
    entries.push(entry(validators, first, last))
  }
  const chunks = (validators: number): number => entries.filter((one) => one.validators === validators).length
  t.strictSame([4, 5, 7, 10].map(chunks), [40, 6, 4, 2])
})

test('a campaign goes on where its ledger ends, and says so when somebody else writes it', async (t) => {
  const folder = t.testdir({})
  const file = join(folder, 'ledger.jsonl')
  writeFileSync(file, `${JSON.stringify(entry(4, 1_000_000, 1_000_499))}\n`)
  const seen: number[] = []
  const pool = {
    size: 2,
    simulate: async ({ seed, validators }: SimulationOptions) => {
      seen.push(seed)
      const violation = seed % 100 === 7 ? { violation: { oracle: 1, message: 'two blocks\nmore' } } : {}
      return { seed, validators, heights: 60, transactions: 200, faultsScheduled: 2, traceHash: '', ...violation } as SimulationResult
    },
  } as unknown as WorkerPool
  t.equal(await runCampaign(file, 0.0000001, pool, () => {}), false, 'a violation')
  const [, added] = readLedger(file)
  t.match(added, {
    validators: 5,
    first: 1_000_000,
    last: 1_000_099,
    counted: 99,
    violations: [{ seed: 1_000_007, message: 'two blocks' }],
  })
  t.equal(new Set(seen).size, 100)
  const lock = await lockDirectory(`${file}.lock`)
  await t.rejects(
    runCampaign(file, 1, pool, () => {}),
    { code: 'storage/locked' },
  )
  await lock.release()
})

test('the table joins neighbouring ranges and adds up', async (t) => {
  const table = ledgerTable([entry(4, 1, 100), entry(4, 201, 300), entry(4, 101, 200), entry(5, 1, 100), entry(4, 301, 400, 'def')])
  t.equal(
    table,
    [
      '| commit | validators | seeds | run | counted | heights | transactions | faults | violations |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| abc | 4 | 1–300 | 300 | 300 | 180 | 600 | 9 | 0 |',
      '| abc | 5 | 1–100 | 100 | 100 | 60 | 200 | 3 | 0 |',
      '| def | 4 | 301–400 | 100 | 100 | 60 | 200 | 3 | 0 |',
      '| **all** |  |  | 500 | 500 | 300 | 1000 | 15 | 0 |',
    ].join('\n'),
  )
})

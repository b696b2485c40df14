import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'tap'
import { cometbft } from '../src/peer/cometbft.ts'

const MODULE_DIRECTORY = fileURLToPath(new URL('../peer/cometbft', import.meta.url))
const RUN = { seconds: 2, warmup: 1, runs: 1 } as const
/** A machine that is busy with other tests takes this with ease. */
const RATE = 50

const prepared = await cometbft.prepare(() => undefined)
const skip = prepared.kind === 'missing' ? `NOT TESTED: ${prepared.reason}. ${prepared.hint}` : false
if (skip !== false) process.stderr.write(`peer cometbft: ${skip}\n`)

test('the application of the comparison does what it says', { skip, timeout: 600_000 }, async (t) => {
  const { stdout } = await promisify(execFile)('go', ['test', '-mod=readonly', '-count=1', './...'], { cwd: MODULE_DIRECTORY })
  t.match(stdout, /^ok\s+hanse\/bench\/peer\/cometbft\/transfer/m)
})

test('both applications commit what is offered, in both configurations, and all nodes agree', { skip, timeout: 600_000 }, async (t) => {
  if (prepared.kind === 'missing') return
  const rows = await prepared.measure({ ...RUN, rate: RATE }, () => undefined)
  t.equal(rows.length, 6, 'signed, built in, built in with its own tool; twice')
  for (const row of rows) {
    const what = `${row.configuration}, ${row.application}, ${row.load}`
    const [run] = 'runs' in row ? row.runs : []
    t.ok(run !== undefined && run.committedPerSecond > RATE / 2, `${what}: ${run?.committedPerSecond}/s`)
    t.ok(run !== undefined && run.blocks > 0 && run.p50Ms > 0 && run.p99Ms >= run.p50Ms && run.cpuMicrosNode > 0, what)
    t.same(run?.failures, {}, what)
  }
})

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'tap'
import { cometbft, measureRow, type Plan } from '../src/peer/cometbft.ts'
import { BEST_CONFIGURATION, DEFAULT_CONFIGURATION } from '../src/peer/settings.ts'

const MODULE_DIRECTORY = fileURLToPath(new URL('../peer/cometbft', import.meta.url))
const RUN = { seconds: 4, warmup: 1, runs: 1 } as const
/** A machine that is busy with other tests takes this with ease. */
const RATE = 50

/** To build a peer takes minutes, and what its proxy has to say: not in every run of the tests. */
async function whyNot(): Promise<string | false> {
  if (process.env['HANSE_TEST_PEERS'] !== '1') return 'NOT TESTED: HANSE_TEST_PEERS=1 builds CometBFT with Go and tests it'
  const prepared = await cometbft.prepare(() => undefined)
  return prepared.kind === 'missing' ? `NOT TESTED: ${prepared.reason}. ${prepared.hint}` : false
}

const skip = await whyNot()
if (skip !== false) process.stderr.write(`peer cometbft: ${skip}\n`)

test('the application of the comparison does what it says', { skip, timeout: 600_000 }, async (t) => {
  const { stdout } = await promisify(execFile)('go', ['test', '-mod=readonly', '-count=1', './...'], { cwd: MODULE_DIRECTORY })
  t.match(stdout, /^ok\s+hanse\/bench\/peer\/cometbft\/transfer/m)
})

const PLANS: readonly Plan[] = [
  { application: 'transfer', configuration: BEST_CONFIGURATION, load: `${RATE}/s`, with: { rate: RATE } },
  { application: 'kvstore', configuration: DEFAULT_CONFIGURATION, load: `own tool, ${RATE}/s`, with: { ownToolRate: RATE } },
]

for (const plan of PLANS) {
  test(`${plan.application}, ${plan.configuration.name}, ${plan.load}: what is offered is committed`, {
    skip,
    timeout: 300_000,
  }, async (t) => {
    const row = await measureRow('CometBFT', plan, { ...RUN, rate: RATE }, () => undefined)
    t.notMatch(row, { notMeasured: /./ })
    const [run] = 'runs' in row ? row.runs : []
    t.ok(run !== undefined && run.committedPerSecond > RATE / 2, `${run?.committedPerSecond}/s`)
    t.ok(run !== undefined && run.blocks > 0 && run.p50Ms > 0 && run.p99Ms >= run.p50Ms && run.cpuMicrosNode > 0)
    t.same(run?.failures, {}, 'all nodes agree with the client')
  })
}

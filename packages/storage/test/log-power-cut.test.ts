import { StoreFailure } from '@hanse/ports'
import { createPrng, equalBytes, type Prng } from '@hanse/primitives'
import { test } from 'tap'
import { openLogOn, type WriteAheadLog } from '../src/write-ahead-log.ts'
import { LossyFiles, PowerCut } from './support/lossy-files.ts'

const SEEDS = 300
const LIVES = 6
const DIRECTORY = 'log'
const GENESIS = new Uint8Array(32).fill(7)

/** What the caller of the log knows. */
interface Ledger {
  readonly submitted: Map<number, Uint8Array>
  acknowledged: number
  pruned: number
}

/** The content follows from seed, position and attempt, so that a record of a lost attempt is not taken for its successor. */
function randomRecord(prng: Prng): Uint8Array {
  return prng.bytes(prng.pick([0, 1, 40, 600, 3000]))
}

async function live(log: WriteAheadLog, prng: Prng, ledger: Ledger): Promise<void> {
  for (;;) {
    const calls = Array.from({ length: 1 + prng.below(4) }, async () => {
      const records = Array.from({ length: prng.below(4) }, () => randomRecord(prng))
      for (const [index, bytes] of records.entries()) ledger.submitted.set(log.nextPosition + index, bytes)
      const end = log.nextPosition + records.length
      await log.append(records)
      ledger.acknowledged = Math.max(ledger.acknowledged, end)
    })
    const results = await Promise.allSettled(calls)
    for (const result of results) if (result.status === 'rejected') throw result.reason
    if (prng.chance(1, 4)) {
      ledger.pruned = Math.max(ledger.pruned, prng.below(ledger.acknowledged + 1))
      await log.prune(ledger.pruned)
    }
  }
}

async function checkSurvivors(log: WriteAheadLog, ledger: Ledger): Promise<string | undefined> {
  const entries = await log.readAll()
  const first = entries[0]?.position ?? log.nextPosition
  if (log.nextPosition < ledger.acknowledged) return `record ${log.nextPosition} was acknowledged and is lost`
  if (first > ledger.pruned) return `record ${ledger.pruned} was never pruned and is lost`
  for (const [index, entry] of entries.entries()) {
    if (entry.position !== first + index) return `record ${first + index} is missing`
    const submitted = ledger.submitted.get(entry.position)
    if (submitted === undefined || !equalBytes(submitted, entry.bytes)) return `record ${entry.position} is not what was appended`
  }
  return undefined
}

/** A schedule that never tears, rolls or prunes proves nothing. */
interface Coverage {
  tornTails: number
  segmentsBegun: number
  prunedLogs: number
}

async function runSeed(seed: number, coverage: Coverage): Promise<string | undefined> {
  const prng = createPrng(seed)
  const files = new LossyFiles(prng.fork(1))
  const ledger: Ledger = { submitted: new Map(), acknowledged: 0, pruned: 0 }
  const options = { directory: DIRECTORY, genesisHash: GENESIS, segmentBytesMax: 4000 }
  for (let life = 0; life < LIVES; life++) {
    files.cutPowerAfter(prng.below(prng.pick([12, 120])))
    try {
      const log = await openLogOn(options, files, async () => {})
      const complaint = await checkSurvivors(log, ledger)
      if (complaint !== undefined) return complaint
      // What was read is acted upon, so it has to stay from now on.
      ledger.acknowledged = log.nextPosition
      if (log.repair !== undefined) coverage.tornTails += 1
      const segments = (await files.list(DIRECTORY)).filter((name) => name.endsWith('.segment'))
      if (segments.length > 1) coverage.segmentsBegun += 1
      if (segments.length > 0 && !segments[0]?.startsWith('0000000000000000')) coverage.prunedLogs += 1
      await live(log, prng, ledger)
    } catch (error) {
      if (!(error instanceof PowerCut) && !(error instanceof StoreFailure && error.cause instanceof PowerCut)) throw error
    }
    if (prng.chance(1, 4)) files.killProcess()
    else files.restart()
  }
  const log = await openLogOn(options, files, async () => {})
  return await checkSurvivors(log, ledger)
}

test(`${SEEDS} random lives with power cuts at any operation: nothing acknowledged is lost, nothing is refused`, async (t) => {
  const coverage = { tornTails: 0, segmentsBegun: 0, prunedLogs: 0 }
  for (let seed = 0; seed < SEEDS; seed++) {
    try {
      const complaint = await runSeed(seed, coverage)
      if (complaint !== undefined) t.fail(`seed ${seed}: ${complaint}`)
    } catch (error) {
      t.fail(`seed ${seed}: ${String(error)}`)
    }
  }
  t.ok(coverage.tornTails > SEEDS / 10 && coverage.segmentsBegun > SEEDS && coverage.prunedLogs > SEEDS / 2, JSON.stringify(coverage))
})

test('the oracle bites: a disk that acknowledges syncs without doing them loses records', async (t) => {
  let found = 0
  for (let seed = 0; seed < 40; seed++) {
    const prng = createPrng(seed)
    const files = new LossyFiles(prng.fork(1))
    const options = { directory: DIRECTORY, genesisHash: GENESIS }
    const log = await openLogOn(options, files, async () => {})
    const submitted = new Map<number, Uint8Array>()
    const lying = files.lieAboutSyncs()
    for (let position = 0; position < 20; position++) {
      const bytes = prng.bytes(700)
      submitted.set(position, bytes)
      await log.append([bytes])
    }
    lying.stop()
    files.restart()
    try {
      const again = await openLogOn(options, files, async () => {})
      if ((await checkSurvivors(again, { submitted, acknowledged: 20, pruned: 0 })) !== undefined) found += 1
    } catch {
      found += 1
    }
  }
  t.ok(found > 30, `${found} of 40`)
})

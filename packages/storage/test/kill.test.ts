import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { equalBytes, uint64ToBytes } from '@hanse/primitives'
import { openGuardFile, openLevelStore, openWriteAheadLog } from '@hanse/storage'
import { test } from 'tap'
import { recordContent } from './support/record-content.ts'

const ROUNDS = 8
const RUN_MS_MAX = 250

interface Acknowledged {
  log: number
  store: number
  guard: number
}

function numberOf(bytes: Uint8Array): number {
  return Number(Buffer.from(bytes).readBigUInt64BE())
}

/** Runs the writer, kills it after a while, and adds up what it was promised. */
async function runAndKill(directory: string, acknowledged: Acknowledged, whileItRuns: () => Promise<void>): Promise<void> {
  const script = fileURLToPath(new URL('support/write-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const isRunning = once(lines, 'line')
  lines.on('line', (line) => {
    const [kind, number] = line.split(' ') as [keyof Acknowledged, string]
    acknowledged[kind] = Math.max(acknowledged[kind], Number(number))
  })
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')])
  await Promise.race([isRunning, ended])
  await whileItRuns()
  await sleep(Math.random() * RUN_MS_MAX)
  child.kill('SIGKILL')
  const [[code, signal]] = await ended
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${code}`)
}

test(`kill -9 of a writing process, ${ROUNDS} times: nothing acknowledged is lost, no batch is half there`, async (t) => {
  const directory = t.testdir({})
  const logOptions = { directory: join(directory, 'log'), genesisHash: new Uint8Array(32), segmentBytesMax: 20_000 }
  const acknowledged: Acknowledged = { log: 0, store: 0, guard: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const before = { ...acknowledged }
    await runAndKill(directory, acknowledged, async () => {
      if (round > 0) return
      await t.rejects(openWriteAheadLog(logOptions), { code: 'storage/locked' }, 'the log of a running process is locked')
      await t.rejects(openLevelStore({ directory: join(directory, 'store') }), { code: 'storage/locked' })
      await t.rejects(openGuardFile({ path: join(directory, 'guard') }), { code: 'storage/locked' })
    })

    const log = await openWriteAheadLog(logOptions)
    t.ok(log.nextPosition >= acknowledged.log, `log: ${log.nextPosition} held, ${acknowledged.log} acknowledged, ${before.log} before`)
    const entries = await log.readAll()
    t.equal(entries.length, log.nextPosition)
    t.ok(entries.every(({ position, bytes }, index) => position === index && equalBytes(bytes, recordContent(position))))
    await log.close()

    const store = await openLevelStore({ directory: join(directory, 'store') })
    const heads = [0, 1, 2, 3].map((key) => numberOf(store.get(uint64ToBytes(key)) ?? uint64ToBytes(0)))
    const head = heads[0] as number
    t.ok(head >= acknowledged.store, `store: ${head} held, ${acknowledged.store} acknowledged, ${before.store} before`)
    t.ok(
      heads.every((number) => number === head),
      'a batch is whole',
    )
    const blocks = await store.range({ from: uint64ToBytes(1000), to: uint64ToBytes(1_000_000), limit: 1_000_000 })
    t.ok(blocks.length === head && blocks.every(({ value }, index) => equalBytes(value, recordContent(index + 1))))
    await store.close()

    const guard = await openGuardFile({ path: join(directory, 'guard') })
    const content = await guard.read()
    const number = content.type === 'value' ? numberOf(content.bytes) : -1
    t.ok(number >= acknowledged.guard && number <= acknowledged.guard + 1, `guard: ${number} held, ${acknowledged.guard} acknowledged`)
    await guard.close()
    // What was held without having been told is where the next writer begins, and it must not be lost either.
    acknowledged.guard = Math.max(acknowledged.guard, number)
  }
  t.ok(acknowledged.log > 50 && acknowledged.store > 50 && acknowledged.guard > 50, JSON.stringify(acknowledged))
})

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { openGuardFile } from '../src/guard-file.ts'
import { inspectGuard, inspectLog, isStoreThere } from '../src/inspect.ts'
import { openLevelStore } from '../src/level-store.ts'
import { measureSync } from '../src/sync-time.ts'
import { openWriteAheadLog } from '../src/write-ahead-log.ts'

const GENESIS_HASH = new Uint8Array(32).fill(7)
const record = (number: number): Uint8Array => new Uint8Array(600).fill(number)
const FIRST = '0000000000000000.segment'

async function makeLog(directory: string): Promise<void> {
  const log = await openWriteAheadLog({ directory, genesisHash: GENESIS_HASH, segmentBytesMax: 2_000 })
  for (let number = 0; number < 5; number++) await log.append([record(number)])
  await log.close()
}

test('a log is read whole, also while somebody holds it', async (t) => {
  const directory = t.testdir()
  await makeLog(directory)
  const holder = await openWriteAheadLog({ directory, genesisHash: GENESIS_HASH })
  const { bounds, segments, entries, problems } = await inspectLog(directory)
  await holder.close()
  t.strictSame(problems, [])
  t.strictSame(bounds, { oldest: 0, newest: 4 })
  t.match(segments, [
    { name: FIRST, firstPosition: 0, records: 2, genesisHash: GENESIS_HASH },
    { firstPosition: 2, records: 2 },
    { firstPosition: 4, records: 1 },
  ])
  t.strictSame(
    entries.map(({ position, bytes }) => [position, bytes[0]]),
    [0, 1, 2, 3, 4].map((number) => [number, number]),
  )
})

test('of a damaged log what is good is read, the damage is named, and no byte is changed', async (t) => {
  const directory = t.testdir()
  await makeLog(directory)
  const path = join(directory, FIRST)
  const bytes = await readFile(path)
  bytes[300] = (bytes[300] as number) ^ 1
  await writeFile(path, bytes)
  const damaged = await inspectLog(directory)
  t.match(damaged.problems, [{ code: 'storage/log-damaged', message: /record 0 .* is bad/ }])
  t.strictSame(
    damaged.entries.map(({ position }) => position),
    [2, 3, 4],
  )
  t.strictSame(await readFile(path), bytes)
  await rm(path)
  t.match((await inspectLog(directory)).problems, [{ code: 'storage/log-damaged', message: /0+\.segment is missing/ }])
})

test('a segment that the bounds name has a header; one that a crash left unfinished need not', async (t) => {
  const directory = t.testdir()
  await makeLog(directory)
  await writeFile(join(directory, '0000000000000005.segment'), 'hansel')
  t.strictSame((await inspectLog(directory)).problems, [])
  await writeFile(join(directory, '0000000000000004.segment'), 'hansel')
  t.match((await inspectLog(directory)).problems, [{ code: 'storage/log-damaged', message: /header/ }])
})

test('a torn tail is told, not cut off', async (t) => {
  const directory = t.testdir()
  await makeLog(directory)
  const path = join(directory, '0000000000000004.segment')
  const bytes = (await readFile(path)).subarray(0, -10)
  await writeFile(path, bytes)
  const { segments, problems } = await inspectLog(directory)
  t.strictSame(problems, [])
  t.match(segments.at(-1), { records: 0, goodBytes: 104, sizeBytes: bytes.length })
  t.strictSame(await readFile(path), bytes)
})

test('a guard and a store are looked at without their locks; what is not there is not made', async (t) => {
  const root = t.testdir()
  const path = join(root, 'vote-guard')
  t.match(await inspectGuard(path), { type: 'absent' })
  const guard = await openGuardFile({ path })
  await guard.write(Uint8Array.of(9))
  t.match(await inspectGuard(path), { type: 'value', bytes: Uint8Array.of(9) })
  await guard.close()
  t.equal(await isStoreThere(join(root, 'store')), false)
  await (await openLevelStore({ directory: join(root, 'store') })).close()
  t.equal(await isStoreThere(join(root, 'store')), true)
  t.match(await inspectLog(join(root, 'nowhere')), { segments: [], entries: [], problems: [] })
})

test('the time of a durable write is measured, and nothing stays behind', async (t) => {
  const path = join(t.testdir(), 'probe')
  const times = await measureSync(path, 3)
  t.equal(times.length, 3)
  t.ok(times.every((time, index) => time > 0 && time >= (times[index - 1] ?? 0)))
  await t.rejects(readFile(path), { code: 'ENOENT' })
  await t.rejects(measureSync(join(path, 'in', 'no', 'folder'), 1), { code: 'storage/io', hint: String })
})

import { join } from 'node:path'
import type { Log } from '@hanse/ports'
import { createPrng, InvariantError } from '@hanse/primitives'
import { createMemoryDisk, createMemoryLog, LOG_RECORD_BYTES_MAX, openWriteAheadLog } from '@hanse/storage'
import { type Test, test } from 'tap'

/** Opens the same place again each time. */
type OpenLog = () => Promise<Log>

const SEGMENT_BYTES = 1000

const ADAPTERS: Readonly<Record<string, (t: Test) => OpenLog>> = {
  'write-ahead log': (t) => {
    const directory = join(t.testdir({}), 'deep', 'log')
    return () => openWriteAheadLog({ directory, genesisHash: new Uint8Array(32), segmentBytesMax: SEGMENT_BYTES })
  },
  'memory log': () => {
    const disk = createMemoryDisk({ segmentBytesMax: SEGMENT_BYTES })
    return async () => createMemoryLog(disk)
  },
}

function record(position: number): Uint8Array {
  return createPrng(position).bytes(position % 90)
}

function records(from: number, to: number): readonly Uint8Array[] {
  return Array.from({ length: to - from }, (_, index) => record(from + index))
}

async function checkHeld(t: Test, log: Log, from: number, to: number): Promise<void> {
  const held = await log.readAll()
  t.same(
    held.map(({ position, bytes }) => [position, Buffer.from(bytes).toString('hex')]),
    records(from, to).map((bytes, index) => [from + index, Buffer.from(bytes).toString('hex')]),
  )
}

const CONTRACT: Readonly<Record<string, (t: Test, open: OpenLog) => Promise<void>>> = {
  'a new log is empty': async (t, open) => {
    const log = await open()
    t.equal(log.nextPosition, 0)
    t.same(await log.readAll(), [])
    await log.close()
  },

  'records come back in order, across segments, also after closing and opening': async (t, open) => {
    const log = await open()
    await log.append(records(0, 1))
    await log.append(records(1, 60))
    t.equal(log.nextPosition, 60)
    await checkHeld(t, log, 0, 60)
    await log.close()
    await log.close()
    const again = await open()
    t.equal(again.nextPosition, 60)
    await again.append(records(60, 90))
    await checkHeld(t, again, 0, 90)
    t.ok((await again.sizeBytes()) > 90 * 45)
    await again.close()
  },

  'an empty record is a record; an empty append resolves after the ones before it': async (t, open) => {
    const log = await open()
    const order: string[] = []
    const first = log.append([new Uint8Array(0), Uint8Array.of(1)]).then(() => order.push('first'))
    const second = log.append([]).then(() => order.push('second'))
    await Promise.all([first, second])
    t.same(order, ['first', 'second'])
    t.same(
      (await log.readAll()).map(({ bytes }) => [...bytes]),
      [[], [1]],
    )
    await log.close()
  },

  'what a caller does to bytes afterwards does not reach the log': async (t, open) => {
    const log = await open()
    const bytes = Uint8Array.of(1, 2, 3)
    const append = log.append([bytes])
    bytes.fill(0)
    await append
    const [entry] = await log.readAll()
    t.same(entry && [...entry.bytes], [1, 2, 3])
    await log.close()
  },

  'concurrent appends do not interleave': async (t, open) => {
    const log = await open()
    const calls: Promise<void>[] = []
    for (let call = 0; call < 40; call++) {
      t.equal(log.nextPosition, call * 5)
      calls.push(log.append(records(call * 5, call * 5 + 5)))
    }
    await Promise.all(calls)
    await checkHeld(t, log, 0, 200)
    await log.close()
  },

  'pruning drops whole segments below the position and keeps the numbering': async (t, open) => {
    const log = await open()
    for (let position = 0; position < 200; position += 5) await log.append(records(position, position + 5))
    const before = await log.sizeBytes()
    await log.prune(0)
    await checkHeld(t, log, 0, 200)
    await log.prune(150)
    const first = (await log.readAll())[0]?.position ?? -1
    t.ok(first > 120 && first <= 150, `${first}`)
    t.ok((await log.sizeBytes()) < before / 2)
    await checkHeld(t, log, first, 200)
    await log.prune(100)
    await checkHeld(t, log, first, 200)
    await log.close()
    const again = await open()
    t.equal(again.nextPosition, 200)
    await checkHeld(t, again, first, 200)
    await again.prune(200)
    t.equal(again.nextPosition, 200, 'the last segment stays')
    await again.append(records(200, 203))
    t.equal((await again.readAll()).at(-1)?.position, 202)
    await again.close()
  },

  'a second holder is refused; after closing it is let in': async (t, open) => {
    const log = await open()
    await t.rejects(open(), { name: 'StoreFailure', code: 'storage/locked' })
    await log.close()
    await (await open()).close()
  },

  'after closing every call fails, and an append that was under way is done': async (t, open) => {
    const log = await open()
    const append = log.append(records(0, 3))
    await log.close()
    await append
    await t.rejects(log.append(records(3, 4)), { code: 'storage/closed' })
    await t.rejects(log.readAll(), { code: 'storage/closed' })
    await t.rejects(log.prune(1), { code: 'storage/closed' })
    const again = await open()
    await checkHeld(t, again, 0, 3)
    await again.close()
  },

  'a record beyond the limit is a broken invariant, not a failed disk': async (t, open) => {
    const log = await open()
    await t.rejects(log.append([new Uint8Array(LOG_RECORD_BYTES_MAX + 1)]), InvariantError)
    await log.append([new Uint8Array(LOG_RECORD_BYTES_MAX)])
    t.equal(log.nextPosition, 1)
    t.equal((await log.readAll())[0]?.bytes.length, LOG_RECORD_BYTES_MAX)
    await log.close()
  },
}

for (const [adapter, prepare] of Object.entries(ADAPTERS)) {
  test(adapter, async (t) => {
    for (const [behaviour, check] of Object.entries(CONTRACT)) await t.test(behaviour, (t) => check(t, prepare(t)))
  })
}

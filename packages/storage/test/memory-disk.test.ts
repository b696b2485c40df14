import { createPrng, type Prng } from '@hanse/primitives'
import { createMemoryDisk, createMemoryGuardFile, createMemoryLog, createMemoryStore, type MemoryDisk } from '@hanse/storage'
import { test } from 'tap'

const LOWEST = new Uint8Array(0)
const HIGHEST = Uint8Array.of(255, 255)

/** One write to each part that says `number`. */
function writeNumber(disk: MemoryDisk, number: number): void {
  disk.store.write([
    { key: Uint8Array.of(1), value: Uint8Array.of(number) },
    { key: Uint8Array.of(100 + number), value: Uint8Array.of(number) },
  ])
  disk.log.append([Uint8Array.of(number)])
  disk.guard.write(Uint8Array.of(number))
}

function syncAll(disk: MemoryDisk): void {
  disk.store.sync()
  disk.log.sync()
  disk.guard.sync()
}

/** The last number in each part, 0 for none; checks that everything up to it is there. */
function numbersIn(disk: MemoryDisk): { readonly store: number; readonly log: number; readonly guard: number } {
  const store = disk.store.get(Uint8Array.of(1))?.[0] ?? 0
  const keys = disk.store.range({ from: Uint8Array.of(100), to: HIGHEST, limit: 1000 }).map(({ key }) => (key[0] as number) - 100)
  const records = disk.log.readAll().map(({ bytes }) => bytes[0] as number)
  const content = disk.guard.read()
  for (const numbers of [keys, records]) {
    if (numbers.some((number, index) => number !== index + 1)) throw new Error(`not a prefix: ${numbers}`)
  }
  if (keys.length !== store) throw new Error('half a batch')
  return { store, log: records.length, guard: content.type === 'value' ? (content.bytes[0] as number) : 0 }
}

test('a crash takes back what no sync followed', async (t) => {
  const disk = createMemoryDisk()
  for (const number of [1, 2, 3]) writeNumber(disk, number)
  syncAll(disk)
  for (const number of [4, 5]) writeNumber(disk, number)
  t.same(numbersIn(disk), { store: 5, log: 5, guard: 5 }, 'the process sees its own writes')
  t.equal(disk.store.unsyncedBatches, 2)
  t.equal(disk.log.syncedPosition, 3)
  disk.crash()
  t.same(numbersIn(disk), { store: 3, log: 3, guard: 3 })
  t.equal(disk.log.nextPosition, 3)
  writeNumber(disk, 4)
  syncAll(disk)
  disk.crash()
  t.same(numbersIn(disk), { store: 4, log: 4, guard: 4 })
})

test('with a prng a crash keeps a prefix of each part, every one of them in the long run', async (t) => {
  const kept = { store: new Set<number>(), log: new Set<number>(), guard: new Set<number>() }
  for (let seed = 0; seed < 100; seed++) {
    const disk = createMemoryDisk()
    writeNumber(disk, 1)
    syncAll(disk)
    for (const number of [2, 3, 4]) writeNumber(disk, number)
    disk.crash(createPrng(seed))
    const numbers = numbersIn(disk)
    for (const part of ['store', 'log', 'guard'] as const) kept[part].add(numbers[part])
    disk.crash()
    t.same(numbersIn(disk), numbers, 'what survived one crash survives the next')
  }
  for (const numbers of Object.values(kept)) t.same([...numbers].sort(), [1, 2, 3, 4])
})

test('a crash tears the record that it ends in, and what stays of the log is whole', async (t) => {
  let torn = 0
  for (let seed = 0; seed < 200; seed++) {
    const disk = createMemoryDisk()
    disk.log.append([Uint8Array.of(1)])
    disk.log.sync()
    const unsynced = [new Uint8Array(700).fill(2), new Uint8Array(40).fill(3), new Uint8Array(1_500).fill(4)]
    disk.log.append(unsynced)
    disk.crash(createPrng(seed))
    const left = disk.log.readAll().map(({ bytes }) => bytes)
    t.same(left, [Uint8Array.of(1), ...unsynced.slice(0, left.length - 1)], `seed ${seed}`)
    torn += disk.counters.tornWrites
  }
  t.ok(torn > 100, `${torn} of 200 crashes ended within a record`)
})

test('deletions and overwrites come back in a crash, in the right order', async (t) => {
  const disk = createMemoryDisk()
  const key = Uint8Array.of(1)
  disk.store.write([{ key, value: Uint8Array.of(1) }])
  disk.store.sync()
  disk.store.write([{ key, value: Uint8Array.of(2) }, { key }, { key, value: Uint8Array.of(3) }])
  disk.store.write([{ key }])
  t.equal(disk.store.get(key), undefined)
  t.equal(disk.store.sizeBytes(), 0)
  disk.crash()
  t.same(disk.store.get(key), Uint8Array.of(1))
  t.equal(disk.store.sizeBytes(), 2)
})

test('an injected failure is final until the crash, and its write is unknown until then', async (t) => {
  for (const part of ['store', 'log', 'guard'] as const) {
    for (const operation of ['write', 'sync'] as const) {
      const disk = createMemoryDisk()
      writeNumber(disk, 1)
      syncAll(disk)
      disk.injectFault({ part, operation })
      t.throws(
        () => {
          writeNumber(disk, 2)
          syncAll(disk)
        },
        { name: 'StoreFailure', code: 'storage/io' },
        `${operation} of the ${part}`,
      )
      t.throws(() => disk.store.get(LOWEST), { code: 'storage/io' })
      t.throws(() => disk.log.append([LOWEST]), { code: 'storage/io' })
      t.throws(() => disk.guard.read(), { code: 'storage/io' })
      disk.crash()
      t.equal(numbersIn(disk)[part], 1)
      writeNumber(disk, 2)
      syncAll(disk)
    }
  }
})

test('faults can wait, stick, name another code, and be called off', async (t) => {
  const disk = createMemoryDisk()
  disk.injectFault({ operation: 'read', part: 'store', skip: 2, code: 'storage/checksum' })
  disk.store.get(LOWEST)
  disk.store.get(LOWEST)
  t.throws(() => disk.store.get(LOWEST), { code: 'storage/checksum' })
  disk.crash()
  disk.store.get(LOWEST)
  disk.injectFault({ operation: 'sync', isSticky: true })
  for (let life = 0; life < 3; life++) {
    t.throws(() => disk.log.sync(), { code: 'storage/io' })
    disk.crash()
  }
  disk.clearFaults()
  disk.log.sync()
  t.equal(disk.crashes, 4)
})

test('the ports pass failures on, and outlive a crash only to say that they are closed', async (t) => {
  const disk = createMemoryDisk()
  const [store, log, guard] = [createMemoryStore(disk), createMemoryLog(disk), createMemoryGuardFile(disk)]
  await log.append([Uint8Array.of(1)])
  disk.injectFault({ part: 'log', operation: 'sync' })
  const results = await Promise.allSettled([log.append([Uint8Array.of(2)]), log.append([Uint8Array.of(3)])])
  for (const result of results) t.match(result, { status: 'rejected', reason: { code: 'storage/io' } })
  t.throws(() => store.get(LOWEST), { code: 'storage/io' })
  disk.crash()
  await t.rejects(guard.write(Uint8Array.of(1)), { code: 'storage/closed' }, 'what is left of the old process')
  const again = createMemoryLog(disk)
  t.same(
    (await again.readAll()).map(({ bytes }) => [...bytes]),
    [[1]],
  )
  await log.close()
  t.throws(() => createMemoryLog(disk), { code: 'storage/locked' }, 'an old holder does not release the new one')
})

test('a copy is a backup: what was durable, and independent', async (t) => {
  const disk = createMemoryDisk()
  writeNumber(disk, 1)
  syncAll(disk)
  writeNumber(disk, 2)
  const backup = disk.copy()
  t.same(numbersIn(backup), { store: 1, log: 1, guard: 1 })
  t.same(numbersIn(disk), { store: 2, log: 2, guard: 2 })
  writeNumber(backup, 2)
  writeNumber(backup, 3)
  syncAll(backup)
  t.same(numbersIn(backup), { store: 3, log: 3, guard: 3 })
  disk.crash()
  t.same(numbersIn(disk), { store: 1, log: 1, guard: 1 })
})

test('a lost log, a cut log, a lost store and a spoilt guard', async (t) => {
  const disk = createMemoryDisk({ segmentBytesMax: 120 })
  for (const number of [1, 2, 3, 4, 5]) writeNumber(disk, number)
  syncAll(disk)
  disk.log.truncate(3)
  t.equal(numbersIn(disk).log, 3)
  t.equal(disk.log.nextPosition, 3)
  disk.log.append([Uint8Array.of(4)])
  disk.crash()
  t.equal(disk.log.nextPosition, 3)
  disk.log.wipe()
  disk.store.wipe()
  t.equal(disk.store.get(Uint8Array.of(1)), undefined)
  t.same(disk.log.readAll(), [])
  t.equal(disk.log.nextPosition, 0)
  disk.guard.damage()
  t.same(disk.guard.read(), { type: 'damaged' })
  disk.guard.wipe()
  t.same(disk.guard.read(), { type: 'absent' })
})

test('it counts writes, syncs and bytes', async (t) => {
  const disk = createMemoryDisk()
  writeNumber(disk, 1)
  syncAll(disk)
  t.same(disk.counters, { writes: 3, syncs: 3, bytesWritten: 4 + 53 + 1, tornWrites: 0 }, 'keys and values, record and header, guard')
})

/** A trace of everything that was read. */
function randomTrace(prng: Prng): string {
  const disk = createMemoryDisk({ segmentBytesMax: 500 })
  const trace: string[] = []
  let number = 0
  for (let step = 0; step < 300; step++) {
    const choice = prng.below(6)
    if (choice < 3) writeNumber(disk, ++number % 100)
    else if (choice === 3) disk.log.sync()
    else if (choice === 4) disk.store.sync()
    else disk.crash(prng)
    trace.push(`${disk.log.nextPosition} ${disk.store.sizeBytes()} ${disk.store.get(Uint8Array.of(1))}`)
  }
  return trace.join('\n')
}

test('the same seed gives the same history', async (t) => {
  t.equal(randomTrace(createPrng(7)), randomTrace(createPrng(7)))
  t.not(randomTrace(createPrng(7)), randomTrace(createPrng(8)))
})

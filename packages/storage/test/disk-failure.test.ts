import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoreFailure } from '@hanse/ports'
import { createPrng, uint64ToBytes } from '@hanse/primitives'
import { test } from 'tap'
import { openGuardOn } from '../src/guard-file.ts'
import { openLevelStore } from '../src/level-store.ts'
import { openLogOn, openWriteAheadLog } from '../src/write-ahead-log.ts'
import { LossyFiles } from './support/lossy-files.ts'

const GENESIS = new Uint8Array(32)

function ioError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code })
}

test('the first failed operation on the log is final, whatever it was, and what was acknowledged before stays', async (t) => {
  const options = { directory: 'log', genesisHash: GENESIS, segmentBytesMax: 600 }
  let failures = 0
  for (let operation = 0; operation < 80; operation++) {
    const files = new LossyFiles(createPrng(operation))
    const log = await openLogOn(options, files, async () => {})
    let acknowledged = 0
    files.failOnceAfter(operation, ioError('EIO'))
    let failure: unknown
    for (let round = 0; round < 12 && failure === undefined; round++) {
      try {
        await log.append([new Uint8Array(200).fill(round)])
        acknowledged += 1
        if (round % 3 === 2) await log.prune(round - 2)
      } catch (error) {
        failure = error
      }
    }
    if (failure === undefined) continue
    failures += 1
    if (!(failure instanceof StoreFailure) || failure.code !== 'storage/io') t.fail(`operation ${operation}: ${String(failure)}`)
    for (const call of [log.append([new Uint8Array(1)]), log.readAll(), log.prune(0), log.sizeBytes()]) {
      if ((await call.catch((error: unknown) => error)) !== failure) t.fail(`operation ${operation}: a later call did not fail`)
    }
    await log.close()
    const again = await openLogOn(options, files, async () => {})
    if (again.nextPosition < acknowledged) t.fail(`operation ${operation}: ${acknowledged} acknowledged, ${again.nextPosition} held`)
  }
  t.ok(failures > 40, `${failures} failures`)
})

test('appends that wait behind a failed one fail too', async (t) => {
  const files = new LossyFiles(createPrng(1))
  const log = await openLogOn({ directory: 'log', genesisHash: GENESIS }, files, async () => {})
  files.failOnceAfter(1, ioError('ENOSPC'))
  const first = log.append([Uint8Array.of(1)])
  await Promise.resolve()
  const results = await Promise.allSettled([first, log.append([Uint8Array.of(2)]), log.append([Uint8Array.of(3)])])
  for (const result of results) t.match(result, { status: 'rejected', reason: { code: 'storage/io', hint: /free some space/ } })
})

test('a guard through 300 power cuts: the last acknowledged value or the one under way, never none', async (t) => {
  for (let seed = 0; seed < 300; seed++) {
    const prng = createPrng(seed)
    const files = new LossyFiles(prng.fork(1))
    let [acknowledged, submitted] = [0, 0]
    for (let life = 0; life < 5; life++) {
      files.cutPowerAfter(prng.below(30))
      try {
        const guard = await openGuardOn('keys/guard', files, async () => {})
        const content = await guard.read()
        const value = content.type === 'value' ? Number(Buffer.from(content.bytes).readBigUInt64BE()) : content.type === 'absent' ? 0 : -1
        if (value < acknowledged || value > submitted) t.fail(`seed ${seed}: ${value}, not ${acknowledged} to ${submitted}`)
        acknowledged = value
        for (;;) {
          submitted += 1
          await guard.write(uint64ToBytes(submitted))
          acknowledged = submitted
        }
      } catch (error) {
        if (!(error instanceof Error) || !/power is gone/.test(error.message)) throw error
      }
      files.restart()
    }
  }
  t.pass('300 seeds')
})

test('400 flipped bits in a guard: its value, the one before, or damaged', async (t) => {
  const files = new LossyFiles(createPrng(0))
  const guard = await openGuardOn('keys/guard', files, async () => {})
  for (const value of [1, 2, 3]) await guard.write(new Uint8Array(100).fill(value))
  const image = files.image()
  const seen = { last: 0, before: 0 }
  for (let seed = 0; seed < 400; seed++) {
    const prng = createPrng(seed)
    const content = Buffer.from(image.get('keys/guard') as Buffer)
    const offset = prng.below(2) * 4096 + prng.below(150)
    content[offset] = (content[offset] as number) ^ (1 << prng.below(8))
    const damaged = LossyFiles.fromImage(prng, new Map([['keys/guard', content]]))
    const read = await (await openGuardOn('keys/guard', damaged, async () => {})).read()
    if (read.type !== 'value') t.fail(`seed ${seed}: one flipped bit, and no slot is good`)
    else if (read.bytes.every((byte) => byte === 3)) seen.last += 1
    else if (read.bytes.every((byte) => byte === 2)) seen.before += 1
    else t.fail(`seed ${seed}: a value that was never written`)
  }
  t.ok(seen.last > 100 && seen.before > 100, JSON.stringify(seen))
})

/** A file system of that size, gone with the test. */
function mountSmallDisk(sizeBytes: number): { readonly directory: string; unmount(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'hanse-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', directory], { stdio: 'pipe' })
  } catch (error) {
    rmdirSync(directory)
    throw error
  }
  const unmount = (): void => {
    execFileSync('umount', [directory])
    rmdirSync(directory)
  }
  return { directory, unmount }
}

function whyNoMount(): string | false {
  try {
    mountSmallDisk(100_000).unmount()
    return false
  } catch {
    return 'mounting a small disk needs root on Linux'
  }
}

test('a full disk: both stop at once, say so, and keep what they acknowledged', { skip: whyNoMount() }, async (t) => {
  const { directory, unmount } = mountSmallDisk(2_000_000)
  t.teardown(unmount)
  const log = await openWriteAheadLog({ directory: join(directory, 'log'), genesisHash: GENESIS, segmentBytesMax: 100_000 })
  let appended = 0
  const logFailure = await (async () => {
    for (;;) {
      await log.append([createPrng(appended).bytes(5_000)])
      appended += 1
      if (appended > 1000) return undefined
    }
  })().catch((error: unknown) => error)
  t.match(logFailure, { name: 'StoreFailure', code: 'storage/io', message: /ENOSPC/, hint: /free some space/ })
  t.ok(appended > 100, `${appended} appended`)
  await t.rejects(log.append([]), { code: 'storage/io' })
  await log.close()

  execFileSync('mount', ['-o', 'remount,size=4000000', directory])
  const again = await openWriteAheadLog({ directory: join(directory, 'log'), genesisHash: GENESIS, segmentBytesMax: 100_000 })
  t.ok(again.nextPosition >= appended)
  await again.close()

  const store = await openLevelStore({ directory: join(directory, 'store') })
  let written = 0
  const storeFailure = await (async () => {
    for (;;) {
      await store.write([{ key: uint64ToBytes(written), value: createPrng(written).bytes(5_000) }], { sync: true })
      written += 1
      if (written > 2000) return undefined
    }
  })().catch((error: unknown) => error)
  t.match(storeFailure, { name: 'StoreFailure', code: 'storage/io', message: /No space left/, hint: /free some space/ })

  execFileSync('mount', ['-o', 'remount,size=16000000', directory])
  await t.rejects(store.write([], { sync: true }), { code: 'storage/io' }, 'also with space again, when LevelDB itself would go on')
  t.throws(() => store.get(uint64ToBytes(0)), { code: 'storage/io' })
  await store.close()
  const reopened = await openLevelStore({ directory: join(directory, 'store') })
  const records = await reopened.range({ from: new Uint8Array(0), to: Uint8Array.of(255), limit: 10_000 })
  t.ok(records.length >= written, `${records.length} held, ${written} acknowledged`)
  await reopened.close()
})

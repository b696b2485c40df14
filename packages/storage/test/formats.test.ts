import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { ClassicLevel } from 'classic-level'
import { test } from 'tap'
import { SLOT_FORMAT } from '../src/checked-slots.ts'
import { openGuardFile } from '../src/guard-file.ts'
import { inspectGuard, inspectLog } from '../src/inspect.ts'
import { openLevelStore, STORE_FORMAT } from '../src/level-store.ts'
import { LOG_FORMAT, SEGMENT_HEADER_BYTES } from '../src/log-segment.ts'
import { sealValue } from '../src/store-record.ts'
import { openWriteAheadLog } from '../src/write-ahead-log.ts'

const GENESIS_HASH = new Uint8Array(32).fill(7)
const NEWER = {
  code: 'storage/format',
  message: /format 2, newer than format 1 of this release/,
  hint: /the release that wrote it, or a later one/,
}
const OLDER = { code: 'storage/format', message: /format 0, older than format 1 of this release/, hint: /upgrade notes/ }

test('these are the formats of this release', (t) => {
  t.strictSame({ STORE_FORMAT, LOG_FORMAT, SLOT_FORMAT }, { STORE_FORMAT: 1, LOG_FORMAT: 1, SLOT_FORMAT: 1 })
  t.end()
})

for (const [format, refusal] of [
  [2, NEWER],
  [0, OLDER],
] as const) {
  test(`a store of format ${format} is refused, and untouched`, async (t) => {
    const directory = t.testdir()
    await (await openLevelStore({ directory })).close()
    const key = Buffer.concat([Buffer.of(0), Buffer.from('format')])
    const mark = sealValue(key, Buffer.from(`hanse store ${format}`))
    const level = new ClassicLevel<Uint8Array, Uint8Array>(directory, { keyEncoding: 'view', valueEncoding: 'view' })
    await level.put(key, mark)
    await level.close()
    await t.rejects(openLevelStore({ directory }), refusal)
    const again = new ClassicLevel<Uint8Array, Uint8Array>(directory, { keyEncoding: 'view', valueEncoding: 'view' })
    t.strictSame(Buffer.from((await again.get(key)) ?? []), Buffer.from(mark))
    await again.close()
  })

  test(`a log of format ${format} is refused, and untouched`, async (t) => {
    const directory = t.testdir()
    const log = await openWriteAheadLog({ directory, genesisHash: GENESIS_HASH })
    await log.append([Uint8Array.of(1, 2, 3)])
    await log.close()
    const path = join(directory, '0000000000000000.segment')
    const bytes = await readFile(path)
    bytes.writeUInt32BE(format, 8)
    bytes.writeUInt32BE(crc32(bytes.subarray(0, SEGMENT_HEADER_BYTES - 4)), SEGMENT_HEADER_BYTES - 4)
    await writeFile(path, bytes)
    await t.rejects(openWriteAheadLog({ directory, genesisHash: GENESIS_HASH }), refusal)
    t.match((await inspectLog(directory)).problems, [refusal], 'who only looks is told the same')
    t.strictSame(await readFile(path), bytes)
  })
}

/** A slot as another release would write it: the frame is the same, the first byte is the format less one. */
function slot(purpose: string, format: number, sequence: number, value: Uint8Array): Buffer {
  const body = Buffer.alloc(10 + value.length)
  body.writeBigUInt64BE(BigInt(sequence))
  body[0] = format - 1
  body.writeUInt16BE(value.length, 8)
  body.set(value, 10)
  return Buffer.concat([body, createHash('sha256').update(`hanse/slot/${format}/${purpose}\n`).update(body).digest()])
}

test('a guard that a newer release wrote to is refused, and its older slot is not taken instead', async (t) => {
  const path = join(t.testdir(), 'vote-guard')
  const guard = await openGuardFile({ path })
  await guard.write(Uint8Array.of(1))
  await guard.close()
  const bytes = await readFile(path)
  t.strictSame(bytes.subarray(0, 43), slot('guard', 1, 0, Uint8Array.of(1)), 'the frame is the one that is documented here')
  bytes.set(slot('guard', 2, 1, Uint8Array.of(2)), 4096)
  await writeFile(path, bytes)
  const reopened = await openGuardFile({ path })
  await t.rejects(reopened.read(), NEWER)
  await t.rejects(reopened.write(Uint8Array.of(3)), NEWER)
  await reopened.close()
  await t.rejects(inspectGuard(path), NEWER)
  t.strictSame(await readFile(path), bytes)
  bytes[4096] = 2
  await writeFile(path, bytes)
  t.match(
    await inspectGuard(path),
    { type: 'value', bytes: Uint8Array.of(1) },
    'a flipped bit in the format is damage: the older slot counts',
  )
})

test('the bounds of a log have their format too', async (t) => {
  const directory = t.testdir()
  await (await openWriteAheadLog({ directory, genesisHash: GENESIS_HASH })).close()
  const bytes = await readFile(join(directory, 'bounds'))
  bytes.set(slot('log-bounds', 2, 1, new Uint8Array(16)), 4096)
  await writeFile(join(directory, 'bounds'), bytes)
  await t.rejects(openWriteAheadLog({ directory, genesisHash: GENESIS_HASH }), NEWER)
})

import { crc32 } from 'node:zlib'
import { type LogEntry, StoreFailure } from '@hanse/ports'
import { createPrng, type Prng } from '@hanse/primitives'
import { test } from 'tap'
import { encodeRecord, RECORD_HEADER_BYTES } from '../src/log-record.ts'
import { SEGMENT_HEADER_BYTES, segmentName } from '../src/log-segment.ts'
import { openLogOn, type WriteAheadLog } from '../src/write-ahead-log.ts'
import { LossyFiles } from './support/lossy-files.ts'

type Image = Map<string, Buffer>

const DIRECTORY = 'log'
const OPTIONS = { directory: DIRECTORY, genesisHash: new Uint8Array(32).fill(7), segmentBytesMax: 2500 }
const BOUNDS = `${DIRECTORY}/bounds`
/** Records of each append call, in order. The last write is the only one that may be taken for torn. */
const WRITES = [1, 5, 2, 9, 1, 1, 7, 3, 12, 4, 2, 6, 3]
const RECORD_COUNT = WRITES.reduce((sum, count) => sum + count, 0)
const LAST_WRITE_POSITION = RECORD_COUNT - (WRITES.at(-1) as number)

function openImage(image: Image, options = OPTIONS): Promise<WriteAheadLog> {
  return openLogOn(options, LossyFiles.fromImage(createPrng(1), image), async () => {})
}

function contentOf(position: number): Uint8Array {
  return createPrng(position).bytes(20 + ((position * 37) % 150))
}

async function buildImage(): Promise<Image> {
  const files = new LossyFiles(createPrng(0))
  const log = await openLogOn(OPTIONS, files, async () => {})
  for (const count of WRITES) await log.append(Array.from({ length: count }, (_, index) => contentOf(log.nextPosition + index)))
  await log.close()
  return files.image()
}

function segmentPaths(image: Image): readonly string[] {
  return [...image.keys()].filter((path) => path.endsWith('.segment')).sort()
}

function lastSegment(image: Image): string {
  return segmentPaths(image).at(-1) as string
}

function copyOf(image: Image): Image {
  return new Map([...image].map(([path, content]) => [path, Buffer.from(content)]))
}

function isPrefix(entries: readonly LogEntry[]): boolean {
  return entries.every(({ position, bytes }, index) => position === index && Buffer.from(bytes).equals(contentOf(position)))
}

type Outcome =
  | { readonly type: 'refused'; readonly failure: StoreFailure }
  | { readonly type: 'opened'; readonly records: number; readonly log: WriteAheadLog }

/** Opens; what is returned is a prefix of what was appended, or this throws. */
async function outcomeOf(image: Image, options = OPTIONS): Promise<Outcome> {
  try {
    const log = await openImage(image, options)
    const entries = await log.readAll()
    if (!isPrefix(entries)) throw new Error('a wrong record was returned')
    if (log.nextPosition !== entries.length) throw new Error('the next position is not behind the last record')
    return { type: 'opened', records: entries.length, log }
  } catch (error) {
    if (error instanceof StoreFailure) return { type: 'refused', failure: error }
    throw error
  }
}

function isRefusedWithHint(outcome: Outcome): boolean {
  return outcome.type === 'refused' && outcome.failure.code === 'storage/log-damaged' && outcome.failure.hint.includes('move the log aside')
}

function flipBit(prng: Prng, content: Buffer): number {
  const offset = prng.below(content.length)
  content[offset] = (content[offset] as number) ^ (1 << prng.below(8))
  return offset
}

/** Where a record of the last segment begins. */
function offsetInLastSegment(image: Image, first: number): number {
  let bytes = 0
  for (let position = first; position < RECORD_COUNT; position++) bytes += RECORD_HEADER_BYTES + contentOf(position).length
  return (image.get(lastSegment(image)) as Buffer).length - bytes
}

test('600 flipped bits: never a wrong record, and a loss only of the last write', async (t) => {
  const image = await buildImage()
  t.ok(segmentPaths(image).length > 3, 'several segments')
  const tailOffset = offsetInLastSegment(image, LAST_WRITE_POSITION)
  const paths = [...image.keys()]
  const seen = { refused: 0, torn: 0, harmless: 0 }
  for (let seed = 0; seed < 600; seed++) {
    const prng = createPrng(seed)
    const damaged = copyOf(image)
    const path = prng.pick(paths)
    const offset = flipBit(prng, damaged.get(path) as Buffer)
    const outcome = await outcomeOf(damaged)
    const isInTail = path === lastSegment(image) && offset >= tailOffset
    if (isRefusedWithHint(outcome)) seen.refused += 1
    else if (outcome.type === 'opened' && outcome.records === RECORD_COUNT && path === BOUNDS) seen.harmless += 1
    else if (outcome.type === 'opened' && isInTail && outcome.records >= LAST_WRITE_POSITION && outcome.log.repair !== undefined)
      seen.torn += 1
    else
      t.fail(
        `seed ${seed}: byte ${offset} of ${path}: ${outcome.type === 'opened' ? `${outcome.records} records` : outcome.failure.message}`,
      )
  }
  t.ok(seen.refused > 300 && seen.torn > 0 && seen.harmless > 0, JSON.stringify(seen))
})

test('400 spoilt stretches of up to 600 bytes: never a wrong record, and a loss only if nothing good follows', async (t) => {
  const image = await buildImage()
  const tailOffset = offsetInLastSegment(image, LAST_WRITE_POSITION)
  const seen = { refused: 0, torn: 0, harmless: 0 }
  for (let seed = 0; seed < 400; seed++) {
    const prng = createPrng(seed)
    const damaged = copyOf(image)
    const path = prng.pick(segmentPaths(image))
    const content = damaged.get(path) as Buffer
    const start = prng.below(content.length)
    const length = Math.min(1 + prng.below(600), content.length - start)
    content.set(prng.chance(1, 2) ? prng.bytes(length) : new Uint8Array(length), start)
    const outcome = await outcomeOf(damaged)
    const reachesTail = path === lastSegment(image) && start + length > tailOffset
    if (isRefusedWithHint(outcome)) seen.refused += 1
    else if (outcome.type === 'opened' && outcome.records === RECORD_COUNT) seen.harmless += 1
    else if (outcome.type === 'opened' && reachesTail && offsetInLastSegment(image, outcome.records + 1) > start) seen.torn += 1
    else t.fail(`seed ${seed}: bytes ${start} to ${start + length} of ${path}`)
  }
  t.ok(seen.refused > 200 && seen.torn > 0, JSON.stringify(seen))
})

test('the last segment cut at every length: the records before the cut', async (t) => {
  const image = await buildImage()
  const path = lastSegment(image)
  const whole = image.get(path) as Buffer
  let opened = 0
  for (let length = 0; length < whole.length; length++) {
    const outcome = await outcomeOf(new Map(image).set(path, whole.subarray(0, length)))
    if (length < SEGMENT_HEADER_BYTES) {
      if (!isRefusedWithHint(outcome)) t.fail(`${length} bytes: a cut header was accepted`)
    } else if (outcome.type === 'refused' || outcome.records === RECORD_COUNT) t.fail(`${length} bytes`)
    else opened += 1
  }
  t.equal(opened, whole.length - SEGMENT_HEADER_BYTES)
})

test('an earlier segment cut at any length is refused', async (t) => {
  const image = await buildImage()
  const path = segmentPaths(image)[1] as string
  const whole = image.get(path) as Buffer
  for (let length = 0; length < whole.length; length += 7) {
    t.ok(isRefusedWithHint(await outcomeOf(new Map(image).set(path, whole.subarray(0, length)))), `${length} bytes`)
  }
})

test('a tail of zeros is cut off and reported', async (t) => {
  const image = await buildImage()
  const path = lastSegment(image)
  const whole = image.get(path) as Buffer
  for (const zeros of [1, 51, 52, 53, 512, 100_000]) {
    const outcome = await outcomeOf(new Map(image).set(path, Buffer.concat([whole, Buffer.alloc(zeros)])))
    t.equal(outcome.type === 'opened' && outcome.records, RECORD_COUNT)
    t.same(outcome.type === 'opened' && outcome.log.repair, {
      segment: path.slice(DIRECTORY.length + 1),
      offset: whole.length,
      droppedBytes: zeros,
    })
  }
})

test('after a repair the log goes on, and what was cut off does not come back', async (t) => {
  const image = await buildImage()
  const path = lastSegment(image)
  const files = LossyFiles.fromImage(createPrng(2), new Map(image).set(path, (image.get(path) as Buffer).subarray(0, -1)))
  const log = await openLogOn(OPTIONS, files, async () => {})
  t.equal(log.nextPosition, RECORD_COUNT - 1)
  await log.append([Uint8Array.of(42)])
  await log.close()
  const again = await openLogOn(OPTIONS, files, async () => {})
  t.equal(again.repair, undefined)
  t.same((await again.readAll()).at(-1), { position: RECORD_COUNT - 1, bytes: Uint8Array.of(42) })
})

test('a missing file is refused wherever it is', async (t) => {
  const image = await buildImage()
  for (const path of image.keys()) {
    const damaged = new Map(image)
    damaged.delete(path)
    t.ok(isRefusedWithHint(await outcomeOf(damaged)), path)
  }
  t.ok(isRefusedWithHint(await outcomeOf(new Map([[BOUNDS, image.get(BOUNDS) as Buffer]]))), 'all segments')
})

test('segments exchanged, or taken from another log of the same chain, are refused', async (t) => {
  const [image, other] = [await buildImage(), await buildImage()]
  const [first, second] = segmentPaths(image) as [string, string]
  const exchanged = new Map(image).set(first, image.get(second) as Buffer).set(second, image.get(first) as Buffer)
  t.ok(isRefusedWithHint(await outcomeOf(exchanged)))
  const appended = new Map(image).set(
    lastSegment(image),
    Buffer.concat([image.get(lastSegment(image)) as Buffer, (other.get(first) as Buffer).subarray(SEGMENT_HEADER_BYTES)]),
  )
  const outcome = await outcomeOf(appended)
  t.equal(outcome.type === 'opened' && outcome.records, RECORD_COUNT, 'records with the salt of another segment are not records')
})

test('the log of another chain is refused as such', async (t) => {
  const image = await buildImage()
  const foreign = await outcomeOf(image, { ...OPTIONS, genesisHash: new Uint8Array(32).fill(8) })
  t.match(foreign, { type: 'refused', failure: { code: 'storage/format', message: /genesis hash 0x0707/, hint: /genesis file/ } })
})

test('a segment of a later format is refused as such', async (t) => {
  const image = copyOf(await buildImage())
  const header = (image.get(segmentPaths(image)[0] as string) as Buffer).subarray(0, SEGMENT_HEADER_BYTES)
  header.writeUInt32BE(2, 8)
  header.writeUInt32BE(crc32(header.subarray(0, -4)), SEGMENT_HEADER_BYTES - 4)
  t.match(await outcomeOf(image), { type: 'refused', failure: { code: 'storage/format', message: /format 2.*format 1/, hint: /release/ } })
})

test('a refusal changes nothing on disk', async (t) => {
  const image = await buildImage()
  const [first, second] = segmentPaths(image) as [string, string]
  for (const path of [first, second, BOUNDS]) {
    const damaged = copyOf(image)
    damaged.get(path)?.fill(0xee, path === BOUNDS ? 0 : 300)
    const files = LossyFiles.fromImage(createPrng(1), damaged)
    await t.rejects(
      openLogOn(OPTIONS, files, async () => {}),
      { code: 'storage/log-damaged' },
    )
    t.same(files.image(), damaged, path)
  }
})

test('content that imitates a later record does not turn a torn tail into damage', async (t) => {
  const files = new LossyFiles(createPrng(0))
  const log = await openLogOn(OPTIONS, files, async () => {})
  await log.append([contentOf(0)])
  const forged = Buffer.alloc(RECORD_HEADER_BYTES + 4)
  const record = { position: 2, writeIndex: 0, chain: new Uint8Array(32), bytes: Uint8Array.of(1, 2, 3, 4) }
  encodeRecord(forged, 0, record, createPrng(5).bytes(16))
  await log.append([Buffer.concat([forged, forged, new Uint8Array(100)])])
  const image = files.image()
  const path = `${DIRECTORY}/${segmentName(0)}`
  const outcome = await outcomeOf(new Map(image).set(path, (image.get(path) as Buffer).subarray(0, -50)))
  t.equal(outcome.type === 'opened' && outcome.records, 1)
})

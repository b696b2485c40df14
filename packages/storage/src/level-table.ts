import { ByteCursor, MalformedBytes } from './byte-cursor.ts'
import { maskedCrc32c } from './crc32c.ts'
import { unpackSnappy } from './snappy.ts'

const FOOTER_BYTES = 48
const MAGIC = Buffer.from('57fb808b247547db', 'hex')
/** After each block: how it is packed, and a checksum of both. */
const TRAILER_BYTES = 5
const PACKED_WITH_SNAPPY = 1

interface BlockHandle {
  readonly offset: number
  readonly size: number
}

/** Blocks of which one call verifies at most so many bytes, give or take one block. */
const SLICE_BYTES = 1024 * 1024

/**
 * Verifies every block of a table of LevelDB, and that there is nothing but blocks: LevelDB does not look at the checksums when it reads.
 * Yields after each piece of work; returns what is wrong, in words, or nothing.
 */
export function* verifyTable(file: Uint8Array): Generator<undefined, string | undefined> {
  try {
    if (file.length < FOOTER_BYTES || !MAGIC.equals(file.subarray(file.length - MAGIC.length))) return 'its end is missing or damaged'
    const footer = new ByteCursor(file, file.length - FOOTER_BYTES, file.length - MAGIC.length)
    const [meta, index] = [readHandle(footer), readHandle(footer)]
    let next = 0
    let verified = 0
    // Data, filters, the index of filters, the index: LevelDB writes block after block, and what an index leaves out was there.
    for (const handle of [...readIndex(checkedBlock(file, index)), ...readIndex(checkedBlock(file, meta)), meta, index]) {
      if (handle.offset !== next) return `bytes ${next} to ${handle.offset} belong to no block`
      checkedBlock(file, handle)
      next = handle.offset + handle.size + TRAILER_BYTES
      verified += handle.size
      if (verified < SLICE_BYTES) continue
      verified = 0
      yield
    }
    return next === file.length - FOOTER_BYTES ? undefined : `bytes ${next} to ${file.length - FOOTER_BYTES} belong to no block`
  } catch (error) {
    if (error instanceof MalformedBytes) return error.message
    throw error
  }
}

function readHandle(cursor: ByteCursor): BlockHandle {
  return { offset: cursor.varint(), size: cursor.varint() }
}

/** The block as it is stored, and how it is packed. @throws MalformedBytes */
function checkedBlock(file: Uint8Array, { offset, size }: BlockHandle): { readonly stored: Uint8Array; readonly packing: number } {
  const end = offset + size
  const trailer = new ByteCursor(file, end, end + TRAILER_BYTES).bytes(TRAILER_BYTES)
  if (maskedCrc32c(file, offset, end + 1) !== trailer.readUInt32LE(1))
    throw new MalformedBytes(`the block at byte ${offset} fails its checksum`)
  return { stored: file.subarray(offset, end), packing: trailer[0] as number }
}

/** Where the blocks are that an index names, in their order. */
function readIndex({ stored, packing }: ReturnType<typeof checkedBlock>): readonly BlockHandle[] {
  const block = packing === PACKED_WITH_SNAPPY ? unpackSnappy(stored) : stored
  if (block.length < 4) throw new MalformedBytes('the index is too short')
  const restarts = Buffer.from(block.buffer, block.byteOffset, block.length).readUInt32LE(block.length - 4)
  const cursor = new ByteCursor(block, 0, block.length - 4 * (restarts + 1))
  const handles: BlockHandle[] = []
  while (!cursor.isAtEnd) {
    cursor.varint()
    const [ownKeyBytes, valueBytes] = [cursor.varint(), cursor.varint()]
    cursor.bytes(ownKeyBytes)
    handles.push(readHandle(new ByteCursor(cursor.bytes(valueBytes))))
  }
  return handles
}

import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { assert, equalBytes } from '@hanse/primitives'
import { otherFormat, slotsDamaged } from './failure.ts'
import { type Files, type OpenFile, writeFully } from './files.ts'

/** Each slot has a disk block of its own, so that a torn write of one cannot touch the other. */
const SLOT_STRIDE_BYTES = 4096
const SLOT_COUNT = 2
const LENGTH_OFFSET = 8
const VALUE_OFFSET = 10
const DIGEST_BYTES = 32
const SLOT_VALUE_BYTES_MAX = 512

export type SlotsContent =
  | { readonly type: 'absent' }
  | { readonly type: 'damaged' }
  | { readonly type: 'value'; readonly bytes: Uint8Array; readonly sequence: number }

/** A small value in a file: two slots written in turn, each with a sequence number and a SHA-256, so that the last or the one before is readable. */
export interface CheckedSlots {
  /** @throws StoreFailure `storage/format` for a slot that another release wrote */
  read(): Promise<SlotsContent>
  /** Durable when the promise resolves. A damaged file is left as it is. @throws StoreFailure `storage/checksum` */
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

/**
 * What this release writes and reads. The first byte of a slot is its format less one; length, value and digest stand alike in all
 * formats, so that a later one is told from damage: to go back to the older slot would be to forget a vote.
 */
export const SLOT_FORMAT = 1

function slotDigest(purpose: string, format: number, body: Uint8Array): Uint8Array {
  return createHash('sha256').update(`hanse/slot/${format}/${purpose}\n`).update(body).digest()
}

function encodeSlot(purpose: string, sequence: number, value: Uint8Array): Uint8Array {
  const slot = Buffer.alloc(VALUE_OFFSET + value.length + DIGEST_BYTES)
  slot.writeBigUInt64BE(BigInt(sequence))
  slot.writeUInt16BE(value.length, LENGTH_OFFSET)
  slot.set(value, VALUE_OFFSET)
  slot.set(slotDigest(purpose, SLOT_FORMAT, slot.subarray(0, VALUE_OFFSET + value.length)), VALUE_OFFSET + value.length)
  return slot
}

function decodeSlot(
  purpose: string,
  index: number,
  file: Uint8Array,
): { readonly sequence: number; readonly bytes: Uint8Array } | undefined {
  const slot = Buffer.from(file.subarray(index * SLOT_STRIDE_BYTES, (index + 1) * SLOT_STRIDE_BYTES))
  if (slot.length < VALUE_OFFSET) return undefined
  const end = VALUE_OFFSET + slot.readUInt16BE(LENGTH_OFFSET)
  if (end + DIGEST_BYTES > slot.length) return undefined
  const format = (slot[0] as number) + 1
  if (!equalBytes(slotDigest(purpose, format, slot.subarray(0, end)), slot.subarray(end, end + DIGEST_BYTES))) return undefined
  if (format !== SLOT_FORMAT) throw otherFormat(`the ${purpose} file`, format, SLOT_FORMAT)
  const sequence = Number(slot.readBigUInt64BE())
  // A slot in the other's place was written by a misdirected write.
  return sequence % SLOT_COUNT === index ? { sequence, bytes: Uint8Array.from(slot.subarray(VALUE_OFFSET, end)) } : undefined
}

/** `purpose` goes into the digest: a file of another purpose reads as damaged. */
export async function openCheckedSlots(path: string, purpose: string, files: Files): Promise<CheckedSlots> {
  let file: OpenFile | undefined = await files.open(path)

  const read = async (): Promise<SlotsContent> => {
    if (file === undefined) return { type: 'absent' }
    const bytes = await file.readAll()
    const [even, odd] = [decodeSlot(purpose, 0, bytes), decodeSlot(purpose, 1, bytes)]
    const latest = even === undefined || (odd !== undefined && odd.sequence > even.sequence) ? odd : even
    return latest === undefined ? { type: 'damaged' } : { type: 'value', ...latest }
  }

  // By a new name and a rename: a file that exists has been written whole once, so an empty one is damage.
  const create = async (value: Uint8Array): Promise<OpenFile> => {
    const image = new Uint8Array(SLOT_COUNT * SLOT_STRIDE_BYTES)
    image.set(encodeSlot(purpose, 0, value))
    const created = await files.create(`${path}.new`)
    await writeFully(created, image, 0)
    await created.sync()
    await files.rename(`${path}.new`, path)
    await files.syncDirectory(dirname(path))
    return created
  }

  let nextSequence: number | undefined
  return {
    read,
    write: async (value) => {
      assert(value.length <= SLOT_VALUE_BYTES_MAX, `a slot holds ${SLOT_VALUE_BYTES_MAX} bytes, not ${value.length}`)
      if (file === undefined) {
        file = await create(value)
        nextSequence = 1
        return
      }
      if (nextSequence === undefined) {
        const content = await read()
        if (content.type !== 'value') throw slotsDamaged(path)
        nextSequence = content.sequence + 1
      }
      const slot = encodeSlot(purpose, nextSequence, value)
      await writeFully(file, slot, (nextSequence % SLOT_COUNT) * SLOT_STRIDE_BYTES)
      await file.sync()
      nextSequence += 1
    },
    close: async () => {
      await file?.close()
    },
  }
}

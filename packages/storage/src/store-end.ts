import { join } from 'node:path'
import { uint64ToBytes } from '@hanse/primitives'
import { type CheckedSlots, openCheckedSlots } from './checked-slots.ts'
import { storeDamaged } from './failure.ts'
import type { Files } from './files.ts'

/** Durable batches after which the end is noted anew, beside each close … */
const NOTED_EVERY_BATCHES = 64
/** … and how old the last note may be when a batch has become durable, in ms: what is lost at the end after a crash without a word is younger. */
const NOTED_EVERY_MS = 1_000
const END_FILE = 'end'

/**
 * Remembers outside of LevelDB which batch was durable: what LevelDB has lost at its end leaves no trace in it, and a store would open as
 * if it were younger.
 */
export class StoreEnd {
  readonly #slots: CheckedSlots
  #noted: number
  #notedAtMs = performance.now()

  private constructor(slots: CheckedSlots, noted: number) {
    this.#slots = slots
    this.#noted = noted
  }

  /** @throws StoreFailure `storage/damaged` where batches up to the noted one are missing, unless that is accepted */
  static async open(directory: string, files: Files, lastBatch: number, isLossAccepted: boolean): Promise<StoreEnd> {
    const path = join(directory, END_FILE)
    const slots = await openCheckedSlots(path, 'store-end', files)
    const content = await slots.read().catch(async (error: unknown) => {
      await slots.close()
      throw error
    })
    const noted = content.type === 'value' ? Number(Buffer.from(content.bytes).readBigUInt64BE()) : -1
    if (noted > lastBatch && !isLossAccepted) {
      await slots.close()
      throw storeDamaged(`${directory} has lost its end: batch ${noted} was durable, and ${describeLast(lastBatch)}`)
    }
    // A note that nobody can read is made anew: it is one more witness, and what it is of may be whole.
    if (content.type !== 'damaged') return new StoreEnd(slots, noted)
    await slots.close()
    await files.remove(path)
    return new StoreEnd(await openCheckedSlots(path, 'store-end', files), -1)
  }

  /** That batch, and all before it, are durable. */
  async durable(batch: number): Promise<void> {
    const isDue = batch - this.#noted >= NOTED_EVERY_BATCHES || performance.now() - this.#notedAtMs >= NOTED_EVERY_MS
    if (isDue) await this.#note(batch)
  }

  /** `batch` is the last durable one; undefined where nobody knows. */
  async close(batch: number | undefined): Promise<void> {
    try {
      if (batch !== undefined && batch > this.#noted) await this.#note(batch)
    } finally {
      await this.#slots.close()
    }
  }

  async #note(batch: number): Promise<void> {
    await this.#slots.write(uint64ToBytes(batch))
    this.#noted = batch
    this.#notedAtMs = performance.now()
  }
}

function describeLast(batch: number): string {
  return batch < 0 ? 'no batch is there' : `the last that is there is ${batch}`
}

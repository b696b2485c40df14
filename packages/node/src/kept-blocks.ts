import type { StoredBlock } from '@hanse/rpc'

/** Decoded blocks, the newest that were kept: at most so many, and of at most so many bytes, give or take the newest. */
export class KeptBlocks {
  readonly #blocksMax: number
  readonly #bytesMax: number
  readonly #blocks = new Map<number, StoredBlock>()
  #bytes = 0

  constructor(blocksMax: number, bytesMax: number) {
    this.#blocksMax = blocksMax
    this.#bytesMax = bytesMax
  }

  get(height: number): StoredBlock | undefined {
    return this.#blocks.get(height)
  }

  /** Of a height that is not kept. */
  keep(block: StoredBlock): StoredBlock {
    this.#blocks.set(block.header.height, block)
    this.#bytes += block.sizeBytes
    for (const [height, { sizeBytes }] of this.#blocks) {
      if (this.#blocks.size === 1 || (this.#blocks.size <= this.#blocksMax && this.#bytes <= this.#bytesMax)) break
      this.#blocks.delete(height)
      this.#bytes -= sizeBytes
    }
    return block
  }
}

import { type Chain, type Epoch, type Header, type ValidatorSet, validatorSetHash } from '@hanse/protocol'
import type { ChainReader } from '@hanse/replica'
import { storedEpoch } from '@hanse/state'

/** Who signs which epoch, as far as a store that may be damaged can tell. */
export class EpochSigners {
  readonly #reader: ChainReader
  readonly #chain: Chain
  readonly #known = new Map<Epoch, { readonly set: ValidatorSet; readonly hash: string } | undefined>()

  constructor(reader: ChainReader, chain: Chain) {
    this.#reader = reader
    this.#chain = chain
  }

  /** Those that the header names; undefined where the state has others, or none that can be read. */
  of({ epoch, validatorSetHash: named }: Header): ValidatorSet | undefined {
    if (!this.#known.has(epoch)) this.#known.set(epoch, this.#read(epoch))
    const known = this.#known.get(epoch)
    return known?.hash === named ? known.set : undefined
  }

  #read(epoch: Epoch): { readonly set: ValidatorSet; readonly hash: string } | undefined {
    try {
      const record = storedEpoch(this.#reader.state, this.#chain.genesis, epoch)
      if (record === undefined) return undefined
      const set = { validators: record.validators }
      return { set, hash: validatorSetHash(set) }
    } catch {
      // What is damaged is found where the state is read as a whole.
      return undefined
    }
  }
}

import { err, ok, type Result, reject } from '@hanse/primitives'
import {
  asEpoch,
  type Chain,
  type EpochEnd,
  endsEpoch,
  genesisValidatorSet,
  type Header,
  isRecovery,
  recoversFrom,
  type SigningDomain,
  type ValidatorSet,
  type VerifySignature,
  validatorSetHash,
} from '@hanse/protocol'
import { verifyCertifiedHeader } from './proof.ts'

interface TrustedEpoch {
  readonly firstHeight: number
  readonly set: ValidatorSet
}

/**
 * Who signs which heights, known from genesis alone: each epoch's last header, signed by a quorum of its set, names the next set
 * (consensus.md, "Light client"), or, where the next epoch began by recovery, that one's first header, signed by the same. Headers of an
 * epoch count up to its last height only: keys that were retired sign nothing later.
 */
export class TrustedEpochs {
  readonly domain: SigningDomain
  readonly #epochs: TrustedEpoch[]

  constructor({ genesis, genesisHash }: Chain) {
    this.domain = { genesisHash, chainId: genesis.chainId }
    this.#epochs = [{ firstHeight: 1, set: genesisValidatorSet(genesis) }]
  }

  /** How many epochs are known: the next end is that of epoch `size - 1`. */
  get size(): number {
    return this.#epochs.length
  }

  /** The set of an epoch, if it is known. */
  setOf(epoch: number): ValidatorSet | undefined {
    return this.#epochs[epoch]?.set
  }

  /** The set of the newest known epoch, and its first height. */
  get newest(): TrustedEpoch {
    return this.#epochs[this.#epochs.length - 1] as TrustedEpoch
  }

  /**
   * Learns of the next epoch from the last block of the newest known one. Codes: those of `verifyCertifiedHeader`, `proof/not-an-end` for a
   * header that ends no epoch, `proof/bad-validators` for another set than the header names.
   */
  extend(end: EpochEnd, verify: VerifySignature): Result<undefined> {
    const { header, certificate, nextValidators } = end
    if (isRecovery(certificate)) return this.#recover(end, verify)
    if (header.epoch !== this.size - 1) {
      return err(
        reject('proof/unknown-epoch', `expected the end of epoch ${this.size - 1}, not of ${header.epoch}`, { path: 'header.epoch' }),
      )
    }
    const certified = verifyCertifiedHeader(this, { header, certificate }, verify)
    if (!certified.ok) return certified
    if (!endsEpoch(header)) return err(reject('proof/not-an-end', `height ${header.height} ends no epoch`, { path: 'header' }))
    if (validatorSetHash(nextValidators) !== header.nextValidatorSetHash) {
      return err(reject('proof/bad-validators', 'these are not the validators that the header names', { path: 'nextValidators' }))
    }
    this.#epochs.push({ firstHeight: header.height + 1, set: nextValidators })
    return ok(undefined)
  }

  /** The first block of an epoch that began by recovery: its set is the one before, and a quorum of it has signed this block. */
  #recover({ header, certificate, nextValidators }: EpochEnd, verify: VerifySignature): Result<undefined> {
    // It stands for each of the epochs that it passed over.
    if (this.#epochs[header.epoch]?.firstHeight === header.height) return ok(undefined)
    const { firstHeight, set } = this.newest
    if (!recoversFrom(asEpoch(this.size - 1), certificate) || header.height < firstHeight) {
      const words = `the recovery to epoch ${header.epoch} at height ${header.height} does not follow epoch ${this.size - 1}`
      return err(reject('proof/unknown-epoch', words, { path: 'header.epoch' }))
    }
    const certified = verifyCertifiedHeader({ domain: this.domain, set }, { header, certificate }, verify)
    if (!certified.ok) return certified
    if (validatorSetHash(nextValidators) !== header.validatorSetHash) {
      return err(reject('proof/bad-validators', 'these are not the validators that the header names', { path: 'nextValidators' }))
    }
    while (this.size <= header.epoch) this.#epochs.push({ firstHeight: header.height, set })
    return ok(undefined)
  }

  /** The set that signs the header. `proof/unknown-epoch`, `proof/retired-validators`. */
  signersOf({ epoch, height }: Pick<Header, 'epoch' | 'height'>): Result<ValidatorSet> {
    const found = this.#epochs[epoch]
    if (found === undefined) {
      const hint = 'Learn of the ends of the epochs before it: consensus_listEpochs has them.'
      return err(reject('proof/unknown-epoch', `epoch ${epoch} is not known here`, { hint, path: 'header.epoch' }))
    }
    const next = this.#epochs[epoch + 1]
    if (height >= found.firstHeight && (next === undefined || height < next.firstHeight)) return ok(found.set)
    return err(
      reject('proof/retired-validators', `epoch ${epoch} begins at height ${found.firstHeight} and does not reach ${height}`, {
        path: 'header.height',
      }),
    )
  }
}

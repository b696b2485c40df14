import { type Fact, type Fork, factsOf, findCulprits } from '@hanse/consensus'
import {
  certificateChecks,
  certificateFault,
  consensusSignBytes,
  type Epoch,
  type LogRecord,
  type SigningDomain,
  type ValidatorSet,
  type VerifySignature,
  validatorCheck,
} from '@hanse/protocol'

export type { Fork } from '@hanse/consensus'

/** Who signs in the epoch of the height that is looked at. */
export interface ForkEpoch {
  readonly domain: SigningDomain
  readonly epoch: Epoch
  readonly set: ValidatorSet
}

/** Every signature of it holds. What is of another epoch says nothing of this one. */
function holds({ domain, epoch, set }: ForkEpoch, fact: Fact, verify: VerifySignature): boolean {
  if (fact.type === 'certificate') {
    const { certificate } = fact
    if (certificateFault(certificate, set, { epoch }) !== undefined) return false
    return certificateChecks(domain, set, certificate).every(verify)
  }
  const { signed } = fact
  if (signed.epoch !== epoch || set.validators[signed.signer] === undefined) return false
  return verify(validatorCheck(set, signed.signer, consensusSignBytes(domain, epoch, signed.message), signed.signature))
}

/**
 * Who is to blame for the lowest fork that these records show, whoever kept them: nobody is believed, every signature is verified first.
 * Undefined where they show none.
 */
export function forkIn(records: readonly LogRecord[], place: ForkEpoch, verify: VerifySignature): Fork | undefined {
  return findCulprits(records.flatMap(factsOf).filter((fact) => holds(place, fact, verify)))
}

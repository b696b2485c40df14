import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import type { CommitCertificate, ValidatorSet } from './block.ts'
import { certificateChecks, certificateFault, validatorCheck } from './certificate.ts'
import {
  type ConsensusMessage,
  consensusSignBytes,
  type NewView,
  type SignedMessage,
  type SigningDomain,
  type Status,
  type ViewChange,
} from './consensus-message.ts'
import { asEpoch, asHeight, type Epoch, type Height } from './ids.ts'
import { WINDOW_MAX } from './limits.ts'
import { primaryOf, quorumSize } from './quorum.ts'
import type { SignatureCheck } from './signature.ts'

/** Where an epoch that is not the first begins: above the last block of the one before, which that one's validators have certified. */
export interface EpochBoundary {
  readonly height: Height
  readonly set: ValidatorSet
}

/** Where a message is judged: its epoch's set, and what that epoch stands on; nothing is known of that in epoch 0. */
interface Judgement {
  readonly epoch: Epoch
  readonly set: ValidatorSet
  readonly below: EpochBoundary | undefined
}

function bad(message: string, path: string): Rejection {
  return reject('consensus/bad-message', message, { path })
}

function nested(fault: Rejection | undefined, path: string): Rejection | undefined {
  return fault === undefined ? undefined : { ...fault, path: fault.path === undefined ? path : `${path}.${fault.path}` }
}

function strictlyAscending(values: readonly (number | string)[]): boolean {
  return values.every((value, index) => index === 0 || (values[index - 1] as number | string) < value)
}

/** A ViewChange of an epoch's first height rests on a certificate of the epoch before. */
function setOfHead({ epoch, set, below }: Judgement, head: CommitCertificate): ValidatorSet {
  return below !== undefined && head.epoch === epoch - 1 ? below.set : set
}

function headFault(judgement: Judgement, head: ViewChange['head']): Rejection | undefined {
  const { epoch, set, below } = judgement
  if (head === undefined) return below === undefined ? undefined : bad('above genesis a head has its certificate', 'message.head')
  if (below !== undefined && head.epoch === epoch - 1)
    return nested(certificateFault(head, below.set, { epoch: asEpoch(epoch - 1), height: below.height }), 'message.head')
  if (below !== undefined && head.height <= below.height) return bad('the head is below its epoch', 'message.head.height')
  return nested(certificateFault(head, set, { epoch }), 'message.head')
}

function viewChangeFault(message: ViewChange, judgement: Judgement): Rejection | undefined {
  const { newView, head, prepared } = message
  const { epoch, set } = judgement
  if (newView < 1) return bad('view 0 needs no view change', 'message.newView')
  const fault = headFault(judgement, head)
  if (fault !== undefined) return fault
  if (prepared === undefined) return undefined
  if (prepared.view >= newView) return bad('the prepared view is not below the new one', 'message.prepared.view')
  return nested(certificateFault(prepared, set, { epoch, height: asHeight((head?.height ?? 0) + 1) }), 'message.prepared')
}

function newViewFault(message: NewView, quorum: number): Rejection | undefined {
  if (message.newView < 1) return bad('view 0 needs no new view', 'message.newView')
  if (message.viewChanges.length !== quorum)
    return bad(`expected ${quorum} view changes, got ${message.viewChanges.length}`, 'message.viewChanges')
  if (!strictlyAscending(message.viewChanges)) return bad('view changes stand once each, in ascending order', 'message.viewChanges')
  return undefined
}

function statusFault(message: Status, validators: number): Rejection | undefined {
  if (message.wants < message.view) return bad('nobody wants a lower view', 'message.wants')
  if (!strictlyAscending(message.slots.map((slot) => slot.height))) return bad('slots stand in ascending order of height', 'message.slots')
  for (const [index, slot] of message.slots.entries()) {
    const path = `message.slots.${index}`
    if (slot.height <= message.head || slot.height > message.head + WINDOW_MAX)
      return bad('a slot is outside the window above the head', `${path}.height`)
    if (!strictlyAscending(slot.voters) || slot.voters.some((voter) => voter >= validators))
      return bad('voters are distinct members, ascending', `${path}.voters`)
  }
  return undefined
}

function heightFault(height: Height, { below }: Judgement, path: string): Rejection | undefined {
  return height > (below?.height ?? 0) ? undefined : bad('what is voted on lies above the block that the epoch stands on', path)
}

function messageFault(message: ConsensusMessage, signer: number, judgement: Judgement): Rejection | undefined {
  const { epoch, set } = judgement
  const validators = set.validators.length
  switch (message.type) {
    case 'proposal':
      if (signer !== primaryOf(message.view, validators)) return bad('only the primary of the view proposes', 'signer')
      if (message.body.epoch !== epoch) return bad('the body is of another epoch', 'message.body.epoch')
      if (message.body.proposer >= validators) return bad('the proposer is not in the set', 'message.body.proposer')
      return heightFault(message.body.height, judgement, 'message.body.height')
    case 'prepare':
    case 'commit':
      return heightFault(message.height, judgement, 'message.height')
    case 'viewChange':
      return viewChangeFault(message, judgement)
    case 'newView':
      if (signer !== primaryOf(message.newView, validators)) return bad('only the primary of the view announces it', 'signer')
      return newViewFault(message, quorumSize(validators))
    case 'status':
      return statusFault(message, validators)
  }
}

/**
 * Everything that can be said about a consensus message from itself and the validator set of its epoch: refuses what is malformed
 * (`consensus/unknown-signer`, `consensus/bad-message`, `consensus/bad-certificate`), otherwise lists every signature it rests on,
 * the sender's first, then those of the certificates inside. It is genuine when all of them hold. `below` is what an epoch above 0 stands on.
 */
export function messageChecks(
  domain: SigningDomain,
  set: ValidatorSet,
  signed: SignedMessage,
  below?: EpochBoundary,
): Result<readonly SignatureCheck[]> {
  const { epoch, signer, signature, message } = signed
  if (signer >= set.validators.length)
    return err(reject('consensus/unknown-signer', `the set has no validator ${signer}`, { path: 'signer' }))
  const judgement: Judgement = { epoch, set, below }
  const fault = messageFault(message, signer, judgement)
  if (fault !== undefined) return err(fault)
  const checks: SignatureCheck[] = [validatorCheck(set, signer, consensusSignBytes(domain, epoch, message), signature)]
  if (message.type === 'viewChange') {
    if (message.head !== undefined) checks.push(...certificateChecks(domain, setOfHead(judgement, message.head), message.head))
    if (message.prepared !== undefined) checks.push(...certificateChecks(domain, set, message.prepared))
  }
  return ok(checks)
}

import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import type { ValidatorSet } from './block.ts'
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
import { asHeight, type Epoch } from './ids.ts'
import { WINDOW_MAX } from './limits.ts'
import { primaryOf, quorumSize } from './quorum.ts'
import type { SignatureCheck } from './signature.ts'

function bad(message: string, path: string): Rejection {
  return reject('consensus/bad-message', message, { path })
}

function nested(fault: Rejection | undefined, path: string): Rejection | undefined {
  return fault === undefined ? undefined : { ...fault, path: fault.path === undefined ? path : `${path}.${fault.path}` }
}

function strictlyAscending(values: readonly (number | string)[]): boolean {
  return values.every((value, index) => index === 0 || (values[index - 1] as number | string) < value)
}

function viewChangeFault(message: ViewChange, epoch: Epoch, set: ValidatorSet): Rejection | undefined {
  const { newView, head, prepared } = message
  if (newView < 1) return bad('view 0 needs no view change', 'message.newView')
  if (head !== undefined) {
    // The set never changes yet, so a head is of the same epoch; the first height of a new one will need the set before, too.
    const fault = nested(certificateFault(head, set, { epoch }), 'message.head')
    if (fault !== undefined) return fault
  }
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

function messageFault(message: ConsensusMessage, epoch: Epoch, signer: number, set: ValidatorSet): Rejection | undefined {
  const validators = set.validators.length
  switch (message.type) {
    case 'proposal':
      if (signer !== primaryOf(message.view, validators)) return bad('only the primary of the view proposes', 'signer')
      if (message.body.epoch !== epoch) return bad('the body is of another epoch', 'message.body.epoch')
      if (message.body.proposer >= validators) return bad('the proposer is not in the set', 'message.body.proposer')
      return message.body.height < 1 ? bad('genesis is not voted on', 'message.body.height') : undefined
    case 'prepare':
    case 'commit':
      return message.height < 1 ? bad('genesis is not voted on', 'message.height') : undefined
    case 'viewChange':
      return viewChangeFault(message, epoch, set)
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
 * the sender's first, then those of the certificates inside. It is genuine when all of them hold.
 */
export function messageChecks(domain: SigningDomain, set: ValidatorSet, signed: SignedMessage): Result<readonly SignatureCheck[]> {
  const { epoch, signer, signature, message } = signed
  if (signer >= set.validators.length)
    return err(reject('consensus/unknown-signer', `the set has no validator ${signer}`, { path: 'signer' }))
  const fault = messageFault(message, epoch, signer, set)
  if (fault !== undefined) return err(fault)
  const checks: SignatureCheck[] = [validatorCheck(set, signer, consensusSignBytes(domain, epoch, message), signature)]
  if (message.type === 'viewChange') {
    if (message.head !== undefined) checks.push(...certificateChecks(domain, set, message.head))
    if (message.prepared !== undefined) checks.push(...certificateChecks(domain, set, message.prepared))
  }
  return ok(checks)
}

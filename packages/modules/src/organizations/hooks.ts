import type { Rejection } from '@hanse/primitives'
import type { BlockContext, EnvelopeContext, StateReader, StateWriter } from '@hanse/state'
import { validatorOfAddress } from '../consensus-keys.ts'
import { lapseKyc } from './kyc.ts'
import { DUE_ITEMS_PER_BLOCK_MAX } from './limits.ts'
import { closeProposal } from './open-proposals.ts'
import { refuse } from './rejections.ts'
import { deadlines, firstUses, operators, parties, proposals } from './store.ts'

/**
 * Every signer must be an active operator of a party that was not excluded. KYC is judged by each command instead, so that a suspended
 * party's attempt leaves a receipt, and so that it can still mend its keys.
 */
export function authorize(context: EnvelopeContext, state: StateReader): Rejection | undefined {
  if (isNodesReport(context)) return undefined
  for (const address of context.signers) {
    const operator = operators.get(state, address)
    if (operator === undefined) return refuse('organizations/unknown-operator', `${address} is no operator of a registered party`)
    if (operator.status !== 'active') {
      return refuse('organizations/operator-revoked', `${address} of ${operator.partyId} was revoked at ${operator.revokedAtMs}`)
    }
    if (parties.require(state, operator.partyId).kyc.status === 'REVOKED') {
      return refuse('organizations/party-revoked', `${operator.partyId} was excluded`)
    }
  }
  return duplicateClientRef(context, state)
}

/** A validator's node has a key that is no operator's: it reports evidence with it, and may do nothing else. */
function isNodesReport(context: EnvelopeContext): boolean {
  const { calls, signers, sender, clientRef } = context
  const [call] = calls
  const isReport = calls.length === 1 && call?.module === 'governance' && call.command === 'reportEvidence'
  return isReport && signers.length === 1 && clientRef === undefined && validatorOfAddress(context, sender) !== undefined
}

/** The reference is the sender's party's: its ERP sends the same document again and learns what became of the first. */
function duplicateClientRef({ clientRef, sender }: EnvelopeContext, state: StateReader): Rejection | undefined {
  if (clientRef === undefined) return undefined
  const { partyId } = operators.require(state, sender)
  const first = firstUses.get(state, [partyId, clientRef])
  if (first === undefined) return undefined
  return refuse('tx/duplicate-client-ref', `${partyId} used "${clientRef}" in ${first.txId} at height ${first.height}`, 'clientRef')
}

/** Only a transaction that succeeded takes its reference: what was refused can be corrected and sent again under the same one. */
export function afterTransaction(context: EnvelopeContext, state: StateWriter): Rejection | undefined {
  const { clientRef, sender, txId, height } = context
  // `authorize` has seen that it is new.
  if (clientRef === undefined) return undefined
  firstUses.put(state, [operators.require(state, sender).partyId, clientRef], { txId, height })
  return undefined
}

/** Lapsed KYC and expired proposals. Rules judge times themselves: a late sweep makes nothing valid longer. */
export function atBlock({ timeMs }: BlockContext, state: StateWriter): void {
  deadlines.workOff(state, timeMs, { itemsMax: DUE_ITEMS_PER_BLOCK_MAX, eventsPerItemMax: 1 }, (item) => {
    const [kind, partyId, callDigest] = item.split(' ') as [string, string, string?]
    if (kind === 'kyc') lapseKyc(state, partyId, timeMs)
    else if (callDigest !== undefined) dropExpired(state, [partyId, callDigest], timeMs)
  })
}

/** A proposal that was used, or made anew with a later expiry, stays as it is. */
function dropExpired(state: StateWriter, key: readonly string[], timeMs: number): void {
  const proposal = proposals.get(state, key)
  if (proposal !== undefined && proposal.expiresAtMs <= timeMs) closeProposal(state, proposal.partyId, proposal.callDigest)
}

import { assert } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import { shareProRata } from '../money.ts'
import { keepOwed, payOwed, vaultOf } from '../settlement/api.ts'
import { type Claim, moveCertificate, restingStatus } from './certificate-store.ts'
import type { Certificate, Root } from './codecs.ts'
import { certificates, emit, MODULE_NAME } from './store.ts'

/** The account that keeps what is paid on a frozen certificate until the freeze ends. */
export function escrowOf(certNo: string): string {
  return vaultOf(MODULE_NAME, certNo)
}

/** Money that is there moves: a refusal would be a bug. A payer who is the payee keeps what it has, as far as it has room for it. */
export function payOut(state: StateWriter, { currency }: Root, from: string, to: string, amount: bigint, reference: string): void {
  if (amount === 0n) return
  if (from === to) return keepOwed(state, { to, currency, amount, reference })
  const refusal = payOwed(state, { from, to, currency, amount, reference })
  assert(refusal === undefined, `${reference}: ${refusal?.message}`)
}

/**
 * Pays every live certificate of an issue its part, by what is outstanding on each, whatever its holder's KYC: nobody loses what it is
 * owed (invariant 9). A frozen one's part waits in escrow. The clearing bank has the money.
 */
export function payLeaves(state: StateWriter, { root }: Claim, amount: bigint, timeMs: number): void {
  const leaves = root.live.map((certNo) => certificates.require(state, certNo))
  const parts = shareProRata(
    amount,
    leaves.map(({ outstanding }) => outstanding),
  )
  const due = leaves.map((leaf, index) => ({ leaf, part: parts[index] as bigint })).filter(({ part }) => part > 0n)
  const isOwn = ({ leaf }: { readonly leaf: Certificate }): boolean => leaf.holder === root.clearingBank && leaf.freeze === undefined
  // What the clearing bank keeps is known when all others are paid.
  for (const { leaf, part } of [...due.filter((one) => !isOwn(one)), ...due.filter(isOwn)]) payLeaf(state, root, leaf, part, timeMs)
}

function payLeaf(state: StateWriter, root: Root, leaf: Certificate, part: bigint, timeMs: number): void {
  const { certNo, holder, freeze } = leaf
  const outstanding = leaf.outstanding - part
  assert(outstanding >= 0n, `${certNo} would be paid more than is outstanding`)
  const payee = freeze === undefined ? holder : escrowOf(certNo)
  payOut(state, root, root.clearingBank, payee, part, `redemption ${certNo}`)
  if (freeze !== undefined) {
    certificates.put(state, certNo, { ...leaf, outstanding, freeze: { ...freeze, escrow: freeze.escrow + part }, changedAtMs: timeMs })
  } else if (outstanding === 0n) {
    moveCertificate(state, leaf, 'SETTLED', { changedAtMs: timeMs })
  } else if (leaf.status === 'TRANSFER_PENDING' || leaf.status === 'QUOTED') {
    // What was offered is no longer what is there.
    moveCertificate(state, leaf, restingStatus(leaf), { outstanding, changedAtMs: timeMs })
    emit(state, 'offerVoided', { certNo, reason: 'redeemed in part' })
  } else {
    certificates.put(state, certNo, { ...leaf, outstanding, changedAtMs: timeMs })
  }
  emit(state, 'paid', { amount: part, certNo, currency: root.currency, to: payee })
}

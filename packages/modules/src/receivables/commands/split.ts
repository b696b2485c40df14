import type { Rejection } from '@hanse/primitives'
import { list, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { signedAmount } from '../../fields.ts'
import { formatAmount } from '../../money.ts'
import { requireOperator } from '../../organizations/api.ts'
import { addCertificate, type Claim, loadClaim, moveCertificate, statusFault } from '../certificate-store.ts'
import { type Certificate, certNo } from '../codecs.ts'
import { DEPTH_MAX, SHARES_PER_SPLIT_MAX, SHARES_PER_SPLIT_MIN } from '../limits.ts'
import { refuse } from '../rejections.ts'
import { emit } from '../store.ts'

/** Invariants 1 and 8: every share is positive, and together they are the parent to the minor unit. */
function sharesFault(shares: readonly bigint[], { certificate, root }: Claim): Rejection | undefined {
  const { currency } = root
  if (shares.length < SHARES_PER_SPLIT_MIN) {
    return refuse('receivables/too-few-shares', `${shares.length} shares, a split makes ${SHARES_PER_SPLIT_MIN} or more`, 'shares')
  }
  for (const [index, share] of shares.entries()) {
    if (share <= 0n)
      return refuse('receivables/share-not-positive', `share ${index + 1} is ${formatAmount(share, currency)}`, `shares.${index}`)
  }
  const sum = shares.reduce((left, right) => left + right, 0n)
  if (sum === certificate.outstanding) return undefined
  const message = `split shares sum to ${formatAmount(sum, currency)}, certificate is ${formatAmount(certificate.outstanding, currency)}`
  return refuse('receivables/shares-sum', message, 'shares')
}

function shapeFault(shares: readonly bigint[], { certificate }: Claim): Rejection | undefined {
  if (certificate.depth >= DEPTH_MAX) {
    return refuse('receivables/too-deep', `${certificate.certNo} is ${certificate.depth} levels below its root`, 'certNo')
  }
  if (shares.length <= certificate.leaves) return undefined
  return refuse('receivables/too-many-leaves', `${certificate.certNo} may become ${certificate.leaves} live certificates`, 'shares')
}

/** The parent's leaves go to the shares by their size, one at least to each: whoever holds a cent's worth takes nobody's right to split. */
function leavesOf(share: bigint, shares: readonly bigint[], { leaves, outstanding }: Certificate): number {
  return 1 + Number((BigInt(leaves - shares.length) * share) / outstanding)
}

/** Domain §1, split: the holder divides a certificate; due date, issuer and lineage stay (invariants 1, 5, 8, 10). */
export const split = defineCommand({
  summary: 'Holder: splits a certificate into shares that sum to it exactly',
  params: message(hanse.receivables.v1.Split, { certNo, shares: list(signedAmount(), { max: SHARES_PER_SPLIT_MAX }) }),
  execute(context, state, { certNo: parentNo, shares }) {
    const claim = loadClaim(state, parentNo)
    if (!claim.ok) return claim.error
    const { certificate: parent, root } = claim.value
    const holder = requireOperator(context, state, { partyId: parent.holder })
    if (!holder.ok) return holder.error
    const fault =
      statusFault(state, claim.value, 'ACTIVE', context.timeMs) ?? sharesFault(shares, claim.value) ?? shapeFault(shares, claim.value)
    if (fault !== undefined) return fault
    const children = shares.map((share, index): Certificate => {
      const { rootNo, holder: party, holders } = parent
      const place = { certNo: `${parentNo}.${index + 1}`, rootNo, parentNo, depth: parent.depth + 1, holder: party, holders }
      const leaves = leavesOf(share, shares, parent)
      return { ...place, face: share, outstanding: share, status: 'ACTIVE', children: 0, earlier: [], leaves, changedAtMs: context.timeMs }
    })
    const heirs = children.map((child) => child.certNo)
    moveCertificate(state, parent, 'SPLIT', { children: shares.length, changedAtMs: context.timeMs }, heirs)
    for (const child of children) addCertificate(state, child, root)
    emit(state, 'split', { certNo: parentNo, holder: parent.holder, shares: shares.join(' ') })
    return undefined
  },
})

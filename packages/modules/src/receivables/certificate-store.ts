import { assert, err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import { startOfDateMs } from '../dates.ts'
import { formatAmount } from '../money.ts'
import { hasRole, type Party } from '../organizations/api.ts'
import { closeAuction } from './auction-store.ts'
import type { Certificate, Root } from './codecs.ts'
import { refuse } from './rejections.ts'
import { type CertificateStatus, canMove, isTerminal } from './status.ts'
import { certificates, deadlines, heldBy, paramsOf, roots } from './store.ts'

/** A certificate with what its whole issue shares. */
export interface Claim {
  readonly certificate: Certificate
  readonly root: Root
}

export function loadClaim(state: StateReader, certNo: string): Result<Claim> {
  const certificate = certificates.get(state, certNo)
  if (certificate === undefined) return err(refuse('receivables/unknown-certificate', `there is no certificate ${certNo}`, 'certNo'))
  return ok({ certificate, root: roots.require(state, certificate.rootNo) })
}

/** The claim of a whole issue. */
export function loadRoot(state: StateReader, certNo: string): Result<Claim> {
  const claim = loadClaim(state, certNo)
  if (!claim.ok || claim.value.certificate.parentNo === undefined) return claim
  return err(refuse('receivables/not-root', `${certNo} is a share of ${claim.value.certificate.rootNo}`, 'certNo'))
}

/** Who can hold a claim that it did not finance: banks buy theirs, and a platform never has money coming. */
export function isTrader(party: Party): boolean {
  return hasRole(party, 'supplier') || hasRole(party, 'core')
}

/** The moment the due date begins, where business dates are those of the chain's place. */
export function dueAtMs(state: StateReader, root: Root): number {
  return startOfDateMs(root.dueDate, paramsOf(state).utcOffsetMinutes)
}

export function isDue(state: StateReader, root: Root, timeMs: number): boolean {
  return timeMs >= dueAtMs(state, root)
}

/**
 * Refuses a certificate that is not in the wanted state, by the state that it is in. The due date counts from its first moment, whether
 * or not a block has swept the certificate to MATURED yet.
 */
export function statusFault(
  state: StateReader,
  { certificate, root }: Claim,
  wanted: CertificateStatus,
  timeMs: number,
): Rejection | undefined {
  const { certNo, status } = certificate
  const late = status !== 'FROZEN' && !isTerminal(status) && isDue(state, root, timeMs)
  if (status === wanted && !late) return undefined
  if (late) return refuse('receivables/matured', `${certNo} was due on ${root.dueDate}`, 'certNo')
  return refuse(codeOfStatus(status), `${certNo} is ${describeStatus(certificate)}, not ${wanted}`, 'certNo')
}

/** What no party can do to a certificate as long as an order stands on it. */
export function frozenFault(certificate: Certificate): Rejection | undefined {
  if (certificate.freeze === undefined) return undefined
  return refuse('receivables/frozen', `${certificate.certNo} is ${describeStatus(certificate)}`, 'certNo')
}

/** Who takes a certificate over signs for what is outstanding on it: a redemption in part may have come between. */
export function outstandingFault({ certNo, outstanding }: Certificate, { currency }: Root, expected: bigint): Rejection | undefined {
  if (outstanding === expected) return undefined
  const [there, meant] = [outstanding, expected].map((value) => formatAmount(value, currency))
  return refuse('receivables/outstanding-mismatch', `${there} are outstanding on ${certNo}, not ${meant}`, 'outstanding')
}

function codeOfStatus(status: CertificateStatus): Parameters<typeof refuse>[0] {
  switch (status) {
    case 'OFFERED':
      return 'receivables/not-accepted'
    case 'ACTIVE':
      return 'receivables/nothing-pending'
    case 'TRANSFER_PENDING':
      return 'receivables/transfer-pending'
    case 'QUOTED':
      return 'receivables/finance-pending'
    case 'FINANCED':
      return 'receivables/already-financed'
    case 'FROZEN':
      return 'receivables/frozen'
    case 'MATURED':
    case 'OVERDUE':
    case 'RECOURSE':
      return 'receivables/matured'
    default:
      return 'receivables/ended'
  }
}

function describeStatus({ status, transfer, financing, freeze }: Certificate): string {
  if (transfer !== undefined) return `${status} to ${transfer.to}`
  if (freeze !== undefined) return `${status} by ${freeze.orders.map(({ authority }) => authority).join(', ')}`
  return financing === undefined ? status : `${status}, held by ${financing.bank} who financed it`
}

/** Where a claim is when nothing is offered: with a bank that bought it, or with a trader. */
export function restingStatus({ financing }: Certificate): 'ACTIVE' | 'FINANCED' {
  return financing === undefined ? 'ACTIVE' : 'FINANCED'
}

/** What goes with one state and ends with it. */
const PENDING = { transfer: undefined, request: undefined, acceptUntilMs: undefined, freeze: undefined }

type CertificateChanges = { readonly [K in keyof Certificate]?: Certificate[K] | undefined }

/**
 * Moves a certificate along its life cycle. Open offers and a freeze end with the state they belong to unless `changes` brings new ones.
 * A terminal certificate leaves the root's live ones to its `heirs`. An auction ends, whatever ended it.
 */
export function moveCertificate(
  state: StateWriter,
  certificate: Certificate,
  status: CertificateStatus,
  changes: CertificateChanges & { readonly changedAtMs: number },
  heirs: readonly string[] = [],
): Certificate {
  assert(canMove(certificate.status, status), `${certificate.certNo} cannot go from ${certificate.status} to ${status}`)
  closeAuction(state, certificate)
  const merged = { ...certificate, ...PENDING, ...changes, status, ...(isTerminal(status) ? { outstanding: 0n } : {}) }
  const moved = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as unknown as Certificate
  certificates.put(state, moved.certNo, moved)
  if (isTerminal(status)) replaceLive(state, moved, heirs)
  return moved
}

function replaceLive(state: StateWriter, { certNo, rootNo }: Certificate, heirs: readonly string[]): void {
  const root = roots.require(state, rootNo)
  assert(root.live.includes(certNo), `${certNo} is not among the live certificates of ${rootNo}`)
  roots.put(state, rootNo, { ...root, live: [...root.live.filter((live) => live !== certNo), ...heirs] })
}

/** Writes a new certificate, with its holder and the end of its life in the indexes. The root lists it. */
export function addCertificate(state: StateWriter, certificate: Certificate, root: Root): void {
  certificates.put(state, certificate.certNo, certificate)
  heldBy.append(state, certificate.holder, certificate.certNo)
  deadlines.schedule(state, dueAtMs(state, root), `due ${certificate.certNo}`)
}

/** The changes that give a certificate to a new holder. */
export function newHolder(state: StateWriter, certificate: Certificate, holder: string): Pick<Certificate, 'holder' | 'holders'> {
  if (!certificate.holders.includes(holder)) heldBy.append(state, holder, certificate.certNo)
  return { holder, holders: [...certificate.holders, holder] }
}

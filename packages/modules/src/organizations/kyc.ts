import type { Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import type { Kyc, KycStatus, Party } from './codecs.ts'
import { actingRegistrarCount, countActingRegistrar, isActingRegistrar } from './registrar.ts'
import { refuse } from './rejections.ts'
import { deadlines, emit, parties } from './store.ts'

/** Where KYC can go from each state. `ACTIVE → EXPIRED` is the clock's alone; `ACTIVE → ACTIVE` renews. */
const TRANSITIONS: Readonly<Record<KycStatus, readonly KycStatus[]>> = {
  NONE: ['PENDING', 'REVOKED'],
  PENDING: ['ACTIVE', 'NONE', 'REVOKED'],
  ACTIVE: ['ACTIVE', 'SUSPENDED', 'REVOKED'],
  SUSPENDED: ['ACTIVE', 'REVOKED'],
  EXPIRED: ['PENDING', 'ACTIVE', 'REVOKED'],
  REVOKED: [],
}

export interface KycChange {
  readonly status: KycStatus
  readonly validUntilMs?: number
  readonly vcHash?: Kyc['vcHash']
  readonly reason?: string
}

/** What a state must come with: evidence and validity for ACTIVE, a reason for SUSPENDED and REVOKED. */
function evidenceFault({ status, validUntilMs, vcHash, reason }: KycChange, timeMs: number): Rejection | undefined {
  if (status === 'ACTIVE') {
    if (vcHash === undefined) return refuse('organizations/kyc-evidence', 'ACTIVE needs the hash of the credential', 'vcHash')
    if (validUntilMs !== undefined && validUntilMs > timeMs) return undefined
    return refuse('organizations/kyc-evidence', `ACTIVE needs a validity beyond ${timeMs}, not ${validUntilMs ?? 'none'}`, 'validUntilMs')
  }
  if (validUntilMs !== undefined) return refuse('organizations/kyc-evidence', `${status} has no end of validity`, 'validUntilMs')
  if ((status === 'SUSPENDED' || status === 'REVOKED') && reason === undefined) {
    return refuse('organizations/kyc-reason', `${status} needs a reason`, 'reason')
  }
  return undefined
}

/** Only a registrar moves KYC: without one that can act nobody is admitted, renewed or reinstated ever again. */
function registrarFault(state: StateWriter, party: Party, to: KycStatus): Rejection | undefined {
  if (!isActingRegistrar(party) || to === 'ACTIVE') return undefined
  const { partyId } = party
  // One operator submits, and would take from the registrar what four eyes gave it. It has no need to: it renews itself.
  if (to === 'PENDING') {
    return refuse('organizations/kyc-transition', `${partyId} is a registrar, whose KYC is renewed without a submission`, 'status')
  }
  if (actingRegistrarCount(state) > 1) return undefined
  return refuse('organizations/last-registrar', `${partyId} is the only registrar that can act, ${to} would leave none`, 'status')
}

/** Moves a party's KYC along its life cycle. Who may ask for it is the caller's to judge. */
export function changeKyc(state: StateWriter, party: Party, change: KycChange, timeMs: number): Rejection | undefined {
  const from = party.kyc.status
  if (!TRANSITIONS[from].includes(change.status)) {
    return refuse('organizations/kyc-transition', `KYC of ${party.partyId} cannot go from ${from} to ${change.status}`, 'status')
  }
  const fault = evidenceFault(change, timeMs) ?? registrarFault(state, party, change.status)
  if (fault !== undefined) return fault
  writeKyc(state, party, change, timeMs)
  return undefined
}

/** KYC that runs out by itself. A due item of a validity that was renewed since finds nothing to do. */
export function lapseKyc(state: StateWriter, partyId: string, timeMs: number): void {
  const party = parties.require(state, partyId)
  const { status, validUntilMs } = party.kyc
  if (status === 'ACTIVE' && validUntilMs !== undefined && validUntilMs <= timeMs) writeKyc(state, party, { status: 'EXPIRED' }, timeMs)
}

function writeKyc(state: StateWriter, party: Party, change: KycChange, timeMs: number): void {
  const { status, validUntilMs, reason } = change
  const vcHash = change.vcHash ?? party.kyc.vcHash
  const kyc: Kyc = {
    status,
    changedAtMs: timeMs,
    ...(validUntilMs === undefined ? {} : { validUntilMs }),
    ...(vcHash === undefined ? {} : { vcHash }),
    ...(reason === undefined ? {} : { reason }),
  }
  const changed: Party = { ...party, kyc }
  parties.put(state, party.partyId, changed)
  countActingRegistrar(state, party, changed)
  if (validUntilMs !== undefined) scheduleLapse(state, party.partyId, validUntilMs)
  emit(state, 'kycChanged', { from: party.kyc.status, partyId: party.partyId, reason, to: status })
}

/** To be called for every validity that is written. */
export function scheduleLapse(state: StateWriter, partyId: string, validUntilMs: number): void {
  deadlines.schedule(state, validUntilMs, `kyc ${partyId}`)
}

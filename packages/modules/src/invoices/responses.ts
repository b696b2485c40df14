import type { ResponseState } from './axes.ts'

/** What a buyer can say: UNCL 4343 as Peppol's invoice response uses it, without `IP`, which says no more than `AB`. */
export const RESPONSE_CODES = ['AB', 'UQ', 'CA', 'RE', 'AP', 'PD'] as const
export type ResponseCode = (typeof RESPONSE_CODES)[number]

interface ResponseRule {
  readonly state: ResponseState
  /** Whether the buyer must say why, or on what condition. */
  readonly needsReason: boolean
}

/**
 * Where each code moves the axis. `CA`, accepted on a condition, is an acceptance whose reason says which; `PD`, paid, is one too, and
 * says nothing that the payment axis does not know before.
 */
export const RESPONSES: Readonly<Record<ResponseCode, ResponseRule>> = {
  AB: { state: 'RECEIVED', needsReason: false },
  UQ: { state: 'QUERIED', needsReason: true },
  CA: { state: 'ACCEPTED', needsReason: true },
  RE: { state: 'REJECTED', needsReason: true },
  AP: { state: 'ACCEPTED', needsReason: false },
  PD: { state: 'ACCEPTED', needsReason: false },
}

const NEXT_STATES: Readonly<Record<ResponseState, readonly ResponseState[]>> = {
  ISSUED: ['RECEIVED', 'QUERIED', 'ACCEPTED', 'REJECTED'],
  RECEIVED: ['QUERIED', 'ACCEPTED', 'REJECTED'],
  QUERIED: ['ACCEPTED', 'REJECTED'],
  ACCEPTED: [],
  REJECTED: [],
}

/** Codes that may follow one that accepted: a condition is dropped, what was accepted is paid. */
const AFTER_ACCEPTANCE: Readonly<Record<ResponseCode, readonly ResponseCode[]>> = {
  AB: [],
  UQ: [],
  CA: ['AP', 'PD'],
  RE: [],
  AP: ['PD'],
  PD: [],
}

/** True when the buyer may say `next`. An acceptance without a code was deemed given: it may still be confirmed. */
export function mayRespond(state: ResponseState, last: ResponseCode | undefined, next: ResponseCode): boolean {
  if (state !== 'ACCEPTED') return NEXT_STATES[state].includes(RESPONSES[next].state)
  return AFTER_ACCEPTANCE[last ?? 'CA'].includes(next)
}

import type { Hash, Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import { checkLists, type ListCheck, type ScreenedList, screeningHolds, subjectKeys } from '../supervision/api.ts'
import type { Details, Payment, Person } from './codecs.ts'
import { type Move, movePayment } from './payment-store.ts'
import { refuse } from './rejections.ts'
import { compliances, paramsOf } from './store.ts'

function keysOf({ name = '', country = '', lei }: Person): readonly Hash[] {
  return subjectKeys({ name, country, ...(lei === undefined ? {} : { lei }) })
}

/** Every key under which a list would have the debtor, then the creditor. The travel rule has seen to it that names and countries are there. */
export function subjectsOf({ debtor, creditor }: Pick<Details, 'debtor' | 'creditor'>): readonly Hash[] {
  return [...keysOf(debtor), ...keysOf(creditor)]
}

/** The screened lists with the roots in force, or what is wrong with them. */
export function checksOf(state: StateReader, subjects: readonly Hash[], given: readonly ScreenedList[]): readonly ListCheck[] | Rejection {
  const checks = checkLists(state, paramsOf(state).lists, subjects, given)
  return 'code' in checks ? refuse(`payments/${checks.code}`, checks.message, checks.path) : checks
}

/** Invariant 7: both agents have screened, not too long ago, against what is in force now. */
export function screeningFault(state: StateReader, { uetr, debtorAgent, creditorAgent }: Payment, timeMs: number): Rejection | undefined {
  const { screenings } = compliances.require(state, uetr)
  const { screeningMs } = paramsOf(state)
  for (const agent of [debtorAgent, creditorAgent]) {
    const screening = screenings.find((one) => one.agent === agent)
    if (screening !== undefined && screeningHolds(state, screening, screeningMs, timeMs)) continue
    const why = screening === undefined ? 'has not screened' : 'screened too long ago, or against an older list'
    return refuse('payments/screening-void', `${agent} ${why}`, 'uetr')
  }
  return undefined
}

/** ACCP as soon as both agents have screened. */
export function acceptScreened(state: StateWriter, payment: Payment, move: Move): void {
  if (screeningFault(state, payment, move.atMs) === undefined) movePayment(state, payment, 'ACCP', move)
}

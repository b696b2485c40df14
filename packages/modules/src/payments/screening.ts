import type { Hash, Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import { currentList, subjectKeys, verifyAbsence } from '../supervision/api.ts'
import type { Details, Payment, PaymentsParams, Person, Screening } from './codecs.ts'
import { type Move, movePayment } from './payment-store.ts'
import { refuse } from './rejections.ts'
import { compliances, paramsOf } from './store.ts'

export { listVersionOf } from '../supervision/api.ts'

type ListCheck = Screening['checks'][number]

/** What an agent says that it screened against. */
export interface ScreenedList extends Pick<ListCheck, 'listId' | 'version' | 'absences'> {}

function keysOf({ name = '', country = '', lei }: Person): readonly Hash[] {
  return subjectKeys({ name, country, ...(lei === undefined ? {} : { lei }) })
}

/** Every key under which a list would have the debtor, then the creditor. The travel rule has seen to it that names and countries are there. */
export function subjectsOf({ debtor, creditor }: Pick<Details, 'debtor' | 'creditor'>): readonly Hash[] {
  return [...keysOf(debtor), ...keysOf(creditor)]
}

/** The screened lists with the roots in force, or what is wrong with them. */
export function checkLists(
  state: StateReader,
  { lists }: PaymentsParams,
  subjects: readonly Hash[],
  given: readonly ScreenedList[],
): readonly ListCheck[] | Rejection {
  const names = given.map(({ listId }) => listId)
  if (names.length !== lists.length || !lists.every((listId) => names.includes(listId))) {
    return refuse('payments/lists-incomplete', `screened are ${names.join(', ') || 'none'}, demanded ${lists.join(', ')}`, 'lists')
  }
  const checks: ListCheck[] = []
  for (const [index, { listId, version, absences }] of given.entries()) {
    const path = `lists.${index}`
    const current = currentList(state, listId)
    if (current === undefined) return refuse('payments/no-list', `${listId} has no version in force`, `${path}.listId`)
    if (current.version !== version) {
      return refuse('payments/list-not-current', `version ${current.version} of ${listId} is in force, not ${version}`, `${path}.version`)
    }
    const check = { listId, version, root: current.root, count: current.count, absences }
    const fault = absenceFault(check, subjects)
    if (fault !== undefined) return refuse('payments/not-proven-absent', fault, `${path}.absences`)
    checks.push(check)
  }
  return checks
}

/** What of a check does not show that every subject is absent. */
export function absenceFault({ listId, version, root, count, absences }: ListCheck, subjects: readonly Hash[]): string | undefined {
  if (absences.length !== subjects.length) return `${absences.length} proofs for ${subjects.length} subjects on ${listId}`
  const listed = subjects.findIndex((key, index) => {
    const proof = absences[index]
    return proof === undefined || !verifyAbsence(root, count, key, proof)
  })
  return listed === -1 ? undefined : `subject ${listed} is not proven absent from version ${version} of ${listId}`
}

function isCurrent(state: StateReader, { atMs, checks }: Screening, { screeningMs }: PaymentsParams, timeMs: number): boolean {
  if (timeMs >= atMs + screeningMs) return false
  return checks.every(({ listId, version }) => currentList(state, listId)?.version === version)
}

/** Invariant 7: both agents have screened, not too long ago, against what is in force now. */
export function screeningFault(state: StateReader, { uetr, debtorAgent, creditorAgent }: Payment, timeMs: number): Rejection | undefined {
  const { screenings } = compliances.require(state, uetr)
  const params = paramsOf(state)
  for (const agent of [debtorAgent, creditorAgent]) {
    const screening = screenings.find((one) => one.agent === agent)
    if (screening !== undefined && isCurrent(state, screening, params, timeMs)) continue
    const why = screening === undefined ? 'has not screened' : 'screened too long ago, or against an older list'
    return refuse('payments/screening-void', `${agent} ${why}`, 'uetr')
  }
  return undefined
}

/** ACCP as soon as both agents have screened. */
export function acceptScreened(state: StateWriter, payment: Payment, move: Move): void {
  if (screeningFault(state, payment, move.atMs) === undefined) movePayment(state, payment, 'ACCP', move)
}

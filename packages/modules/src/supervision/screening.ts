import type { Hash } from '@hanse/primitives'
import { type Codec, hash, list, message, optional, uint, type WireType } from '@hanse/protocol'
import type { StateReader } from '@hanse/state'
import { listId } from './codecs.ts'
import { LIST_ENTRIES_MAX, PATH_LENGTH_MAX } from './limits.ts'
import { type AbsenceProof, verifyAbsence } from './sanctions-list.ts'
import { lists } from './store.ts'

/** What of a module's own .proto carries proofs of absence. */
interface ScreeningWire {
  readonly ProvenEntry: WireType
  readonly Absence: WireType
  readonly ScreenedList: WireType
}

/** What a bank says that it screened against, with a proof for each key of a subject, in their order. */
export interface ScreenedList {
  readonly listId: string
  readonly version: number
  readonly absences: readonly AbsenceProof[]
}

export interface ListCheck extends ScreenedList {
  readonly root: Hash
  readonly count: number
}

/** What is wrong with what was screened: the asking module has a code of its own for each. */
export interface ListFault {
  readonly code: 'lists-incomplete' | 'no-list' | 'list-not-current' | 'not-proven-absent'
  readonly message: string
  readonly path: string
}

export const listVersion = uint({ min: 1, max: 2 ** 32 - 1 })

export function absenceOf(wire: Pick<ScreeningWire, 'ProvenEntry' | 'Absence'>): Codec<AbsenceProof> {
  const entry = message(wire.ProvenEntry, {
    key: hash(),
    index: uint({ max: LIST_ENTRIES_MAX }),
    path: list(hash(), { max: PATH_LENGTH_MAX }),
  })
  return message(wire.Absence, { before: optional(entry), after: optional(entry) })
}

export function screenedListOf(wire: ScreeningWire, subjectsMax: number): Codec<ScreenedList> {
  return message(wire.ScreenedList, { listId: listId(), version: listVersion, absences: list(absenceOf(wire), { max: subjectsMax }) })
}

/** The screened lists with the roots in force, when they are all that are demanded and show that no subject is on them. */
export function checkLists(
  state: StateReader,
  demanded: readonly string[],
  subjects: readonly Hash[],
  given: readonly ScreenedList[],
): readonly ListCheck[] | ListFault {
  const names = given.map((one) => one.listId)
  if (names.length !== demanded.length || !demanded.every((id) => names.includes(id))) {
    const message = `screened are ${names.join(', ') || 'none'}, demanded ${demanded.join(', ') || 'none'}`
    return { code: 'lists-incomplete', message, path: 'lists' }
  }
  const checks: ListCheck[] = []
  for (const [index, { listId: id, version, absences }] of given.entries()) {
    const path = `lists.${index}`
    const current = lists.get(state, id)?.current
    if (current === undefined) return { code: 'no-list', message: `${id} has no version in force`, path: `${path}.listId` }
    if (current.version !== version) {
      const message = `version ${current.version} of ${id} is in force, not ${version}`
      return { code: 'list-not-current', message, path: `${path}.version` }
    }
    const check = { listId: id, version, root: current.root, count: current.count, absences }
    const fault = absenceFault(check, subjects)
    if (fault !== undefined) return { code: 'not-proven-absent', message: fault, path: `${path}.absences` }
    checks.push(check)
  }
  return checks
}

/** What of a check does not show that every subject is absent. */
export function absenceFault({ listId: id, version, root, count, absences }: ListCheck, subjects: readonly Hash[]): string | undefined {
  if (absences.length !== subjects.length) return `${absences.length} proofs for ${subjects.length} subjects on ${id}`
  const listed = subjects.findIndex((key, index) => {
    const proof = absences[index]
    return proof === undefined || !verifyAbsence(root, count, key, proof)
  })
  return listed === -1 ? undefined : `subject ${listed} is not proven absent from version ${version} of ${id}`
}

/** A screening holds for a time, and no longer than the versions that it was made against are in force. */
export function screeningHolds(
  state: StateReader,
  screening: { readonly atMs: number; readonly checks: readonly Pick<ListCheck, 'listId' | 'version'>[] },
  lifetimeMs: number,
  timeMs: number,
): boolean {
  if (timeMs >= screening.atMs + lifetimeMs) return false
  return screening.checks.every((check) => lists.get(state, check.listId)?.current?.version === check.version)
}

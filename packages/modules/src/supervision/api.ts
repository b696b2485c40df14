import type { Hash } from '@hanse/primitives'
import type { StateReader } from '@hanse/state'
import type { ListVersion } from './codecs.ts'
import { lists, listVersions } from './store.ts'

export { type AbsenceProof, type ProvenEntry, type SubjectIdentifier, subjectKey, subjectKeys, verifyAbsence } from './sanctions-list.ts'

/** What a proof of absence is judged by. */
export interface ListHead {
  readonly version: number
  readonly root: Hash
  readonly count: number
}

/** The version in force at this height. Undefined when there is no such list, or its first version still waits. */
export function currentList(state: StateReader, listId: string): ListHead | undefined {
  return lists.get(state, listId)?.current
}

/** A version of a list, whether it waits, is in force or was: what an older screening was judged by. */
export function listVersionOf(state: StateReader, listId: string, version: number): ListVersion | undefined {
  return listVersions.get(state, [listId, `${version}`])
}

import { listRoot, type PaymentDetails, proveAbsence, sortedEntries, subjectKey, subjectsOf } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'

/** The list that the chain's first state demands of every payment. */
export const LIST_ID = 'sanctions'
export const LIST_VERSION = 1
/** As long as lists are that banks screen against: each proof has a path of twelve hashes, twice. */
const LISTED = 4_096

let made: readonly Hash[] | undefined

/** Nobody who takes part. Made once, where it is needed. */
function entries(): readonly Hash[] {
  made ??= sortedEntries(Array.from({ length: LISTED }, (_, index) => subjectKey({ name: `Listed ${index}`, country: 'KP' })))
  return made
}

/** What the keeper of the list publishes of it. */
export function listHead(): { readonly [name: string]: Json } {
  return { listId: LIST_ID, version: LIST_VERSION, root: listRoot(entries()), count: LISTED }
}

/** What an agent shows of debtor and creditor: under each of their keys they are not on the list. */
export function absencesOf(details: Pick<PaymentDetails, 'debtor' | 'creditor'>): Json {
  return subjectsOf(details).map((key) => {
    const proof = proveAbsence(entries(), key)
    if (proof === undefined) throw new Error('who takes part in the load is listed')
    return proof as unknown as Json
  })
}

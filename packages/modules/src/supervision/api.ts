import type { Rejection, Result } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import type { ListVersion } from './codecs.ts'
import { type Judged, judgeOrHold, judgeOrRefuse } from './judge.ts'
import { countriesOf, type Subject } from './predicates.ts'
import { listVersions } from './store.ts'

export { listId } from './codecs.ts'
export { type BlockTime, countFlow, flowOverAll } from './counts.ts'
export { frozenFault } from './freezing.ts'
export { takeClearance } from './judge.ts'
export { subjectKeys } from './sanctions-list.ts'
export {
  absenceFault,
  absenceOf,
  checkLists,
  type ListCheck,
  listVersion,
  type ScreenedList,
  screenedListOf,
  screeningHolds,
} from './screening.ts'

/** A version of a list, whether it waits, is in force or was: what an older screening was judged by. */
export function listVersionOf(state: StateReader, listId: string, version: number): ListVersion | undefined {
  return listVersions.get(state, [listId, `${version}`])
}

interface Terms {
  /** Between whom it is. */
  readonly parties: readonly string[]
  readonly currency: Currency
  /** Minor units. */
  readonly amount: bigint
}

/** Rules that cover transfers of money: `settlement.transfer` alone, as other modules judge what their payments are for. */
export function judgeTransfer(context: TransactionContext, state: StateWriter, terms: Terms): Rejection | undefined {
  return judgeOrRefuse(context, state, 'transfer', () => subjectOf(state, terms))
}

/** Rules that cover claims: `receivables.issue`. */
export function judgeClaim(
  context: TransactionContext,
  state: StateWriter,
  { tenorDays, ...terms }: Terms & { readonly tenorDays: number },
): Rejection | undefined {
  return judgeOrRefuse(context, state, 'claim', () => ({ ...subjectOf(state, terms), tenorDays }))
}

/**
 * Rules that cover payments across a border: `payments.initiate` and `-.initiateInterbank`. `countries` are those of debtor and creditor.
 * What a rule holds goes through, and waits as PDNG.
 */
export function judgePayment(
  context: TransactionContext,
  state: StateWriter,
  { countries, ...terms }: Terms & { readonly countries: readonly string[] },
): Result<Judged> {
  return judgeOrHold(context, state, 'payment', () => {
    const subject = subjectOf(state, terms)
    return { ...subject, countries: [...subject.countries, ...countries] }
  })
}

function subjectOf(state: StateReader, { parties, currency, amount }: Terms): Subject {
  return { currency, amount, countries: countriesOf(state, parties) }
}

import type { Hash } from '@hanse/primitives'
import { absenceFault } from '../supervision/api.ts'
import type { Compliance, Details, Payment } from './codecs.ts'
import { subjectsOf } from './screening.ts'

/** What travels with a payment: who screened it against which versions, with every proof. */
export interface ComplianceRecord extends Pick<Payment, 'debtorAgent' | 'creditorAgent'> {
  readonly compliance: Compliance
}

export interface ComplianceDemands {
  /** Root and count of a version as its publisher has them: from a proven record `supervision.listVersion`. */
  readonly listOf: (listId: string, version: number) => { readonly root: Hash; readonly count: number } | undefined
  /** Each agent MUST have screened against all of these. */
  readonly lists: readonly string[]
  /** Names of debtor and creditor, where the verifier has them: the screened keys are theirs. */
  readonly details?: Pick<Details, 'debtor' | 'creditor'>
}

/**
 * What of a record does not show that both agents screened debtor and creditor; undefined when all is shown. Needs no chain: that the
 * record stands in one is what the proof of the record `payments.compliance` says, offline too.
 */
export function complianceFault(
  { debtorAgent, creditorAgent, compliance }: ComplianceRecord,
  demands: ComplianceDemands,
): string | undefined {
  const { subjects, screenings } = compliance
  if (demands.details !== undefined && subjectsOf(demands.details).join() !== subjects.join()) return 'other subjects were screened'
  for (const agent of [debtorAgent, creditorAgent]) {
    const checks = screenings.find((screening) => screening.agent === agent)?.checks
    if (checks === undefined) return `${agent} has not screened`
    for (const listId of demands.lists) {
      const check = checks.find((one) => one.listId === listId)
      if (check === undefined) return `${agent} has not screened against ${listId}`
      const published = demands.listOf(listId, check.version)
      if (published?.root !== check.root || published.count !== check.count) {
        return `version ${check.version} of ${listId} has another root than ${agent} screened against`
      }
      const fault = absenceFault(check, subjects)
      if (fault !== undefined) return `${agent}: ${fault}`
    }
  }
  return undefined
}

import { type ComplianceDemands, type ComplianceRecord, complianceFault, payments, subjectKey, subjectsOf } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import { test } from 'tap'
import { address } from '../cast.ts'
import { type Args, type Desk, LISTED, openDesk } from './desk.ts'

/** The record as whoever it travels to has it: JSON. */
function recordOf(desk: Desk, uetr: string): ComplianceRecord {
  return desk.query('complianceProof', { uetr }) as unknown as ComplianceRecord
}

/** The list's versions as their publisher's proven records have them. */
function demandsOf(desk: Desk): ComplianceDemands {
  const listOf = (listId: string, version: number) => {
    const found = desk.query('listVersion', { listId, version }, 'supervision')
    return found['code'] === undefined ? (found as unknown as { readonly root: Hash; readonly count: number }) : undefined
  }
  return { listOf, lists: ['sanctions'] }
}

test('the proof of compliance travels with the payment and is checked without a chain', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACTC', 1)
  const demands = demandsOf(desk)
  t.match(desk.query('complianceProof', { uetr }), { complete: false, debtorAgent: 'bank-a', compliance: { screenings: [] } })
  t.equal(complianceFault(recordOf(desk, uetr), demands), 'bank-a has not screened')
  for (const agent of ['bank-a', 'viet-bank']) t.equal(desk.send([address(agent)], 'screen', desk.clear(uetr, agent)), 'success')
  const record = recordOf(desk, uetr)
  t.match(record, { complete: true })
  t.equal(complianceFault(record, demands), undefined)
  const details = desk.query('details', { uetr }) as unknown as NonNullable<ComplianceDemands['details']>
  t.equal(complianceFault(record, { ...demands, details }), undefined, 'of these names')
  t.equal(subjectsOf(details).length, 3, 'two keys for the debtor, who has a LEI, and one for the creditor')
  const other = { ...details, creditor: { ...details.creditor, name: 'Somebody else' } }
  t.equal(complianceFault(record, { ...demands, details: other }), 'other subjects were screened')
  t.equal(complianceFault(record, { ...demands, lists: ['sanctions', 'un'] }), 'bank-a has not screened against un')
  const forged = { ...demands, listOf: () => ({ root: `0x${'11'.repeat(32)}` as Hash, count: 5 }) }
  t.match(complianceFault(record, forged), /another root/)
  t.match(complianceFault(record, { ...demands, listOf: () => undefined }), /another root/)
  desk.publish([...LISTED, subjectKey({ name: 'Binh Duong Go Viet', country: 'VN' })])
  t.equal(complianceFault(record, demands), undefined, 'what was shown of a version stays shown')
  t.match(recordOf(desk, uetr), { complete: false }, 'but it is void for this payment')
  t.end()
})

test('any change of a proof is seen', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1)
  const record = recordOf(desk, uetr)
  const demands = demandsOf(desk)
  const [screening] = record.compliance.screenings
  const [check] = screening?.checks ?? []
  if (screening === undefined || check === undefined) throw new Error('no screening')
  const changed = (part: Partial<typeof check>): ComplianceRecord => ({
    ...record,
    compliance: { ...record.compliance, screenings: [{ ...screening, checks: [{ ...check, ...part }] }] },
  })
  const other = { ...record, compliance: { ...record.compliance, subjects: record.compliance.subjects.toReversed() } }
  t.match(complianceFault(other, demands), /not proven absent/)
  t.match(complianceFault(changed({ absences: check.absences.slice(1) }), demands), /2 proofs for 3 subjects/)
  t.match(complianceFault(changed({ absences: check.absences.map(() => ({})) }), demands), /not proven absent/)
  t.match(complianceFault(changed({ version: 2 }), demands), /another root/)
  t.end()
})

test('the record of a payment’s screenings is one that can be proven by its name', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1)
  const kind = payments.records.compliance
  const bytes = desk.harness.state.get(kind.keyOf({ uetr } as never))
  const decoded = bytes === undefined ? undefined : kind.value.decode(bytes)
  const { compliance } = recordOf(desk, uetr) as unknown as { readonly compliance: Args }
  t.match(decoded, { ok: true, value: { subjects: compliance['subjects'] } })
  t.end()
})

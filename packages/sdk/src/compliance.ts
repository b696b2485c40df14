import { type ComplianceDemands, type ComplianceRecord, complianceFault, payments, supervision } from '@hanse/modules'
import { err, type Hash, ok, type Result, reject } from '@hanse/primitives'
import { type CertifiedHeader, type Json, parseField } from '@hanse/protocol'
import type { BoundRecord } from '@hanse/state'
import { isRecord } from './is-record.ts'
import { epochsOfProof, type Trust } from './proof.ts'
import { keyOf, type ProofHost, verifyRecord } from './record-proof.ts'

/**
 * A portable proof that a payment complied: one file of proven records of one block, which travels with the payment and is checked with the
 * genesis alone. Sanctions: both agents' proofs of absence, against the roots that the lists' keepers published. Rules of supervision: the
 * evaluation that the payment carries, with the versions that judged it.
 */

/** The records of a file: by the member that holds the proof, what is proven and its name. */
interface Wanted {
  readonly member: string
  readonly kind: BoundRecord
  readonly key: Json
}

interface PaymentJson {
  readonly debtorAgent: string
  readonly creditorAgent: string
  readonly status: string
  readonly history: readonly { readonly status: string; readonly atMs: number }[]
  readonly judged?: { readonly txId: Hash; readonly callIndex: number }
}

interface ListJson {
  readonly current?: { readonly version: number }
}

interface VerdictJson {
  readonly ruleId: string
  readonly version: number
  readonly result: string
}

/** What a file shows once it holds. */
export interface ProvenCompliance {
  readonly uetr: string
  readonly status: string
  readonly debtorAgent: string
  readonly creditorAgent: string
  /** What both agents screened against. */
  readonly lists: readonly { readonly listId: string; readonly agent: string; readonly version: number; readonly atMs: number }[]
  /** What each rule of its kind said when the payment was initiated, by its version then in force. */
  readonly rules: readonly VerdictJson[]
  /** Where the file has them. */
  readonly names?: { readonly debtor?: string | undefined; readonly creditor?: string | undefined }
  /** The block whose state says so. */
  readonly block: CertifiedHeader
}

export interface ComplianceOptions {
  /** Without names, accounts and references: the keys of whom was screened are left. */
  readonly withoutNames?: boolean
}

/** From ACCP on both screenings are there; what was rejected or waits has none to show. */
const SHOWN: readonly string[] = ['ACCP', 'ACSP', 'ACSC', 'ACCC']
const LOCKED = 'ACSP'

const PAYMENTS = payments.records
const SUPERVISION = supervision.records

function fixedRecords(uetr: string): readonly Wanted[] {
  return [
    { member: 'payment', kind: PAYMENTS.payment, key: { uetr } },
    { member: 'compliance', kind: PAYMENTS.compliance, key: { uetr } },
    { member: 'parameters', kind: PAYMENTS.parameters, key: {} },
  ]
}

/** What the records so far lead to: lists with their versions, the evaluation, and the rules that it names. */
function furtherRecords(values: ReadonlyMap<string, Json>): readonly Wanted[] {
  const { compliance } = recordOf(values)
  const checks = compliance.screenings.flatMap((screening) => screening.checks)
  const listIds = [...new Set(checks.map(({ listId }) => listId))]
  const versions = new Map(checks.map(({ listId, version }) => [`${listId} ${version}`, { listId, version }]))
  const { judged } = values.get('payment') as unknown as PaymentJson
  return [
    ...listIds.map((listId) => ({ member: `list ${listId}`, kind: SUPERVISION.list, key: { listId } })),
    ...[...versions].map(([name, key]) => ({ member: `listVersion ${name}`, kind: SUPERVISION.listVersion, key })),
    ...(judged === undefined ? [] : [{ member: 'evaluation', kind: SUPERVISION.evaluation, key: { ...judged, covers: 'payment' } }]),
  ]
}

function rulesOf(values: ReadonlyMap<string, Json>): readonly VerdictJson[] {
  const evaluation = values.get('evaluation') as unknown as { readonly verdicts: readonly VerdictJson[] } | undefined
  return evaluation?.verdicts ?? []
}

function ruleRecords(values: ReadonlyMap<string, Json>): readonly Wanted[] {
  return rulesOf(values).map(({ ruleId, version }) => {
    return { member: `ruleVersion ${ruleId} ${version}`, kind: SUPERVISION.ruleVersion, key: { ruleId, version } }
  })
}

function recordOf(values: ReadonlyMap<string, Json>): ComplianceRecord {
  const { debtorAgent, creditorAgent } = values.get('payment') as unknown as PaymentJson
  return { debtorAgent, creditorAgent, compliance: values.get('compliance') as unknown as ComplianceRecord['compliance'] }
}

function refused(message: string, path?: string): { readonly ok: false; readonly error: ReturnType<typeof reject> } {
  const hint = 'Ask for the proof again when both agents have screened against the versions in force.'
  return err(reject('proof/not-compliant', message, { hint, ...(path === undefined ? {} : { path }) }))
}

/**
 * Fetches what proves that a payment complied, and checks it from the genesis of `client.chain()` on. What it gives is JSON for
 * `verifyComplianceProof`, anywhere. Codes: as there. Throws what `client.callRaw` throws.
 */
export async function fetchComplianceProof(client: ProofHost, uetr: string, options: ComplianceOptions = {}): Promise<Result<Json>> {
  const light = await client.lightClient()
  const proofs: Record<string, Json> = {}
  const values = new Map<string, Json>()
  let block: CertifiedHeader | undefined
  const add = async ({ member, kind, key }: Wanted): Promise<Result<undefined>> => {
    const at = block === undefined ? {} : { height: block.header.height }
    const reply = await client.callRaw('state_getProof', { key: keyOf(kind, key), ...at })
    const proven = await light.verify(() => verifyRecord(kind, reply, key, light))
    if (!proven.ok) return proven
    if (proven.value.value === undefined) return refused(`the chain has no ${member} of ${uetr}`, member)
    block ??= proven.value.block
    values.set(member, proven.value.value)
    const { proof, header, certificate } = reply as Readonly<Record<string, Json>>
    proofs[member] = { proof, header, certificate } as Json
    return ok(undefined)
  }
  const names = options.withoutNames === true ? [] : [{ member: 'details', kind: PAYMENTS.details, key: { uetr } }]
  for (const wanted of [() => [...fixedRecords(uetr), ...names], () => furtherRecords(values), () => ruleRecords(values)]) {
    for (const one of wanted()) {
      const added = await add(one)
      if (!added.ok) return added
    }
  }
  const epochs = light.ends.slice(0, block?.header.epoch ?? 0)
  const file = { uetr, complianceProofs: proofs, ...(epochs.length === 0 ? {} : { epochs }) } as unknown as Json
  const checked = verifyComplianceProof(file, light)
  return checked.ok ? ok(file) : checked
}

/**
 * Checks such a file offline: each record is in the state of one block that a quorum of the trusted validators signed; both agents proved
 * debtor and creditor absent from every list that the chain demands, in the version in force or, once it was locked, in force then; and the
 * payment carries what the rules said. `json` may come from anybody. Codes: as `verifyStateProof`, and `proof/not-compliant`.
 */
export function verifyComplianceProof(json: unknown, trust: Trust): Result<ProvenCompliance> {
  if (!isRecord(json) || typeof json['uetr'] !== 'string' || !isRecord(json['complianceProofs'])) {
    return err(reject('encoding/bad-field', 'expected uetr and complianceProofs', { path: 'complianceProofs' }))
  }
  const { uetr, complianceProofs: proofs } = json as { readonly uetr: string; readonly complianceProofs: Readonly<Record<string, unknown>> }
  const known = 'genesis' in trust ? epochsOfProof(json, trust.genesis) : ok(undefined)
  if (!known.ok) return known
  const trusted = known.value === undefined ? trust : { epochs: known.value }
  const values = new Map<string, Json>()
  let block: CertifiedHeader | undefined
  const names = proofs['details'] === undefined ? [] : [{ member: 'details', kind: PAYMENTS.details, key: { uetr } }]
  for (const wanted of [() => [...fixedRecords(uetr), ...names], () => furtherRecords(values), () => ruleRecords(values)]) {
    for (const { member, kind, key } of wanted()) {
      const named = parseField(kind.key, key, member)
      if (!named.ok) return named
      const proven = verifyRecord(kind, proofs[member], key, trusted)
      if (!proven.ok) return err({ ...proven.error, path: `${member}${proven.error.path === undefined ? '' : `.${proven.error.path}`}` })
      if (proven.value.value === undefined) return refused(`${member} is proven to be absent`, member)
      block ??= proven.value.block
      if (proven.value.block.hash !== block.hash) return refused(`${member} is of another block than the payment`, member)
      values.set(member, proven.value.value)
    }
  }
  return block === undefined ? refused('the file proves nothing') : judged(uetr, values, block)
}

function judged(uetr: string, values: ReadonlyMap<string, Json>, block: CertifiedHeader): Result<ProvenCompliance> {
  const record = recordOf(values)
  const { debtorAgent, creditorAgent, status, history } = values.get('payment') as unknown as PaymentJson
  if (!SHOWN.includes(status)) return refused(`${uetr} is ${status}`, 'payment')
  const { lists, screeningMs } = values.get('parameters') as unknown as { readonly lists: readonly string[]; readonly screeningMs: number }
  const details = values.get('details') as unknown as ComplianceDemands['details']
  const listOf: ComplianceDemands['listOf'] = (listId, version) =>
    values.get(`listVersion ${listId} ${version}`) as unknown as { readonly root: Hash; readonly count: number } | undefined
  const fault = complianceFault(record, { listOf, lists, ...(details === undefined ? {} : { details }) })
  if (fault !== undefined) return refused(fault, 'compliance')
  const screenings = record.compliance.screenings
  const isLocked = history.some((step) => step.status === LOCKED)
  const isOld = screenings.some(({ atMs }) => block.header.timeMs >= atMs + screeningMs)
  const isOvertaken = screenings.some(({ checks }) =>
    checks.some(({ listId, version }) => (values.get(`list ${listId}`) as unknown as ListJson).current?.version !== version),
  )
  if (!isLocked && (isOld || isOvertaken))
    return refused('a screening is too old, or a younger version of its list is in force', 'compliance')
  return ok({
    uetr,
    status,
    debtorAgent,
    creditorAgent,
    lists: screenings.flatMap(({ agent, atMs, checks }) => checks.map(({ listId, version }) => ({ listId, agent, version, atMs }))),
    rules: rulesOf(values),
    ...(details === undefined ? {} : { names: { debtor: details.debtor.name, creditor: details.creditor.name } }),
    block,
  })
}

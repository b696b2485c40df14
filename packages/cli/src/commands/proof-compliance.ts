import { writeFile } from 'node:fs/promises'
import { fetchComplianceProof, type ProvenCompliance } from '@hanse/sdk'
import { orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { mark } from '../terminal/output.ts'

interface ComplianceFlags {
  readonly withoutNames: boolean
  readonly out?: string
}

export const registerProofCompliance: Register = (proof, run) => {
  proof
    .command('compliance')
    .argument('<uetr>', 'of the payment')
    .description('fetch and check what proves that a payment complied with sanctions lists and rules, for who gets it')
    .option('--without-names', 'leave names, accounts and references out', false)
    .option('--out <file>', 'where to write it; default: standard output')
    .action(async (uetr: string, flags: ComplianceFlags) => await run(async (context) => await fetchProof(uetr, flags, context)))
}

async function fetchProof(uetr: string, { withoutNames, out }: ComplianceFlags, { connect, output }: Context): Promise<void> {
  const file = orThrow(await fetchComplianceProof(await connect(), uetr, { withoutNames }))
  const content = `${JSON.stringify(file, undefined, 2)}\n`
  if (out === undefined) {
    process.stdout.write(content)
    return
  }
  await writeFile(out, content)
  output.line(mark.good(`proof of compliance written to ${out}: ${uetr}`))
  output.line(`  anyone with the genesis file can check it: hanse proof verify ${out} --genesis genesis.json`)
  output.result({ uetr, file: out })
}

/** What such a proof says, in rows for people. */
export function complianceFacts({ uetr, status, debtorAgent, creditorAgent, lists, rules, names }: ProvenCompliance) {
  const said = rules.map(({ ruleId, version, result }) => `${ruleId} version ${version}: ${result}`)
  return [
    ['payment', uetr],
    ['status', status],
    ['agents', `${debtorAgent}, ${creditorAgent}`],
    ['debtor', names?.debtor],
    ['creditor', names?.creditor],
    ...lists.map(({ agent, listId, version }) => [`${agent} screened`, `${listId} version ${version}: both are absent`] as const),
    ['rules', said.length === 0 ? 'none was in force' : said.join(', ')],
  ] as const
}

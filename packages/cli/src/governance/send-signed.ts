import { writeFile } from 'node:fs/promises'
import { MODULES } from '@hanse/modules'
import type { TransactionSignature } from '@hanse/protocol'
import { assembleTransaction, buildTransaction, type CallDraft, signOnce } from '@hanse/sdk'
import { usageError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { addressOfReference, signerOf } from '../keys/key-reference.ts'
import { integerOption, repeated } from '../options.ts'
import { mark } from '../terminal/output.ts'
import { noticeWarning } from '../transactions/notice-warning.ts'
import { sendAndExplain } from '../transactions/send-and-explain.ts'
import { showReceipt } from '../transactions/show-receipt.ts'
import { transactionFileJson } from '../transactions/transaction-file.ts'

export interface SigningFlags {
  readonly key: readonly string[]
  readonly coSigner: readonly string[]
  readonly passwordFile?: string
  readonly out?: string
  readonly timeout: number
}

const TIMEOUT_SECONDS_DEFAULT = 30
/** How long those who sign elsewhere have, in ms. */
const EXPIRY_ELSEWHERE_MS = 540_000

export const SIGNING_OPTIONS = [
  ['--key <key>', 'sign with this KEY, on a devnet demo:PARTY/OPERATOR; the first one sends. Four eyes: give two', repeated, []],
  ['--co-signer <key>', 'who signs it elsewhere, later: an address or a KEY; with --out', repeated, []],
  ['--password-file <file>', 'file whose first line is the password; else HANSE_PASSWORD, else a prompt'],
  ['--out <file>', 'write the transaction there for `tx sign` and `tx send`, instead of sending it'],
  ['--timeout <seconds>', 'how long to wait until it is final', integerOption(1, 3_600), TIMEOUT_SECONDS_DEFAULT],
] as const

/** One call as a transaction of a member: signed with the keys at hand and sent, or written down for those who have the others. */
export async function sendSigned(context: Context, call: CallDraft, flags: SigningFlags): Promise<ExitCode> {
  const { connect, home, output, rpcUrl } = context
  const { key: keys, coSigner, out } = flags
  const [first] = keys
  if (first === undefined)
    throw usageError('nobody signs', '--key MAKER --key CHECKER, or on a devnet --key demo:bank-a/maker --key demo:bank-a/checker')
  if (coSigner.length > 0 && out === undefined) throw usageError('who signs elsewhere needs a file', '--out vote.json')
  const client = await connect()
  const [chain, params] = await Promise.all([client.chain(), client.params()])
  const addresses = await Promise.all([...keys, ...coSigner].map(async (reference) => await addressOfReference(reference, { home })))
  const [sender, ...coSigners] = addresses as [(typeof addresses)[number], ...typeof addresses]
  const transaction = buildTransaction({
    ...{ chain, params, sender, coSigners, calls: [call], modules: MODULES },
    ...(out === undefined ? {} : { expiresAtMs: Date.now() + Math.min(EXPIRY_ELSEWHERE_MS, params.timeToLiveMsMax) }),
  })
  const warning = await noticeWarning(client, [call])
  if (warning !== undefined) output.note(`⚠ ${warning}`)
  const options = { home, chainId: chain.genesis.chainId, ...(out === undefined ? { rpcUrl } : {}), ...flags }
  const signatures: TransactionSignature[] = []
  for (const reference of keys) signatures.push(await signOnce(transaction, await signerOf(reference, options)))
  if (out === undefined) {
    return showReceipt(await sendAndExplain(client, assembleTransaction(transaction, signatures), flags.timeout * 1000), output)
  }
  const json = transactionFileJson({ transaction, signatures }, MODULES)
  await writeFile(out, `${JSON.stringify(json, undefined, 2)}\n`)
  output.line(mark.good(`written to ${out}: hanse tx sign ${out} --key KEY, then hanse tx send ${out} --wait`))
  output.result(json)
  return EXIT_CODE.ok
}

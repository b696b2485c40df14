import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { MODULES } from '@hanse/modules'
import { type Hash, reject } from '@hanse/primitives'
import { CLIENT_REF_LENGTH_MAX, type Json } from '@hanse/protocol'
import {
  assembleTransaction,
  type BuildOptions,
  buildTransaction,
  type CallDraft,
  type FinalReceipt,
  readableBody,
  signOnce,
} from '@hanse/sdk'
import type { Module } from '@hanse/state'
import { InvalidArgumentError } from 'commander'
import { CliError, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { readGenesisFile } from '../genesis/read-genesis.ts'
import { addressOfReference, DEMO_HELP, demoReference, KEY_HELP, signerOf } from '../keys/key-reference.ts'
import { ownModules } from '../module/own-modules.ts'
import { hashArgument, integerOption, MODULE_OPTION, repeated } from '../options.ts'
import { isoTime, mark, type Output } from '../terminal/output.ts'
import { noticeWarning } from '../transactions/notice-warning.ts'
import { otherPackageWarning } from '../transactions/package-warning.ts'
import { readCalls } from '../transactions/read-calls.ts'
import { sendAndExplain } from '../transactions/send-and-explain.ts'
import { showReceipt } from '../transactions/show-receipt.ts'
import { readTransactionFile, signerStates, type TransactionFile, transactionFileJson } from '../transactions/transaction-file.ts'

const TIMEOUT_SECONDS_DEFAULT = 30
const timeoutOption = integerOption(1, 3_600)
const TIMEOUT = ['--timeout <seconds>', 'how long to wait', timeoutOption, TIMEOUT_SECONDS_DEFAULT] as const

interface BuildFlags {
  readonly sender?: string
  readonly coSigner: readonly string[]
  readonly calls?: string
  readonly expiresIn?: number
  readonly clientRef?: string
  readonly sequence?: number
  readonly genesis?: string
  readonly module: readonly string[]
  readonly out?: string
}

interface SignFlags {
  readonly module: readonly string[]
  readonly key: readonly string[]
  readonly demo: readonly string[]
  readonly passwordFile?: string
  readonly out?: string
}

export const registerTx: Register = (tx, run) => {
  tx.command('build')
    .argument('[module.command]', 'what to do, for example settlement.transfer')
    .argument('[name=value...]', 'its params; dots lead into objects, := is followed by JSON')
    .description('encode a transaction on this machine, to be looked at and signed')
    .option('--sender <key>', 'who sends it: KEY, which on a devnet may be demo:PARTY/OPERATOR, or an address; required')
    .option('--co-signer <key>', 'who signs it too, named in the same way; may stand several times', repeated, [])
    .option('--calls <file>', 'several calls at once: JSON [{module, command, params}], all succeed or none')
    .option('--expires-in <seconds>', 'how long it may be executed; default: two minutes, or what the chain allows', timeoutOption)
    .option('--client-ref <text>', `unique for ever within the party, up to ${CLIENT_REF_LENGTH_MAX} characters`)
    .option('--sequence <n>', 'for senders that want strict order', integerOption(0, Number.MAX_SAFE_INTEGER))
    .option('--genesis <file>', 'build offline, for the chain of this genesis')
    .option(...MODULE_OPTION)
    .option('--out <file>', 'where to write it; default: standard output')
    .addHelpText('after', `\n${KEY_HELP}.`)
    .action(
      async (name: string | undefined, words: readonly string[], flags: BuildFlags) =>
        await run(async (context) => await build(context, name, words, flags)),
    )

  tx.command('sign')
    .argument('<file>', 'of `tx build`; - is standard input')
    .description('look at a transaction and add signatures to its file')
    .option('--key <key>', 'sign with this KEY, on a devnet demo:PARTY/OPERATOR; may stand several times', repeated, [])
    .option('--demo <party/operator>', DEMO_HELP, repeated, [])
    .option('--password-file <file>', 'file whose first line is the password; else HANSE_PASSWORD, else a prompt')
    .option(...MODULE_OPTION)
    .option('--out <file>', 'where to write it; default: back to the file')
    .addHelpText('after', `\n${KEY_HELP}.`)
    .action(async (file: string, flags: SignFlags) => await run(async (context) => await sign(context, file, flags)))

  tx.command('send')
    .argument('<file>', 'a signed file, or the raw transaction as 0x-hex')
    .description('hand a signed transaction to the node; the same bytes again do no harm')
    .option('--wait', 'until it is final', false)
    .option(...TIMEOUT)
    .action(
      async (file: string, flags: { readonly wait: boolean; readonly timeout: number }) =>
        await run(async (context) => await send(context, file, flags)),
    )

  tx.command('wait')
    .argument('<hash>', 'of the transaction', hashArgument)
    .description('wait until a transaction is final; exit code 4 when that takes too long')
    .option(...TIMEOUT)
    .action(
      async (hash: Hash, { timeout }: { readonly timeout: number }) =>
        await run(async ({ connect, output }) => {
          const client = await connect()
          // Waiting outlasts a node that is away for a while; one that was never there is told at once.
          await client.call('chain_getHeight')
          return showReceipt(await client.waitForReceipt(hash, { timeoutMs: timeout * 1000 }), output)
        }),
    )

  tx.command('show')
    .argument('<hash>', 'of the transaction', shownHash)
    .description('what became of a transaction, and what it says')
    .action(async (hash: Hash) => await run(async (context) => await show(context, hash)))

  tx.command('decode')
    .argument('<file>', 'a transaction file, or 0x-hex')
    .description('what a transaction says and who signed it; needs no node')
    .option(...MODULE_OPTION)
    .action(
      async (file: string, { module: folders }: { readonly module: readonly string[] }) =>
        await run(async ({ home, output }) => {
          const modules = [...MODULES, ...(await ownModules(folders, home))]
          const read = await readTransactionFile(file)
          showTransaction(read, output, modules)
          output.result(transactionFileJson(read, modules))
        }),
    )
}

/** Who names a file wants to see it before it is signed. */
function shownHash(text: string): Hash {
  if (existsSync(text)) throw new InvalidArgumentError(`It is a file: hanse tx decode ${text} shows it.`)
  return hashArgument(text)
}

/** A file knows of no vote: offline, the parameters are those of genesis. */
async function rulesOf({ connect }: Context, genesis: string | undefined): Promise<Pick<BuildOptions, 'chain' | 'params'>> {
  if (genesis !== undefined) return { chain: await readGenesisFile(genesis) }
  const client = await connect()
  const [chain, params] = await Promise.all([client.chain(), client.params()])
  return { chain, params }
}

async function build(context: Context, name: string | undefined, words: readonly string[], flags: BuildFlags): Promise<void> {
  const { home, output } = context
  if (flags.sender === undefined)
    throw usageError("required option '--sender <key>' not specified", '--sender KEY, or --sender demo:PARTY/maker on a devnet')
  const modules = [...MODULES, ...(await ownModules(flags.module, home))]
  const calls: readonly CallDraft[] = await readCalls(name, words, { file: flags.calls, modules })
  const sender = await addressOfReference(flags.sender, { home })
  const coSigners = await Promise.all(flags.coSigner.map(async (key) => await addressOfReference(key, { home })))
  const { clientRef, sequence, expiresIn } = flags
  const transaction = buildTransaction({
    ...(await rulesOf(context, flags.genesis)),
    sender,
    coSigners,
    calls,
    modules,
    ...(clientRef === undefined ? {} : { clientRef }),
    ...(sequence === undefined ? {} : { sequence }),
    ...(expiresIn === undefined ? {} : { expiresAtMs: Date.now() + expiresIn * 1000 }),
  })
  await writeTransaction({ transaction, signatures: [] }, flags.out, { output, modules })
  if (flags.genesis !== undefined) return
  const client = await context.connect()
  for (const warning of [await noticeWarning(client, calls), await otherPackageWarning(client, calls, modules)])
    if (warning !== undefined) output.note(`⚠ ${warning}`)
}

/** The file is the result: on standard output it stands alone, in every mode. */
async function writeTransaction(
  file: TransactionFile,
  out: string | undefined,
  { output, modules }: { readonly output: Output; readonly modules: readonly Module[] },
): Promise<void> {
  const json = transactionFileJson(file, modules)
  const content = `${JSON.stringify(json, undefined, 2)}\n`
  if (out === undefined) {
    process.stdout.write(content)
    return
  }
  await writeFile(out, content)
  showTransaction(file, output, modules)
  output.line(mark.good(`written to ${out}`))
  output.result(json)
}

async function sign({ home, output }: Context, path: string, flags: SignFlags): Promise<void> {
  const file = await readTransactionFile(path)
  const keys = [...flags.key, ...flags.demo.map(demoReference)]
  if (keys.length === 0) throw usageError('no key to sign with', '--key KEY, or --key demo:PARTY/maker on a devnet')
  const { chainId } = file.transaction.body
  const signatures = [...file.signatures]
  const modules = [...MODULES, ...(await ownModules(flags.module, home))]
  for (const key of keys) signatures.push(await signOnce(file.transaction, await signerOf(key, { home, chainId, ...flags })))
  const target = flags.out ?? (path === '-' || path.startsWith('0x') ? undefined : path)
  await writeTransaction({ transaction: file.transaction, signatures }, target, { output, modules })
}

async function send(
  { connect, output }: Context,
  path: string,
  { wait, timeout }: { readonly wait: boolean; readonly timeout: number },
): Promise<ExitCode> {
  const { transaction, signatures } = await readTransactionFile(path)
  const signed = assembleTransaction(transaction, signatures)
  const client = await connect()
  const chain = await client.chain()
  if (chain.genesisHash !== transaction.body.genesisHash) {
    const hint = 'Send it to a node of its chain: --rpc URL.'
    throw new CliError(
      reject('sdk/wrong-chain', `it was built for the chain ${transaction.body.genesisHash}, the node serves ${chain.genesisHash}`, {
        hint,
      }),
    )
  }
  if (wait) return showReceipt(await sendAndExplain(client, signed, timeout * 1000), output)
  const sent = await client.send(signed)
  output.line(mark.good(sent.known ? 'the node knows it already' : 'sent, not final yet'))
  output.line(`  hanse tx wait ${sent.hash}`)
  output.result(sent)
  return EXIT_CODE.ok
}

function showTransaction(file: TransactionFile, output: Output, modules: readonly Module[]): void {
  const { hash, body } = file.transaction
  const { sequence, clientRef, calls } = readableBody(body, modules)
  output.fields([
    ['hash', hash],
    ['chain', `id ${body.chainId} · genesis ${body.genesisHash}`],
    ['expires', isoTime(body.expiresAtMs)],
    ['sequence', sequence],
    ['client ref', clientRef],
  ])
  for (const { address, signed } of signerStates(file))
    output.line(signed ? mark.good(`signed by ${address}`) : mark.bad(`to be signed by ${address}`))
  for (const [index, { module, command, params, paramsBytes }] of calls.entries()) {
    output.line(mark.bold(`call ${index}: ${module}.${command}`))
    output.line(JSON.stringify(params ?? paramsBytes, undefined, 2))
    if (params === undefined) output.line(mark.warning(`nothing here can read these params: --module DIR, with the package of ${module}`))
  }
}

async function show({ connect, output }: Context, hash: Hash): Promise<void> {
  const found = await (await connect()).call('tx_get', { hash })
  output.fields([
    ['hash', hash],
    ['status', found.status],
  ])
  if (found.receipt !== undefined) showReceiptFields(found.receipt, output)
  if (found.transaction !== undefined) output.line(JSON.stringify(found.transaction.body as unknown as Json, undefined, 2))
  output.result(found)
}

function showReceiptFields({ height, blockHash, timeMs, code }: FinalReceipt, output: Output): void {
  output.fields([
    ['block', `${height} · ${blockHash}`],
    ['time', isoTime(timeMs)],
    ['refused with', code],
  ])
}

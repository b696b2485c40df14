import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Pacs008, type PlainInvoice, plainOf, readPacs008, readUbl } from '@hanse/documents'
import { peerIdFromSeed } from '@hanse/p2p'
import { validatorRecordCodec } from '@hanse/protocol'
import { createClient } from '@hanse/sdk'
import { test } from 'tap'
import { CHAIN, GENESIS_BYTES, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'
import { runCommandLine } from '../src/program.ts'
import { COMMAND_ROWS, type CommandRow } from './support/command-rows.ts'
import { leavesOf, wholeProgram } from './support/command-tree.ts'
import { homeWithOperators } from './support/operator-home.ts'
import { type CliRun, jsonOf, NOWHERE } from './support/run-cli.ts'

const TWO_LINES = /^✖ [^\n]+\n {2}Try: [^\n]+\n$/
const documentFile = (name: string): string => fileURLToPath(new URL(`../../../devnet/documents/${name}`, import.meta.url))
const PAYMENT = documentFile('foshan-binh-duong-pacs008.xml')
const INVOICE = documentFile('shunhe-invoice.xml')

async function fixture(dir: string): Promise<void> {
  await homeWithOperators(dir, 'bank-a/maker', 'bank-a/checker', 'bank-b/maker', 'bank-b/checker')
  await writeFile(join(dir, 'genesis.json'), GENESIS_BYTES)
  await writeFile(join(dir, 'seed'), `0x${'5e'.repeat(32)}`)
  await writeFile(join(dir, 'seed-text'), 'no transaction')
  await writeFile(join(dir, 'payment.json'), JSON.stringify(payment()))
  await writeFile(join(dir, 'invoice.json'), JSON.stringify(invoice()))
  const states = CHAIN.genesis.modules.flatMap(({ name, genesis }) => (genesis === undefined ? [] : [[name, genesis]]))
  await writeFile(join(dir, 'state.json'), JSON.stringify(Object.fromEntries(states)))
  for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) {
    const record = CHAIN.genesis.validators[index]
    if (record === undefined) throw new Error('four validators')
    const peerId = peerIdFromSeed(new Uint8Array(32).fill(index + 1))
    await writeFile(join(dir, `validator-${name}.json`), JSON.stringify(validatorRecordCodec.toJson({ ...record, peerId })))
  }
}

function payment(): Pacs008 {
  const read = readPacs008(readFileSync(PAYMENT))
  if (!read.ok) throw new Error(read.error.message)
  return read.value.message
}

function invoice(): PlainInvoice {
  const read = readUbl(readFileSync(INVOICE))
  if (!read.ok) throw new Error(read.error.message)
  return plainOf(read.value)
}

/** Runs a command line in this process, which loads what the commands need once; `usage.test.ts` looks at processes. */
async function inProcess(words: readonly string[]): Promise<CliRun> {
  const written = { stdout: '', stderr: '' }
  const { stdout, stderr } = process
  const restore = [stdout.write, stderr.write] as const
  stdout.write = (text: string | Uint8Array) => {
    written.stdout += text.toString()
    return true
  }
  stderr.write = (text: string | Uint8Array) => {
    written.stderr += text.toString()
    return true
  }
  try {
    return { code: await runCommandLine(words), ...written }
  } finally {
    ;[stdout.write, stderr.write] = restore
  }
}

/** One document, or one a line. */
function checkJson(run: CliRun, { isStream = false }: CommandRow): void {
  if (isStream) for (const line of run.stdout.trim().split('\n')) jsonOf({ ...run, stdout: line })
  else jsonOf(run)
}

test('each command ends with the exit code that its row says, and --json writes JSON and nothing else', async (t) => {
  const running = await serve()
  t.teardown(running.stop)
  const dir = t.testdir()
  await fixture(dir)
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '5', reference: 'x' }
  const { txId } = await createClient({ url: running.url }).transact({
    signers: [operatorKey('bank-a', 'maker')],
    calls: [{ module: 'settlement', command: 'transfer', params }],
  })
  const fill = (words: string, rpc: string): readonly string[] =>
    `--home {dir} ${words}`
      .replaceAll('{dir}', dir)
      .replaceAll('{rpc}', rpc)
      .replaceAll('{hash}', txId)
      .replaceAll('{invoice}', INVOICE)
      .replaceAll('{payment}', PAYMENT)
      .replaceAll('{order}', documentFile('shunhe-order.xml'))
      .replaceAll('{receipt}', documentFile('shunhe-receipt.xml'))
      .replaceAll('{map}', documentFile('party-map.json'))
      .replaceAll(' maker', ' bank-a-maker')
      .split(' ')
  for (const [path, row] of Object.entries(COMMAND_ROWS)) {
    for (const { words, code } of row.outcomes) {
      const run = await inProcess([...fill(words, running.url), '--json'])
      t.equal(run.code, code, `${words}\n${run.stdout}${run.stderr}`)
      t.doesNotThrow(() => checkJson(run, row), words)
      if (code !== 0) t.match(run.stdout, /"(try|hint|fix)": ?"[^"]/, words)
    }
    if (row.asksNode !== true) continue
    const away = await inProcess(fill(row.outcomes[0].words, NOWHERE))
    t.equal(away.code, 3, `${path}, and nobody answers: ${away.stderr}`)
    t.match(away.stderr, TWO_LINES, path)
  }
})

test('what makes no sense is a usage error of every command: exit code 2 and one line that says what to try', async (t) => {
  for (const { path, command } of leavesOf(await wholeProgram())) {
    const lines: string[][] = [[...path.split(' '), '--no-such-option']]
    const needs = command.registeredArguments.filter(({ required }) => required).length
    if (needs > 0) lines.push(path.split(' '))
    if (command.registeredArguments.at(-1)?.variadic !== true) lines.push([...path.split(' '), ...'a b c d e'.split(' ')])
    for (const words of lines) {
      const run = await inProcess(words)
      // An argument may be judged before it is counted.
      t.match([run.code, run.stdout], [2, ''], words.join(' '))
      t.match(run.stderr, TWO_LINES, words.join(' '))
      const json = await inProcess([...words, '--json'])
      t.match([json.code, JSON.parse(json.stdout), json.stderr], [2, { error: { code: 'cli/usage', try: /./ } }, ''], words.join(' '))
    }
  }
})

test('each group without a command, and each word that is none, is a usage error; what is near is told', async (t) => {
  const rows: readonly (readonly [string, RegExp])[] = [
    ['keys', /Try: hanse keys --help/],
    ['vlidators', /Try: hanse validators/],
    ['tx snd file', /Try: hanse tx send file/],
    ['keys export maker --secrt', /Try: hanse keys export maker --secret/],
    ['watch blcks', /Try: hanse watch blocks/],
    ['keys export maker --format pme', /Try: hanse keys export maker --format pem/],
    ['demo shunhee', /Try: hanse demo shunhe/],
    ['tx build settlment.transfer --sender demo:bank-a/maker', /Try: hanse tx build settlement\.transfer/],
    ['query settlement balanse', /Try: hanse query settlement balance/],
  ]
  for (const [words, hint] of rows) {
    const run = await inProcess([...words.split(' '), '--rpc', NOWHERE])
    t.match([run.code, run.stderr], [2, hint], words)
    t.match(run.stderr, TWO_LINES, words)
  }
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Json } from '@hanse/protocol'
import { createClient, HanseError } from '@hanse/sdk'
import { test } from 'tap'
import { operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'
import { homeWithOperators } from './support/operator-home.ts'
import { type CliRun, jsonOf, runCli } from './support/run-cli.ts'

const DOCUMENTS = fileURLToPath(new URL('../../../devnet/documents/', import.meta.url))
const MAP = join(DOCUMENTS, 'party-map.json')
const INVOICE = join(DOCUMENTS, 'shunhe-invoice.xml')
const ORDER = join(DOCUMENTS, 'shunhe-order.xml')
const RECEIPT = readFileSync(join(DOCUMENTS, 'shunhe-receipt.xml'), 'utf8')
const DAY_MS = 86_400_000

interface Call {
  readonly module: string
  readonly command: string
  readonly params: Json
}

function restOfIssue(certNo: string): readonly string[] {
  const dueDate = new Date(Date.now() + 90 * DAY_MS).toISOString().slice(0, 10)
  const acceptUntilMs = Date.now() + 5 * DAY_MS
  const rest = { certNo, lineId: 'LINE-1', clearingBank: 'bank-a', dueDate, acceptUntilMs }
  return Object.entries(rest).flatMap(([name, value]) => ['--param', `${name}=${value}`])
}

test('what is written of a trade is a call that the chain matches, and refuses where less came in', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const client = createClient({ url })
  const env = await homeWithOperators(t.testdirName, 'nanhai/maker')
  const quota = { sellerId: 'nanhai', currency: 'CNY', period: '2025-12', limit: '100000000000' }
  await client.transact({
    signers: [operatorKey('tax', 'maker')],
    calls: [{ module: 'invoices', command: 'grantQuota', params: quota }],
  })
  const line = { lineId: 'LINE-1', core: 'shunhe', currency: 'CNY', limit: '500000000' }
  await client.transact({
    signers: [operatorKey('bank-a', 'maker'), operatorKey('bank-a', 'checker')],
    calls: [{ module: 'receivables', command: 'grantLine', params: line }],
  })
  const issued = await runCli(['import', 'ubl', INVOICE, '--map', MAP, '--key', 'nanhai-maker', '--rpc', url], { env })
  t.equal(issued.code, 0, issued.stderr)
  const exported = await runCli(['export', 'ubl', '--invoice', 'CN:91440605MADEM20025:380:25442000000000000017', '--rpc', url])
  t.equal(exported.code, 0, exported.stderr)
  const again = await runCli([
    'import',
    'ubl',
    join(t.testdir({ 'again.xml': exported.stdout }), 'again.xml'),
    '--map',
    MAP,
    '--dry-run',
    '--json',
  ])
  const origin = await runCli(['import', 'ubl', INVOICE, '--map', MAP, '--dry-run', '--json'])
  const paramsOf = (run: CliRun): Json => (jsonOf(run) as unknown as { items: readonly { params: Json }[] }).items[0]?.params ?? null
  t.same(paramsOf(again), paramsOf(origin), 'what the chain keeps is exported, and would be issued as the same')

  const folder = t.testdir({
    'short.xml': RECEIPT.replace('<cbc:ReceivedQuantity unitCode="C62">5<', '<cbc:ReceivedQuantity unitCode="C62">4<'),
    'whole.xml': RECEIPT,
  })
  const issue = async (certNo: string, receipt: string): Promise<string> => {
    const run = await runCli(['import', 'trade', INVOICE, ORDER, join(folder, receipt), '--map', MAP, ...restOfIssue(certNo), '--json'])
    const { calls } = jsonOf(run) as unknown as { calls: readonly Call[] }
    const signers = [operatorKey('shunhe', 'maker'), operatorKey('shunhe', 'checker')] as const
    try {
      return (await client.transact({ signers, calls })).outcome
    } catch (error) {
      if (!(error instanceof HanseError)) throw error
      return error.rejection.code
    }
  }
  t.equal(await issue('SHORT-1', 'short.xml'), 'receivables/exceeds-goods-receipt')
  t.equal(await issue('WHOLE-1', 'whole.xml'), 'success')
})

test('files of a trade are told apart by what they are, and refused by name', async (t) => {
  const folder = t.testdir({
    'order.xml': readFileSync(ORDER, 'utf8'),
    'other.xml': '<Catalogue xmlns="urn:oasis:names:specification:ubl:schema:xsd:Catalogue-2"/>',
    'invalid.xml': readFileSync(INVOICE, 'utf8').replace('>115044.25</cbc:TaxAmount>', '>115044.26</cbc:TaxAmount>'),
  })
  const told = async (...words: readonly string[]) => jsonOf(await runCli(['import', 'trade', ...words, '--map', MAP, '--json']))
  t.match(await told(join(folder, 'order.xml')), { error: { code: 'import/no-invoice' } })
  t.match(await told(folder), { error: { code: 'import/invalid-document', message: /invalid\.xml: BR-/, path: /^\/Invoice/ } })
  t.match(await told(INVOICE, join(folder, 'other.xml')), { error: { code: 'documents/unsupported-document', message: /other\.xml: / } })
  t.match(await told(INVOICE, '--param', 'acceptUntilMs=5'), { calls: [{ params: { payee: 'nanhai', acceptUntilMs: 5 } }] })
})

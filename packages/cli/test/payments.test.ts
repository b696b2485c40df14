import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EMPTY_MERKLE_ROOT } from '@hanse/protocol'
import { createClient } from '@hanse/sdk'
import { test } from 'tap'
import { GENESIS_BYTES, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

const DOCUMENTS = fileURLToPath(new URL('../../../devnet/documents/', import.meta.url))
const PAYMENT = join(DOCUMENTS, 'foshan-binh-duong-pacs008.xml')
const XML = readFileSync(PAYMENT, 'utf8')

interface Imported {
  readonly items: readonly {
    readonly file: string
    readonly payment?: object
    readonly unread?: readonly object[]
    readonly refusal?: object
  }[]
}

test('a folder of payments: each is read, and what is wrong is told with its element', async (t) => {
  const folder = t.testdir({
    '1-good.xml': XML,
    '2-decimals.xml': XML.replace('>1232000000<', '>1232000000.50<'),
    '3-more.xml': XML.replace('<ChrgBr>', '<SttlmPrty>HIGH</SttlmPrty><ChrgBr>'),
    '4-invoice.xml': readFileSync(join(DOCUMENTS, 'shunhe-invoice.xml'), 'utf8'),
    'map.json': JSON.stringify({
      parties: [
        { match: { scheme: 'bic', value: 'DEMACNB0XXX' }, partyId: 'bank-a' },
        { match: { scheme: 'bic', value: 'DEMVVNV0' }, partyId: 'bank-vn' },
      ],
    }),
  })
  const run = await runCli(['import', 'pacs008', folder, '--dry-run', '--json'])
  t.equal(run.code, 1)
  t.match(jsonOf(run), {
    dryRun: true,
    documents: 4,
    accepted: 2,
    refused: 2,
    items: [
      { file: join(folder, '1-good.xml'), version: 'pacs.008.001.08', payment: { transaction: { exchangeRate: '3520' } }, unread: [] },
      { refusal: { code: 'iso20022/currency-decimals', message: /CH20/, path: '/Document/FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt' } },
      { unread: [{ path: '/Document/FIToFICstmrCdtTrf/CdtTrfTxInf/SttlmPrty' }] },
      { refusal: { code: 'iso20022/unsupported-message' } },
    ],
  })
  const bound = await runCli(['import', 'pacs008', folder, '--dry-run', '--map', join(folder, 'map.json'), '--json'])
  t.match(jsonOf(bound), {
    accepted: 1,
    items: [
      {
        params: {
          debtorAgent: 'bank-a',
          creditorAgent: 'bank-vn',
          instructedAmount: '350000.00',
          details: { documentHash: /^0x[0-9a-f]{64}$/ },
        },
        expected: { settledAmount: '1232000000' },
      },
      {},
      { refusal: { code: 'iso20022/unread-element' } },
    ],
  })
  const human = await runCli(['import', 'pacs008', join(folder, '3-more.xml'), '--dry-run'])
  t.match(
    human.stdout,
    /"uetr": "6f2a1c9e-3b7d-4e58-9a40-5d1b8c72e093"[\s\S]*line +element that is not understood[\s\S]*SttlmPrty[\s\S]*1 payment: 1 good, 0 refused/,
  )
})

/** Between two banks of the devnet, in its currency, to be settled today. */
function domestic(uetr: string): string {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return XML.replace('<IntrBkSttlmAmt Ccy="VND">1232000000<', '<IntrBkSttlmAmt Ccy="CNY">350000.00<')
    .replace(/<InstdAmt.*<\/XchgRate>/s, '')
    .replace('>2026-04-17<', `>${today}<`)
    .replaceAll('DEMVVNV0XXX', 'DEMBCNB0')
    .replace('6f2a1c9e-3b7d-4e58-9a40-5d1b8c72e093', uetr)
}

test('payments are initiated with four eyes, once; what the chain refuses is told with its field', async (t) => {
  const { url, stop, node } = await serve()
  t.teardown(stop)
  const folder = t.testdir({
    '1.xml': domestic('0b9d5c1e-77aa-4c02-8f6e-2f4f3a1d9c55'),
    '2.xml': domestic('1c9d5c1e-77aa-4c02-8f6e-2f4f3a1d9c55').replace('<TwnNm>Thủ Dầu Một</TwnNm>', ''),
    '3.xml': domestic('0b9d5c1e-77aa-4c02-8f6e-2f4f3a1d9c55').replace('350000.00', '350000.01'),
    'map.json': JSON.stringify({
      parties: [
        { match: { scheme: 'bic', value: 'DEMACNB0XXX' }, partyId: 'bank-a' },
        { match: { scheme: 'bic', value: 'DEMBCNB0XXX' }, partyId: 'bank-b' },
      ],
    }),
  })
  const words = (file: string, ...keys: readonly string[]): string[] => {
    const signed = keys.flatMap((operator) => ['--key', `demo:bank-a/${operator}`])
    return ['import', 'pacs008', join(folder, file), '--map', join(folder, 'map.json'), '--rpc', url, '--json', ...signed]
  }
  t.match(await runCli(words('1.xml')), { code: 2, stdout: /who initiates them/ })
  t.match(jsonOf(await runCli(words('1.xml', 'maker'))), { items: [{ refusal: { code: 'organizations/four-eyes-required' } }] })
  const both = ['maker', 'checker'] as const
  const sent = jsonOf(await runCli(words('1.xml', ...both)))
  t.match(sent, { accepted: 1, items: [{ receipt: { outcome: 'success', events: [{ module: 'payments', type: 'initiated' }] } }] })
  const height = node.blocks.length
  t.same(jsonOf(await runCli(words('1.xml', ...both)))['items'], sent['items'], 'the same payment again is the first one')
  t.equal(node.blocks.length, height)
  t.match(jsonOf(await runCli(words('2.xml', ...both))), {
    items: [{ refusal: { code: 'payments/creditor-incomplete', path: 'details.creditor.town' } }],
  })
  t.match(jsonOf(await runCli(words('3.xml', ...both))), { items: [{ refusal: { code: 'payments/duplicate-uetr' } }] })
})

test('a payment goes through JSON and comes out as it was; its answer can be written', async (t) => {
  const folder = t.testdir({})
  const imported = jsonOf(await runCli(['import', 'pacs008', PAYMENT, '--dry-run', '--json'])) as unknown as Imported
  const out = join(folder, 'again.xml')
  const exported = await runCli(['export', 'pacs008', '-', '--out', out], { input: JSON.stringify(imported.items[0]?.payment) })
  t.match(exported, { code: 0, stdout: /again\.xml: pacs\.008\.001\.08/ })
  t.equal(readFileSync(out, 'utf8'), XML.replace(/<!--.*-->\n/, ''), 'the fixture is in the form in which it is written')
  const report = ['export', 'pacs002', PAYMENT, '--message-id', 'DEMV-9002', '--status', 'RJCT']
  const rejected = await runCli([...report, '--reason', 'RR04', '--information', 'listed since version 12'])
  t.match(rejected.stdout, /<TxSts>RJCT<\/TxSts>[\s\S]*<Cd>RR04<\/Cd>[\s\S]*<AddtlInf>listed since version 12<\/AddtlInf>/)
  t.match(rejected.stdout, /<OrgnlUETR>6f2a1c9e-3b7d-4e58-9a40-5d1b8c72e093<\/OrgnlUETR>/)
  t.match(await runCli(report), { code: 1, stderr: /RJCT without a reason/ })
  t.match(await runCli(['export', 'pacs008', out]), { code: 1, stderr: /not JSON|cli\/not-json|JSON/ })
})

test('a running node and a UETR give the pacs.008, which imports as what was initiated, and the pacs.002', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const uetr = '2d9d5c1e-77aa-4c02-8f6e-2f4f3a1d9c55'
  const folder = t.testdir({
    'given.xml': domestic(uetr),
    'map.json': JSON.stringify({
      parties: [
        { match: { scheme: 'bic', value: 'DEMACNB0XXX' }, partyId: 'bank-a' },
        { match: { scheme: 'bic', value: 'DEMBCNB0XXX' }, partyId: 'bank-b' },
      ],
    }),
  })
  const map = ['--map', join(folder, 'map.json')]
  const keys = ['--key', 'demo:bank-a/maker', '--key', 'demo:bank-a/checker']
  t.match(await runCli(['import', 'pacs008', join(folder, 'given.xml'), ...map, ...keys, '--rpc', url]), { code: 0 })
  const absent = await runCli(['export', 'pacs008', uetr.replace('2d9d', '9d9d'), '--rpc', url, '--json'])
  t.match([absent.code, jsonOf(absent)], [1, { error: { code: 'payments/unknown-payment', message: /there is no payment/ } }])
  const again = join(folder, 'again.xml')
  t.match(await runCli(['export', 'pacs008', uetr, '--rpc', url, '--out', again]), { code: 0, stdout: /again\.xml: pacs\.008\.001\.08/ })
  const paramsOf = async (file: string): Promise<object> => {
    const imported = jsonOf(await runCli(['import', 'pacs008', join(folder, file), ...map, '--dry-run', '--json']))
    const [item] = imported['items'] as unknown as readonly { readonly params: { readonly details: object } }[]
    if (item === undefined) throw new Error('nothing imported')
    const { params } = item
    return { ...params, details: { ...params.details, documentHash: undefined } }
  }
  t.same(await paramsOf('again.xml'), await paramsOf('given.xml'), 'the same payment, but for the hash of its file')
  const report = await runCli(['export', 'pacs002', uetr, '--rpc', url])
  t.match(report, { code: 0, stdout: /<OrgnlMsgNmId>pacs\.008\.001\.08<[\s\S]*<OrgnlUETR>2d9d5c1e[\s\S]*<TxSts>ACTC</ })
  const named = await runCli(['export', 'pacs002', uetr, '--message-id', 'DEMB-1', '--rpc', url])
  t.match(named.stdout, /<MsgId>DEMB-1</)
  t.match(await runCli(['export', 'pacs002', uetr, '--status', 'ACSC', '--rpc', url]), { code: 2, stderr: /not for you to say/ })
  const cancel = { module: 'payments', command: 'cancel', params: { uetr, reason: 'DUPL' } }
  await createClient({ url }).transact({ signers: [operatorKey('bank-a', 'maker')], calls: [cancel] })
  const rejected = await runCli(['export', 'pacs002', uetr, '--rpc', url])
  t.match(rejected.stdout, /<TxSts>RJCT<[\s\S]*<Cd>DUPL</)
})

test('a proof of compliance is fetched from a node and checked without one', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const client = createClient({ url })
  const uetr = '4d9d5c1e-77aa-4c02-8f6e-2f4f3a1d9c55'
  const sign = (party: string) => [operatorKey(party, 'maker'), operatorKey(party, 'checker')] as const
  const list = { listId: 'sanctions', version: 1, root: EMPTY_MERKLE_ROOT, count: 0, documentHash: `0x${'ab'.repeat(32)}` } as const
  await client.supervision.updateList({ ...list, effectiveFrom: 2 }, { signers: sign('regulator') })
  const settlementDate = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const terms = { uetr, debtorAgent: 'bank-a', creditorAgent: 'bank-b', currency: 'CNY', instructedAmount: '1.00' } as const
  const references = { messageId: 'M', endToEndId: 'E', purpose: 'TREA' }
  await client.payments.initiateInterbank(
    { ...terms, settlementCurrency: 'CNY', settlementDate, ...references },
    { signers: sign('bank-a') },
  )
  const root = t.testdir({ 'genesis.json': Buffer.from(GENESIS_BYTES) })
  const fetch = ['proof', 'compliance', uetr, '--rpc', url, '--out', join(root, 'proof.json')]
  t.match(await runCli(fetch), { code: 1, stderr: /is ACTC/ }, 'nobody has screened')
  const { value } = await client.payments.query.complianceProof({ uetr })
  const lists = [{ listId: 'sanctions', version: 1, absences: value.compliance.subjects.map(() => ({})) }]
  for (const agent of ['bank-a', 'bank-b']) {
    await client.payments.screen({ uetr, agent, result: 'CLEAR', lists }, { signers: [operatorKey(agent, 'maker')] })
  }
  t.match(await runCli(fetch), { code: 0, stdout: /proof of compliance written/ })
  await stop()
  const verify = ['proof', 'verify', join(root, 'proof.json'), '--genesis', join(root, 'genesis.json')]
  t.match(jsonOf(await runCli([...verify, '--json'])), { valid: true, kind: 'compliance', uetr, status: 'ACCP', rules: [] })
  t.match((await runCli(verify)).stdout, /the compliance proof holds[\s\S]*bank-b screened +sanctions version 1[\s\S]*none was in force/)
  const file = readFileSync(join(root, 'proof.json'), 'utf8')
  writeFileSync(join(root, 'proof.json'), file.replaceAll(uetr, uetr.replace('4d9d', '5d9d')))
  t.match(await runCli(verify), { code: 1, stderr: /proof\// })
})

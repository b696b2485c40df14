import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'tap'
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

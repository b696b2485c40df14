import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@hanse/sdk'
import { test } from 'tap'
import { operatorKey } from '../../node/test/support/solo-genesis.ts'
import { type RunningSoloNode, serve } from '../../node/test/support/solo-node.ts'
import { homeWithOperators } from './support/operator-home.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

const DOCUMENTS = fileURLToPath(new URL('../../../devnet/documents/', import.meta.url))
const INVOICE = join(DOCUMENTS, 'shunhe-invoice.xml')
const MAP = join(DOCUMENTS, 'party-map.json')
const vectors = process.env['HANSE_VECTORS']
const examples = vectors === undefined ? undefined : join(vectors, 'en16931', 'examples')

test('--dry-run judges every published example', { skip: examples === undefined ? 'HANSE_VECTORS not set' : false }, async (t) => {
  const folder = examples ?? ''
  const run = await runCli(['import', 'ubl', folder, '--dry-run', '--json'])
  t.equal(run.code, 0, run.stderr)
  const { items, documents } = jsonOf(run) as unknown as {
    items: { file: string; valid: boolean; summary: { rules: number; errors: number } }[]
    documents: number
  }
  t.same(
    items.map(({ file }) => file),
    readdirSync(folder)
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => join(folder, name)),
  )
  t.equal(documents, items.length)
  for (const { file, valid, summary } of items) t.match([valid, summary], [true, { errors: 0 }], file)
})

test('what cannot be issued is refused with the element named', async (t) => {
  const invoice = readFileSync(INVOICE, 'utf8')
  const creditNote = '<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"/>'
  const files = t.testdir({
    'invalid.xml': invoice.replace('>115044.25</cbc:TaxAmount>', '>115044.26</cbc:TaxAmount>'),
    'unmapped.xml': invoice.replaceAll('91440605MADEM20025', '91440605MADEM20026'),
    'order.xml': '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
    'broken.xml': '<Invoice',
    'hostile.xml': '<!DOCTYPE x [<!ENTITY a "b">]><Invoice/>',
    'credit-note.xml': creditNote,
    'not-a-map.json': '{"parties": [{"match": {"scheme": "vat"}}]}',
  })
  const run = await runCli(['import', 'ubl', files, '--map', MAP, '--dry-run', '--json'])
  t.equal(run.code, 1)
  const { items } = jsonOf(run) as unknown as { items: { file: string; refusal: { code: string; path?: string } }[] }
  const refusals = Object.fromEntries(items.map(({ file, refusal }) => [file.slice(files.length + 1), refusal]))
  t.match(refusals, {
    'broken.xml': { code: 'documents/malformed-xml' },
    'hostile.xml': { code: 'documents/forbidden-xml' },
    'invalid.xml': { code: 'import/invalid-document', message: /BR-/, path: /^\/Invoice\// },
    'order.xml': { code: 'documents/unsupported-document', path: /Order$/ },
    'unmapped.xml': { code: 'documents/unmapped-party', path: '/Invoice/cac:AccountingSupplierParty/cac:Party', hint: /Add \{"match"/ },
    'credit-note.xml': { path: /^\/CreditNote/ },
  })
  const human = await runCli(['import', 'ubl', join(files, 'invalid.xml'), '--map', MAP, '--dry-run'])
  t.match(human.stdout, /rule +severity +line +element/)
  t.match(human.stdout, /BR-CO-1[0-9] +error +[0-9]+ +\/Invoice\//)
  t.match(human.stderr, /✖ 1 of 1 refused.*\n {2}Try: /)
  const badMap = await runCli(['import', 'ubl', INVOICE, '--map', join(files, 'not-a-map.json'), '--dry-run', '--json'])
  t.match(jsonOf(badMap), { error: { code: 'documents/bad-party-map', path: 'parties.0.match.value' } })
})

test('what import reads, export writes: the same terms, and only what keeps the rules', async (t) => {
  const dir = t.testdir({ 'more.xml': readFileSync(INVOICE, 'utf8').replace('<cbc:ID>25442', '<cbc:UUID>5</cbc:UUID><cbc:ID>25442') })
  const imported = await runCli(['import', 'ubl', join(dir, 'more.xml'), '--dry-run', '--json'])
  const { items } = jsonOf(imported) as unknown as { items: { document: { invoice: object }; unread: object[] }[] }
  const [first] = items
  t.match(first, { document: { kind: 'invoice', invoice: { 'BT-1': '25442000000000000017' } }, unread: [{ path: '/Invoice/cbc:UUID' }] })
  writeFileSync(join(dir, 'invoice.json'), JSON.stringify(first?.document))
  const out = join(dir, 'invoice.xml')
  t.match(await runCli(['export', 'ubl', join(dir, 'invoice.json'), '--out', out]), { code: 0, stdout: /UBL 2.1 Invoice/ })
  const again = jsonOf(await runCli(['import', 'ubl', out, '--dry-run', '--json']))
  t.match(again, { items: [{ document: first?.document, unread: [], valid: true }] })
  const wrong = { kind: 'invoice', invoice: { ...first?.document.invoice, 'BT-1': '' } }
  writeFileSync(join(dir, 'wrong.json'), JSON.stringify(wrong))
  t.match(jsonOf(await runCli(['export', 'ubl', join(dir, 'wrong.json'), '--json'])), {
    error: { code: 'documents/not-writable', path: 'invoice.BT-1' },
  })
  writeFileSync(join(dir, 'invalid.json'), JSON.stringify({ ...wrong, invoice: { 'BT-1': 'x' } }))
  const invalid = await runCli(['export', 'ubl', join(dir, 'invalid.json'), '--json'])
  t.equal(invalid.code, 1)
  t.match(jsonOf(invalid), { error: { code: 'import/invalid-document', findings: [{ rule: 'BR-01' }] } })
})

async function nodeWithQuota(): Promise<RunningSoloNode> {
  const running = await serve()
  const params = { sellerId: 'nanhai', currency: 'CNY', period: '2025-12', limit: '100000000000' }
  const calls = [{ module: 'invoices', command: 'grantQuota', params }]
  await createClient({ url: running.url }).transact({ signers: [operatorKey('tax', 'maker')], calls })
  return running
}

test('an invoice is issued once; its number is spent under every spelling', async (t) => {
  const { url, stop, node } = await nodeWithQuota()
  t.teardown(stop)
  const otherSpelling = readFileSync(INVOICE, 'utf8').replace('25442000000000000017', '2544-2000-0000-0000-0017')
  const files = t.testdir({ 'spelled.xml': otherSpelling })
  const env = await homeWithOperators(t.testdirName, 'nanhai/maker', 'shunhe/maker')
  const words = (file: string, key = 'nanhai-maker'): string[] => [
    'import',
    'ubl',
    file,
    '--map',
    MAP,
    '--key',
    key,
    '--rpc',
    url,
    '--json',
  ]
  const issued = await runCli(words(INVOICE), { env })
  t.match(
    [issued.code, jsonOf(issued)],
    [0, { accepted: 1, items: [{ receipt: { outcome: 'success', events: [{ module: 'invoices', type: 'issued' }] } }] }],
  )
  const height = node.blocks.length
  const repeated = await runCli(words(INVOICE), { env })
  t.equal(repeated.code, 0)
  t.same(jsonOf(repeated)['items'], jsonOf(issued)['items'], 'a run that is repeated tells what is final, and issues nothing twice')
  t.equal(node.blocks.length, height)
  const again = await runCli(words(files), { env })
  t.equal(again.code, 1)
  t.match(jsonOf(again), {
    refused: 1,
    items: [{ refusal: { code: 'invoices/duplicate-number', path: '/Invoice/cbc:ID', message: /^line [0-9]+: rejected at height/ } }],
  })
  t.equal(node.blocks.length, height + 1, 'the refusal is final: it stands in a block')
  const wrongParty = await runCli(words(INVOICE, 'shunhe-maker'), { env })
  t.match(jsonOf(wrongParty), {
    items: [{ refusal: { code: 'organizations/wrong-party', path: '/Invoice/cac:AccountingSupplierParty/cac:Party' } }],
  })
})

test('without a quota the chain refuses, and the folder goes on', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const invoice = readFileSync(INVOICE, 'utf8')
  const files = t.testdir({ '1.xml': invoice, '2.xml': '<x/>', '3.xml': invoice })
  const run = await runCli(['import', 'ubl', files, '--map', MAP, '--key', 'demo:nanhai/maker', '--rpc', url, '--json'])
  t.equal(run.code, 1, run.stderr)
  t.match(jsonOf(run), {
    documents: 3,
    accepted: 0,
    items: [
      { refusal: { code: 'invoices/no-quota' } },
      { refusal: { code: 'documents/unsupported-document' } },
      { refusal: { code: 'invoices/no-quota' } },
    ],
  })
})

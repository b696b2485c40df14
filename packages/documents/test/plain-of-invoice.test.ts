import { judgeInvoice, loadPartyMap, type PartyMap, plainOfInvoice, toInvoice, type UblDocument, writeUbl } from '@hanse/documents'
import type { Invoice } from '@hanse/modules'
import { test } from 'tap'
import { edit, read, SHUNHE, shunheMap } from './sample.ts'
import { skipWithout, xmlFiles } from './vectors.ts'

const EXAMPLES = 'en16931/examples'

function exported(invoice: Invoice): UblDocument {
  const plain = plainOfInvoice(invoice)
  const xml = plain.ok ? writeUbl(plain.value) : plain
  if (!xml.ok) throw new Error(`${xml.error.code}: ${xml.error.message}`)
  return read(xml.value)
}

function kept(document: UblDocument, map: PartyMap): Invoice | undefined {
  const invoice = toInvoice(document, map)
  return invoice.ok ? invoice.value : undefined
}

test('what the chain keeps of an invoice is a valid invoice again, and the same', (t) => {
  const preceding = edit(
    SHUNHE,
    '<cac:DespatchDocumentReference>',
    '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference><cac:DespatchDocumentReference>',
  )
  for (const xml of [SHUNHE, preceding]) {
    const invoice = kept(read(xml), shunheMap())
    if (invoice === undefined) throw new Error('the sample can be issued')
    const document = exported(invoice)
    t.same(judgeInvoice(document).findings, [])
    t.same(kept(document, shunheMap()), invoice)
  }
  t.end()
})

test('so is that of every published example that can be issued', { skip: skipWithout(EXAMPLES) }, (t) => {
  let issued = 0
  for (const { name, text } of xmlFiles(EXAMPLES)) {
    const document = read(text)
    const parties = [
      { match: { scheme: 'name', value: document.invoice.text('BT-27') ?? '' }, partyId: 'seller' },
      { match: { scheme: 'name', value: document.invoice.text('BT-44') ?? '' }, partyId: 'buyer' },
    ]
    const map = loadPartyMap({ parties })
    const invoice = map.ok ? kept(document, map.value) : undefined
    if (!map.ok || invoice === undefined) continue
    issued += 1
    t.same(kept(exported(invoice), map.value), invoice, name)
  }
  t.ok(issued > 0, 'some of them can be issued')
  t.end()
})

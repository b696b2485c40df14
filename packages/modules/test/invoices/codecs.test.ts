import { readFileSync } from 'node:fs'
import type { Codec } from '@hanse/protocol'
import protobuf from 'protobufjs'
import { type Test, test } from 'tap'
import { invoiceCodec } from '../../src/invoices/invoice.ts'
import { invoices } from '../../src/invoices/module.ts'
import { quotaCodec, redLetterCodec, statusCodec } from '../../src/invoices/status.ts'

const source = readFileSync(new URL('../../src/invoices/invoices.proto', import.meta.url), 'utf8')
const wire = protobuf.parse(source).root

interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly required?: readonly string[]
}

/** Every field of a codec is one of the .proto and the other way round, in nested messages too. */
function compare(t: Test, schema: Schema, typeName: string): void {
  const type = wire.lookupType(`hanse.invoices.v1.${typeName}`)
  t.same(Object.keys(schema.properties ?? {}).sort(), type.fieldsArray.map(({ name }) => name).sort(), typeName)
  for (const field of type.fieldsArray) {
    const member = schema.properties?.[field.name]
    const inner = field.repeated ? member?.items : member
    if (inner?.type === 'object') compare(t, inner, field.type)
    const isOptional = field.options?.proto3_optional === true
    t.equal(schema.required?.includes(field.name), !isOptional, `${typeName}.${field.name} is ${isOptional ? 'optional' : 'required'}`)
  }
}

test('codecs and the .proto have the same fields', (t) => {
  const records = { Invoice: invoiceCodec, InvoiceStatus: statusCodec, RedLetter: redLetterCodec, Quota: quotaCodec }
  const { grantQuota, respond, deduct, redLetter } = invoices.commands
  const { invoice, invoiceByNumber, invoicesOfSeller, quota } = invoices.queries
  const params = { GrantQuota: grantQuota?.params, Respond: respond?.params, Deduct: deduct?.params, RedLetterParams: redLetter?.params }
  const args = { InvoiceArgs: invoice?.args, NumberArgs: invoiceByNumber?.args, ListArgs: invoicesOfSeller?.args, QuotaArgs: quota?.args }
  const results = { InvoiceView: invoice?.result, InvoicePage: invoicesOfSeller?.result, QuotaView: quota?.result }
  for (const [name, codec] of Object.entries({ ...records, ...params, ...args, ...results })) {
    compare(t, (codec as Codec<unknown>).jsonSchema as Schema, name)
  }
  t.end()
})

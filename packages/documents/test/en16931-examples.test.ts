import { judgeInvoice, readUbl } from '@hanse/documents'
import { test } from 'tap'
import { skipWithout, xmlFiles } from './vectors.ts'

const EXAMPLES = 'en16931/examples'

test('every published example is judged as its name says', { skip: skipWithout(EXAMPLES) }, (t) => {
  for (const { name, text } of xmlFiles(EXAMPLES)) {
    const document = readUbl(text)
    if (!document.ok) throw new Error(`${name}: ${document.error.message}`)
    const { valid, findings } = judgeInvoice(document.value)
    const errors = findings.filter(({ severity }) => severity === 'error')
    t.equal(
      valid,
      !/negative|invalid/.test(name),
      `${name}: ${errors.map(({ rule, path, message }) => `${rule} ${path} ${message}`).join('; ') || 'valid'}`,
    )
  }
  t.end()
})

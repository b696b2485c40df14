import { readdirSync, readFileSync } from 'node:fs'
import { INVOICE_REJECTIONS } from '@hanse/modules'
import { test } from 'tap'

const SOURCE = new URL('../../src/invoices/', import.meta.url)
const RULE_OF_A_CATEGORY = /^invoices\/BR-[A-Z]+-0\d$/

function sources(): string {
  const names = readdirSync(SOURCE, { recursive: true }).map(String)
  const read = names
    .filter((name) => name.endsWith('.ts') && name !== 'rejections.ts')
    .map((name) => readFileSync(new URL(name, SOURCE), 'utf8'))
  return read.join('\n')
}

test('every row of the table of refusals is given by some rule, and says what to do', (t) => {
  const code = sources()
  for (const [name, { meaning, hint }] of Object.entries(INVOICE_REJECTIONS)) {
    t.ok(meaning.length > 0 && hint.length > 0, `${name}: meaning and hint`)
    t.ok(/^invoices\/[A-Za-z0-9-]+$/.test(name) && name.length <= 96, `${name}: form`)
    if (!RULE_OF_A_CATEGORY.test(name)) t.ok(code.includes(`'${name}'`), `${name}: used`)
  }
  t.end()
})

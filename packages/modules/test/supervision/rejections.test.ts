import { readdirSync, readFileSync } from 'node:fs'
import { MODULE_REJECTIONS } from '@hanse/modules'
import { test } from 'tap'

const folder = (name: string): URL => new URL(name, import.meta.url)

function texts(of: URL): string {
  const names = readdirSync(of, { recursive: true }).map(String)
  const read = names.filter((name) => name.endsWith('.ts') && !/^rejections(\.test)?\.ts$/.test(name))
  return read.map((name) => readFileSync(new URL(name, of), 'utf8')).join('\n')
}

test('every row of the table of refusals is given by some command or query, is refused in a test, and says what to do', (t) => {
  const [code, tests] = [texts(folder('../../src/supervision/')), texts(folder('./'))]
  const rows = Object.entries(MODULE_REJECTIONS).filter(([name]) => name.startsWith('supervision/'))
  t.ok(rows.length > 20)
  for (const [name, { meaning, hint }] of rows) {
    t.ok(meaning.length > 0 && hint.length > 0, `${name}: meaning and hint`)
    t.ok(code.includes(`'${name}'`), `${name}: used`)
    t.ok(tests.includes(`'${name}'`), `${name}: tested`)
  }
  t.end()
})

test('where ISO 20022 has a reason for it, a refusal of a payment carries that too', (t) => {
  const codes = MODULE_REJECTIONS as Readonly<Record<string, { readonly iso20022?: string }>>
  t.equal(codes['supervision/blocked']?.iso20022, 'RR04')
  t.equal(codes['supervision/held']?.iso20022, 'RR04')
  t.equal(codes['supervision/account-frozen']?.iso20022, 'AC06')
  t.end()
})

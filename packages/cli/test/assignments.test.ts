import { MODULES } from '@hanse/modules'
import { test } from 'tap'
import { parseAssignments } from '../src/assignments.ts'

const issue = MODULES.find(({ name }) => name === 'invoices')?.commands['issue']?.params.jsonSchema

test('words become JSON as the schema says', (t) => {
  const schema = {
    type: 'object',
    properties: {
      limit: { type: 'integer' },
      amount: { type: 'string' },
      recourse: { type: 'boolean' },
      shares: { type: 'array', items: { type: 'string' } },
      seller: { type: 'object', properties: { years: { type: 'integer' } } },
    },
  } as const
  const rows: readonly (readonly [readonly string[], unknown])[] = [
    [[], {}],
    [['limit=10', 'amount=10', 'recourse=false'], { limit: 10, amount: '10', recourse: false }],
    [['limit=ten', 'recourse=maybe'], { limit: 'ten', recourse: 'maybe' }],
    [['shares=["6","4"]'], { shares: ['6', '4'] }],
    [['shares.0=6', 'shares.1=4'], { shares: ['6', '4'] }],
    [['seller.years=3', 'seller.name=a=b'], { seller: { years: 3, name: 'a=b' } }],
    [['amount:=10'], { amount: 10 }],
    [['note='], { note: '' }],
    [['name=ein: Text'], { name: 'ein: Text' }],
  ]
  for (const [words, json] of rows) t.same(parseAssignments(words, schema), json, words.join(' '))
  t.same(parseAssignments(['seller.partyId=nanhai', 'totals.payable=5'], issue), {
    seller: { partyId: 'nanhai' },
    totals: { payable: '5' },
  })
  t.same(parseAssignments(['a.b=1', 'c=2']), { a: { b: '1' }, c: '2' }, 'without a schema everything is text')
  t.end()
})

test('what is given twice, or into a value, is refused', (t) => {
  for (const words of [['a=1', 'a=2'], ['a=1', 'a.b=2'], ['nothing'], ['=x'], ['a:={']]) {
    t.throws(() => parseAssignments(words), { name: 'CliError', rejection: { code: 'cli/usage' } }, words.join(' '))
  }
  t.end()
})

test('names that every object has are names like others', (t) => {
  const json = parseAssignments(['__proto__.polluted=1', 'constructor=2', 'toString=3'], { type: 'object', properties: {} })
  t.same(Object.keys(json as object).sort(), ['__proto__', 'constructor', 'toString'])
  t.equal(({} as { polluted?: string }).polluted, undefined)
  t.end()
})

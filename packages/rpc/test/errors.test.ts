import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'tap'
import { renderErrorTable } from '../src/error-docs.ts'
import { docsOf, ERROR_TABLE, errorObject, failure, isErrorCode, refusedRead, refusedTransaction } from '../src/errors.ts'
import { METHODS } from '../src/method-registry.ts'

const ERROR_DOCS_PATH = fileURLToPath(new URL('../../../docs/errors.md', import.meta.url))
const BEGIN = '<!-- begin: codes of the node -->'
const END = '<!-- end: codes of the node -->'

/** The page with its table made anew. */
function withErrorTable(page: string): string {
  return `${page.slice(0, page.indexOf(BEGIN))}${BEGIN}\n\n${renderErrorTable(ERROR_TABLE)}\n\n${page.slice(page.indexOf(END))}`
}

const CLASSES = [-32700, -32600, -32601, -32602, -32603, -32001, -32002, -32005, 4, 4444]

test('every code is area/reason, has a number of a known class, a meaning and a hint', (t) => {
  for (const [code, { number, meaning, hint }] of Object.entries(ERROR_TABLE)) {
    t.match(code, /^[a-z][a-z0-9]*\/[a-z-]+$/)
    t.ok(CLASSES.includes(number) || (number >= 1000 && number <= 1099), `${code} is ${number}`)
    t.match(meaning, /^[a-z].*[^.]$/, code)
    t.match(hint, /[.…}]$/, code)
  }
  t.end()
})

test('the numbers that are fixed', (t) => {
  const rows: readonly [code: string, number: number][] = [
    ['json/malformed', -32700],
    ['rpc/not-a-request', -32600],
    ['rpc/empty-batch', -32600],
    ['rpc/unknown-method', -32601],
    ['rpc/bad-params', -32602],
    ['chain/unknown-block', -32001],
    ['node/syncing', -32002],
    ['rpc/batch-too-large', -32005],
    ['rpc/rate-limited', -32005],
    ['tx/wait-timed-out', 4],
    ['state/pruned', 4444],
    ['pool/full', 1000],
    ['pool/sender-quota', 1001],
    ['pool/expired', 1002],
    ['pool/expiry-too-far', 1003],
    ['pool/sequence-taken', 1004],
    ['pool/wrong-chain', 1005],
    ['tx/bad-signature', 1010],
  ]
  for (const [code, number] of rows) t.equal(isErrorCode(code) && ERROR_TABLE[code].number, number, code)
  t.end()
})

test('codes of modules: not permitted at the pool’s door, not found or rejected for a query', (t) => {
  t.equal(refusedTransaction({ code: 'organizations/unknown-operator', message: '' }).number, 1016)
  t.equal(refusedTransaction({ code: 'pool/new-rule', message: '' }).number, 1099)
  t.equal(refusedRead({ code: 'invoices/unknown-invoice', message: '' }).number, -32001)
  t.equal(refusedRead({ code: 'invoices/secret', message: '' }).number, -32003)
  t.equal(refusedRead({ code: 'encoding/bad-field', message: '' }).number, -32602)
  t.end()
})

test('an error object is complete and bounded', (t) => {
  t.same(errorObject(failure('tx/wait-timed-out', { message: 'm', path: 'p', data: { txHash: '0x1' } })), {
    code: 4,
    message: 'm',
    data: {
      code: 'tx/wait-timed-out',
      hint: ERROR_TABLE['tx/wait-timed-out'].hint,
      docs: 'docs/errors.md#tx-wait-timed-out',
      path: 'p',
      txHash: '0x1',
    },
  })
  const long = errorObject({
    number: 1,
    rejection: { code: 'a/b', message: 'x'.repeat(10_000), hint: 'y'.repeat(10_000), path: 'z'.repeat(10_000) },
  })
  t.ok(JSON.stringify(long).length < 2_000)
  t.end()
})

test('methods name only codes of the table, and docs/errors.md explains each', (t) => {
  const written = readFileSync(ERROR_DOCS_PATH, 'utf8')
  const page = withErrorTable(written)
  if (process.env.HANSE_RECORD === '1') writeFileSync(ERROR_DOCS_PATH, page)
  else t.equal(page, written, 'with HANSE_RECORD=1 this test writes the table anew')
  for (const { errors } of METHODS) for (const code of errors) t.ok(page.includes(`<a id="${docsOf(code).split('#')[1]}"></a>`), code)
  t.end()
})

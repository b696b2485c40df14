import { readFileSync, writeFileSync } from 'node:fs'
import { MODULE_REJECTIONS, MODULES } from '@hanse/modules'
import { type DocumentedError, renderErrorTable } from '@hanse/rpc'
import { type RejectionRow, type RejectionTable, RUNTIME_REJECTIONS, reasonOf } from '@hanse/state'
import { test } from 'tap'

const DOCS = new URL('../../../docs/errors.md', import.meta.url)
const BEGIN = '<!-- begin: codes of modules -->'
const END = '<!-- end: codes of modules -->'

function withReason(row: RejectionRow): DocumentedError {
  const reason = reasonOf(row)
  return reason === undefined ? row : { ...row, reason }
}

function tables(): string {
  const areas = ['tx', ...MODULES.map(({ name }) => name)]
  const sections = areas.flatMap((area) => {
    const table: RejectionTable = { ...RUNTIME_REJECTIONS, ...MODULE_REJECTIONS }
    const rows = Object.fromEntries(
      Object.entries(table)
        .filter(([code]) => code.startsWith(`${area}/`))
        .map(([code, row]) => [code, withReason(row)]),
    )
    return Object.keys(rows).length === 0 ? [] : [`### ${area}\n\n${renderErrorTable(rows)}`]
  })
  return `${BEGIN}\n\n${sections.join('\n\n')}\n\n${END}`
}

test('docs/errors.md has every code of every module', (t) => {
  const written = readFileSync(DOCS, 'utf8')
  const [before, rest] = written.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) return t.fail('docs/errors.md has no place for the modules’ codes')
  const page = `${before}${tables()}${after}`
  if (process.env.HANSE_RECORD === '1') writeFileSync(DOCS, page)
  else t.equal(page, written, 'with HANSE_RECORD=1 this test writes the tables anew')
  return t.end()
})

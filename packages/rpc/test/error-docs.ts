import { fileURLToPath } from 'node:url'
import { renderErrorTable } from '../src/error-docs.ts'
import { ERROR_TABLE } from '../src/errors.ts'

export const ERROR_DOCS_PATH = fileURLToPath(new URL('../../../docs/errors.md', import.meta.url))
const BEGIN = '<!-- begin: codes of the node -->'
const END = '<!-- end: codes of the node -->'

/** The page with its table made anew. */
export function withErrorTable(page: string): string {
  const start = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  return `${page.slice(0, start)}${BEGIN}\n\n${renderErrorTable(ERROR_TABLE)}\n\n${page.slice(end)}`
}

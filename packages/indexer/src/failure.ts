import { IndexFailure } from '@hanse/ports'

/** Primary result codes of SQLite, https://sqlite.org/rescode.html. */
const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

/** Whatever was thrown while working on the index, as its failure. What neither disk nor SQLite said was found in the rows: they are damaged. */
export function toIndexFailure(doing: string, error: unknown): IndexFailure {
  if (error instanceof IndexFailure) return error
  const message = `${doing}: ${error instanceof Error ? error.message : String(error)}`
  return new IndexFailure(isRefusal(error) ? 'index/io' : 'index/damaged', message, { cause: error })
}

/** The system or SQLite could not do it; the rows may be well. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('syscall' in error) return true
  if (!('errcode' in error) || typeof error.errcode !== 'number') return false
  const primary = error.errcode & 0xff
  return primary !== SQLITE_CORRUPT && primary !== SQLITE_NOTADB
}

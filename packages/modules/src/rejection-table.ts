import { type Rejection, reject } from '@hanse/primitives'
import { type RejectionRow, type RejectionTable, reasonOf } from '@hanse/state'

export type { RejectionRow, RejectionTable }

/** Makes a refusal of a table's row. `message` is concrete: it names the values that did not fit. `path` is relative to the call's params. */
export type Refuse<T extends RejectionTable> = (code: keyof T & string, message: string, path?: string) => Rejection

/** Binds a table. A code that is not in it does not compile, so the table is complete; a test proves that no row is idle. */
export function refuserOf<T extends RejectionTable>(table: T): Refuse<T> {
  return (code, message, path) => {
    const row = table[code] as RejectionRow
    const { hint, iso20022 } = row
    const reason = reasonOf(row)
    const text = iso20022 === undefined ? message : `${message} (ISO 20022 ${iso20022})`
    return reject(code, text, { hint, ...(path === undefined ? {} : { path }), ...(reason === undefined ? {} : { reason }) })
  }
}

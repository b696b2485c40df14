import { type Rejection, reject } from '@hanse/primitives'

/** One row of a module's table of refusals: what docs, the RPC's errors and the SDK take. */
export interface RejectionRow {
  /** When it is given, in one sentence. */
  readonly meaning: string
  /** What the sender can do about it. */
  readonly hint: string
  /** External status reason code of ISO 20022, where payments have one for it. */
  readonly iso20022?: string
}

/** Rows by code, `area/reason`. Codes are final: receipts carry them for ever. */
export type RejectionTable = Readonly<Record<string, RejectionRow>>

/** Makes a refusal of a table's row. `message` is concrete: it names the values that did not fit. `path` is relative to the call's params. */
export type Refuse<T extends RejectionTable> = (code: keyof T & string, message: string, path?: string) => Rejection

/** Binds a table. A code that is not in it does not compile, so the table is complete; a test proves that no row is idle. */
export function refuserOf<T extends RejectionTable>(table: T): Refuse<T> {
  return (code, message, path) => {
    const { hint, iso20022 } = table[code] as RejectionRow
    const text = iso20022 === undefined ? message : `${message} (ISO 20022 ${iso20022})`
    return reject(code, text, path === undefined ? { hint } : { hint, path })
  }
}

/** One row of a module's table of refusals: what docs, the RPC's errors and the SDK take. */
export interface RejectionRow {
  /** When it is given, in one sentence. */
  readonly meaning: string
  /** What the sender can do about it. */
  readonly hint: string
  /** External status reason code of ISO 20022, where payments have one for it. */
  readonly iso20022?: string
  /** Rule of EN 16931-1 that is broken, where it has one. */
  readonly en16931?: string
}

/** The reason code that the row's standard has for it. A code has one reason for ever, so that receipts need to keep the code alone. */
export function reasonOf({ iso20022, en16931 }: RejectionRow): string | undefined {
  return iso20022 ?? en16931
}

/** Rows by code, `area/reason`. Codes are final: receipts carry them for ever. */
export type RejectionTable = Readonly<Record<string, RejectionRow>>

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

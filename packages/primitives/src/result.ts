/**
 * An expected refusal. `code` is stable and of the form `area/reason`; `message` is for people; `hint` says what to do;
 * `path` names the offending field in dotted form (`calls.0.params.amount`); `reason` is the code that a standard has for it (`AM05` of
 * ISO 20022, `BR-CO-10` of EN 16931).
 */
export interface Rejection {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly path?: string
  readonly reason?: string
}

export type Result<T, E = Rejection> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

export function reject(code: string, message: string, more?: Pick<Rejection, 'hint' | 'path' | 'reason'>): Rejection {
  return { code, message, ...more }
}

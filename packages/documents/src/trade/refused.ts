import { err, type Rejection, type Result } from '@hanse/primitives'
import type { Group, Place } from '../model/group.ts'
import { refuse } from '../rejections.ts'

/** Leaves a walk over a document; never leaves this folder. */
class Refused extends Error {
  readonly rejection: Rejection

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.rejection = rejection
  }
}

export type TradeCode = 'documents/bad-value' | 'documents/missing-element' | 'documents/limit-exceeded' | 'documents/no-match'

export function refuseAt({ path, line }: Place, message: string, code: TradeCode = 'documents/bad-value'): never {
  throw new Refused(refuse(code, `line ${line}: ${message}`, { path }))
}

/** The text of a term that must be there. */
export function required(group: Group, id: string): string {
  const text = group.text(id)
  return text ?? refuseAt(group.placeOf(id), 'the element is missing', 'documents/missing-element')
}

/** What a walk gives, or the refusal that it left with. */
export function caught<T>(walk: () => Result<T>): Result<T> {
  try {
    return walk()
  } catch (error) {
    if (error instanceof Refused) return err(error.rejection)
    throw error
  }
}

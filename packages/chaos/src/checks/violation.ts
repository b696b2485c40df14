/** Something that must never be, or a figure that was not reached. */
export interface Violation {
  /** Which promise: `agreement`, `certificates`, … */
  readonly check: string
  readonly message: string
  /** Since the load began, where it has a time. */
  readonly atMs?: number
}

/** As many of one check are told; the rest is counted. */
const TOLD_MAX = 5

/** Of each check the first few, and how many more there are. */
export function summarized(check: string, messages: readonly string[]): readonly Violation[] {
  const told = messages.slice(0, TOLD_MAX).map((message) => ({ check, message }))
  const more = messages.length - told.length
  return more === 0 ? told : [...told, { check, message: `and ${more} more` }]
}

/** Checks of how fast something was: what they find on a machine that does other things as well may be its fault. */
export const CHECKS_OF_SPEED: ReadonlySet<string> = new Set(['resume', 'catch-up', 'gap', 'committed'])

import { assert } from '@hanse/primitives'
import { faultsMax, quorumSize, VALIDATORS_MAX, WINDOW_MAX } from '@hanse/protocol'
import type { EngineOptions } from './engine.ts'

/** Votes are kept for heights up to head + this many windows; voted on are those of the first. */
export const WINDOWS_BUFFERED = 2
/** The view timer runs in this many slices, so that a pause costs at most one of them: the engine has no clock to measure the rest with. */
export const VIEW_TIMER_SLICES = 4
/** Over this long a primary's rate is measured, in ms (Aardvark). */
export const RATE_WINDOW_MS = 4_000
/** The measured rate must reach this fraction of the best: one in … */
export const RATE_DIVISOR = 2
/** A NewView whose ViewChanges are nowhere to be had is forgotten after this many rounds of fetching; whoever entered it says it again. */
export const NEW_VIEW_FETCH_ROUNDS_MAX = 20
/** Answers that one peer gets to its fetches in a status period. */
export const ANSWERS_PER_STATUS_MAX = 64
/** Peers that one fetch asks at a time; the next try asks others. */
export const FETCH_FANOUT = 2

/** What follows from the size of the validator set. */
export interface QuorumSizes {
  readonly validators: number
  /** f: Byzantine validators that the set can bear. */
  readonly faults: number
  /** q: votes that decide. */
  readonly quorum: number
  /** f + 1: at least one of them is honest. */
  readonly oneHonest: number
}

/** A broken option is a bug of the host's, not input. */
export function checkOptions(options: EngineOptions): QuorumSizes {
  const { window, heartbeatMs, timeouts, self, proposedAheadMax = 1 } = options
  const validators = options.validators.validators.length
  assert(validators >= 1 && validators <= VALIDATORS_MAX, `1 to ${VALIDATORS_MAX} validators, not ${validators}`)
  assert(self === undefined || (Number.isInteger(self) && self >= 0 && self < validators), `the set has no validator ${self}`)
  assert(Number.isInteger(window) && window >= 1 && window <= WINDOW_MAX, `the window holds 1 to ${WINDOW_MAX} heights, not ${window}`)
  for (const [name, value] of Object.entries({ heartbeatMs, proposedAheadMax, ...timeouts })) {
    assert(Number.isInteger(value) && value >= 1, `${name} is a positive integer, not ${value}`)
  }
  assert(timeouts.viewTimeoutMsMax >= timeouts.viewTimeoutMs, 'the cap of the view timeout is not below its base')
  assert(timeouts.batchWaitMs < timeouts.viewTimeoutMs, 'a batch waits for less than a view timeout')
  const faults = faultsMax(validators)
  return { validators, faults, quorum: quorumSize(validators), oneHonest: faults + 1 }
}

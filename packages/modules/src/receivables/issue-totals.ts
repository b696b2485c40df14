import type { StateReader } from '@hanse/state'
import type { Root } from './codecs.ts'
import { certificates } from './store.ts'

/** What is still owed on an issue: the sum over its live certificates. */
export function outstandingOf(state: StateReader, { live }: Root): bigint {
  return live.reduce((sum, certNo) => sum + certificates.require(state, certNo).outstanding, 0n)
}

import { test } from 'tap'
import { PLANTED_BUGS } from './planted-bugs/planted-bugs.ts'
import { findEach, PLANTED_TIMEOUT_MS } from './support/find-planted.ts'

const HALF = Math.ceil(PLANTED_BUGS.length / 2)

/** The second half of them: a file has its own time limit. */
test('the oracles find each planted bug', { jobs: 2, timeout: PLANTED_TIMEOUT_MS }, async (t) => {
  findEach(t, PLANTED_BUGS.slice(HALF))
})

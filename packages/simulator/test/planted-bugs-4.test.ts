import { test } from 'tap'
import { findPart, PLANTED_TIMEOUT_MS } from './support/find-planted.ts'

test('the oracles find each planted bug', { jobs: 2, timeout: PLANTED_TIMEOUT_MS }, async (t) => findPart(t, 3))

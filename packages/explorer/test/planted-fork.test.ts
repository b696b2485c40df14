import { t as tap, test } from 'tap'
import { findPlanted } from './support/find-planted.ts'
import { TRACE_1_FORK } from './support/planted-bugs.ts'

const TIMEOUT_MS = 280_000
tap.setTimeout(TIMEOUT_MS)

test(`found: ${TRACE_1_FORK.name}`, { timeout: TIMEOUT_MS }, async (t) => {
  const found = await findPlanted(TRACE_1_FORK)
  t.match(found, /fork/, found ?? `not within ${TRACE_1_FORK.scenariosMax} scenarios`)
})

import { test } from 'tap'
import { findPlanted } from './support/find-planted.ts'
import { TRACE_1_FORK } from './support/planted-bugs.ts'

test(`found: ${TRACE_1_FORK.name}`, async (t) => {
  const found = await findPlanted(TRACE_1_FORK)
  t.match(found, /fork/, found ?? `not within ${TRACE_1_FORK.scenariosMax} scenarios`)
})

import { t as tap, test } from 'tap'
import { findPlanted } from './support/find-planted.ts'
import { PLANTED_BUGS } from './support/planted-bugs.ts'

const TIMEOUT_MS = 280_000
tap.setTimeout(TIMEOUT_MS)

for (const bug of PLANTED_BUGS) {
  test(`found: ${bug.name}`, { timeout: TIMEOUT_MS }, async (t) => {
    const found = await findPlanted(bug)
    t.ok(found, found ?? `not within ${bug.scenariosMax} scenarios`)
    if (found !== undefined) t.comment(found)
  })
}

import { test } from 'tap'
import { findPlanted } from './support/find-planted.ts'
import { PLANTED_BUGS } from './support/planted-bugs.ts'

for (const bug of PLANTED_BUGS) {
  test(`found: ${bug.name}`, async (t) => {
    const found = await findPlanted(bug)
    t.ok(found, found ?? `not within ${bug.scenariosMax} scenarios`)
    if (found !== undefined) t.comment(found)
  })
}

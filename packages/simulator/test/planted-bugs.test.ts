import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { PLANTED_BUGS } from './planted-bugs/planted-bugs.ts'
import { type Found, findPart, PACKAGES, PLANTED_TIMEOUT_MS, simulateWith } from './support/find-planted.ts'

test('every patch finds its place exactly once', async (t) => {
  for (const { name, patches } of PLANTED_BUGS) {
    for (const { file, find } of patches) t.equal(readFileSync(join(PACKAGES, file), 'utf8').split(find).length - 1, 1, `${name}: ${file}`)
  }
})

test('without a bug the same seeds find nothing', { timeout: PLANTED_TIMEOUT_MS }, async (t) => {
  const { code, stdout } = await simulateWith(undefined, '--seeds', '1-8')
  t.equal(code, 0)
  t.strictSame((JSON.parse(stdout) as Found).violations, [])
})

test('the oracles find each planted bug', { jobs: 2, timeout: PLANTED_TIMEOUT_MS }, async (t) => findPart(t, 0))

import { simulate } from '@hanse/simulator'
import { test } from 'tap'
import { BYZANTINE_STRATEGIES } from '../src/byzantine/strategies.ts'
import { FAULT_CONTEXTS } from '../src/directed-plan.ts'
import { cellOf, matrixOf, matrixText } from '../src/matrix.ts'

test('every strategy lies in a run of its own, in one fault context or another, and no oracle objects', { timeout: 280_000 }, async (t) => {
  for (const [place, strategy] of BYZANTINE_STRATEGIES.entries()) {
    const context = FAULT_CONTEXTS[place % FAULT_CONTEXTS.length] ?? 'no fault'
    const { violation, lies } = simulate({ seed: 1, validators: 4, strategy, context })
    t.equal(violation, undefined, `npm run simulate -- --seeds 1 --strategy ${strategy} --context "${context}" --trace`)
    t.ok((lies[strategy] ?? 0) > 0, strategy)
  }
})

test('the matrix counts each cell, and seeds in a row come to all of them', async (t) => {
  const cells = matrixOf([])
  const names = new Set(cells.map(({ strategy, context }) => `${strategy}, ${context}`))
  t.equal(names.size, cells.length)
  t.same(new Set(cells.map((_, seed) => `${cellOf(seed).strategy}, ${cellOf(seed).context}`)), names)
  const result = { ...cellOf(5), lies: { [cellOf(5).strategy]: 3 } } as never
  const violated = { ...cellOf(6), lies: {}, violation: { oracle: 1, message: 'a fork' } } as never
  const text = matrixText(matrixOf([result, violated]))
  t.match(text, new RegExp(`\\n1 of ${cells.length} cells have counted seeds$`))
  t.match(text, / 0 !1/)
})

test('more liars than a set can bear fork the chain, and are named', { timeout: 280_000 }, async (t) => {
  const results = [1, 2, 3, 4, 5, 6].map((seed) => simulate({ seed, validators: 4, accountability: true }))
  for (const { seed, violation } of results) t.equal(violation, undefined, `npm run simulate -- --seeds ${seed} --accountability --trace`)
  const forks = results.flatMap(({ fork }) => (fork === undefined ? [] : [fork]))
  t.ok(forks.length >= 2, `${forks.length} forks`)
  for (const { culprits } of forks) t.equal(culprits.length, 2)
})

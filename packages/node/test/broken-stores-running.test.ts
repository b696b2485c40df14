import { test } from 'tap'
import { testBrokenStores } from './support/broken-store-matrix.ts'

test('a store that breaks under a node that runs: no wrong answer, no silent loss, a message with file and way out', {
  timeout: 290_000,
}, async (t) => {
  await testBrokenStores(t, 'a validator that runs', 400)
})

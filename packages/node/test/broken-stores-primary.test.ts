import { test } from 'tap'
import { testBrokenStores } from './support/broken-store-matrix.ts'

test('every broken store, the primary: no wrong answer, no silent loss, a message with file and way out', {
  timeout: 290_000,
}, async (t) => {
  await testBrokenStores(t, 'the primary', 100)
})

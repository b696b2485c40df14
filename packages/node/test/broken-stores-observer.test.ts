import { test } from 'tap'
import { testBrokenStores } from './support/broken-store-matrix.ts'

test('every broken store, an observer: no wrong answer, no silent loss, a message with file and way out', {
  timeout: 290_000,
}, async (t) => {
  await testBrokenStores(t, 'an observer', 300)
})

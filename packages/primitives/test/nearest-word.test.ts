import { didYouMean, nearestWord } from '@hanse/primitives'
import { test } from 'tap'

test('the word that somebody meant: letters left out, put in, replaced, the wrong way round, in another case', async (t) => {
  const words = ['settlement', 'receivables', 'invoices', 'run', 'status']
  for (const [typed, meant] of [
    ['setlement', 'settlement'],
    ['receivabless', 'receivables'],
    ['invoixes', 'invoices'],
    ['urn', 'run'],
    ['STATUS', 'status'],
    ['sttaus', 'status'],
  ] as const) {
    t.equal(nearestWord(typed, words), meant, typed)
  }
})

test('nothing is near to a word of its own, to an empty one, or to one without end', async (t) => {
  for (const typed of ['', 'governance', 'x'.repeat(65)]) t.equal(nearestWord(typed, ['settlement', 'run']), undefined, typed)
  t.equal(nearestWord('run', []), undefined)
  t.equal(`no word staus${didYouMean('staus', ['status'])}`, 'no word staus, did you mean status?')
  t.equal(didYouMean('governance', ['status']), '')
})

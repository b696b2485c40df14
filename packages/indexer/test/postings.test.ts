import type { ListRange } from '@hanse/ports'
import { createPrng } from '@hanse/primitives'
import { test } from 'tap'
import { modelLists } from '../../rpc/test/support/list-model.ts'
import { LocalIndex } from '../src/local-index.ts'
import { CHUNK_NUMBERS_MAX } from '../src/postings.ts'
import { MadeChain, senderOf } from './support/random-chain.ts'

const CALL = { module: 'alpha', command: 'open' } as const
const BLOCKS = 30

test('lists of many records are walked whole, in both directions and from any place, however their blocks came', async (t) => {
  const root = t.testdir({})
  const prng = createPrng(7)
  const chain = new MadeChain()
  for (let block = 0; block < BLOCKS; block++) {
    const transactions = Array.from({ length: prng.below(90) }, () => ({
      ...{ sender: prng.below(2), calls: [CALL] },
      ...(prng.below(4) === 0 ? { code: 'alpha/no' } : {}),
    }))
    chain.add({ transactions })
  }
  const ofSender = chain.blocks.flatMap(({ transactions }) => transactions).filter(({ body }) => body.sender === senderOf(1))
  t.ok(ofSender.length > 2 * CHUNK_NUMBERS_MAX, 'a list has several full records')
  const model = modelLists(() => chain.blocks)
  for (const together of [1, 7, BLOCKS + 1]) {
    const index = new LocalIndex({ directory: `${root}/${together}`, genesisHash: chain.genesisHash, cacheBytes: 1024 * 1024 })
    for (let from = 0; from < chain.blocks.length; from += together) index.append(chain.records(from, from + together))
    for (let draw = 0; draw < 60; draw++) {
      const range: ListRange = {
        ...{
          from: prng.below(BLOCKS),
          to: prng.below(BLOCKS + 1),
          order: draw % 2 === 0 ? 'ascending' : 'descending',
          limit: 1 + prng.below(300),
        },
        start: { height: prng.below(BLOCKS), index: prng.below(90) },
      }
      const filter = draw % 3 === 0 ? { senders: [senderOf(1)] } : { senders: [senderOf(draw % 2)], outcome: 'rejected' as const }
      t.same({ ok: true, value: index.transactions(range, filter) }, await model.transactions(range, filter), JSON.stringify(range))
    }
    index.close()
  }
})

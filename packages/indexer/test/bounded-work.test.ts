import type { ListRange } from '@hanse/ports'
import { test } from 'tap'
import { PAGE_CHARACTERS_MAX, PAGE_SEEKS_MAX } from '../src/limits.ts'
import { LocalIndex } from '../src/local-index.ts'
import { MadeChain, senderOf } from './support/random-chain.ts'

const BLOCKS = 20
const TRANSACTIONS = 500
const CALL = { module: 'alpha', command: 'open' } as const

test('two common things that never meet cost a bounded number of look-ups a page, and the list still ends', async (t) => {
  const chain = new MadeChain()
  for (let block = 0; block < BLOCKS; block++) {
    const attributes = (index: number) => [{ key: 'colour', value: index % 2 === 0 ? 'red' : 'blue' }]
    const transactions = Array.from({ length: TRANSACTIONS }, (_, index) => ({
      sender: index % 2,
      calls: [CALL],
      ...(index % 2 === 0 ? { code: 'alpha/no' } : { events: [{ module: 'alpha', type: 'opened', attributes: attributes(index) }] }),
    }))
    chain.add({ transactions })
  }
  const index = new LocalIndex({ directory: `${t.testdir({})}/index`, genesisHash: chain.genesisHash, cacheBytes: 1024 * 1024 })
  index.append(chain.records())
  for (const order of ['ascending', 'descending'] as const) {
    const range: ListRange = { from: 0, to: BLOCKS, order, limit: 10 }
    const filter = { senders: [senderOf(1)], outcome: 'rejected' } as const
    let page = index.transactions(range, filter)
    let pages = 1
    for (; page.next !== undefined && pages < 100; pages++) {
      t.same(page.items, [], 'a short page')
      const last = page.next
      page = index.transactions({ ...range, start: last }, filter)
      if (page.next !== undefined) t.not(JSON.stringify(page.next), JSON.stringify(last), 'each page goes on')
    }
    t.equal(page.next, undefined)
    t.ok(pages >= Math.floor((BLOCKS * TRANSACTIONS) / PAGE_SEEKS_MAX) && pages < 100, `${pages} pages, ${order}`)
  }
  index.close()
})

test('a page of large events is cut where it weighs enough', async (t) => {
  const chain = new MadeChain()
  const attributes = Array.from({ length: 32 }, (_, key) => ({ key: `k${`${key}`.padStart(2, '0')}`, value: 'v'.repeat(1_024) }))
  const event = { module: 'alpha', type: 'opened', attributes }
  for (let block = 0; block < 4; block++)
    chain.add({ transactions: Array.from({ length: 50 }, () => ({ sender: 0, calls: [CALL], events: [event] })) })
  const index = new LocalIndex({ directory: `${t.testdir({})}/index`, genesisHash: chain.genesisHash, cacheBytes: 1024 * 1024 })
  index.append(chain.records())
  const range: ListRange = { from: 0, to: 4, order: 'ascending', limit: 1_000 }
  const first = index.events(range, {})
  t.ok(first.items.length < 200, `${first.items.length} events in the first page`)
  const characters = first.items.reduce((sum, item) => sum + JSON.stringify(item.event.attributes).length, 0)
  t.ok(characters < 1.5 * PAGE_CHARACTERS_MAX)
  const second = index.events({ ...range, start: first.next as { height: number; index: number } }, {})
  t.equal(first.items.length + second.items.length, 200, 'nothing is lost at the cut')
  index.close()
})

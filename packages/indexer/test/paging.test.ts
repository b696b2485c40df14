import { isDeepStrictEqual } from 'node:util'
import type { EventFilter, ListPage, ListRange, TransactionFilter } from '@hanse/ports'
import type { Result } from '@hanse/primitives'
import fc from 'fast-check'
import { test } from 'tap'
import { modelLists } from '../../rpc/test/support/list-model.ts'
import { LocalIndex } from '../src/local-index.ts'
import { type DraftedBlock, MadeChain, senderOf } from './support/random-chain.ts'

const CACHE_BYTES = 1024 * 1024
const PAGES_MAX = 5_000

const MODULES = ['alpha', 'beta'] as const
const COMMANDS = ['open', 'close'] as const
const CODES = ['alpha/no', 'beta/no'] as const
const few = fc.constantFrom('1', '2', '3')

const call = fc.record({ module: fc.constantFrom(...MODULES), command: fc.constantFrom(...COMMANDS) })
const event = fc.record({
  module: fc.constantFrom(...MODULES),
  type: fc.constantFrom('opened', 'closed'),
  // Sorted and without a key twice, as receipts have them.
  attributes: fc
    .record({ amount: few, party: few }, { requiredKeys: [] })
    .map((values) => Object.entries(values).map(([key, value]) => ({ key, value: value as string }))),
})
const optionally = { requiredKeys: ['sender', 'calls'] } as const
const transaction = fc.record(
  {
    sender: fc.integer({ min: 0, max: 2 }),
    calls: fc.array(call, { minLength: 1, maxLength: 3 }),
    code: fc.constantFrom(...CODES),
    clientRef: few,
    events: fc.array(event, { maxLength: 3 }),
  },
  { requiredKeys: [...optionally.requiredKeys] },
)
const block: fc.Arbitrary<DraftedBlock> = fc.record({
  transactions: fc.array(transaction, { maxLength: 4 }),
  events: fc.array(event, { maxLength: 2 }),
})
const chains = fc.array(block, { maxLength: 12 })
const ranges = fc.record({
  from: fc.integer({ min: 0, max: 13 }),
  to: fc.integer({ min: 0, max: 13 }),
  order: fc.constantFrom('ascending', 'descending'),
  limit: fc.integer({ min: 1, max: 7 }),
})
const transactionFilters: fc.Arbitrary<TransactionFilter> = fc.record(
  {
    senders: fc.array(fc.integer({ min: 0, max: 3 }).map(senderOf), { maxLength: 3 }),
    calls: fc.array(
      fc.record({ module: fc.constantFrom(...MODULES), command: fc.constantFrom(...COMMANDS) }, { requiredKeys: ['module'] }),
      { maxLength: 2 },
    ),
    outcome: fc.constantFrom('success', 'rejected'),
    code: fc.constantFrom(...CODES),
    clientRef: few,
  },
  { requiredKeys: [] },
)
const eventFilters: fc.Arbitrary<EventFilter> = fc.record(
  {
    module: fc.constantFrom(...MODULES),
    type: fc.constantFrom('opened', 'closed'),
    attributes: fc.record({ amount: few, party: few }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)

/** Whatever prototypes fast-check gives its objects. */
function isSame(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(structuredClone(left), structuredClone(right))
}

type Read<T> = (range: ListRange) => ListPage<T>

/** Page after page, until there is no next one. */
function readAll<T>(read: Read<T>, range: ListRange, betweenPages: (page: ListPage<T>) => void = () => undefined): readonly T[] {
  const items: T[] = []
  let page = read(range)
  for (let pages = 0; pages < PAGES_MAX; pages++) {
    items.push(...page.items)
    if (page.items.length > range.limit) throw new Error('a page has more than its limit')
    if (page.next === undefined || page.next.height > page.indexedTo) return items
    betweenPages(page)
    page = read({ ...range, start: page.next })
  }
  throw new Error('the list has no end')
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

test('every page is what the plain model says, for blocks, transactions and events, whatever the filter, range, order and size', async (t) => {
  const directory = t.testdir({})
  let run = 0
  await fc.assert(
    fc.asyncProperty(chains, ranges, transactionFilters, eventFilters, async (drafted, range, transactionFilter, eventFilter) => {
      const chain = new MadeChain()
      for (const draft of drafted) chain.add(draft)
      const index = new LocalIndex({ directory: `${directory}/${run++}`, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
      index.append(chain.records())
      const model = modelLists(() => chain.blocks)
      const kinds = [
        [(at: ListRange) => index.blocks(at), async (at: ListRange) => unwrap(await model.blocks(at))],
        [
          (at: ListRange) => index.transactions(at, transactionFilter),
          async (at: ListRange) => unwrap(await model.transactions(at, transactionFilter)),
        ],
        [(at: ListRange) => index.events(at, eventFilter), async (at: ListRange) => unwrap(await model.events(at, eventFilter))],
      ] as const
      for (const [read, expect] of kinds) {
        let at: ListRange = range
        for (;;) {
          const page = read(at)
          const expected = await expect(at)
          if (!isSame(page, expected)) {
            t.same(page, expected, `${JSON.stringify(at)}`)
            return false
          }
          if (page.next === undefined || page.next.height > page.indexedTo) break
          at = { ...range, start: page.next }
        }
      }
      index.close()
      return true
    }),
    { numRuns: 150 },
  )
})

test('while blocks are added, a list that goes up has every entry once, up to the newest, and one that goes down what was there', async (t) => {
  const directory = t.testdir({})
  let run = 0
  await fc.assert(
    fc.asyncProperty(chains, chains, fc.integer({ min: 1, max: 5 }), transactionFilters, async (before, later, limit, filter) => {
      const chain = new MadeChain()
      for (const draft of before) chain.add(draft)
      const head = chain.blocks.length - 1
      const index = new LocalIndex({ directory: `${directory}/${run++}`, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
      index.append(chain.records())
      for (const order of ['ascending', 'descending'] as const) {
        const toAdd = order === 'ascending' ? later.slice(0, later.length / 2) : later.slice(later.length / 2)
        const known = chain.blocks.length
        const onPage = (): void => {
          const draft = toAdd.shift()
          if (draft !== undefined) index.append([chain.add(draft).record])
        }
        const to = order === 'ascending' ? Number.MAX_SAFE_INTEGER : head
        const found = readAll((range) => index.transactions(range, filter), { from: 0, to, order, limit }, onPage)
        const all = unwrap(
          await modelLists(() => chain.blocks).transactions({ from: 0, to: chain.blocks.length, order, limit: 1_000 }, filter),
        ).items
        const wanted = order === 'ascending' ? all : all.filter(({ height }) => height <= head)
        t.ok(chain.blocks.length >= known)
        if (!isSame(found, wanted)) {
          t.same(found, wanted, order)
          return false
        }
      }
      index.close()
      return true
    }),
    { numRuns: 100 },
  )
})

import { amount, bool, defineMessage, object, optional, text, uint } from '@hanse/protocol'
import { defineCommand, defineEvent, defineModule, defineQuery, defineRecord, type Module, table } from '@hanse/state'

const depot = text({ max: 32 })
const stocks = table({ module: 'pallets', name: 'stock', value: defineMessage({ count: [1, amount()] }) })

/** What a consortium might add: pallets that wander between depots. */
export const pallets = defineModule({
  name: 'pallets',
  version: 3,
  summary: 'Pallets that wander between depots',
  commands: {
    deliver: defineCommand({
      summary: 'Depot: takes pallets in',
      params: defineMessage({ depot: [1, depot], count: [2, amount()], note: [3, optional(text({ max: 80 }))] }),
      execute: (_context, state, { depot: name, count }) => {
        stocks.put(state, name, { count: (stocks.get(state, name)?.count ?? 0n) + count })
        return undefined
      },
    }),
  },
  queries: {
    stock: defineQuery({
      summary: 'How many pallets a depot has',
      args: defineMessage({ depot: [1, depot] }),
      result: object({ count: amount(), changes: uint() }),
      read: (_block, state, { depot: name }) => ({ ok: true, value: { count: stocks.get(state, name)?.count ?? 0n, changes: 0 } }),
    }),
  },
  events: {
    delivered: defineEvent({
      summary: 'A depot took pallets in',
      attributes: { depot, count: amount(), lorries: uint(), isFull: bool(), note: optional(text({ max: 80 })) },
    }),
  },
  records: {
    stock: defineRecord({
      summary: 'How many pallets a depot has',
      key: object({ depot }),
      value: defineMessage({ count: [1, amount()] }),
      keyOf: (key) => stocks.keyOf(key.depot),
    }),
  },
  invariants: {},
  uses: [],
})

/** The same for those who wrote `: Module`: of its types nothing is left. */
export const untyped: Module = { ...pallets, name: 'untyped' }
/** A name that the client itself has. */
export const chainModule = defineModule({ ...pallets, name: 'chain' })

import { utf8ToBytes } from '@hanse/primitives'
import { amount, createCodec, type Field, type Fields, type Json, type MessageOf, object, optional, text, uint } from '@hanse/protocol'
import { defineCommand, defineModule, defineQuery, defineRecord, type Module, table } from '@hanse/state'

/** A message that is its own JSON on the wire: a module of a test needs no .proto. */
function jsonMessage<const F extends Fields>(fields: F): ReturnType<typeof createCodec<MessageOf<F>>> {
  const shape = object(fields)
  const wire = {
    encode: (message: object) => ({ finish: () => utf8ToBytes((message as { text: string }).text) }),
    decode: (source: unknown) => ({ text: new TextDecoder().decode((source as { buf: Uint8Array }).buf) }),
  }
  const field: Field<MessageOf<F>> = {
    ...shape,
    toWire: (value) => ({ text: JSON.stringify(shape.toJson(value)) }),
    fromWire: (decoded, path) => shape.fromJson(JSON.parse((decoded as { text: string }).text) as Json, path),
  }
  return createCodec(wire, field)
}

const depot = text({ max: 32 })
const stocks = table({ module: 'pallets', name: 'stock', value: jsonMessage({ count: amount() }) })

/** What a consortium might add: pallets that wander between depots. */
export const pallets = defineModule({
  name: 'pallets',
  version: 3,
  summary: 'Pallets that wander between depots',
  commands: {
    deliver: defineCommand({
      summary: 'Depot: takes pallets in',
      params: jsonMessage({ depot, count: amount(), note: optional(text({ max: 80 })) }),
      execute: (_context, state, { depot: name, count }) => {
        stocks.put(state, name, { count: (stocks.get(state, name)?.count ?? 0n) + count })
        return undefined
      },
    }),
  },
  queries: {
    stock: defineQuery({
      summary: 'How many pallets a depot has',
      args: jsonMessage({ depot }),
      result: object({ count: amount(), changes: uint() }),
      read: (_block, state, { depot: name }) => ({ ok: true, value: { count: stocks.get(state, name)?.count ?? 0n, changes: 0 } }),
    }),
  },
  records: {
    stock: defineRecord({
      summary: 'How many pallets a depot has',
      key: object({ depot }),
      value: jsonMessage({ count: amount() }),
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

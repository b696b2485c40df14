import { type Address, type Hash, utf8ToBytes } from '@hanse/primitives'
import {
  ACTIVATION_BYTES_MAX,
  STATE_VALUE_BYTES_MAX,
  uint,
  WRITE_BYTES_PER_BLOCK_MAX,
  WRITE_BYTES_PER_TRANSACTION_MAX,
  WRITE_OVERHEAD_BYTES,
  WRITES_PER_TRANSACTION_MAX,
} from '@hanse/protocol'
import { createModuleHarness, defineCommand, type HarnessTransaction, type InstalledModule, type StateWriter } from '@hanse/state'
import { test } from 'tap'
import { jsonCodec } from './support/json-codec.ts'

const alice = `0x${'a1'.repeat(20)}` as Address

/** No limit that a node's store has is reached by what blocks may write, a module's first state in the same block included. */
const STORE_VALUE_BYTES_MAX = 32 * 1024 * 1024

const key = (number: number): Uint8Array => utf8ToBytes(`hoard\0${String(number).padStart(8, '0')}`)
const KEY_BYTES = key(0).length
/** What a new key with a value of this size weighs. */
const weight = (bytes: number): number => WRITE_OVERHEAD_BYTES + KEY_BYTES + bytes

function fill(state: StateWriter, from: number, count: number, bytes: number): void {
  for (let number = from; number < from + count; number++) state.put(key(number), new Uint8Array(bytes))
}

interface Hoard {
  readonly from: number
  readonly count: number
  readonly bytes: number
}

const hoard: InstalledModule = {
  name: 'hoard',
  version: 1,
  summary: 'Writes as much as it is asked to',
  commands: {
    fill: defineCommand({
      summary: 'Fills records.',
      params: jsonCodec({ from: uint(), count: uint(), bytes: uint() }),
      execute: (_context, state, { from, count, bytes }) => void fill(state, from, count, bytes),
    }),
    drop: defineCommand({
      summary: 'Deletes records.',
      params: jsonCodec({ from: uint(), count: uint() }),
      execute: (_context, state, { from, count }) => {
        for (let number = from; number < from + count; number++) state.delete(key(number))
        return undefined
      },
    }),
    stubborn: defineCommand({
      summary: 'Goes on where it was stopped.',
      params: jsonCodec({}),
      execute: (_context, state) => {
        for (let number = 0; number < WRITES_PER_TRANSACTION_MAX + 10; number++) {
          try {
            state.put(key(number), new Uint8Array(1))
          } catch {}
        }
        return undefined
      },
    }),
  },
  queries: {},
  invariants: {},
  uses: [],
}
const own: InstalledModule = { ...hoard, packageHash: `0x${'ab'.repeat(32)}` as Hash }

const send = (...calls: readonly (Hoard | { readonly from: number; readonly count: number })[]): HarnessTransaction => ({
  signers: [alice],
  calls: calls.map((json) => ({ module: 'hoard', command: 'bytes' in json ? 'fill' : 'drop', json: { ...json } })),
})

const FULL = Math.floor(WRITE_BYTES_PER_TRANSACTION_MAX / weight(STATE_VALUE_BYTES_MAX))

for (const [name, module] of [
  ['of the software', hoard],
  ['of a package', own],
] as const) {
  test(`a module ${name}: a transaction writes so many keys and bytes, over all of its calls, and no more`, (t) => {
    const rows: readonly (readonly [string, HarnessTransaction, string | undefined])[] = [
      ['as many keys as it may', send({ from: 0, count: WRITES_PER_TRANSACTION_MAX, bytes: 0 }), undefined],
      [
        'one more',
        send({ from: 0, count: WRITES_PER_TRANSACTION_MAX, bytes: 0 }, { from: WRITES_PER_TRANSACTION_MAX, count: 1, bytes: 0 }),
        'tx/too-many-writes',
      ],
      [
        'the same keys again and again',
        send({ from: 0, count: WRITES_PER_TRANSACTION_MAX, bytes: 0 }, { from: 0, count: WRITES_PER_TRANSACTION_MAX, bytes: 0 }),
        undefined,
      ],
      ['as many bytes as it may', send({ from: 0, count: FULL, bytes: STATE_VALUE_BYTES_MAX }), undefined],
      ['too many bytes', send({ from: 0, count: FULL + 1, bytes: STATE_VALUE_BYTES_MAX }), 'tx/too-many-writes'],
      [
        'in several calls',
        send({ from: 0, count: FULL, bytes: STATE_VALUE_BYTES_MAX }, { from: FULL, count: 1, bytes: STATE_VALUE_BYTES_MAX }),
        'tx/too-many-writes',
      ],
    ]
    for (const [what, transaction, code] of rows) {
      const chain = createModuleHarness({ modules: [module] })
      t.equal(chain.send(transaction).code, code, what)
    }
    t.end()
  })
}

test('what is replaced and deleted counts as well', (t) => {
  const chain = createModuleHarness({ modules: [own] })
  for (const from of [0, FULL]) t.equal(chain.send(send({ from, count: FULL, bytes: STATE_VALUE_BYTES_MAX })).code, undefined)
  t.equal(chain.send(send({ from: 0, count: FULL + 1 })).code, 'tx/too-many-writes')
  t.equal(chain.send(send({ from: 0, count: FULL, bytes: STATE_VALUE_BYTES_MAX / 2 })).code, 'tx/too-many-writes')
  t.equal(chain.send(send({ from: 0, count: FULL })).code, undefined)
  t.end()
})

test('a module that catches the refusal has written no more for it', (t) => {
  const chain = createModuleHarness({ modules: [own] })
  const { code } = chain.send({ signers: [alice], calls: [{ module: 'hoard', command: 'stubborn', json: {} }] })
  t.equal(code, undefined)
  t.ok(chain.state.get(key(WRITES_PER_TRANSACTION_MAX - 1)))
  t.equal(chain.state.get(key(WRITES_PER_TRANSACTION_MAX)), undefined)
  t.end()
})

test('a block has room for so much; who comes too late is refused, and the next block takes it', (t) => {
  const chain = createModuleHarness({ modules: [own] })
  const transactions = Array.from({ length: 8 }, (_, number) => send({ from: number * FULL, count: FULL, bytes: STATE_VALUE_BYTES_MAX }))
  const inOne = Math.floor(WRITE_BYTES_PER_BLOCK_MAX / (FULL * weight(STATE_VALUE_BYTES_MAX)))
  t.ok(inOne >= 1 && inOne < transactions.length)
  const small = send({ from: 9_000, count: 1, bytes: 1 })
  const { receipts } = chain.block([...transactions, small])
  t.same(
    receipts.map(({ code }) => code),
    [...transactions.map((_, index) => (index < inOne ? undefined : 'tx/block-full')), undefined],
    'what is small still goes in',
  )
  const sameKeys = Array.from({ length: 8 }, () => send({ from: 10_000, count: FULL >> 1, bytes: STATE_VALUE_BYTES_MAX - 1_024 }))
  t.same(
    chain.block(sameKeys).receipts.map(({ code }) => code),
    sameKeys.map(() => undefined),
    'a key that many change is written once',
  )
  t.ok(
    WRITE_BYTES_PER_BLOCK_MAX + WRITE_BYTES_PER_TRANSACTION_MAX < STORE_VALUE_BYTES_MAX && ACTIVATION_BYTES_MAX < WRITE_BYTES_PER_BLOCK_MAX,
  )
  t.end()
})

test('at the start of a block a package’s module writes as much as a transaction, and a block’s worth with the others', (t) => {
  const greedy = (name: string, count: number): InstalledModule => ({
    ...own,
    name,
    packageHash: `0x${name.charCodeAt(0).toString(16).repeat(32)}` as Hash,
    commands: {},
    atBlock: (_block, state) => {
      for (let number = 0; number < count; number++) {
        state.put(utf8ToBytes(`${name}\0${String(number).padStart(8, '0')}`), new Uint8Array(STATE_VALUE_BYTES_MAX))
      }
    },
  })
  const names = ['alpha', 'beta', 'delta', 'gamma', 'kappa', 'omega', 'sigma']
  // What a chain drops and goes on from is the end of a test: the harness throws it.
  const inOne = Math.floor(WRITE_BYTES_PER_BLOCK_MAX / ((FULL - 1) * weight(STATE_VALUE_BYTES_MAX)))
  const fit = createModuleHarness({ modules: names.slice(0, inOne).map((name) => greedy(name, FULL - 1)) })
  t.equal(fit.advance(1_000).height, 1)
  const late = createModuleHarness({ modules: names.map((name) => greedy(name, FULL - 1)) })
  t.throws(() => late.advance(1_000), new RegExp(`${names[inOne]}\\.atBlock: the block has no room`))
  t.throws(() => createModuleHarness({ modules: [greedy('theta', FULL + 1)] }).advance(1_000), /theta\.atBlock: more than \d+ bytes/)
  t.end()
})

import { reject } from '@hanse/primitives'
import { text } from '@hanse/protocol'
import { test } from 'tap'
import { table } from '../src/data/table.ts'
import { textValue } from '../src/data/value-codec.ts'
import { defineEvent } from '../src/event-kind.ts'
import { createModuleHarness } from '../src/harness/module-harness.ts'
import { defineCommand, type Module, type StateWriter } from '../src/module.ts'
import { bank } from './support/bank.ts'
import { addressOf } from './support/chain.ts'
import { jsonCodec } from './support/json-codec.ts'

const empty = { version: 1, summary: '', commands: {}, queries: {}, invariants: {}, uses: [] }
const noteOf = (module: string): ReturnType<typeof table<string>> => table({ module, name: 'note', value: textValue })
const alice = addressOf(1)
const bob = addressOf(2)

/** Writes under any module's name, as that module's `api.ts` would. */
const write = defineCommand({
  summary: 'Writes.',
  params: jsonCodec({ module: text({ max: 32 }) }),
  execute: (_, state, { module }) => {
    noteOf(module).put(state, 'x', 'y')
    return undefined
  },
})

test('a module writes under its own name, and under those it uses, directly or through others', (t) => {
  const modules: readonly Module[] = [
    { ...empty, name: 'low', commands: { write } },
    { ...empty, name: 'middle', uses: ['low'], commands: { write } },
    { ...empty, name: 'high', uses: ['middle'], commands: { write } },
  ]
  const allowed = { low: ['low'], middle: ['middle', 'low'], high: ['high', 'middle', 'low'] }
  for (const [writer, owners] of Object.entries(allowed)) {
    for (const owner of ['low', 'middle', 'high', '_sequence']) {
      const chain = createModuleHarness({ modules })
      const send = (): string =>
        chain.send({ signers: [alice], calls: [{ module: writer, command: 'write', json: { module: owner } }] }).outcome
      if (owners.includes(owner)) t.equal(send(), 'success', `${writer} writes ${owner}`)
      else t.throws(send, { name: 'InvariantError', message: /may not write under/ }, `${writer} does not write ${owner}`)
    }
  }
  t.end()
})

test('the gatekeeper refuses before any call, at the door and with a receipt', (t) => {
  const members = table({ module: 'members', name: 'member', value: textValue })
  const gatekeeper: Module = {
    ...empty,
    name: 'members',
    initGenesis: (_, state) => members.put(state, alice, 'yes'),
    authorize: ({ sender, signers }, state) => {
      if (signers.every((signer) => members.has(state, signer))) return undefined
      return reject('members/not-permitted', `${sender} or a co-signer is no member`)
    },
  }
  const chain = createModuleHarness({ modules: [gatekeeper, bank] })
  const calls = [{ module: 'bank', command: 'mint', params: { to: 'x', amount: 1n } }]
  t.match(chain.send({ signers: [bob], calls }), { outcome: 'rejected', code: 'members/not-permitted' })
  t.equal(chain.send({ signers: [bob], calls }).callIndex, undefined, 'no call is to blame')
  t.match(chain.send({ signers: [alice, bob], calls }), { outcome: 'rejected', code: 'members/not-permitted' })
  t.match(chain.send({ signers: [alice], calls }), { outcome: 'success' })
  t.throws(() => createModuleHarness({ modules: [gatekeeper, { ...gatekeeper, name: 'other' }] }), /more than one module decides/)
  const writer: Module = { ...gatekeeper, authorize: (_, state) => void members.put(state as StateWriter, bob, 'yes') }
  t.throws(() => createModuleHarness({ modules: [writer, bank] }).send({ signers: [alice], calls }), /members may not write under members/)
  t.end()
})

test('what runs after a transaction can refuse all of it, and is not run for a rejected one', (t) => {
  const seen: string[] = []
  const references = table({ module: 'refs', name: 'ref', value: textValue })
  const keeper: Module = {
    ...empty,
    name: 'refs',
    afterTransaction: ({ clientRef, txId }, state) => {
      seen.push(txId)
      if (clientRef === undefined) return undefined
      if (references.has(state, clientRef)) return reject('refs/used', `${clientRef} was used`)
      references.put(state, clientRef, txId)
      return undefined
    },
  }
  const chain = createModuleHarness({ modules: [bank, keeper] })
  const mint = { module: 'bank', command: 'mint', params: { to: 'x', amount: 5n } }
  const tooMuch = { module: 'bank', command: 'transfer', params: { from: 'x', to: 'y', amount: 6n } }
  t.equal(chain.send({ signers: [alice], calls: [mint], clientRef: 'one' }).outcome, 'success')
  t.match(chain.send({ signers: [alice], calls: [mint], clientRef: 'one' }), { outcome: 'rejected', code: 'refs/used' })
  t.equal(seen.length, 2)
  t.equal(chain.send({ signers: [alice], calls: [tooMuch], clientRef: 'two' }).code, 'bank/too-little')
  t.equal(seen.length, 2)
  t.equal(chain.send({ signers: [alice], calls: [mint], clientRef: 'two' }).outcome, 'success', 'a rejected one did not use it up')
  t.same(chain.query('bank', 'balance', { account: 'x' }), { ok: true, value: '10' })
  t.same(chain.query('bank', 'balance', { account: 'x' }, 1), { ok: true, value: '5' }, 'as of an earlier height')
  t.end()
})

test("blocks start in the order of genesis, with the block's time", (t) => {
  const log: string[] = []
  const named = (name: string): Module => ({
    ...empty,
    name,
    events: { started: defineEvent({ summary: 'A block began.', attributes: {} }) },
    atBlock: ({ height, timeMs }, state: StateWriter) => {
      log.push(`${name} ${height} ${timeMs}`)
      state.emit({ module: name, type: 'started', attributes: [] })
    },
  })
  const chain = createModuleHarness({ modules: [named('zeta'), named('alpha')], timeMs: 1_000 })
  const block = chain.advance(500)
  t.same(log, ['zeta 1 1500', 'alpha 1 1500'])
  t.same(
    block.blockReceipt?.events.map(({ module }) => module),
    ['zeta', 'alpha'],
  )
  t.end()
})

test('a broken invariant shows in the block that broke it', (t) => {
  const sane: Module = {
    ...bank,
    invariants: {
      'nobody holds thirteen': (state, keys) => {
        for (const key of keys())
          if (state.get(key)?.join() === [...'{"amount":"13"}'].map((c) => c.charCodeAt(0)).join())
            return reject('bank/thirteen', 'unlucky')
        return undefined
      },
    },
  }
  const chain = createModuleHarness({ modules: [sane] })
  const mint = (amount: bigint): unknown =>
    chain.send({ signers: [alice], calls: [{ module: 'bank', command: 'mint', params: { to: 'x', amount } }] })
  mint(12n)
  t.throws(() => mint(1n), /bank: nobody holds thirteen does not hold at height 2: bank\/thirteen unlucky/)
  t.end()
})

test('a command knows its call, its signers and the digest of what was signed', (t) => {
  const contexts: object[] = []
  const spy: Module = {
    ...empty,
    name: 'spy',
    commands: {
      look: defineCommand({
        summary: 'Looks.',
        params: jsonCodec({ at: text({ max: 8 }) }),
        execute: (context) => {
          contexts.push({ ...context })
          return undefined
        },
      }),
    },
  }
  const chain = createModuleHarness({ modules: [spy] })
  const look = (at: string): { module: string; command: string; json: { at: string } } => ({ module: 'spy', command: 'look', json: { at } })
  const { txId } = chain.send({ signers: [alice, bob], calls: [look('a'), look('b'), look('a')], clientRef: 'ref' })
  t.match(contexts, [
    { txId, callIndex: 0, sender: alice, signers: [alice, bob], clientRef: 'ref', height: 1, chainId: 1 },
    { callIndex: 1 },
    { callIndex: 2 },
  ])
  const digests = contexts.map((context) => (context as { callDigest: string }).callDigest)
  t.equal(digests[0], digests[2], 'the same call has the same digest')
  t.not(digests[0], digests[1])
  t.end()
})

test('what counts refusals is told of all of a block at once, in its order, and its writes stay', (t) => {
  const told: (readonly string[])[] = []
  const counts = table({ module: 'counter', name: 'refused', value: textValue })
  const counter: Module = {
    ...empty,
    name: 'counter',
    onRefusals: ({ height }, state, refused) => {
      told.push(refused.map(({ code }) => code))
      counts.put(state, `${height}`, `${refused.length}`)
    },
  }
  const chain = createModuleHarness({ modules: [bank, counter] })
  const mint = { signers: [alice], calls: [{ module: 'bank', command: 'mint', params: { to: 'x', amount: 5n } }] }
  const move = (amount: bigint) => ({
    signers: [alice],
    calls: [{ module: 'bank', command: 'transfer', params: { from: 'x', to: 'y', amount } }],
  })
  chain.block([mint, move(5n)])
  t.same(told, [], 'nothing was refused')
  const { receipts } = chain.block([move(6n), mint, move(7n), { ...mint, signers: [alice], sequence: 9 }])
  t.same(
    receipts.map(({ outcome }) => outcome),
    ['rejected', 'success', 'rejected', 'rejected'],
  )
  t.same(told, [['bank/too-little', 'bank/too-little', 'tx/bad-sequence']])
  t.equal(counts.get(chain.state, '2'), '3')
  t.throws(() => createModuleHarness({ modules: [bank, counter, { ...counter, name: 'other' }] }), /more than one module counts/)
  t.end()
})

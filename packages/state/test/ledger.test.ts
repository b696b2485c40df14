import { type Hash, InvariantError, ZERO_HASH } from '@hanse/primitives'
import { merkleRoot, receiptCodec, verifyStateProof } from '@hanse/protocol'
import { test } from 'tap'
import { createLedger, type ExecutionPort } from '../src/chain/create-ledger.ts'
import { createGenesisState } from '../src/chain/genesis-state.ts'
import { MemorySource } from '../src/harness/memory-source.ts'
import { BLOCK_RECEIPT_ID } from '../src/runtime/execute-block.ts'
import { type StateRecord, stateEntries } from '../src/store/layout.ts'
import { stateRootOf } from '../src/tree/root-of.ts'
import { balanceKey, bank } from './support/bank.ts'
import { addressOf, bodyOf, chainOf, GENESIS_TIME_MS, type TestCall, testChain, transactionOf } from './support/chain.ts'

const transfer = (from: string, to: string, amount: bigint): TestCall => [bank, 'transfer', { from, to, amount }]
const mint = (to: string, amount: bigint): TestCall => [bank, 'mint', { to, amount }]
const misbehave = (how: string): TestCall => [bank, 'misbehave', { how }]
const start = (more: Parameters<typeof testChain>[2] = {}): ReturnType<typeof testChain> =>
  testChain([bank], { bank: { alice: '100' } }, more)

function balance({ ledger }: ReturnType<typeof start>, account: string, height?: number): string {
  const view = ledger.view(height)
  if (!view.ok) throw new Error(view.error.message)
  const answer = view.value.query('bank', 'balance', { account })
  return answer.ok ? (answer.value as string) : answer.error.code
}

test('a block executes, is final, and its header says what happened', (t) => {
  const chain = start()
  const { ledger } = chain
  const genesis = ledger.head
  const batch = [transactionOf(chain.chain, [transfer('alice', 'bob', 30n)]), transactionOf(chain.chain, [transfer('bob', 'carol', 31n)])]
  const block = chain.append(batch)
  t.equal(ledger.head.hash, block.hash)
  t.match(block.header, {
    height: 1,
    parent: genesis.hash,
    timeMs: GENESIS_TIME_MS + 1_000,
    nextValidatorSetHash: genesis.header.nextValidatorSetHash,
  })
  t.match(block.receipts[0], { txId: batch[0]?.id, index: 0, outcome: 'success' })
  t.same(
    block.receipts[0]?.events[0]?.attributes.map(({ key }) => key),
    ['amount', 'from', 'to'],
    'attributes are sorted',
  )
  t.match(block.receipts[1], { txId: batch[1]?.id, index: 1, outcome: 'rejected', code: 'bank/too-little', callIndex: 0, events: [] })
  t.equal(block.header.receiptsRoot, merkleRoot(block.receipts.map((receipt) => receiptCodec.encode(receipt))))
  t.same(
    ['alice', 'bob', 'carol'].map((account) => balance(chain, account)),
    ['70', '30', '0'],
  )
  t.equal(stateRootOf(stateEntries(chain.source.records())), block.header.stateRoot, 'the root recomputed from all values')
  t.end()
})

test('a bit of what tells a value from a deletion changed, or one of the value: no state has that root', (t) => {
  const chain = start()
  const { stateRoot } = chain.append([transactionOf(chain.chain, [transfer('alice', 'bob', 30n)])]).header
  const records = [...chain.source.records()]
  const rootWith = (at: number, value: Uint8Array) =>
    stateRootOf(stateEntries(records.with(at, { ...(records[at] as StateRecord), value })))
  let changes = 0
  records.forEach(({ key, value }, at) => {
    if ([...stateEntries([{ key, value }])].length === 0) return
    for (const byte of [0, value.length - 1]) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = value.slice()
        changed[byte] = (changed[byte] as number) ^ (1 << bit)
        t.not(rootWith(at, changed), stateRoot, `bit ${bit} of byte ${byte}`)
        changes++
      }
    }
    t.not(rootWith(at, value.subarray(0, 3)), stateRoot, 'cut')
  })
  t.ok(changes > 0)
  t.end()
})

test('a call that fails undoes the calls before it', (t) => {
  const chain = start()
  const before = chain.ledger.head.header.stateRoot
  const { receipts, header } = chain.append([transactionOf(chain.chain, [transfer('alice', 'bob', 30n), transfer('bob', 'carol', 31n)])])
  t.match(receipts[0], { outcome: 'rejected', code: 'bank/too-little', callIndex: 1, events: [] })
  t.equal(header.stateRoot, before, 'nothing in the state has changed')
  t.end()
})

test('duplicates, executed and expired transactions leave no trace', (t) => {
  const chain = start()
  const once = transactionOf(chain.chain, [mint('bob', 1n)])
  const expired = transactionOf(chain.chain, [mint('bob', 10n)], { expiresAtMs: GENESIS_TIME_MS + 2_000 })
  const tooFar = transactionOf(chain.chain, [mint('bob', 100n)], { expiresAtMs: GENESIS_TIME_MS + 602_001 })
  const other = transactionOf(chain.chain, [mint('bob', 1_000n)])
  chain.append([once])
  t.ok(chain.ledger.wasExecuted(once.id))
  const block = chain.append([once, expired, tooFar, other])
  t.equal(block.header.timeMs, GENESIS_TIME_MS + 2_000)
  t.same(
    block.included.map(({ id }) => id),
    [other.id],
  )
  t.equal(block.receipts.length, 1)
  t.equal(block.receipts[0]?.index, 0)
  t.equal(balance(chain, 'bob'), '1001')
  t.end()
})

test('what was executed in an unfinished ancestor is skipped, in a sibling it is not', (t) => {
  const chain = start()
  const { ledger } = chain
  const tx = transactionOf(chain.chain, [mint('bob', 1n)])
  const one = ledger.execute(ledger.head.hash, bodyOf(ledger.head, [tx]), [tx])
  const two = ledger.execute(one.hash, bodyOf(one, [tx]), [tx])
  const sibling = ledger.execute(ledger.head.hash, bodyOf(ledger.head, [tx], { timeMs: 5 }), [tx])
  t.equal(one.included.length, 1)
  t.equal(two.included.length, 0)
  t.equal(sibling.included.length, 1)
  t.equal(sibling.header.timeMs, ledger.head.header.timeMs + 1, 'block time is always after the parent')
  t.ok(ledger.wasExecuted(tx.id, two.hash))
  t.notOk(ledger.wasExecuted(tx.id), 'nothing of it is final')
  t.end()
})

test('block time is what the proposer said, and at least one millisecond after its parent', (t) => {
  const { ledger } = start()
  const parentMs = ledger.head.header.timeMs
  for (const [said, is] of [
    [0, parentMs + 1],
    [parentMs, parentMs + 1],
    [parentMs + 1, parentMs + 1],
    [parentMs + 7, parentMs + 7],
  ] as const)
    t.equal(ledger.execute(ledger.head.hash, bodyOf(ledger.head, [], { timeMs: said }), []).header.timeMs, is)
  t.end()
})

test('the same body on the same parent gives the same block, discarded or not', (t) => {
  const chain = start()
  const { ledger } = chain
  const batch = [transactionOf(chain.chain, [transfer('alice', 'bob', 30n)])]
  const body = bodyOf(ledger.head, batch)
  const block = ledger.execute(ledger.head.hash, body, batch)
  t.equal(ledger.execute(ledger.head.hash, { ...body }, batch), block, 'the same object')
  const child = ledger.execute(block.hash, bodyOf(block, []), [])
  ledger.discardFrom(1)
  t.notOk(ledger.has(block.hash))
  t.notOk(ledger.has(child.hash))
  t.throws(() => ledger.execute(block.hash, bodyOf(block, []), []), InvariantError)
  t.equal(ledger.execute(ledger.head.hash, body, batch).hash, block.hash, 'the same hash')
  t.equal(ledger.execute(block.hash, bodyOf(block, []), []).hash, child.hash)
  t.end()
})

test('finalizing one child drops the others and moves the rest onto it', (t) => {
  const chain = start()
  const { ledger, source } = chain
  const batches = ['a', 'b', 'c'].map((to) => [transactionOf(chain.chain, [transfer('alice', to, 1n)])])
  const [first = [], second = [], third = []] = batches
  const one = ledger.execute(ledger.head.hash, bodyOf(ledger.head, first), first)
  const rival = ledger.execute(ledger.head.hash, bodyOf(ledger.head, second), second)
  const two = ledger.execute(one.hash, bodyOf(one, second), second)
  const overRival = ledger.execute(rival.hash, bodyOf(rival, first), first)
  const writes = ledger.finalize(one.hash).writes
  t.notOk(ledger.has(rival.hash) || ledger.has(overRival.hash))
  t.ok(ledger.has(two.hash))
  const three = ledger.execute(two.hash, bodyOf(two, third), third)
  t.throws(() => ledger.finalize(three.hash), /not a child of the head/)
  const more = ledger.finalize(two.hash).writes
  t.same(
    ['alice', 'a', 'b', 'c'].map((account) => balance(chain, account)),
    ['98', '1', '1', '0'],
    'read before the store has it',
  )
  source.apply(writes)
  source.apply(more)
  ledger.stored(2)
  source.apply(ledger.finalize(three.hash).writes)
  t.same(
    ['alice', 'a', 'b', 'c'].map((account) => balance(chain, account)),
    ['97', '1', '1', '1'],
  )
  const { chain: genesis, modules } = chain
  const reopened = createLedger({ chain: genesis, modules, source, head: ledger.head, recent: [] })
  t.equal(reopened.view().ok && reopened.head.header.stateRoot, three.header.stateRoot)
  t.end()
})

test('sequences run in order and only on success', (t) => {
  const chain = start()
  const { ledger } = chain
  const send = (sequence: number, call: TestCall): string => {
    const [receipt] = chain.append([transactionOf(chain.chain, [call], { sequence })]).receipts
    return receipt?.code ?? 'success'
  }
  t.equal(send(1, mint('x', 1n)), 'tx/bad-sequence')
  t.equal(send(0, transfer('nobody', 'x', 1n)), 'bank/too-little')
  t.equal(ledger.nextSequence(addressOf(1)), 0, 'a rejected transaction changes nothing')
  t.equal(send(0, mint('x', 1n)), 'success')
  t.equal(send(0, mint('x', 1n)), 'tx/bad-sequence')
  t.equal(send(1, mint('x', 1n)), 'success')
  t.equal(ledger.nextSequence(addressOf(1)), 2)
  t.equal(ledger.nextSequence(addressOf(2)), 0)
  t.end()
})

test('the start of a block has its own receipt, after the others', (t) => {
  const chain = start()
  const remind = transactionOf(chain.chain, [[bank, 'remind', { note: 'call', atMs: GENESIS_TIME_MS + 2_000 }]])
  t.equal(chain.append([remind]).receipts.length, 1)
  const block = chain.append([transactionOf(chain.chain, [mint('x', 1n)])])
  t.equal(block.receipts.length, 2)
  t.match(block.receipts[1], { txId: BLOCK_RECEIPT_ID, index: 1, outcome: 'success', events: [{ module: 'bank', type: 'reminded' }] })
  t.equal(block.header.receiptsRoot, merkleRoot(block.receipts.map((receipt) => receiptCodec.encode(receipt))))
  t.equal(chain.append([]).receipts.length, 0)
  t.end()
})

test('asking for more than the format allows rejects the transaction, and nothing else', (t) => {
  for (const [how, code] of [
    ['large', 'tx/value-too-large'],
    ['long', 'tx/key-too-large'],
    ['chatty', 'tx/too-many-events'],
    ['verbose', 'tx/event-too-large'],
  ] as const) {
    const chain = start()
    const { receipts } = chain.append([transactionOf(chain.chain, [mint('x', 1n), misbehave(how)])])
    t.match(receipts[0], { outcome: 'rejected', code, callIndex: 1, events: [] })
    t.equal(balance(chain, 'x'), '0')
  }
  t.end()
})

test('an invariant that a transaction finds broken rejects it: nobody stops the chain with one', (t) => {
  const chain = start()
  const { receipts } = chain.append([transactionOf(chain.chain, [mint('x', 1n), misbehave('foreign')])])
  t.match(receipts[0], { outcome: 'rejected', code: 'tx/module-fault', callIndex: 1, events: [] })
  t.equal(balance(chain, 'x'), '0')
  const { rejection } = chain.ledger.simulate(transactionOf(chain.chain, [misbehave('foreign')]))
  t.match(rejection, { code: 'tx/module-fault', message: /bank.misbehave: module bank may not write under other/ })
  t.end()
})

test('whatever else a command throws rejects the transaction, too, and so does what is no rejection', (t) => {
  const chain = start()
  for (const how of ['defect', 'range', 'plain', 'mute', 'unspeakable', 'nothing']) {
    const { receipts } = chain.append([transactionOf(chain.chain, [mint('x', 1n), misbehave(how)])])
    t.match(receipts[0], { outcome: 'rejected', code: 'tx/module-fault', callIndex: 1, events: [] })
  }
  t.equal(balance(chain, 'x'), '0')
  const { rejection } = chain.ledger.simulate(transactionOf(chain.chain, [misbehave('defect')]))
  t.match(rejection, { code: 'tx/module-fault', message: 'bank.misbehave: oops' })
  t.end()
})

test('a disk that fails under a command ends the node, also where the command catches it', (t) => {
  const modules = [bank]
  const chain = chainOf(modules)
  const genesis = createGenesisState(chain, modules)
  const store = new MemorySource()
  store.apply(genesis.writes)
  const get = (key: Uint8Array): Uint8Array | undefined => {
    if (key[0] === 'b'.charCodeAt(0)) throw new Error('the disk is gone')
    return store.get(key)
  }
  const ledger = createLedger({ chain, modules, source: { get }, head: genesis, recent: [] })
  const call = transactionOf(chain, [misbehave('quiet')])
  t.throws(() => ledger.simulate(call), { message: 'the disk is gone' })
  t.throws(() => ledger.simulate(transactionOf(chain, [mint('x', 1n)])), { message: 'the disk is gone' })
  t.end()
})

test('an exhausted stack is of this machine alone, and stops the node', (t) => {
  const chain = start()
  const { ledger } = chain
  const batch = [transactionOf(chain.chain, [misbehave('throw')])]
  t.throws(() => ledger.execute(ledger.head.hash, bodyOf(ledger.head, batch), batch), {
    name: 'InvariantError',
    message: /bank.misbehave threw: Maximum call stack/,
  })
  t.equal(chain.append([transactionOf(chain.chain, [mint('x', 1n)])]).receipts[0]?.outcome, 'success', 'the ledger is as it was')
  t.end()
})

test('what a Byzantine primary orders all the same is rejected with a receipt', (t) => {
  const chain = start()
  const good = transactionOf(chain.chain, [mint('x', 1n)])
  const [call] = good.body.calls
  if (call === undefined) throw new Error('no call')
  const wrong = [
    transactionOf(chain.chain, [], { calls: [{ ...call, module: 'nowhere' }] }),
    transactionOf(chain.chain, [], { calls: [{ ...call, command: 'toString' }] }),
    transactionOf(chain.chain, [], { calls: [{ ...call, params: Uint8Array.of(1) }] }),
    transactionOf(chain.chain, [mint('x', 1n)], { chainId: 8 }),
    transactionOf(chain.chain, [mint('x', 1n)], { genesisHash: `0x${'11'.repeat(32)}` as typeof ZERO_HASH }),
  ]
  for (const transaction of wrong) t.type(chain.ledger.admissible(transaction)?.code, 'string', 'refused at the door')
  const meant = transactionOf(chain.chain, [], { calls: [{ ...call, module: 'bnak' }] })
  t.equal(chain.ledger.admissible(meant)?.message, 'the chain has no module bnak, did you mean bank?')
  t.equal(chain.ledger.admissible(good), undefined)
  const { receipts } = chain.append(wrong)
  const codes = receipts.map(({ code }) => code)
  t.same(codes.slice(0, 2), ['tx/unknown-module', 'tx/unknown-command'])
  t.match(codes[2], /^encoding\//)
  t.same(codes.slice(3), ['pool/wrong-chain', 'pool/wrong-chain'])
  t.end()
})

test('simulation says why, and keeps nothing', (t) => {
  const chain = start()
  const { ledger } = chain
  const good = ledger.simulate(transactionOf(chain.chain, [transfer('alice', 'bob', 1n)]))
  t.match(good, { outcome: 'success', events: [{ type: 'transferred' }] })
  const bad = ledger.simulate(transactionOf(chain.chain, [transfer('bob', 'alice', 1n)]))
  t.match(bad, { outcome: 'rejected', code: 'bank/too-little', rejection: { message: 'bob has 0' } })
  t.match(ledger.simulate(transactionOf(chain.chain, [mint('x', 1n)], { expiresAtMs: 1 })), { code: 'pool/expired' })
  const foreign = { ...chain.chain, genesisHash: `0x${'11'.repeat(32)}` as Hash }
  const elsewhere = ledger.simulate(transactionOf(foreign, [mint('x', 1n)], { expiresAtMs: 1 }))
  t.match(
    elsewhere,
    { code: 'pool/wrong-chain', rejection: { hint: /node_info/ } },
    'who signed for another chain need not look at the clock',
  )
  t.equal(balance(chain, 'bob'), '0')
  t.end()
})

test('views: older heights with proofs, down to the undo records', (t) => {
  const chain = start({ undoHeights: 3 })
  for (let height = 1; height <= 6; height++) chain.append([transactionOf(chain.chain, [transfer('alice', `to-${height}`, 1n)])])
  const { ledger } = chain
  t.same(
    [3, 4, 5, 6].map((height) => balance(chain, 'alice', height)),
    ['97', '96', '95', '94'],
  )
  for (const height of [3, 4, 5, 6]) {
    const view = ledger.view(height)
    if (!view.ok) throw new Error(view.error.code)
    t.equal(view.value.header.height, height)
    for (const name of ['alice', 'to-1', 'to-4', 'to-6', 'nobody']) {
      const proof = view.value.proof(balanceKey(name))
      if (!proof.ok) throw new Error(proof.error.code)
      const verified = verifyStateProof(view.value.header.stateRoot, balanceKey(name), proof.value)
      t.equal(
        verified.ok && verified.value.type,
        view.value.get(balanceKey(name)) === undefined ? 'absent' : 'present',
        `${name} at ${height}`,
      )
    }
  }
  const older = ledger.view(2)
  t.equal(!older.ok && older.error.code, 'state/pruned')
  const newer = ledger.view(7)
  t.equal(!newer.ok && newer.error.code, 'state/unknown-height')
  t.equal(!ledger.view(-1).ok, true)
  t.end()
})

test('a query has its errors as values', (t) => {
  const { ledger } = start()
  const view = ledger.view()
  if (!view.ok) throw new Error('no view')
  const code = (module: string, query: string, args: Parameters<typeof view.value.query>[2]): string => {
    const answer = view.value.query(module, query, args)
    return answer.ok ? 'ok' : answer.error.code
  }
  t.equal(code('nowhere', 'balance', {}), 'query/unknown-module')
  t.equal(code('bank', 'constructor', {}), 'query/unknown-query')
  t.equal(code('bank', 'balance', { account: 5 }), 'encoding/bad-field')
  t.equal(code('bank', 'balance', { account: 'alice' }), 'ok')
  const rows = [
    ['bnak', 'balance', 'the chain has no module bnak, did you mean bank?'],
    ['bank', 'balanse', 'module bank has no query balanse, did you mean balance?'],
  ] as const
  for (const [module, query, message] of rows) t.match(view.value.query(module, query, {}), { ok: false, error: { message } })
  t.end()
})

test('a ledger needs the modules of its genesis and a store at its head', (t) => {
  const { chain, source, ledger } = start()
  const open =
    (more: object): (() => unknown) =>
    () =>
      createLedger({ chain, modules: [bank], source, head: ledger.head, recent: [], ...more })
  t.doesNotThrow(open({}))
  t.throws(open({ modules: [] }), { code: 'node/missing-module', message: /module bank version 1, which this node does not have/ })
  t.throws(open({ modules: [{ ...bank, version: 2 }] }), { code: 'node/missing-module' })
  t.throws(open({ modules: [{ ...bank, uses: ['other'] }] }), /no module other/)
  t.throws(open({ source: { get: () => undefined } }), /no state/)
  t.throws(open({ head: { ...ledger.head, header: { ...ledger.head.header, height: 1 } } }), /of height 0/)
  t.throws(open({ head: { ...ledger.head, header: { ...ledger.head.header, stateRoot: ZERO_HASH } } }), /another root/)
  t.throws(() => createLedger({ chain: chainOf([bank, bank]), modules: [bank], source, head: ledger.head, recent: [] }), /twice/)
  t.end()
})

test('what another ledger has executed is taken over, and nothing else is different', (t) => {
  const known = new Map<string, unknown>()
  let executed = 0
  const executions: ExecutionPort = {
    once: <T>(parentHash: Hash, body: { readonly ids: readonly Hash[] }, _: readonly unknown[], execute: () => T): T => {
      const name = `${parentHash} ${body.ids.join()}`
      if (!known.has(name)) {
        known.set(name, execute())
        executed += 1
      }
      return known.get(name) as T
    },
  }
  const chains = [start({ executions }), start({ executions }), start()] as const
  for (const amount of [30n, 31n, 32n]) {
    const batch = [transactionOf(chains[0].chain, [transfer('alice', 'bob', amount)])]
    const [hash, ...others] = chains.map((chain) => chain.append(batch).hash)
    t.same(others, [hash, hash])
  }
  t.equal(executed, 3, 'once a block')
  const [one, other, alone] = chains.map(({ source }) => source.records())
  t.same(other, one, 'the stores are the same')
  t.same(alone, one, '… and so is that of one that executed alone')
  for (const height of [1, 2, 3]) t.equal(balance(chains[1], 'bob', height), balance(chains[2], 'bob', height))
  t.end()
})

import { createKeyPair } from '@hanse/crypto'
import { createSigner } from '@hanse/crypto-native'
import { StoreFailure, type Timer } from '@hanse/ports'
import { bytesToHex, reject, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asPeerId,
  asValidatorIndex,
  asView,
  consensusSignBytes,
  type SignedMessage,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import type { FinalBlock, ReplicaEffect, ReplicaInput } from '@hanse/replica'
import { type Test, test } from 'tap'
import { Driver, StartRefused } from '../src/driver.ts'
import { consensusSeed, testChain } from './support/test-chain.ts'

const CHAIN = testChain()
const DOMAIN = { genesisHash: CHAIN.genesisHash, chainId: CHAIN.genesis.chainId }
const START: Extract<ReplicaInput, { type: 'start' }> = { type: 'start', log: [], guard: 'absent' }
const PEER = asPeerId('b')
const OTHERS = [PEER, asPeerId('c'), asPeerId('d')]
const ask = (view: number): ReplicaInput => ({ type: 'fetch-new-view', from: PEER, view: asView(view) })

const record = (view: number): ReplicaEffect => ({ type: 'log', record: { type: 'wants', epoch: asEpoch(0), view: asView(view) } })
const compacted: ReplicaEffect = { type: 'compact-log', records: [{ type: 'wants', epoch: asEpoch(0), view: asView(9) }] }
const guard: ReplicaEffect = { type: 'guard', guard: { epoch: asEpoch(0), view: asView(0), height: asHeight(1), lastVote: ZERO_HASH } }
const final = { block: { header: { height: 1 } } } as unknown as FinalBlock
const store: ReplicaEffect = { type: 'store', final }
const finalized: ReplicaEffect = { type: 'finalized', final }
const vote: ReplicaEffect = {
  ...{ type: 'sign', epoch: asEpoch(0), signer: asValidatorIndex(0), to: OTHERS, broadcast: true },
  message: { type: 'prepare', view: asView(0), height: asHeight(1), digest: ZERO_HASH },
}
const answer: ReplicaEffect = { type: 'fetch-new-view', from: [PEER], view: asView(3) }
const gossip: ReplicaEffect = { type: 'send-transactions', to: OTHERS, transactions: [] }

interface Disk {
  /** Waits inside every write until it is let go. */
  hold?: Promise<void>
  fail?: 'log' | 'guard' | 'store'
}

interface World {
  readonly driver: Driver
  /** What was done to the disk and the network, in order. */
  readonly events: string[]
  readonly inputs: ReplicaInput[]
  readonly fatal: unknown[]
  readonly timers: { readonly durationMs: number; readonly fire: () => void; isStopped: boolean }[]
}

type Step = (input: ReplicaInput) => readonly ReplicaEffect[]

/** A driver between a scripted replica, a disk that writes when it likes, and a network that only remembers. */
function drive(t: Test, step: Step, disk: Disk = {}): World {
  const events: string[] = []
  const inputs: ReplicaInput[] = []
  const fatal: unknown[] = []
  const timers: World['timers'] = []
  const written = async (part: 'log' | 'guard' | 'store', what: string): Promise<void> => {
    events.push(`${what} begins`)
    await disk.hold
    if (disk.fail === part) throw new StoreFailure('storage/io', `the ${part} failed`, 'free some space')
    events.push(`${what} is durable`)
  }
  const driver = new Driver({
    domain: DOMAIN,
    replica: {
      step: (input) => {
        inputs.push(input)
        return step(input)
      },
    },
    log: {
      nextPosition: 40,
      append: (records) => written('log', `log of ${records.length}`),
      prune: async (position) => void events.push(`log pruned below ${position}`),
    },
    guardFile: { write: () => written('guard', 'guard') },
    blocks: { append: (finals) => written('store', `store of ${finals.length}`) },
    evidence: { add: () => undefined, flush: async () => void events.push('evidence kept') },
    signer: createSigner(consensusSeed('bank-a')),
    outbound: {
      consensus: (to, frame) => void events.push(`${frame.type} to ${to}`),
      transactions: (to) => void events.push(`transactions to ${to}`),
      fetchTransactions: () => void events.push('fetch'),
      fetchBlocks: () => undefined,
      flush: () => undefined,
    },
    clock: {
      nowMs: () => 0,
      startTimer: (durationMs, fire): Timer => {
        const timer = { durationMs, fire, isStopped: false }
        timers.push(timer)
        return { stop: () => void Object.assign(timer, { isStopped: true }) }
      },
    },
    pace: { next: (waitMs) => waitMs + 1_000 },
    verifyOwn: (signed) => signed as Verified<SignedMessage>,
    onFinal: () => void events.push('told final'),
    onEffect: ({ type }) => void events.push(type),
    onFatal: (error) => void fatal.push(error),
  })
  t.teardown(() => driver.stop())
  return { driver, events, inputs, fatal, timers }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

function gate(): { readonly hold: Promise<void>; open(): void } {
  let open: () => void = () => undefined
  const hold = new Promise<void>((resolve) => {
    open = resolve
  })
  return { hold, open: () => open() }
}

test('nothing leaves before log and guard are durable, nothing is final before the store, whatever the order of the effects', async (t) => {
  const { driver, events } = drive(t, ({ type }) => {
    return type === 'fetch-new-view' ? [gossip, vote, store, finalized, answer, record(1), guard, record(2)] : []
  })
  await driver.start(START)
  await driver.push(ask(1), PEER)
  await turn()
  t.strictSame(events, [
    ...['log of 2 begins', 'log of 2 is durable', 'guard begins', 'guard is durable'],
    ...['transactions to b,c,d', 'signed to b,c,d', 'fetchNewView to b'],
    ...['store of 1 begins', 'store of 1 is durable', 'told final'],
  ])
})

test('inputs that come while the disk works share one sync', async (t) => {
  const disk: Disk = {}
  const { driver, events } = drive(t, (input) => (input.type === 'fetch-new-view' ? [record(input.view), answer] : []), disk)
  await driver.start(START)
  const first = gate()
  disk.hold = first.hold
  void driver.push(ask(1), PEER)
  await turn()
  for (let view = 2; view <= 11; view++) void driver.push(ask(view), PEER)
  await turn()
  t.strictSame(events, ['log of 1 begins'], 'one round at a time, and it has told nobody')
  first.open()
  disk.hold = Promise.resolve()
  await turn()
  t.strictSame(
    events.filter((event) => event.startsWith('log')),
    ['log of 1 begins', 'log of 1 is durable', 'log of 10 begins', 'log of 10 is durable'],
  )
  t.equal(events.filter((event) => event === 'fetchNewView to b').length, 11)
})

test('the log is dropped below the copy of what is needed, and only when the copy and the blocks are durable', async (t) => {
  const { driver, events } = drive(t, ({ type }) => (type === 'fetch-new-view' ? [record(1), compacted, record(2), store, answer] : []))
  await driver.start(START)
  await driver.push(ask(1), PEER)
  await turn()
  t.strictSame(events, [
    ...['log of 3 begins', 'log of 3 is durable', 'fetchNewView to b', 'store of 1 begins', 'store of 1 is durable'],
    ...['evidence kept', 'log pruned below 41'],
  ])
})

test('own messages are signed, come back through the check, and go before what waits', async (t) => {
  const { driver, inputs } = drive(t, ({ type }) => (type === 'peer-disconnected' ? [vote] : []))
  await driver.start(START)
  driver.enqueue({ type: 'peer-disconnected', peer: PEER })
  await turn()
  t.strictSame(
    inputs.map(({ type }) => type),
    ['start', 'peer-disconnected', 'message'],
  )
  const own = inputs[2]
  if (own?.type !== 'message' || own.signed.message.type !== 'prepare') return t.fail('an own Prepare')
  const { signer, epoch, signature, message } = own.signed
  const expected = createKeyPair(consensusSeed('bank-a')).sign(consensusSignBytes(DOMAIN, epoch, message)) as Uint8Array
  t.strictSame([signer, signature], [0, bytesToHex(expected)])
})

test('what comes before the log was read waits behind it', async (t) => {
  const disk: Disk = gate()
  const { driver, inputs } = drive(t, ({ type }) => (type === 'start' ? [record(1)] : []), disk)
  const started = driver.start(START)
  driver.enqueue({ type: 'peer-connected', peer: PEER, head: asHeight(0) })
  await turn()
  t.strictSame(
    inputs.map(({ type }) => type),
    ['start'],
  )
  ;(disk as ReturnType<typeof gate>).open()
  await started
  await turn()
  t.strictSame(
    inputs.map(({ type }) => type),
    ['start', 'peer-connected'],
  )
})

test('a key that must not vote is refused by start, and nothing leaves', async (t) => {
  const refusal = reject('consensus/guard-missing', 'the vote guard is missing')
  const { driver, events, inputs } = drive(t, () => [{ type: 'refuse-start', rejection: refusal }, gossip])
  await t.rejects(driver.start(START), new StartRefused(refusal))
  await driver.push(ask(1), PEER)
  await turn()
  t.strictSame([events, inputs.length], [[], 1])
})

for (const [part, leaves] of [
  ['log', 'nothing leaves'],
  ['guard', 'nothing leaves'],
  ['store', 'votes have left, nothing is final and no timer begins'],
] as const) {
  test(`the first error of the ${part} ends it: once, and ${leaves}`, async (t) => {
    const disk: Disk = {}
    const timer: ReplicaEffect = { type: 'start-timer', timer: 'view', durationMs: 5 }
    const { driver, events, fatal, inputs, timers } = drive(
      t,
      ({ type }) => (type === 'fetch-new-view' ? [record(1), guard, store, vote, timer, finalized] : []),
      disk,
    )
    await driver.start(START)
    disk.fail = part
    void driver.push(ask(1), PEER)
    const answered = driver.submit({} as Verified<Transaction>)
    await turn()
    t.match(fatal, [{ code: 'storage/io', message: `the ${part} failed` }])
    t.equal(events.at(-1), `${part === 'guard' ? part : `${part} of 1`} begins`)
    t.equal(events.includes('signed to b,c,d'), part === 'store')
    t.strictSame(timers, [])
    t.equal(await answered, undefined, 'who waits for an answer gets one')
    await driver.push(ask(2), PEER)
    t.equal(await driver.submit({} as Verified<Transaction>), undefined)
    await turn()
    t.equal(fatal.length, 1)
    t.ok(inputs.length <= 3, 'and takes nothing any more')
  })
}

test('a broken invariant ends it too', async (t) => {
  const { driver, fatal } = drive(t, ({ type }) => {
    if (type !== 'start') throw new Error('two quorums')
    return []
  })
  await driver.start(START)
  driver.enqueue({ type: 'peer-disconnected', peer: PEER })
  await turn()
  t.match(fatal, [{ message: 'two quorums' }])
})

test('stop finishes the round, stops the timers and answers everybody', async (t) => {
  const disk: Disk = {}
  const timer: ReplicaEffect = { type: 'start-timer', timer: 'status', durationMs: 400 }
  const { driver, events, timers } = drive(t, ({ type }) => (type === 'start' ? [timer] : [record(1), answer]), disk)
  await driver.start(START)
  const write = gate()
  disk.hold = write.hold
  void driver.push(ask(1), PEER)
  await turn()
  const submitted = driver.submit({} as Verified<Transaction>)
  const stopped = driver.stop()
  t.equal(await submitted, undefined)
  t.match(timers, [{ durationMs: 400, isStopped: true }])
  write.open()
  await stopped
  t.strictSame(events, ['log of 1 begins', 'log of 1 is durable', 'fetchNewView to b'])
  await driver.stop()
})

test('how long a batch waits is the pace’s to say, and no other timer', async (t) => {
  const timerOf = (timer: 'batch' | 'status'): ReplicaEffect => ({ type: 'start-timer', timer, durationMs: 20 })
  const { driver, timers } = drive(t, ({ type }) => (type === 'start' ? [timerOf('batch'), timerOf('status')] : []))
  await driver.start(START)
  t.match(timers, [{ durationMs: 1_020 }, { durationMs: 20 }])
})

test('a round takes no more blocks than the ledger can wait for', async (t) => {
  const { driver, events } = drive(t, ({ type }) => (type === 'blocks' ? Array.from({ length: 20 }, () => store) : []))
  await driver.start(START)
  for (let index = 0; index < 10; index++)
    void driver.push({ type: 'blocks', from: PEER, fromHeight: asHeight(1), skipped: 0, blocks: [] }, PEER)
  await turn()
  t.strictSame(
    events.filter((event) => event.endsWith('durable')),
    Array.from({ length: 5 }, () => 'store of 40 is durable'),
  )
})

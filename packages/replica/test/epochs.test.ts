import { asPeerId } from '@hanse/protocol'
import type { MembershipChange } from '@hanse/state'
import { type Test, test } from 'tap'
import type { ReplicaEffect } from '../src/index.ts'
import { type CrashPoint, EpochNet } from './support/epoch-net.ts'
import { membershipTransaction, recordOf, waitTransaction } from './support/governor.ts'

const admit = (index: number): MembershipChange => ({ type: 'admit', record: recordOf(index) })
const promote = (index: number): MembershipChange => ({ type: 'promote', organization: `validator-${index}` })
const remove = (index: number): MembershipChange => ({ type: 'remove', organization: `validator-${index}` })

let numbers = 0

/** One after the other: each is final at `by` before the next is sent. */
function change(t: Test, net: EpochNet, by: number, ...changes: readonly MembershipChange[]): void {
  for (const wanted of changes) {
    const before = net.node(by).height
    net.node(by).submit(membershipTransaction(net.chain, ++numbers, wanted))
    t.ok(
      net.passUntil(() => net.node(by).height > before),
      `${wanted.type} is final`,
    )
  }
}

function epochs(net: EpochNet): readonly number[] {
  return net.nodes.filter(({ isUp }) => isUp).map(({ replica }) => replica.epoch)
}

/** Every node that is up has the same head and nothing in its pool, and nothing is wrong. */
function settle(t: Test, net: EpochNet): void {
  const up = net.nodes.filter(({ isUp }) => isUp)
  const isSame = (): boolean => up.every(({ height, pool }) => height === up[0]?.height && pool?.size === 0)
  t.ok(net.passUntil(isSame), `all at one height: ${up.map(({ height }) => height)}`)
  t.same(net.violations, [])
  t.same(
    up.flatMap(({ refused }) => refused),
    [],
    'nobody honest is refused',
  )
}

/** Blocks go on. */
function proceeds(t: Test, net: EpochNet, by: number): void {
  const before = net.node(by).height
  net.node(by).submit(waitTransaction(net.chain, ++numbers))
  t.ok(
    net.passUntil(() => net.node(by).height > before),
    'blocks go on',
  )
  settle(t, net)
}

/** Four validators, and a fifth who is one after it. */
function withFive(t: Test, more = 0): EpochNet {
  const net = new EpochNet({ nodes: 5 + more })
  net.start(...net.nodes.map(({ index }) => index))
  change(t, net, 0, admit(4), promote(4))
  settle(t, net)
  return net
}

const endsEpoch = (effects: readonly ReplicaEffect[]): boolean =>
  effects.some((effect) => effect.type === 'store' && effect.final.block.nextValidators !== undefined)

test('at a quiet time: the newcomer votes, and who is removed follows', (t) => {
  const net = withFive(t)
  t.same(epochs(net), [1, 1, 1, 1, 1])
  t.equal(net.node(4).replica.self, 4)
  net.pass(3_000)
  t.match(net.node(4).guard, { epoch: 1, genesisHash: net.chain.genesisHash }, 'the first vote of its key')
  t.ok(net.node(4).guard.height > 0)
  change(t, net, 2, remove(0))
  settle(t, net)
  t.same(epochs(net), [2, 2, 2, 2, 2])
  t.same(
    net.nodes.map(({ replica }) => replica.self),
    [undefined, 0, 1, 2, 3],
  )
  const before = net.node(0).height
  net.pass(4_000)
  settle(t, net)
  t.ok(net.node(0).height > before, 'it follows')
  t.equal(net.node(0).guard.epoch, 1, 'and has voted no more')
  t.end()
})

test('with the window full: what was in flight of the epoch that ends is proposed again in the next', (t) => {
  const net = new EpochNet({ nodes: 6, delayMsMax: 40 })
  net.start(0, 1, 2, 3, 4, 5)
  const changes = [admit(4), admit(5), promote(4), promote(5), remove(1), remove(2)]
  const sent: ReturnType<typeof waitTransaction>[] = []
  for (let round = 0; round < 180; round++) {
    const transaction = waitTransaction(net.chain, ++numbers)
    sent.push(transaction)
    net.node(round % 4).submit(transaction)
    const wanted = round % 28 === 14 ? changes.shift() : undefined
    if (wanted !== undefined) net.node(0).submit(membershipTransaction(net.chain, ++numbers, wanted))
    net.pass(10)
  }
  settle(t, net)
  t.same(epochs(net), [4, 4, 4, 4, 4, 4])
  const { reader } = net.node(5)
  t.same(sent.filter(({ id }) => reader.heightOfTransaction(id) === undefined).length, 0)
  const ends = net.node(0).notes.filter(({ type }) => type === 'epoch-entered')
  t.equal(ends.length, 4)
  t.end()
})

test('with a view change pending: it is forgotten, and the new epoch begins in view 0', (t) => {
  const net = withFive(t)
  net.isolate(0)
  proceedsWithout(t, net)
  t.ok(net.node(1).replica.describe().view > 0)
  net.node(1).submit(membershipTransaction(net.chain, ++numbers, remove(2)))
  // Some ask for yet another view while the block that ends the epoch becomes final.
  net.pass(10)
  net.isolate(1)
  t.ok(net.passUntil(() => net.node(3).replica.describe().view > 1))
  net.join(0, 1)
  t.ok(net.passUntil(() => epochs(net).every((epoch) => epoch === 2)))
  settle(t, net)
  t.same(
    net.nodes.map(({ replica }) => replica.describe().view),
    [0, 0, 0, 0, 0],
  )
  t.end()
})

function proceedsWithout(t: Test, net: EpochNet): void {
  const before = net.node(1).height
  net.node(1).submit(waitTransaction(net.chain, ++numbers))
  t.ok(net.passUntil(() => net.node(1).height > before))
}

test('a replica two epochs behind comes along, and speaks in the newest', (t) => {
  const net = withFive(t, 2)
  net.isolate(3)
  change(t, net, 0, admit(5), promote(5), admit(6), promote(6))
  t.equal(net.node(3).replica.epoch, 1)
  net.join(3)
  settle(t, net)
  t.same(epochs(net), [3, 3, 3, 3, 3, 3, 3])
  const before = net.node(3).guard.height
  proceeds(t, net, 0)
  t.ok(net.node(3).guard.height > before)
  t.end()
})

test('one who was removed while it heard nothing is carried over the end by a certificate', (t) => {
  const net = withFive(t)
  net.isolate(4)
  change(t, net, 0, remove(4))
  net.join(4)
  t.ok(net.passUntil(() => net.node(4).replica.epoch === 2))
  settle(t, net)
  t.equal(net.node(4).replica.self, undefined)
  proceeds(t, net, 0)
  t.end()
})

test('who speaks in an epoch that is over gets the certificate of its end, once a while; who lies about a later one is asked once', (t) => {
  const net = withFive(t)
  const { replica } = net.node(0)
  const from = asPeerId('peer-3')
  const speak = (epoch: number, height = 0) =>
    replica.step({ type: 'other-epoch', from, epoch: epoch as never, height: height as never }, net.nowMs)
  const end = net.node(0).notes.find(({ type }) => type === 'epoch-entered')
  t.match(speak(0), [
    { type: 'send-certificate', to: [from], certificate: { epoch: 0, height: end?.type === 'epoch-entered' ? end.firstHeight - 1 : 0 } },
  ])
  t.same(speak(0), [], 'not twice in a row')
  t.match(
    speak(7, 1_000_000).filter(({ type }) => type === 'fetch-blocks'),
    [{ from, fromHeight: net.node(0).height + 1 }],
  )
  t.same(
    speak(8).filter(({ type }) => type === 'fetch-blocks'),
    [],
  )
  replica.step({ type: 'blocks', from, fromHeight: (net.node(0).height + 1) as never, skipped: 0, blocks: [] }, net.nowMs)
  t.notOk(replica.describe().syncing)
  t.same(
    speak(9, 2_000_000).filter(({ type }) => type === 'fetch-blocks'),
    [],
    'it rests',
  )
  t.end()
})

for (const point of ['log', 'guard', 'store', 'send'] as const) {
  test(`a restart as the epoch ends, before the ${point}`, (t) => {
    const net = withFive(t)
    const crashing = [1, 4]
    for (const index of crashing) net.node(index).crashIn = (effects): CrashPoint | undefined => (endsEpoch(effects) ? point : undefined)
    net.node(0).submit(membershipTransaction(net.chain, ++numbers, remove(3)))
    net.passUntil(() => crashing.every((index) => !net.node(index).isUp), 2_000)
    net.stop(...crashing)
    net.start(...crashing)
    t.ok(net.passUntil(() => epochs(net).every((epoch) => epoch === 2)))
    proceeds(t, net, 0)
    t.end()
  })
}

test('all of them lose what the store had not written yet, and votes of the next epoch are in their logs', (t) => {
  const net = withFive(t)
  const before = net.node(0).height
  const disks = net.nodes.map((node) => node.copyOfDisk())
  change(t, net, 0, remove(3))
  proceeds(t, net, 0)
  net.pass(200)
  net.stop(0, 1, 2, 3, 4)
  for (const [index, node] of net.nodes.entries()) node.restore({ ...(disks[index] as (typeof disks)[0]), log: node.disk.log })
  t.same(new Set(net.nodes.map(({ height }) => height)), new Set([before]), 'below the end')
  net.start(0, 1, 2, 3, 4)
  t.same(epochs(net), [2, 2, 2, 2, 2], 'the certificate is in the log')
  proceeds(t, net, 0)
  t.end()
})

test('a fresh node follows from genesis through several epochs, from several peers', (t) => {
  const net = new EpochNet({ nodes: 8 })
  net.start(0, 1, 2, 3)
  const blocks = (): void => {
    for (let block = 0; block < 15; block++) {
      net.node(1).submit(waitTransaction(net.chain, ++numbers))
      net.pass(45)
    }
  }
  blocks()
  for (const index of [4, 5, 6]) {
    net.start(index)
    change(t, net, 1, admit(index), promote(index))
    blocks()
  }
  change(t, net, 1, remove(0))
  blocks()
  const startedMs = net.nowMs
  net.start(7)
  t.ok(
    net.passUntil(() => net.node(7).height >= net.node(1).height, 10_000),
    `at ${net.node(7).height} of ${net.node(1).height}`,
  )
  t.comment(`${net.node(7).height} blocks, ${net.nowMs - startedMs} ms`)
  settle(t, net)
  t.equal(net.node(7).replica.epoch, 4)
  t.end()
})

test('a key whose guard is gone does not vote when it becomes a validator, and says so', (t) => {
  const net = new EpochNet({ nodes: 5 })
  net.node(4).disk.guard = undefined
  net.start(0, 1, 2, 3, 4)
  change(t, net, 0, admit(4), promote(4))
  settle(t, net)
  t.equal(net.node(4).replica.self, undefined)
  t.match(
    net.node(4).notes.filter(({ type }) => type === 'cannot-vote'),
    [{ epoch: 1, rejection: { code: 'consensus/guard-missing' } }],
  )
  net.stop(4)
  net.start(4)
  t.equal(net.node(4).refusal, 'consensus/guard-missing', 'as a validator it does not start')
  t.end()
})

test('a restored backup votes in its guard’s epoch above what it has voted, and in a later one at once', (t) => {
  const net = withFive(t)
  const backup = net.node(2).copyOfDisk()
  for (let block = 0; block < 5; block++) proceeds(t, net, 0)
  net.stop(2)
  const { guard } = net.node(2)
  net.node(2).restore(backup)
  net.isolate(2)
  net.start(2)
  net.pass(3_000)
  t.same(net.node(2).guard, guard, 'alone it votes for nothing')
  change(t, net, 0, remove(3))
  net.join(2)
  settle(t, net)
  for (let block = 0; block < 5; block++) proceeds(t, net, 0)
  t.match(net.node(2).guard, { epoch: 2 })
  t.end()
})

test('a validator that goes and comes back goes on where its promises ended', (t) => {
  const net = withFive(t)
  change(t, net, 0, remove(4))
  settle(t, net)
  change(t, net, 0, promote(4))
  settle(t, net)
  t.equal(net.node(4).replica.self, 4)
  proceeds(t, net, 0)
  t.equal(net.node(4).guard.epoch, 3)
  net.stop(4)
  net.start(4)
  proceeds(t, net, 4)
  t.end()
})

test('a key that is replaced: the new one votes, the old one follows', (t) => {
  const net = new EpochNet({ nodes: 5 })
  net.start(0, 1, 2, 3, 4)
  change(t, net, 0, { type: 'replace', record: { ...recordOf(4), organization: 'validator-3' } })
  settle(t, net)
  t.same([net.node(3).replica.self, net.node(4).replica.self], [undefined, 3])
  proceeds(t, net, 0)
  t.end()
})

import type { MembershipChange } from '@hanse/state'
import { type Test, test } from 'tap'
import { EpochNet } from './support/epoch-net.ts'
import { membershipTransaction, recordOf } from './support/governor.ts'

let numbers = 0

/** Every node that is up has it, and nothing is wrong. */
function change(t: Test, net: EpochNet, by: number, ...changes: readonly MembershipChange[]): void {
  for (const wanted of changes) {
    const before = net.node(by).height
    net.node(by).submit(membershipTransaction(net.chain, ++numbers, wanted))
    t.ok(net.passUntil(() => net.node(by).height > before), `${wanted.type} is final`)
  }
}

function epochs(net: EpochNet): readonly number[] {
  return net.nodes.filter(({ isUp }) => isUp).map(({ replica }) => replica.epoch)
}

const admit = (index: number): MembershipChange => ({ type: 'admit', record: recordOf(index) })
const promote = (index: number): MembershipChange => ({ type: 'promote', organization: `validator-${index}` })
const remove = (index: number): MembershipChange => ({ type: 'remove', organization: `validator-${index}` })

function settled(t: Test, net: EpochNet): void {
  const up = net.nodes.filter(({ isUp }) => isUp)
  const isSame = (): boolean => up.every(({ height }) => height === up[0]?.height)
  t.ok(net.passUntil(isSame), `all at one height: ${up.map(({ height }) => height)}`)
  t.same(net.violations, [])
  t.same(
    up.flatMap(({ refused }) => refused),
    [],
    'nobody honest is refused',
  )
}

test('a set that changes at a quiet time: the newcomer votes, the one who is removed follows', (t) => {
  const net = new EpochNet({ nodes: 5 })
  net.start(0, 1, 2, 3, 4)
  net.pass(500)
  change(t, net, 0, admit(4), promote(4))
  settled(t, net)
  t.same(epochs(net), [1, 1, 1, 1, 1])
  t.equal(net.node(4).replica.self, 4)
  net.pass(3_000)
  t.ok(net.node(4).guard.height > 0, 'the first vote of its key')
  t.equal(net.node(4).guard.epoch, 1)
  change(t, net, 2, remove(0))
  settled(t, net)
  t.same(epochs(net), [2, 2, 2, 2, 2])
  t.same(
    net.nodes.map(({ replica }) => replica.self),
    [undefined, 0, 1, 2, 3],
  )
  const before = net.node(0).height
  net.pass(4_000)
  settled(t, net)
  t.ok(net.node(0).height > before, 'it follows')
  t.equal(net.node(0).guard.epoch, 1)
  t.end()
})

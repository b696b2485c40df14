import { createPrng } from '@hanse/primitives'
import { asHeight, asView, type ConsensusMessage } from '@hanse/protocol'
import { test } from 'tap'
import { raiseHead } from '../src/finality.ts'
import { onMessage } from '../src/handle/message.ts'
import { MessageWindow } from '../src/message-window.ts'
import { checkOptions } from '../src/params.ts'
import { type Context, initialState } from '../src/replica-state.ts'
import { VoteSet } from '../src/vote-set.ts'
import { engineOptions, GENESIS_HASH, named, sign } from './support/fixtures.ts'
import { body, chain, commit, Probe, prepare, proposal, status, viewChange } from './support/probe.ts'

const WINDOW = 4

function votesAt(view: number, height: number): readonly ConsensusMessage[] {
  return [prepare(body(height), view), commit(body(height), view)]
}

test('heights are kept up to head and two windows', (t) => {
  const probe = new Probe(1, { window: WINDOW })
  for (let height = 1; height <= 1_000; height++) probe.hear(3, ...votesAt(0, height))
  t.same(
    probe.engine.describe().slots.map(({ height }) => height),
    [1, 2, 3, 4, 5, 6, 7, 8],
  )
  t.end()
})

test('of each sender the votes of one future view are kept, the highest', (t) => {
  const window = new MessageWindow()
  const keep = (from: number, message: ConsensusMessage): void => window.keep(sign(from, message) as never)
  for (let height = 1; height <= 8; height++) for (const vote of votesAt(3, height)) keep(2, vote)
  t.equal(window.size, 16)
  for (let view = 4; view < 500; view++) keep(3, prepare(body(1), view))
  t.equal(window.size, 17, 'a flood of views costs its sender its own votes')
  keep(2, prepare(body(1), 2))
  t.equal(window.size, 17, 'a lower view than the sender is known in')
  keep(2, prepare(body(1, [named('other')]), 3))
  t.equal(window.size, 17, 'one Prepare a height')
  t.equal(window.take(asView(3)).length, 16)
  t.equal(window.size, 1)
  t.equal(window.take(asView(600)).length, 0, 'lower views are forgotten')
  t.equal(window.size, 0)
  t.end()
})

test('votes of a future view stay bounded while head rises', (t) => {
  const options = engineOptions(4, 1, { window: WINDOW })
  const state = initialState(GENESIS_HASH)
  const context: Context = { options, sizes: checkOptions(options), state, emit: () => {} }
  for (const { certificate } of chain(1_000)) {
    // Validator 3 is the primary of view 3: its Proposals may name ten thousand ids each.
    for (let height = certificate.height; height < certificate.height + WINDOW; height++)
      for (const vote of [proposal(body(height, [named('a')], 3), 3), commit(body(height), 3)]) onMessage(context, sign(3, vote))
    raiseHead(context, { height: certificate.height, hash: certificate.headerHash, certificate }, 0)
  }
  t.equal(state.head.height, 1_000)
  t.equal(state.future.size, 2 * (WINDOW - 1), 'what is above head')
  t.end()
})

test('a Proposal takes the place of its sender’s Prepare', (t) => {
  const window = new MessageWindow()
  window.keep(sign(1, prepare(body(1), 1)) as never)
  window.keep(sign(1, proposal(body(1), 1)) as never)
  t.same(
    window.take(asView(1)).map(({ message }) => message.type),
    ['proposal'],
  )
  t.end()
})

test('a signer has one vote and one conflicting copy, and counts once for each', (t) => {
  const votes = new VoteSet(3)
  const add = (from: number, key: string): string => votes.add(key, sign(from, prepare(body(1)))).type
  t.same([add(0, 'x'), add(0, 'x'), add(0, 'x')], ['added', 'known', 'known'])
  t.equal(votes.countOf('x'), 1)
  t.same([add(0, 'y'), add(0, 'z'), add(0, 'y')], ['conflict', 'known', 'known'])
  t.same([votes.countOf('y'), votes.countOf('z')], [1, 0])
  add(1, 'y')
  t.equal(votes.decided, undefined)
  add(2, 'y')
  t.equal(votes.decided, 'y')
  t.same(
    votes.quorumFor('y').map(({ signer }) => signer),
    [0, 1, 2],
    'distinct signers, ascending',
  )
  t.end()
})

test('a quorum is of distinct signers', (t) => {
  const one = body(1)
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  probe.check(one)
  for (let copy = 0; copy < 5; copy++) probe.hear(0, prepare(one), proposal(one))
  t.same(probe.effects('execute', probe.all), [])
  t.match(probe.engine.describe().slots, [{ prepares: [0], phase: 'proposed' }])
  t.end()
})

test('a flood of everything by one sender leaves the others their places', (t) => {
  const probe = new Probe(1, { window: WINDOW })
  const prng = createPrng(7)
  const one = body(1, [named('a')])
  probe.hear(0, proposal(one))
  probe.check(one)
  probe.echo()
  for (let count = 0; count < 3_000; count++) {
    const view = prng.below(2) === 0 ? 0 : prng.below(1_000_000)
    const height = 1 + prng.below(20)
    const noise = body(height, [named(`${count}`)], 3)
    probe.hear(
      3,
      prng.pick<ConsensusMessage>([
        prepare(noise, view),
        commit(noise, view),
        viewChange(1 + view),
        status(view, view + prng.below(9)),
        {
          type: 'newView',
          newView: asView(4 * view + 3),
          viewChanges: [named(`x${count}`), named(`y${count}`), named(`z${count}`)],
          base: asHeight(0),
        },
      ]),
    )
  }
  t.match(probe.engine.describe(), { view: 0, wants: 0 })
  t.ok(probe.engine.describe().slots.length <= 2 * WINDOW)
  probe.hear(2, prepare(one))
  t.equal(probe.effects('execute').length, 1)
  probe.executed(one)
  probe.echo()
  probe.hear(0, commit(one))
  probe.hear(2, commit(one))
  t.equal(probe.engine.describe().head.height, 1)
  t.end()
})

test('a NewView whose ViewChanges are nowhere is forgotten', (t) => {
  const probe = new Probe(1)
  probe.hear(2, { type: 'newView', newView: asView(2), viewChanges: [named('x'), named('y'), named('z')], base: asHeight(0) })
  t.equal(probe.effects('fetch-view-change').length, 3)
  let asked = 0
  for (let round = 0; round < 100; round++) asked += probe.fire('fetch').filter(({ type }) => type === 'fetch-view-change').length
  t.ok(asked > 0 && asked < 100, `${asked} more fetches`)
  t.same(probe.fire('fetch'), [])
  t.end()
})

test('messages of another epoch change nothing', (t) => {
  const probe = new Probe(1)
  const before = probe.engine.describe()
  for (const message of [proposal(body(1)), ...votesAt(0, 1), viewChange(1), status(5, 5)]) {
    probe.step({ type: 'message', signed: { ...sign(0, message), epoch: 1 as never } })
    t.same(probe.last, [])
  }
  t.same(probe.engine.describe(), before)
  t.end()
})

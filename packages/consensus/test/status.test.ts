import { proposalDigest } from '@hanse/protocol'
import { test } from 'tap'
import * as consensus from '../src/index.ts'
import { engineOptions, executedHash, GENESIS, GENESIS_HASH, named, sign } from './support/fixtures.ts'
import { Network } from './support/network.ts'
import { body, chain, commit, Probe, prepare, proposal, status } from './support/probe.ts'

const one = body(1, [named('a')])

/** Has voted for height 1, and knows the votes of 0 and 1. */
function voter(): Probe {
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  probe.check(one)
  probe.echo()
  probe.hear(2, prepare(one))
  probe.executed(one)
  probe.echo()
  return probe
}

test('Status says what is held of each height of the window', (t) => {
  const probe = voter()
  probe.hear(0, proposal(body(2)))
  probe.fire('status')
  t.same(probe.said(), [
    {
      ...status(0, 0),
      slots: [
        { height: 1, digest: proposalDigest(one), voters: [0, 1, 2] },
        { height: 2, digest: proposalDigest(body(2)), voters: [0] },
      ],
    },
  ])
  t.end()
})

test('one who lacks votes gets ours and the primary’s again, once a status period', (t) => {
  const probe = voter()
  probe.hear(3, status(0, 0))
  t.match(probe.lines(), [/^relay to 3, from 0: Proposal view 0 height 1/, /^relay to 3, from 1: Prepare/, /^relay to 3, from 1: Commit/])
  probe.hear(3, status(0, 0))
  t.same(probe.last, [])
  probe.fire('status')
  probe.hear(3, { ...status(0, 0), slots: [{ height: one.height, digest: proposalDigest(one), voters: [0, 1, 3] as never }] })
  t.match(probe.lines(), [/^relay to 3, from 1: Commit/], 'it says that it has the Prepares')
  t.end()
})

test('one to whom the primary said something else gets what the primary said to us', (t) => {
  const probe = voter()
  probe.hear(3, { ...status(0, 0), slots: [{ height: one.height, digest: named('other'), voters: [0, 3] as never }] })
  t.match(probe.lines()[0], /^relay to 3, from 0: Proposal/)
  t.end()
})

test('one who is below our head gets the certificate', (t) => {
  const blocks = chain(2)
  const probe = new Probe(1, { head: blocks[1]!.certified })
  probe.hear(3, status(0, 0, 0))
  t.match(probe.lines(), [/^send to 3 commit certificate view 0 height 2/])
  t.end()
})

test('whatever is lost once is repaired', (t) => {
  for (const lost of ['proposal', 'prepare', 'commit', 'newView', 'viewChange', 'status'] as const) {
    let left = 6
    const network = new Network({
      module: consensus,
      delay: (_, __, ___, packet) => {
        if (packet.type === 'input' && packet.input.type === 'message' && packet.input.signed.message.type === lost && left > 0) {
          left -= 1
          return undefined
        }
        return 5
      },
    })
    network.startAll()
    network.runUntil(2_000)
    network.node(0).crash()
    const id = network.submit([1])
    network.runUntil(8_000)
    network.node(0).start()
    network.connectionsChanged()
    network.runUntil(12_000)
    t.equal(left, 0, `${lost} was lost`)
    t.ok(network.isFinalEverywhere(id), `and nothing of it in the end`)
  }
  t.end()
})

test('answers to fetches are bounded a peer and status period', (t) => {
  const probe = voter()
  const ask = { type: 'fetch-body', from: 3 as never, height: one.height, digest: proposalDigest(one) } as const
  let answers = 0
  for (let count = 0; count < 500; count++) answers += probe.step(ask).filter(({ type }) => type === 'send-body').length
  t.equal(answers, 64)
  t.equal(probe.step({ ...ask, from: 2 as never }).length, 1, 'another peer is not touched by that')
  probe.fire('status')
  t.equal(probe.step(ask).length, 1)
  t.end()
})

test('conflicting votes and forgotten Commits are reported, each once', (t) => {
  const probe = voter()
  const kinds = (): readonly unknown[] =>
    probe
      .effects('report')
      .map(({ evidence: { kind, culprit, first, second } }) => [kind, culprit, first.message.type, second.message.type])
  const other = body(1, [named('b')])
  probe.hear(2, prepare(other))
  t.same(kinds(), [['conflicting-prepare', 2, 'prepare', 'prepare']])
  probe.hear(2, prepare(other), prepare(body(1, [named('c')])))
  t.same(kinds(), [], 'one conflicting copy is kept')
  probe.hear(0, proposal(other))
  t.same(kinds(), [['conflicting-prepare', 0, 'proposal', 'proposal']])
  probe.hear(3, { ...commit(one), headerHash: named('x') })
  probe.hear(3, { ...commit(one), headerHash: named('y') })
  t.same(kinds(), [['conflicting-commit', 3, 'commit', 'commit']])
  probe.hear(3, { type: 'viewChange', newView: 1 as never })
  t.same(kinds(), [['forgotten-commit', 3, 'commit', 'viewChange']])
  probe.hear(3, { type: 'viewChange', newView: 1 as never })
  t.same(kinds(), [])
  probe.hear(3, { type: 'viewChange', newView: 2 as never })
  t.same(kinds(), [], 'nor for every further ViewChange')
  t.end()
})

test('a Commit that its ViewChange owns up to is no evidence', (t) => {
  const probe = voter()
  probe.hear(2, commit(one))
  const signatures = [0, 1, 2].map((signer) => ({ signer: signer as never, signature: sign(signer, prepare(one)).signature }))
  probe.hear(2, {
    type: 'viewChange',
    newView: 1 as never,
    prepared: { epoch: 0 as never, view: 0 as never, height: one.height, digest: proposalDigest(one), signatures },
  })
  t.same(probe.effects('report'), [])
  t.equal(executedHash(GENESIS_HASH, proposalDigest(one)), commit(one).headerHash)
  t.end()
})

test('who has no voice asks for the NewView of a view that f + 1 have reached', (t) => {
  const engine = consensus.createEngine(engineOptions(4))
  const asked = (...inputs: readonly consensus.Input[]) =>
    inputs.flatMap((input) => engine.step(input)).filter(({ type }) => type === 'fetch-new-view' || type === 'broadcast')
  const heard = (from: number, view: number): consensus.Input => ({ type: 'message', signed: sign(from, status(view, view)) })
  const tick: consensus.Input = { type: 'timer-fired', timer: 'status' }
  asked({ type: 'start', head: GENESIS, log: [], role: { type: 'observer' } })
  t.same(asked(heard(2, 3), tick), [], 'one alone may lie')
  t.same(asked(heard(1, 2), tick), [{ type: 'fetch-new-view', from: [2, 1], view: 2 }])
  t.end()
})

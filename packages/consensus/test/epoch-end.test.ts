import { ZERO_HASH } from '@hanse/primitives'
import { asEpoch, asHeight, asView, type Guard, proposalDigest } from '@hanse/protocol'
import { type Test, test } from 'tap'
import { createEngine, type Effect } from '../src/index.ts'
import { engineOptions, fakeHeader, GENESIS_HASH, named, sign } from './support/fixtures.ts'
import { body, commit, committedBy, Probe, prepare, proposal } from './support/probe.ts'

const one = body(1, [named('a')])
const two = body(2, [named('b')])
const firstHash = commit(one).headerHash

/** Heights 1 and 2 are prepared; whether 1 ends the epoch is what its execution says. */
function prepared(endsEpoch: boolean): Probe {
  const probe = new Probe(1)
  for (const batch of [one, two]) {
    probe.hear(0, proposal(batch))
    probe.check(batch)
    probe.echo()
    probe.hear(2, prepare(batch))
  }
  probe.executed(one, GENESIS_HASH, undefined, 1, endsEpoch)
  return probe
}

function types(effects: readonly Effect[]): readonly string[] {
  return effects.map(({ type }) => type)
}

/** A quorum commits height 1. */
function finish(probe: Probe): readonly Effect[] {
  const own = probe.all.flatMap((effect) => (effect.type === 'broadcast' && effect.message.type === 'commit' ? [effect.message] : []))
  for (const message of own) probe.hear(1, message)
  probe.hear(0, commit(one))
  return probe.hear(2, commit(one))
}

test('above the block that ends the epoch nothing is executed, and what is prepared there is not committed', (t) => {
  const going = prepared(false)
  t.same(
    going.effects('execute', going.all).map(({ body: { height } }) => height),
    [1, 2],
  )
  const ending = prepared(true)
  t.same(
    ending.effects('execute', ending.all).map(({ body: { height } }) => height),
    [1],
  )
  t.same(
    ending.votes(ending.all).map(({ type }) => type),
    ['prepare', 'prepare', 'commit'],
    'until it is final all goes on as before',
  )
  t.end()
})

test('when it is final the engine stores it, and says and starts nothing more', (t) => {
  const probe = prepared(true)
  const last = finish(probe)
  t.same(
    types(last).filter((type) => type !== 'note'),
    ['persist', 'commit', 'release-log'],
  )
  t.match(last[0], { record: { type: 'committed', height: 1, headerHash: firstHash } })
  isSilent(t, probe)
  t.equal(probe.engine.describe().head.height, 1)
  const going = prepared(false)
  t.ok(types(finish(going)).includes('start-timer'), 'else there is a heartbeat, and the next height')
  t.end()
})

/** Whatever comes. */
function isSilent(t: Test, probe: Probe): void {
  probe.fire('view', 8)
  probe.fire('status')
  probe.fire('fetch')
  probe.demand(3, true, true)
  probe.connect(0, 2, 3)
  for (const from of [0, 2]) {
    probe.hear(from, prepare(two), { type: 'viewChange', newView: asView(1) })
    probe.hear(from, { type: 'status', view: asView(0), wants: asView(1), head: asHeight(0), slots: [] })
  }
  probe.certify(committedBy([0, 1, 2], two, 0, firstHash))
  t.same(probe.last, [])
  t.same(probe.fire('heartbeat'), [])
}

/** An engine of epoch 1 whose head is the last block of epoch 0. */
function nextEpoch(guard?: Guard) {
  const engine = createEngine(engineOptions(4, 1, { epoch: asEpoch(1) }))
  const certificate = committedBy([0, 1, 2], one)
  const head = { header: fakeHeader(1), hash: certificate.headerHash, certificate }
  const role = guard === undefined ? ({ type: 'validator' } as const) : ({ type: 'recovering', until: guard } as const)
  const log = [
    { type: 'prepare', epoch: asEpoch(0), view: asView(0), height: asHeight(2), digest: proposalDigest(two) },
    { type: 'viewChange', epoch: asEpoch(0), viewChange: { newView: asView(3) } },
    { type: 'wants', epoch: asEpoch(0), view: asView(7) },
  ] as const
  const started = engine.step({ type: 'start', head, log, role })
  return { engine, started }
}

test('the next epoch begins in view 0 above it, whatever the log of the one before says', (t) => {
  const { engine, started } = nextEpoch()
  t.match(engine.describe(), { epoch: 1, view: 0, wants: 0, inView: true, head: { height: 1 } })
  t.same(
    started.filter(({ type }) => type === 'broadcast'),
    [],
    'nothing of the old log is said',
  )
  t.match(
    started.find(({ type }) => type === 'persist'),
    { record: { type: 'committed', epoch: 0, height: 1 } },
    'it rests on the certificate of the epoch before',
  )
  const old = sign(0, proposal(two))
  t.same(engine.step({ type: 'message', signed: old }), [], 'a message of the old epoch is none')
  t.end()
})

test('a guard of an earlier epoch says nothing of the next one, that of a later one forbids this one', (t) => {
  const guard = { epoch: asEpoch(0), view: asView(9), height: asHeight(50), lastVote: ZERO_HASH }
  const next = { ...body(2, [named('c')]), epoch: asEpoch(1) }
  const votes = (of: Guard): readonly string[] => {
    const { engine } = nextEpoch(of)
    const signed = { ...sign(0, proposal(next)), epoch: asEpoch(1) }
    const effects = [
      ...engine.step({ type: 'message', signed }),
      ...engine.step({ type: 'batch-checked', height: next.height, view: asView(0), digest: proposalDigest(next), verdict: 'ok' }),
    ]
    return effects.flatMap((effect) => (effect.type === 'broadcast' ? [effect.message.type] : []))
  }
  t.same(votes(guard), ['prepare'])
  t.same(votes({ ...guard, epoch: asEpoch(1) }), [], 'of this one: above what it has voted, in its view')
  t.same(votes({ ...guard, epoch: asEpoch(2), height: asHeight(0), view: asView(0) }), [])
  t.end()
})

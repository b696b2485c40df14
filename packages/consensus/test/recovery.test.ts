import { type Hash, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asView,
  type CertifiedHeader,
  type Guard,
  type LogRecord,
  logRecordCodec,
  type ProposalBody,
  taggedHash,
} from '@hanse/protocol'
import { test } from 'tap'
import * as consensus from '../src/index.ts'
import { guardAfter, INITIAL_GUARD, recoverRole } from '../src/index.ts'
import { EPOCH, GENESIS, GENESIS_HASH, named } from './support/fixtures.ts'
import { Network } from './support/network.ts'
import { body, chain, commit, newView, Probe, prepare, proposal, status, viewChange } from './support/probe.ts'
import { type Actor, Scene } from './support/scene.ts'

type RecordOf<T extends LogRecord['type']> = Extract<LogRecord, { readonly type: T }>

const prepareAt = (height: number, view = 0): RecordOf<'prepare'> => ({
  type: 'prepare',
  epoch: EPOCH,
  view: asView(view),
  height: asHeight(height),
  digest: named('a'),
})
const left = (view: number): LogRecord => ({ type: 'viewChange', epoch: EPOCH, viewChange: { newView: asView(view) } })
const hashOf = (record: LogRecord): string => taggedHash('log-record', logRecordCodec.encode(record))

function logOf(probe: Probe): readonly LogRecord[] {
  return probe.effects('persist', probe.all).map(({ record }) => record)
}

test('the guard holds the highest view and height promised, and the last vote', (t) => {
  const check = (before: Partial<Guard>, record: LogRecord, after: Readonly<Record<string, unknown>>): void => {
    t.match(guardAfter({ ...INITIAL_GUARD, ...before }, record), after)
  }
  check({}, prepareAt(4, 2), { view: 2, height: 4, lastVote: hashOf(prepareAt(4, 2)) })
  check({ view: asView(3), height: asHeight(9) }, prepareAt(4, 2), { view: 3, height: 9, lastVote: hashOf(prepareAt(4, 2)) })
  check({ height: asHeight(9) }, left(5), { view: 5, height: 9, lastVote: hashOf(left(5)) })
  check({ epoch: asEpoch(1), view: asView(1) }, prepareAt(4, 2), { epoch: 1, view: 1 })
  t.match(
    guardAfter({ ...INITIAL_GUARD, view: asView(7) }, { ...prepareAt(4, 2), epoch: asEpoch(1) }),
    { epoch: 1, view: 2 },
    'a later epoch counts its views from 0',
  )
  check({ genesisHash: named('genesis') }, prepareAt(4, 2), { height: 4, genesisHash: named('genesis') })
  const guard = { ...INITIAL_GUARD }
  t.equal(guardAfter(guard, { type: 'committed', ...chain(1)[0]!.certificate }), guard, 'what promises nothing leaves it as it is')
  t.end()
})

test('the role follows from the guard and the log', (t) => {
  const log = [prepareAt(1), prepareAt(2)]
  const guard = log.reduce(guardAfter, INITIAL_GUARD)
  t.same(recoverRole(INITIAL_GUARD, []), { ok: true, value: { type: 'validator' } }, 'a new key')
  t.same(recoverRole(INITIAL_GUARD, log), { ok: true, value: { type: 'validator' } }, 'the log was synced, the guard not yet')
  t.same(recoverRole(guard, log), { ok: true, value: { type: 'validator' } })
  t.same(recoverRole(guard, [...log, prepareAt(3)]), { ok: true, value: { type: 'validator' } })
  t.same(recoverRole(guard, log.slice(0, 1)), { ok: true, value: { type: 'recovering', until: guard } }, 'an old backup')
  t.same(recoverRole(guard, []), { ok: true, value: { type: 'recovering', until: guard } }, 'a lost log')
  t.match(recoverRole('absent', log), { ok: false, error: { code: 'consensus/guard-missing' } })
  t.match(recoverRole('absent', []), { ok: false, error: { code: 'consensus/guard-missing' } }, 'nobody knows whether it has voted')
  t.match(recoverRole('damaged', log), { ok: false, error: { code: 'consensus/guard-damaged' } })
  t.end()
})

test('a recovering replica follows, and votes only above what it may have promised', (t) => {
  const until: Guard = { epoch: EPOCH, view: asView(0), height: asHeight(5), lastVote: ZERO_HASH }
  const blocks = chain(5)
  const probe = new Probe(3, { role: { type: 'recovering', until }, head: blocks[3]!.certified })
  const vote = (height: number): readonly string[] => {
    probe.hear(0, proposal(body(height)))
    probe.check(body(height))
    return probe.votes().map(({ type }) => type)
  }
  probe.demand(1)
  t.same(probe.effects('start-timer'), [], 'it asks for no view')
  t.same(vote(5), [])
  t.same(vote(6), [])
  probe.hear(1, status(0, 1, 4))
  probe.hear(2, status(0, 1, 4))
  t.equal(probe.engine.describe().view, 0, 'no ViewChange either')
  probe.catchUp(blocks[4]!.certified)
  t.same(
    probe.said().map(({ type }) => type),
    ['viewChange'],
    'at the height of its guard it may join the others',
  )
  t.end()
})

test('a recovering replica at the height of its guard votes above it, in no lower view', (t) => {
  const [first] = chain(1)
  const until = (view: number): Guard => ({ epoch: EPOCH, view: asView(view), height: asHeight(1), lastVote: ZERO_HASH })
  const votesWith = (guard: Guard): number => {
    const probe = new Probe(3, { role: { type: 'recovering', until: guard }, head: first!.certified })
    probe.hear(0, proposal(body(2)))
    probe.check(body(2))
    return probe.votes().length
  }
  t.equal(votesWith(until(0)), 1)
  t.equal(votesWith(until(1)), 0)
  t.equal(votesWith({ ...until(0), height: asHeight(2) }), 0)
  t.end()
})

test('a recovering primary announces no view that it may have announced before, but enters it again', (t) => {
  const [first] = chain(1)
  const until: Guard = { epoch: EPOCH, view: asView(1), height: asHeight(1), lastVote: ZERO_HASH }
  const probe = new Probe(1, { role: { type: 'recovering', until }, head: first!.certified })
  const by = { 0: viewChange(1, first!.certificate), 2: viewChange(1, first!.certificate), 3: viewChange(1) }
  for (const [sender, message] of Object.entries(by)) probe.hear(Number(sender), message)
  t.same(
    probe.said(probe.all).map(({ type }) => type),
    ['viewChange'],
  )
  probe.hear(1, newView(1, by))
  t.match(probe.engine.describe(), { view: 1, inView: true }, 'its own NewView, which others have kept')
  for (const sender of [0, 2, 3]) probe.hear(sender, viewChange(5, first!.certificate))
  t.same(
    probe.said().map(({ type }) => type),
    ['newView'],
    'a higher one it announces',
  )
  t.end()
})

test('what a lost log had promised holds after the next restart, too, and though the store is lost as well', (t) => {
  let guard: Guard = { epoch: EPOCH, view: asView(0), height: asHeight(5), lastVote: named('lost') }
  const restart = (log: readonly LogRecord[], head?: CertifiedHeader): Probe => {
    const role = recoverRole(guard, log)
    if (!role.ok) throw new Error(role.error.message)
    return new Probe(1, { role: role.value, log, ...(head === undefined ? {} : { head }) })
  }
  const prepares = (probe: Probe, made: ProposalBody): boolean => {
    probe.hear(0, proposal(made))
    probe.check(made)
    return probe.votes().length > 0
  }
  const recovering = restart([], chain(5)[4]!.certified)
  t.ok(prepares(recovering, body(6)))
  const log = logOf(recovering)
  guard = log.reduce(guardAfter, guard)
  t.match(recoverRole(guard, log), { ok: true, value: { type: 'validator' } })
  t.notOk(prepares(restart(log), body(3, [named('other')])), 'the lost log may have a vote for another batch')
  t.same(restart(log, chain(5)[4]!.certified).effects('persist'), [], 'once is enough')
  t.end()
})

test('an observer signs nothing', (t) => {
  const probe = new Probe(3, { role: { type: 'observer' } })
  probe.hear(0, proposal(body(1)))
  probe.check(body(1))
  probe.demand(1)
  probe.fire('view', 8)
  probe.fire('status')
  probe.hear(1, status(0, 1))
  probe.hear(2, status(0, 1))
  t.same(probe.said(probe.all), [])
  t.end()
})

test('after a restart exactly what is in the log is said again', (t) => {
  const one = body(1, [named('a')])
  const before = new Probe(1)
  before.hear(0, proposal(one))
  before.check(one)
  before.hear(2, prepare(one))
  before.hear(3, prepare(one))
  before.executed(one)
  const after = new Probe(1, { log: logOf(before) })
  t.same(after.said(), [prepare(one), commit(one)])
  t.same(after.effects('persist'), [])
  after.hear(0, proposal(body(1, [named('b')])))
  after.check(body(1, [named('b')]))
  t.same(after.votes(), [], 'no other vote for that slot')
  t.end()
})

test('after a restart between two views the ViewChange is said again, the view below is never voted in', (t) => {
  const before = new Probe(1)
  before.hear(2, status(0, 1))
  before.hear(3, status(0, 1))
  const after = new Probe(1, { log: logOf(before) })
  t.same(after.said(), [viewChange(1)])
  t.match(after.engine.describe(), { view: 1, inView: false })
  after.hear(0, proposal(body(1)))
  after.check(body(1))
  t.same(after.votes(), [])
  t.end()
})

test('a certificate in the log is executed again and made final, and ViewChanges name it meanwhile', (t) => {
  const blocks = chain(2)
  const log: LogRecord[] = blocks.flatMap((block) => [
    { type: 'proposal', body: block.body, transactions: [] } as const,
    { type: 'committed', ...block.certificate } as const,
  ])
  const probe = new Probe(1, { log, head: GENESIS })
  t.same(
    probe.effects('check-batch').map(({ body: { height }, fresh }) => [height, fresh]),
    [
      [1, false],
      [2, false],
    ],
  )
  probe.hear(2, status(0, 1))
  probe.hear(3, status(0, 1))
  t.same(probe.said(), [viewChange(1, blocks[1]!.certificate)])
  probe.check(blocks[0]!.body)
  probe.executed(blocks[0]!.body)
  t.equal(probe.engine.describe().head.height, 1)
  t.same(probe.effects('persist'), [], 'what is in the log is not written again')
  t.end()
})

test('replaying the log gives the state again', (t) => {
  for (let seed = 1; seed <= 5; seed++) {
    const network = new Network({ module: consensus, seed, delay: ({ prng }) => (prng.chance(1, 8) ? undefined : 1 + prng.below(300)) })
    network.startAll()
    for (let round = 0; round < 30; round++) {
      network.submit()
      network.runUntil(network.queue.nowMs + 150)
    }
    for (const node of network.nodes) {
      const before = node.engine!.describe()
      const probe = new Probe(node.index, {
        log: node.log,
        head: {
          ...GENESIS,
          header: { ...GENESIS.header, height: asHeight(node.height) },
          hash: node.headHash,
          ...(before.head.certificate === undefined ? {} : { certificate: before.head.certificate }),
        },
      })
      const { view, inView, head, primary, epoch } = probe.engine.describe()
      t.same(
        { view, inView, head, primary, epoch },
        { view: before.view, inView: before.inView, head: before.head, primary: before.primary, epoch: before.epoch },
      )
      t.equal(
        node.guard.lastVote,
        node.log
          .filter(({ type }) => ['prepare', 'commit', 'viewChange'].includes(type))
          .map(hashOf)
          .at(-1),
      )
    }
    t.ok(network.nodes.some((node) => node.height > 3))
  }
  t.end()
})

test('a store that is behind the log: nothing is voted up to the head that the log knows, whose votes were released', (t) => {
  const scene = new Scene(consensus, {}, ['D', 'A', 'B', 'C'])
  const { A, B, C } = scene
  const commitAs = (actors: readonly Actor[], height: number, name: string, parentHash: Hash): Hash => {
    const made = body(height, [named(name)])
    scene.give(actors, scene.forge(proposal(made)))
    for (const type of ['prepare', 'commit'] as const)
      for (const actor of actors) scene.give(actors, ...scene.said(actor, { type, view: 0, height }))
    const vote = commit(made, 0, parentHash)
    scene.give(actors, scene.forge(vote))
    return vote.headerHash
  }
  let head = GENESIS_HASH
  for (const height of [1, 2, 3]) head = commitAs([A, B], height, `a${height}`, head)
  t.same([A.height, B.height, C.height], [3, 3, 0], 'C has heard of nothing')

  A.log = A.log.filter((record) => !('height' in record) || record.height >= 3)
  A.cutPower(0)
  A.start()
  t.equal(A.engine.describe().head.height, 0, 'its store was lost, its log says that 3 is final')
  commitAs([A, C], 1, 'b', GENESIS_HASH)
  t.same(scene.doubleVotes, [])
  t.same(scene.forks(), [])
  t.end()
})

import { proposalDigest } from '@hanse/protocol'
import { test } from 'tap'
import * as consensus from '../src/index.ts'
import { executedHash, GENESIS_HASH, named } from './support/fixtures.ts'
import { Network } from './support/network.ts'
import { body, chain, commit, committedBy, Probe, prepare, proposal } from './support/probe.ts'

test('four validators make block 1 at once, then a block a batch', (t) => {
  const network = new Network({ module: consensus })
  network.startAll()
  network.runUntil(50)
  t.same(
    network.nodes.map((node) => node.height),
    [1, 1, 1, 1],
    'block 1 is a heartbeat',
  )
  const ids = [network.submit(), network.submit()]
  network.runUntil(100)
  t.same(
    network.nodes.map((node) => node.height),
    [3, 3, 3, 3],
  )
  t.ok(ids.every((id) => network.isFinalEverywhere(id)))
  t.equal(new Set(network.nodes.map((node) => node.headHash)).size, 1)
  t.same(network.violations, [])
  t.end()
})

test('what is durable before what leaves', (t) => {
  const one = body(1, [named('a')])
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  t.same(
    probe.effects('check-batch').map(({ fresh, holders }) => ({ fresh, holders })),
    [{ fresh: true, holders: [0] }],
  )
  probe.check(one)
  t.match(probe.lines(), [/^log body of height 1/, /^log own Prepare/, /^say Prepare/], 'body and bytes, own Prepare, then the Prepare')
  probe.echo()
  probe.hear(2, prepare(one))
  t.match(probe.lines()[0], /^execute height 1/)
  probe.executed(one)
  t.match(
    probe.lines(),
    [/^log prepared certificate/, /^log own Commit/, /^say Commit/],
    'prepared certificate and own Commit, then the Commit',
  )
  probe.echo()
  probe.hear(0, commit(one))
  probe.hear(2, commit(one))
  t.match(
    probe.lines().filter((line) => !line.includes('timer')),
    [/^log commit certificate view 0 height 1/, /^make final height 1/, /^release log below height 1/],
    'the certificate is in the log before a Commit of height 2 can leave',
  )
  t.equal(probe.engine.describe().head.height, 1)
  t.end()
})

test('a Commit waits for the height below, a Prepare does not', (t) => {
  const [one, two] = [body(1, [named('a')]), body(2, [named('b')])]
  const probe = new Probe(1)
  probe.hear(0, proposal(two), proposal(one))
  probe.check(two)
  t.same(probe.votes(), [prepare(two)], 'Prepare runs ahead')
  probe.echo()
  probe.hear(2, prepare(two))
  t.same(probe.effects('execute'), [], 'nothing to execute on yet')
  probe.check(one)
  probe.echo()
  probe.hear(2, prepare(one))
  probe.executed(one)
  t.same(probe.votes(), [commit(one)])
  probe.echo()
  const parentHash = executedHash(GENESIS_HASH, proposalDigest(one))
  probe.executed(two, parentHash)
  t.same(probe.votes(), [], 'executed, but height 1 is not final')
  probe.hear(0, commit(one))
  probe.hear(3, commit(one))
  t.same(probe.votes(), [commit(two, 0, parentHash)])
  t.end()
})

test('own messages that come back late, or never, are not said again', (t) => {
  const one = body(1)
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  probe.check(one)
  t.equal(probe.votes().length, 1)
  probe.hear(2, prepare(one))
  probe.hear(3, prepare(one))
  probe.executed(one)
  t.equal(probe.votes().length, 1)
  probe.hear(0, proposal(one), proposal(body(1, [named('b')])))
  probe.fire('status')
  t.same(probe.votes(), [])
  t.equal(probe.votes(probe.all).length, 2, 'one Prepare and one Commit in all')
  t.end()
})

test('a refusal leaves no trace and is reconsidered', (t) => {
  const one = body(1, [named('a')])
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  probe.check(one, 0, 'time-drift')
  t.same(probe.last, [])
  probe.hear(2, prepare(one))
  t.same(probe.effects('check-batch'), [], 'not asked again at once')
  probe.fire('status')
  t.equal(probe.effects('check-batch').length, 1, 'but when its cause may have gone')
  probe.check(one)
  t.same(probe.votes(), [prepare(one)])
  t.end()
})

test('q Prepares bind everyone, also one that refused', (t) => {
  const one = body(1, [named('a')])
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  probe.check(one, 0, 'already-final')
  probe.hear(2, prepare(one))
  probe.hear(3, prepare(one))
  t.same(
    probe.effects('check-batch').map(({ fresh, holders }) => ({ fresh, holders })),
    [{ fresh: false, holders: [0, 2, 3] }],
    'now the bytes are enough',
  )
  probe.check(one)
  t.same(probe.votes(), [], 'no Prepare for what it refused')
  probe.executed(one)
  t.same(probe.votes(), [commit(one)])
  t.end()
})

test('bytes that the primary alone was asked for are asked of all when q have prepared', (t) => {
  const one = body(1, [named('a')])
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  t.same(probe.effects('check-batch')[0]?.holders, [0])
  probe.hear(2, prepare(one))
  probe.hear(3, prepare(one))
  t.same(probe.effects('check-batch')[0]?.holders, [0, 2, 3])
  t.end()
})

test('what is in flight counts when its bytes are here, and is decided when nothing depends on the primary any more', (t) => {
  const [one, two] = [body(1, [named('a')]), body(2, [named('b')])]
  const probe = new Probe(1)
  const seen = (): unknown => [probe.engine.checkedInFlight().map(({ height }) => height), [...probe.engine.decidedIds()]]
  probe.hear(0, proposal(one), proposal(two))
  t.same(seen(), [[], []])
  probe.check(one)
  t.same(seen(), [[1], []])
  probe.hear(2, prepare(two))
  probe.hear(3, prepare(two))
  t.same(seen(), [[1], [named('b')]], 'a quorum has prepared it')
  probe.certify(committedBy([0, 2, 3], one))
  t.same(seen(), [[1], [named('a'), named('b')]])
  t.end()
})

test('an id that is in flight elsewhere is refused until it is not', (t) => {
  const [one, two] = [body(1, [named('a')]), body(2, [named('a'), named('b')])]
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  probe.check(one)
  t.ok(probe.engine.isInFlight(named('a')))
  probe.hear(0, proposal(two))
  t.same(probe.effects('check-batch'), [])
  t.ok(probe.engine.isInFlight(named('b')))
  probe.certify(committedBy([0, 2, 3], one))
  probe.check(one)
  probe.executed(one)
  t.equal(probe.engine.describe().head.height, 1)
  t.same(
    probe.effects('check-batch').map(({ body: { height } }) => height),
    [2],
    'the host judges whether it is final now',
  )
  t.end()
})

test('a body of another proposer or epoch is not prepared', (t) => {
  const probe = new Probe(1)
  probe.hear(0, proposal(body(1, [], 2)))
  t.same(probe.effects('check-batch'), [])
  t.same(probe.engine.describe().slots[0]?.phase, 'proposed')
  t.end()
})

test('results on another parent are ignored', (t) => {
  const one = body(1)
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  probe.check(one)
  probe.echo()
  probe.hear(2, prepare(one))
  probe.executed(one, named('other parent'))
  t.same(probe.votes(), [])
  probe.executed(one)
  t.same(probe.votes(), [commit(one)])
  t.end()
})

test('a certificate by itself makes final, once body and bytes are here', (t) => {
  const [first] = chain(1)
  const probe = new Probe(3)
  probe.certify(first!.certificate)
  t.same(
    probe.effects('fetch-body').map(({ from, height }) => ({ from, height })),
    [{ from: [0, 1], height: 1 }],
  )
  probe.step({ type: 'body', body: body(1, [named('forged')]) })
  t.same(probe.effects('check-batch'), [], 'a body proves itself by its digest')
  probe.step({ type: 'body', body: first!.body })
  t.same(
    probe.effects('check-batch').map(({ fresh }) => fresh),
    [false],
  )
  probe.check(first!.body)
  probe.executed(first!.body)
  t.equal(probe.engine.describe().head.height, 1)
  t.equal(probe.effects('commit').length, 1)
  t.end()
})

test('a body that nobody asked for is not kept', (t) => {
  const probe = new Probe(3)
  probe.step({ type: 'body', body: body(1) })
  probe.hear(0, prepare(body(1)))
  t.same(probe.effects('check-batch'), [])
  probe.fire('fetch')
  t.same(
    probe.effects('fetch-body').map(({ from }) => from),
    [[0]],
    'the Proposal had its time to come',
  )
  t.end()
})

test('a certificate far above head asks for a sync, which votes do not repeat', (t) => {
  const blocks = chain(30)
  const probe = new Probe(3)
  probe.certify(blocks[29]!.certificate)
  t.same(
    probe.effects('request-sync').map(({ target, from }) => ({ target, from })),
    [{ target: 30, from: [0, 1, 2] }],
  )
  probe.certify(blocks[29]!.certificate)
  t.same(probe.effects('request-sync'), [])
  probe.fire('fetch')
  t.equal(probe.effects('request-sync').length, 1)
  probe.catchUp(blocks[29]!.certified)
  t.equal(probe.engine.describe().head.height, 30)
  probe.catchUp(blocks[10]!.certified)
  t.equal(probe.engine.describe().head.height, 30, 'head only rises')
  t.end()
})

test('a replica stops only when its header differs for the same batch on the same parent', (t) => {
  const one = body(1)
  const other = body(1, [named('b')])
  const differing = new Probe(1)
  differing.hear(0, proposal(one))
  differing.check(one)
  differing.hear(2, prepare(one))
  differing.hear(3, prepare(one))
  differing.executed(one, GENESIS_HASH, named('nondeterminism'))
  t.throws(() => differing.certify(committedBy([0, 2, 3], one)), /this node computes header/)

  const overtaken = new Probe(1)
  overtaken.hear(0, proposal(one))
  overtaken.check(one)
  overtaken.hear(2, prepare(one))
  overtaken.hear(3, prepare(one))
  overtaken.executed(one)
  overtaken.certify(committedBy([0, 2, 3], other, 1))
  t.same(
    overtaken.effects('discard-from').map(({ height }) => height),
    [1],
    'another batch: the overlay falls, the replica goes on',
  )
  t.end()
})

test('a replica says once a height that f+1 others compute another header, certified or not', (t) => {
  const one = body(1)
  for (const before of [true, false]) {
    const probe = new Probe(1)
    const noted = (): unknown => probe.effects('note', probe.all).flatMap(({ note }) => (note.type === 'other-header' ? [note] : []))
    const execute = () => probe.executed(one, GENESIS_HASH, named('damage'))
    probe.hear(0, proposal(one))
    probe.check(one)
    probe.hear(2, prepare(one))
    probe.hear(3, prepare(one))
    if (before) execute()
    probe.hear(0, commit(one))
    t.same(noted(), [], 'one may be lying')
    probe.hear(2, commit(one))
    if (!before) execute()
    probe.fire('status')
    const expected = { type: 'other-header', height: 1, own: named('damage'), others: commit(one).headerHash }
    t.same(noted(), [expected], before ? 'Commits come last' : 'the own result comes last')
  }
  const healthy = new Probe(1)
  healthy.hear(0, proposal(one))
  healthy.check(one)
  healthy.hear(2, prepare(one))
  healthy.hear(3, prepare(one))
  healthy.executed(one)
  healthy.hear(0, commit(one))
  healthy.hear(2, commit(one))
  t.notOk(healthy.effects('note', healthy.all).some(({ note }) => note.type === 'other-header'))
  t.end()
})

test('at or below head nothing is voted, and the sender gets the certificate, once a status period', (t) => {
  const blocks = chain(3)
  const probe = new Probe(1, { head: blocks[2]!.certified })
  probe.hear(2, prepare(blocks[1]!.body))
  t.same(probe.lines(), [
    `send to 2 commit certificate view 0 height 3 ${blocks[2]!.certificate.digest.slice(0, 10)} header ${blocks[2]!.certificate.headerHash.slice(0, 10)}`,
  ])
  probe.hear(2, commit(blocks[2]!.body))
  t.same(probe.last, [])
  probe.fire('status')
  probe.hear(2, commit(blocks[2]!.body))
  t.equal(probe.effects('send-certificate').length, 1)
  t.end()
})

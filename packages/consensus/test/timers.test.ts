import { test } from 'tap'
import { RATE_WINDOW_MS, VIEW_TIMER_SLICES } from '../src/params.ts'
import { viewTimeoutMs } from '../src/view-timer.ts'
import { named, TIMEOUTS } from './support/fixtures.ts'
import { body, chain, commit, Probe, type ProbeOptions, prepare, proposal, status, viewChange } from './support/probe.ts'

const SLICE_MS = TIMEOUTS.viewTimeoutMs / VIEW_TIMER_SLICES

/** Above a head of height 3, so that no heartbeat is due. */
function backup(options: ProbeOptions = {}): Probe {
  return new Probe(3, { head: chain(3)[2]!.certified, ...options })
}

function started(probe: Probe, timer = 'view'): readonly number[] {
  return probe
    .effects('start-timer')
    .filter((effect) => effect.timer === timer)
    .map(({ durationMs }) => durationMs)
}

function stopped(probe: Probe, timer = 'view'): boolean {
  return probe.effects('stop-timer').some((effect) => effect.timer === timer)
}

function asks(probe: Probe): boolean {
  const { view, wants } = probe.engine.describe()
  return wants > view
}

test('the timeout doubles with each view without a block, up to a cap', (t) => {
  t.same(
    [0, 1, 2, 3, 4, 50].map((failed) => viewTimeoutMs(TIMEOUTS, failed)),
    [800, 1_600, 3_200, 6_400, 6_400, 6_400],
  )
  t.end()
})

test('the view timer runs while a transaction waits', (t) => {
  const probe = backup()
  t.same(started(probe), [], 'idle')
  probe.demand(1)
  t.same(started(probe), [SLICE_MS])
  probe.demand(2)
  t.same(started(probe), [], 'it does not restart')
  probe.demand(0)
  t.ok(stopped(probe))
  t.end()
})

test('it runs while a height is in flight, or a heartbeat is due', (t) => {
  const probe = backup()
  probe.hear(0, proposal(body(4)))
  t.same(started(probe), [SLICE_MS])
  const idle = backup()
  idle.fire('heartbeat')
  t.same(started(idle), [SLICE_MS])
  t.end()
})

test('it restarts only when head rises, with the base timeout', (t) => {
  const probe = backup()
  probe.demand(1)
  probe.fire('view', 2)
  probe.hear(0, proposal(body(4)))
  probe.hear(1, prepare(body(4)))
  t.same(started(probe), [])
  probe.catchUp(chain(4)[3]!.certified)
  t.same(started(probe), [SLICE_MS])
  probe.fire('view', VIEW_TIMER_SLICES - 1)
  t.notOk(asks(probe), 'the whole time again')
  probe.fire('view')
  t.ok(asks(probe))
  t.end()
})

test('blocks in which nothing was executed give a view no new time while a transaction waits', (t) => {
  for (const [included, waiting, asksForNext] of [
    [0, 1, true],
    [1, 1, false],
    [0, 0, false],
  ] as const) {
    const probe = backup()
    probe.demand(1)
    probe.fire('view', VIEW_TIMER_SLICES - 1)
    // Expired ids, or none at all: what a primary can propose for ever that lets somebody wait.
    const made = body(4, [named('expired')])
    const parentHash = chain(3)[2]!.certified.hash
    probe.hear(0, proposal(made))
    probe.check(made)
    probe.hear(1, prepare(made))
    probe.hear(2, prepare(made))
    probe.executed(made, parentHash, undefined, included)
    probe.demand(waiting)
    for (const from of [0, 1, 2]) probe.hear(from, commit(made, 0, parentHash))
    t.equal(probe.engine.describe().head.height, 4)
    probe.fire('view')
    t.equal(asks(probe), asksForNext, `${included} executed, ${waiting} waiting`)
  }
  t.end()
})

test('a block without transactions is no progress while one waits in flight: a proposal is only the primary’s word', (t) => {
  const probe = backup()
  probe.demand(0, false, false, 1)
  probe.hear(0, proposal(body(6, [named('made up')])))
  probe.fire('view', VIEW_TIMER_SLICES - 1)
  probe.catchUp(chain(4)[3]!.certified, 0)
  probe.fire('view')
  t.ok(asks(probe))
  t.end()
})

test('it pauses while a certificate above head is known', (t) => {
  const probe = backup()
  probe.demand(1)
  probe.certify(chain(5)[4]!.certificate)
  t.notOk(stopped(probe))
  probe.fire('view', 10 * VIEW_TIMER_SLICES)
  t.notOk(asks(probe), 'but for the slice in which it came')
  probe.catchUp(chain(5)[4]!.certified, 0)
  t.notOk(stopped(probe), 'a block without transactions gives back no time')
  probe.fire('view', VIEW_TIMER_SLICES - 2)
  t.notOk(asks(probe))
  probe.fire('view', 2)
  t.ok(asks(probe))
  t.end()
})

test('certificates that come before their bodies take no slice away', (t) => {
  const probe = backup()
  const blocks = chain(3 + VIEW_TIMER_SLICES)
  probe.demand(1)
  for (const { body: empty, certificate } of blocks.slice(3)) {
    t.notOk(asks(probe))
    // The primary withholds its Proposal from this replica alone, and times the certificate to the end of a slice.
    probe.certify(certificate)
    probe.fire('view')
    probe.step({ type: 'body', body: empty })
    probe.check(empty)
    probe.executed(empty, blocks[empty.height - 2]!.certified.hash)
    t.equal(probe.engine.describe().head.height, empty.height)
  }
  t.ok(asks(probe))
  t.end()
})

test('blocks that come by sync give a view time by what was executed in them, too', (t) => {
  for (const [included, asksForNext] of [
    [0, true],
    [1, false],
  ] as const) {
    const probe = backup()
    probe.demand(1)
    probe.fire('view', VIEW_TIMER_SLICES - 1)
    probe.catchUp(chain(5)[4]!.certified, included)
    probe.fire('view')
    t.equal(asks(probe), asksForNext, `${included} executed`)
  }
  t.end()
})

test('it pauses while executing', (t) => {
  const probe = backup()
  const four = body(4)
  probe.hear(0, proposal(four))
  probe.check(four)
  probe.hear(1, prepare(four))
  probe.hear(2, prepare(four))
  t.equal(probe.effects('execute').length, 1)
  probe.fire('view', 10 * VIEW_TIMER_SLICES)
  t.notOk(asks(probe))
  probe.executed(four, chain(3)[2]!.certified.hash)
  probe.fire('view', VIEW_TIMER_SLICES)
  t.ok(asks(probe))
  t.end()
})

test('what was asked for because nothing moved is taken back when it moves', (t) => {
  const probe = backup()
  probe.demand(1)
  probe.fire('view', VIEW_TIMER_SLICES)
  t.ok(asks(probe))
  probe.catchUp(chain(4)[3]!.certified)
  t.notOk(asks(probe))
  probe.hear(2, status(0, 1, 4))
  t.equal(probe.engine.describe().view, 0)
  t.end()
})

test('a view that is not entered has its time from q ViewChanges on, and twice as much', (t) => {
  const probe = backup()
  probe.demand(1)
  probe.fire('view', VIEW_TIMER_SLICES)
  probe.hear(2, viewChange(1))
  t.equal(probe.engine.describe().view, 1)
  probe.echo()
  t.same(started(probe), [], 'two of four')
  probe.hear(1, viewChange(1))
  t.same(started(probe), [2 * SLICE_MS])
  probe.fire('view', VIEW_TIMER_SLICES)
  t.match(probe.engine.describe(), { view: 1, wants: 2 })
  t.end()
})

test('one that has gone further is there too', (t) => {
  const probe = backup()
  probe.demand(1)
  probe.fire('view', VIEW_TIMER_SLICES)
  probe.hear(2, viewChange(1))
  probe.echo()
  probe.hear(1, viewChange(2))
  t.same(started(probe), [2 * SLICE_MS])
  t.end()
})

test('before the first block the timer waits for q live peers, and for nothing later', (t) => {
  const probe = new Probe(1, { connected: false })
  probe.connect(0)
  probe.demand(1)
  t.same(started(probe), [], 'nobody has begun')
  probe.connect(0, 2)
  t.same(started(probe), [SLICE_MS])
  const later = new Probe(1, { connected: false, head: chain(1)[0]!.certified })
  later.demand(1)
  t.same(started(later), [SLICE_MS], 'a chain that has begun may have lost its primary')
  t.end()
})

test('when fewer than q live peers become q the timeouts start over', (t) => {
  const probe = backup()
  probe.connect(1)
  probe.demand(1)
  probe.fire('view', VIEW_TIMER_SLICES)
  t.ok(asks(probe))
  probe.connect(0, 1)
  t.notOk(asks(probe), 'nobody could have done anything')
  t.same(started(probe), [SLICE_MS])
  probe.fire('view', 1)
  probe.connect(0, 1, 2)
  t.same(started(probe), [], 'q were there before')
  t.end()
})

test('a primary whose connection dies is asked to go after one timeout', (t) => {
  const probe = backup()
  probe.connect(0, 1, 2)
  t.same(started(probe), [])
  probe.connect(1, 2)
  t.same(started(probe), [SLICE_MS], 'though nothing waits')
  probe.fire('view', VIEW_TIMER_SLICES)
  t.ok(asks(probe))
  probe.hear(2, status(0, 1, 3))
  t.match(
    probe.effects('note').map(({ note }) => note),
    [{ type: 'view-left', view: 1, reason: 'primary-lost' }],
  )

  const isolated = backup()
  isolated.connect(0, 1, 2)
  isolated.connect(1)
  t.same(started(isolated), [], 'it is our own connections that died')
  t.end()
})

test('a starving transaction asks, once the view has had a timeout to serve it', (t) => {
  const probe = backup()
  probe.demand(1, false, true)
  t.notOk(asks(probe))
  probe.fire('status', Math.ceil(TIMEOUTS.viewTimeoutMs / TIMEOUTS.statusMs))
  t.ok(asks(probe))
  probe.catchUp(chain(4)[3]!.certified)
  t.ok(asks(probe), 'a block without it does not take that back')
  t.end()
})

test('neither certificates that come before their bodies nor blocks that come by sync end a window', (t) => {
  const probe = backup()
  const blocks = chain(5)
  probe.demand(100, true)
  probe.certify(blocks[3]!.certificate)
  t.notOk(stopped(probe, 'rate'))
  probe.step({ type: 'body', body: blocks[3]!.body })
  probe.check(blocks[3]!.body)
  probe.executed(blocks[3]!.body, blocks[2]!.certified.hash)
  t.equal(probe.engine.describe().head.height, 4)
  t.notOk(stopped(probe, 'rate'))
  probe.catchUp(blocks[4]!.certified)
  t.notOk(stopped(probe, 'rate'))
  t.same(started(probe, 'rate'), [])
  t.end()
})

/** Makes height `height` final here with `count` transactions, under a full pool. */
function order(probe: Probe, height: number, count: number, parents: Map<number, `0x${string}`>): void {
  const made = body(
    height,
    Array.from({ length: count }, (_, index) => named(`${height} ${index}`)),
  )
  const parentHash = (parents.get(height - 1) ?? chain(3)[2]!.certified.hash) as never
  probe.hear(0, proposal(made))
  probe.check(made)
  probe.hear(1, prepare(made))
  probe.hear(2, prepare(made))
  const header = named(`header ${height}`)
  probe.step({
    type: 'executed',
    height: made.height,
    digest: probe.engine.describe().slots[0]!.digest!,
    parentHash,
    headerHash: header,
    included: count,
    endsEpoch: false,
  })
  parents.set(height, header)
  const digest = probe.engine.describe().slots[0]!.digest!
  for (const from of [0, 1, 2]) probe.hear(from, { type: 'commit', view: 0 as never, height: made.height, digest, headerHash: header })
}

test('a primary that orders less than half of the best while a full block waits is asked to go', (t) => {
  const probe = backup()
  const parents = new Map<number, `0x${string}`>()
  probe.demand(100, true)
  t.same(started(probe, 'rate'), [RATE_WINDOW_MS])
  order(probe, 4, 10, parents)
  order(probe, 5, 10, parents)
  t.equal(probe.engine.describe().head.height, 5)
  probe.fire('rate')
  t.same(started(probe, 'rate'), [RATE_WINDOW_MS], 'the next window')
  order(probe, 6, 10, parents)
  probe.fire('rate')
  t.notOk(asks(probe), 'half of the best is enough')
  order(probe, 7, 9, parents)
  probe.fire('rate')
  t.ok(asks(probe))
  t.end()
})

test('a slow primary gains nothing by making others sync', (t) => {
  for (const [included, asksForNext] of [
    [9, true],
    [10, false],
  ] as const) {
    const probe = backup()
    probe.demand(100, true)
    order(probe, 4, 20, new Map())
    probe.fire('rate')
    probe.catchUp(chain(5)[4]!.certified, included)
    probe.fire('rate')
    t.equal(asks(probe), asksForNext, `${included} of 20`)
  }
  t.end()
})

test('what came by sync makes no best', (t) => {
  const probe = backup()
  probe.demand(100, true)
  probe.catchUp(chain(4)[3]!.certified, 1_000)
  probe.fire('rate')
  order(probe, 5, 10, new Map([[4, chain(4)[3]!.certified.hash]]))
  probe.fire('rate')
  t.notOk(asks(probe))
  t.end()
})

test('a window counts only while a full block waits all the time', (t) => {
  const probe = backup()
  const parents = new Map<number, `0x${string}`>()
  probe.demand(100, true)
  order(probe, 4, 10, parents)
  probe.fire('rate')
  probe.demand(3, false)
  t.ok(stopped(probe, 'rate'))
  probe.demand(100, true)
  t.same(started(probe, 'rate'), [RATE_WINDOW_MS])
  probe.demand(0, false)
  probe.fire('rate')
  t.notOk(asks(probe))
  t.end()
})

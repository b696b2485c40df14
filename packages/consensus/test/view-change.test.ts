import { asHeight, type ConsensusMessage, proposalDigest, viewChangeHash } from '@hanse/protocol'
import { test } from 'tap'
import { named, sign } from './support/fixtures.ts'
import { body, chain, commit, newView, Probe, prepare, preparedBy, proposal, status, viewChange } from './support/probe.ts'

type ViewChange = ReturnType<typeof viewChange>

function hearAll(probe: Probe, by: Readonly<Record<number, ViewChange>>): void {
  for (const [sender, message] of Object.entries(by)) probe.hear(Number(sender), message)
}

test('a timeout asks and stays; f + 1 leave, with the record before the ViewChange', (t) => {
  const probe = new Probe(1)
  probe.fire('view', 4)
  t.match(probe.said(), [{ type: 'status', view: 0, wants: 1 }])
  t.match(probe.engine.describe(), { view: 0, wants: 1, inView: true })
  probe.hear(2, status(0, 1))
  t.match(probe.lines(), [/^stop timer|^log own ViewChange/, /ViewChange for view 1/])
  t.same(probe.said(), [viewChange(1)])
  t.match(probe.engine.describe(), { view: 1, inView: false })
  t.end()
})

test('f alone move nobody; f + 1 others do; the highest view that f + 1 ask for counts', (t) => {
  const probe = new Probe(1)
  probe.hear(2, status(0, 1_000))
  t.equal(probe.engine.describe().view, 0)
  probe.hear(3, status(0, 7))
  t.equal(probe.engine.describe().view, 7)
  t.same(probe.said(), [viewChange(7)])
  t.end()
})

test('a ViewChange names the head and what is prepared above it', (t) => {
  const [first] = chain(1)
  const two = body(2, [named('a')])
  const probe = new Probe(1, { head: first!.certified })
  probe.hear(0, proposal(two))
  probe.hear(2, prepare(two))
  probe.hear(3, prepare(two))
  probe.hear(2, status(0, 1))
  probe.hear(3, status(0, 1))
  t.same(probe.said(), [viewChange(1, first!.certificate, preparedBy([0, 2, 3], two))])
  t.match(
    probe.lines().filter((line) => !line.includes('timer') && !line.startsWith('send')),
    [/^log prepared certificate/, /^log own ViewChange/, /^say ViewChange/],
    'which is in the log first',
  )
  t.end()
})

test('after leaving nothing is voted below', (t) => {
  const one = body(1)
  const probe = new Probe(1)
  probe.hear(0, proposal(one))
  probe.hear(2, status(0, 1))
  probe.hear(3, status(0, 1))
  probe.check(one)
  t.same(probe.votes(), [])
  t.end()
})

test('the primary announces with q ViewChanges what follows from them, and enters', (t) => {
  const one = body(1, [named('a')])
  const by = { 1: viewChange(1), 2: viewChange(1, undefined, preparedBy([0, 2, 3], one)), 3: viewChange(1) }
  const probe = new Probe(1)
  probe.hear(2, by[2])
  probe.hear(3, by[3])
  t.match(probe.said(), [viewChange(1)], 'two others have left: so does it')
  probe.hear(1, by[1])
  t.same(probe.said(), [newView(1, by)])
  t.match(probe.lines()[0], /^log NewView 1: base 0/)
  t.match(probe.engine.describe(), { view: 1, inView: true, slots: [{ height: 1, digest: proposalDigest(one) }] })
  t.same(probe.effects('request-batch'), [], 'height 1 is fixed, a pool without demand gives no height 2')
  t.end()
})

test('the base is the highest head; the prepared certificate of the highest view for the height above it wins', (t) => {
  const [first, second] = chain(2)
  const [low, high, other] = [body(2, [named('low')]), body(2, [named('high')]), body(1, [named('other')])]
  const by = {
    0: viewChange(9, first!.certificate, preparedBy([0, 1, 2], low, 3)),
    2: viewChange(9, first!.certificate, preparedBy([1, 2, 3], high, 7)),
    3: viewChange(9, undefined, preparedBy([0, 1, 3], other, 8)),
  }
  t.match(newView(9, by), { base: 1, digest: proposalDigest(high) }, 'a certificate below base + 1 does not count')
  t.match(newView(9, { ...by, 3: viewChange(9, second!.certificate) }), { base: 2, digest: undefined }, 'nor one at the base')
  t.end()
})

test('every receiver recomputes a NewView', (t) => {
  const one = body(1, [named('a')])
  const by = { 0: viewChange(1, undefined, preparedBy([0, 2, 3], one)), 2: viewChange(1), 3: viewChange(1) }
  const honest = newView(1, by)
  const { digest: _digest, ...forgotten } = honest
  const check = (message: ConsensusMessage, entered: boolean, name: string): void => {
    const probe = new Probe(3)
    hearAll(probe, by)
    probe.hear(1, message)
    t.match(probe.engine.describe(), { view: 1, inView: entered }, name)
  }
  check(honest, true, 'what follows')
  check(forgotten, false, 'the prepared height left out')
  check({ ...honest, digest: named('other') }, false, 'fixed to something else')
  check({ ...honest, base: asHeight(1) }, false, 'another base')
  check({ ...newView(1, { 2: by[2], 3: by[3] }), base: asHeight(0) }, false, 'too few ViewChanges')

  const twice = new Probe(3)
  const again = { ...viewChange(1), prepared: preparedBy([0, 2, 3], body(1, [named('b')])) }
  twice.hear(0, by[0])
  twice.hear(2, by[2])
  const hashes = [sign(0, by[0]), sign(2, by[2]), sign(2, again)].map((signed) => viewChangeHash(signed)).sort()
  twice.hear(1, { ...honest, viewChanges: hashes })
  twice.hear(2, again)
  t.equal(twice.engine.describe().inView, false, 'two of one sender')

  const mixed = new Probe(3)
  const ahead = { ...by, 2: viewChange(2) }
  hearAll(mixed, ahead)
  mixed.hear(1, newView(1, ahead))
  t.equal(mixed.engine.describe().inView, false, 'one for another view')
  t.end()
})

test('a valid NewView is entered at once from any lower view; the first one counts', (t) => {
  const by = { 0: viewChange(5), 2: viewChange(5), 3: viewChange(5) }
  const other = { 0: viewChange(5), 2: viewChange(5), 1: viewChange(5) }
  const probe = new Probe(3)
  probe.hear(1, newView(5, by))
  t.equal(probe.effects('fetch-view-change').length, 3, 'it names ViewChanges that are not here')
  hearAll(probe, { 0: by[0], 2: by[2] })
  t.match(probe.engine.describe(), { view: 5, inView: false })
  probe.hear(3, by[3])
  t.match(probe.lines()[0], /^log NewView 5/)
  t.match(probe.engine.describe(), { view: 5, inView: true })
  hearAll(probe, other)
  probe.hear(1, newView(5, other))
  t.same(probe.effects('persist'), [])
  t.end()
})

test('what is fixed is prepared with its bytes alone; fresh heights wait for the base', (t) => {
  const [first] = chain(1)
  const probe = new Probe(3)
  const by = { 0: viewChange(1, first!.certificate, preparedBy([0, 1, 2], body(2, [named('x')]))), 1: viewChange(1), 2: viewChange(1) }
  hearAll(probe, by)
  probe.hear(1, newView(1, by))
  const [two, three] = [body(2, [named('x')]), body(3, [named('c')], 1)]
  t.match(
    probe.engine.describe().slots.find(({ height }) => height === 2),
    { digest: proposalDigest(two) },
  )
  t.match(
    probe.effects('fetch-body', probe.all).map(({ height }) => height),
    [1, 2],
    'the base is fetched, and what is fixed above it',
  )
  probe.step({ type: 'body', body: two })
  t.same(
    probe.effects('check-batch').map(({ fresh }) => fresh),
    [false],
  )
  probe.check(two, 1)
  t.same(probe.votes(), [prepare(two, 1)], 'though its proposer is another, and the head is below the base')
  probe.hear(1, proposal(three, 1))
  t.same(probe.effects('check-batch'), [], 'a fresh height: not below the base, where the final ids are not known')
  probe.catchUp(first!.certified)
  t.same(
    probe.effects('check-batch').map(({ body: { height } }) => height),
    [3],
  )
  t.end()
})

test('a new view drops all other proposals and frees their ids', (t) => {
  const probe = new Probe(3)
  const [one, two] = [body(1, [named('a')]), body(2, [named('b')])]
  probe.hear(0, proposal(one), proposal(two))
  probe.check(one)
  probe.hear(1, prepare(one))
  probe.hear(2, prepare(one))
  probe.executed(one)
  t.ok([named('a'), named('b')].every((id) => probe.engine.isInFlight(id)))
  const by = { 0: viewChange(1), 1: viewChange(1), 2: viewChange(1) }
  hearAll(probe, by)
  probe.hear(1, newView(1, by))
  t.notOk([named('a'), named('b')].some((id) => probe.engine.isInFlight(id)))
  t.same(
    probe.effects('discard-from').map(({ height }) => height),
    [1],
    'and their overlays',
  )
  t.end()
})

test('an overlay that a new view fixes again stays', (t) => {
  const probe = new Probe(3)
  const one = body(1, [named('a')])
  probe.hear(0, proposal(one))
  probe.check(one)
  probe.echo()
  probe.hear(1, prepare(one))
  probe.executed(one)
  const by = { 0: viewChange(1, undefined, preparedBy([0, 1, 3], one)), 1: viewChange(1), 2: viewChange(1) }
  hearAll(probe, by)
  probe.hear(1, newView(1, by))
  t.same(probe.effects('discard-from'), [])
  probe.check(one, 1)
  probe.echo()
  probe.hear(1, prepare(one, 1))
  probe.hear(2, prepare(one, 1))
  t.same(probe.effects('execute'), [], 'it is not executed again')
  t.same(probe.votes(), [commit(one, 1)])
  t.end()
})

test('votes of the next view wait until it is entered', (t) => {
  const one = body(1, [named('a')], 1)
  const probe = new Probe(3)
  probe.hear(1, proposal(one, 1))
  probe.hear(2, prepare(one, 1))
  const by = { 0: viewChange(1), 1: viewChange(1), 2: viewChange(1) }
  hearAll(probe, by)
  probe.hear(1, newView(1, by))
  t.same(
    probe.engine.describe().slots.map(({ height, prepares }) => ({ height, prepares })),
    [{ height: 1, prepares: [1, 2] }],
  )
  t.end()
})

test('one who is behind in views gets the NewView with all that it names, once a status period', (t) => {
  const by = { 0: viewChange(1), 1: viewChange(1), 2: viewChange(1) }
  const probe = new Probe(3)
  hearAll(probe, by)
  probe.hear(1, newView(1, by))
  probe.hear(2, status(0, 0))
  t.same(probe.last, [], 'not in the period in which everybody was told')
  probe.fire('status')
  probe.hear(2, status(0, 0))
  t.match(probe.lines(), [
    /^relay to 2, from 0: ViewChange/,
    /^relay to 2, from 1: ViewChange/,
    /^relay to 2, from 2: ViewChange/,
    /^relay to 2, from 1: NewView 1/,
  ])
  probe.hear(2, status(0, 0), prepare(body(1)))
  t.same(probe.last, [])
  probe.step({ type: 'fetch-new-view', from: 0 as never, view: 1 as never })
  t.equal(probe.effects('relay').length, 4, 'who asks gets it')
  probe.step({ type: 'fetch-view-change', from: 0 as never, hash: viewChangeHash(sign(2, by[2])) })
  t.match(probe.lines(), [/^relay to 0, from 2: ViewChange/])
  t.end()
})

test('while a view is not entered its ViewChange is said again and its NewView asked for', (t) => {
  const probe = new Probe(3)
  probe.hear(1, status(0, 1))
  probe.hear(2, status(0, 1))
  probe.echo()
  probe.fire('status')
  t.match(
    probe.lines().filter((line) => !line.includes('timer')),
    [/^say Status view 1/, /^relay to all, from 3: ViewChange/, /^fetch from 1,2,0 the NewView of view 1/],
  )
  t.end()
})

import { asHeight, type ConsensusMessage, proposalDigest, viewChangeHash } from '@hanse/protocol'
import { test } from 'tap'
import { named, sign } from './support/fixtures.ts'
import { body, chain, commit, committedBy, newView, Probe, prepare, preparedBy, proposal, viewChange } from './support/probe.ts'

// docs/security.md, "Pitfalls": what went wrong elsewhere, and cannot here.

test('C15: a NewView follows from the ViewChanges that it names, not from others that are here', (t) => {
  const [first] = chain(1)
  const lower = body(1, [named('a')])
  const named3 = { 0: viewChange(1, undefined, preparedBy([0, 2, 3], lower)), 2: viewChange(1), 3: viewChange(1) }
  // A fourth one has a higher head: the base would be another if it counted, and the NewView would be refused for ever.
  const fourth = viewChange(1, first!.certificate)
  for (const [name, heard] of [
    ['before', [1, ...[0, 2, 3]]],
    ['after', [...[0, 2, 3], 1]],
  ] as const) {
    const probe = new Probe(3)
    const messages: Readonly<Record<number, ConsensusMessage>> = { ...named3, 1: fourth }
    for (const sender of heard) probe.hear(sender, messages[sender]!)
    probe.hear(1, newView(1, named3))
    t.match(probe.engine.describe(), { view: 1, inView: true }, `the one that is not named came ${name} the others`)
    t.match(probe.engine.describe().slots[0], { height: 1, digest: first!.certificate.digest }, 'its certificate counts all the same')
  }
  const probe = new Probe(3)
  for (const [sender, message] of Object.entries({ ...named3, 1: fourth })) probe.hear(Number(sender), message)
  const { digest: _digest, ...rest } = newView(1, named3)
  probe.hear(1, { ...rest, base: asHeight(1) })
  t.equal(probe.engine.describe().inView, false, 'a base from one that is not named is refused')
  t.end()
})

/** Height 1 is executed here, and one Commit is missing. */
function atTheDoor() {
  const block = body(1, [named('a')])
  const probe = new Probe(1)
  probe.hear(0, proposal(block))
  probe.check(block)
  probe.echo()
  probe.hear(2, prepare(block))
  probe.executed(block)
  probe.echo()
  probe.hear(2, commit(block))
  const certificate = committedBy([0, 2, 3], block)
  const head = { ...chain(1)[0]!.certified, hash: certificate.headerHash, certificate }
  return { probe, block, head }
}

test('C23: a height comes by votes or by sync, never by both', (t) => {
  const { probe, block, head } = atTheDoor()
  probe.hear(3, commit(block))
  t.equal(probe.effects('commit').length, 1, 'by votes')
  probe.catchUp(head)
  t.same(probe.effects('commit'), [])
  t.same(probe.last, [], 'what sync brings of it later changes nothing')

  const synced = atTheDoor()
  synced.probe.catchUp(head)
  t.equal(synced.probe.engine.describe().head.height, 1, 'by sync')
  synced.probe.hear(3, commit(block))
  synced.probe.certify(head.certificate)
  synced.probe.executed(block)
  t.same(synced.probe.effects('commit', synced.probe.all), [], 'votes, a certificate and a result that come later make nothing final again')
  t.equal(proposalDigest(block), head.certificate.digest)
  t.end()
})

test('C16: a signer that stands twice in what a certificate is made of counts once', (t) => {
  const block = body(1, [named('a')])
  const probe = new Probe(1)
  probe.hear(0, proposal(block))
  probe.hear(0, prepare(block), proposal(block), prepare(block))
  t.match(probe.engine.describe().slots[0], { prepares: [0], phase: 'proposed' })
  const twice = [sign(2, viewChange(1)), sign(2, viewChange(1, undefined, preparedBy([0, 2, 3], block)))]
  t.equal(new Set(twice.map((signed) => viewChangeHash(signed))).size, 2, 'two ViewChanges of one sender have two hashes')
  t.end()
})

import { createPrng, type Result } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asView,
  type CertifiedBlock,
  type CommitCertificate,
  contradictionOf,
  isRecovery,
  RECOVERY_EPOCHS_MAX,
  RECOVERY_VIEW,
  type SignedMessage,
} from '@hanse/protocol'
import { type Test, test } from 'tap'
import { BlockSync } from '../src/block-sync.ts'
import { genesisSets } from '../src/epoch-sets.ts'
import { Gate } from '../src/index.ts'
import { EpochNet, verify } from './support/epoch-net.ts'
import { membershipTransaction, recordOf, waitTransaction } from './support/governor.ts'

const ALL = [0, 1, 2, 3]
let numbers = 0

function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** Until these have it. */
function proceeds(t: Test, net: EpochNet, by: number, who: readonly number[] = ALL): void {
  const before = net.node(by).height
  net.node(by).submit(waitTransaction(net.chain, ++numbers))
  const isThere = (): boolean => who.every((index) => net.node(index).height > before)
  t.ok(net.passUntil(isThere), `blocks go on from ${before}: ${net.nodes.map(({ height }) => height)}`)
  t.same(net.violations, [])
  t.same(
    net.nodes.flatMap(({ refused }) => refused),
    [],
    'nobody honest is refused',
  )
}

/** Four validators with some blocks, stopped at one head. */
function stopped(t: Test, nodes = 4): EpochNet {
  const net = new EpochNet({ nodes })
  net.start(...net.nodes.map(({ index }) => index))
  proceeds(t, net, 0)
  proceeds(t, net, 1)
  const isLevel = (): boolean => new Set(net.nodes.map(({ height }) => height)).size === 1
  t.ok(net.passUntil(isLevel))
  net.stop(...net.nodes.map(({ index }) => index))
  return net
}

function signed(net: EpochNet, epoch: number, ...who: readonly number[]): readonly SignedMessage[] {
  return who.map((index) => granted(net.node(index).signRecovery(epoch)))
}

test('C24: more than n − q logs are lost, and the chain stands; it is recovered, and goes on', (t) => {
  const net = stopped(t)
  // Votes of heights that never came: only blocks above them would let a node vote again that has lost its log.
  net.start(...ALL)
  for (const index of [0, 1, 2]) net.node(index).crashIn = (effects) => (effects.some(({ type }) => type === 'guard') ? 'send' : undefined)
  net.node(0).submit(waitTransaction(net.chain, ++numbers))
  net.pass(2_000)
  net.stop(...ALL)
  for (const index of [0, 1, 2]) net.node(index).loseLog()
  const { height } = net.node(0)
  net.start(...ALL)
  net.pass(120_000)
  t.same(
    ALL.map((index) => net.node(index).height),
    [height, height, height, height],
    'it stands',
  )
  net.stop(...ALL)
  const statements = signed(net, 2, 0, 1, 2)
  t.match(net.node(0).guard, { epoch: 2, view: 0, height: height + 1 })
  const certificate = granted(net.node(1).applyRecovery(2, statements))
  t.ok(isRecovery(certificate))
  t.equal(net.node(1).height, height + 1)
  net.start(...ALL)
  proceeds(t, net, 3)
  t.same(
    ALL.map((index) => net.node(index).replica.epoch),
    [2, 2, 2, 2],
  )
  const record = net.node(3).reader.record(height + 1)
  t.match(
    record,
    { header: { epoch: 2, height: height + 1 }, certified: { certificate } },
    'it was fetched by those where it was not applied',
  )
  t.match(net.node(3).reader.epochEnd(height + 1), { header: { epoch: 2 }, certificate })
  net.stop(...ALL)
  net.start(...ALL)
  proceeds(t, net, 0)
  t.end()
})

test('who was away, and who is new, follow across recoveries and a change of members between them', (t) => {
  const net = stopped(t, 6)
  net.node(1).applyRecovery(2, signed(net, 2, 1, 2, 3))
  net.start(0, 1, 2, 3)
  proceeds(t, net, 1)
  for (const change of [
    { type: 'admit', record: recordOf(4) },
    { type: 'promote', organization: 'validator-4' },
  ] as const) {
    const before = net.node(0).height
    net.node(0).submit(membershipTransaction(net.chain, ++numbers, change))
    t.ok(net.passUntil(() => net.node(0).height > before))
  }
  t.ok(net.passUntil(() => new Set([0, 1, 2, 3].map((index) => net.node(index).height)).size === 1))
  t.equal(net.node(0).replica.epoch, 3)
  net.start(4)
  t.ok(net.passUntil(() => net.node(4).height === net.node(0).height))
  net.stop(0, 1, 2, 3, 4)
  // One number is passed over: nobody made a certificate of it.
  granted(net.node(0).signRecovery(5))
  t.equal(new Set([0, 1, 2, 3, 4].map((index) => net.node(index).height)).size, 1)
  granted(net.node(2).applyRecovery(7, signed(net, 7, 0, 1, 2, 4)))
  net.start(0, 1, 2, 3, 4)
  proceeds(t, net, 4, [0, 1, 2, 3, 4])
  net.start(5)
  t.ok(
    net.passUntil(() => net.node(5).height === net.node(0).height),
    'one that has only genesis',
  )
  t.equal(net.node(5).replica.epoch, 7)
  t.same(net.violations, [])
  t.end()
})

test('a key signs one recovery to an epoch, and none below what it has promised', (t) => {
  const net = stopped(t)
  const first = granted(net.node(0).signRecovery(2))
  t.same(granted(net.node(0).signRecovery(2)), first, 'the same again')
  for (const epoch of [0, 1, 1 + RECOVERY_EPOCHS_MAX])
    t.match(net.node(0).signRecovery(epoch), { ok: false, error: { code: 'recover/bad-epoch' } })
  // The others go on without it, and it follows them.
  net.start(...ALL)
  proceeds(t, net, 1)
  t.same(net.node(0).replica.describe().poolSize, 0)
  net.stop(...ALL)
  t.match(net.node(0).signRecovery(2), { ok: false, error: { code: 'recover/promised' } }, 'another head of the same epoch')
  t.match(net.node(0).signRecovery(3), { ok: false, error: { code: 'recover/promised' } }, 'the next')
  t.match(net.node(0).signRecovery(4), { ok: true }, 'a later one')
  t.match(net.node(0).signRecovery(2), { ok: false, error: { code: 'recover/promised' } }, 'and never an earlier one again')
  t.end()
})

test('who has signed votes no more in the epoch that it leaves: q signatures end it', (t) => {
  const net = stopped(t)
  signed(net, 2, 0, 1, 2)
  const { height } = net.node(0)
  net.start(...ALL)
  net.node(3).submit(waitTransaction(net.chain, ++numbers))
  net.pass(120_000)
  t.same(
    ALL.map((index) => net.node(index).height),
    [height, height, height, height],
  )
  t.same(net.violations, [])
  t.end()
})

test('an epoch that a vote began at one node alone goes on with nobody who has signed a recovery', (t) => {
  const net = stopped(t, 5)
  net.start(0, 1, 2, 3, 4)
  const before = net.node(3).height
  net.node(0).submit(membershipTransaction(net.chain, ++numbers, { type: 'admit', record: recordOf(4) }))
  t.ok(net.passUntil(() => ALL.every((index) => net.node(index).height > before)))
  for (const index of [0, 1, 2, 4])
    net.node(index).crashIn = (effects) =>
      effects.some((effect) => effect.type === 'store' && effect.final.block.nextValidators !== undefined) ? 'store' : undefined
  net.node(0).submit(membershipTransaction(net.chain, ++numbers, { type: 'promote', organization: 'validator-4' }))
  t.ok(net.passUntil(() => net.node(3).replica.epoch === 1 && !net.node(0).isUp && !net.node(1).isUp && !net.node(2).isUp))
  net.stop(0, 1, 2, 3, 4)
  net.pass(500)
  for (const index of [0, 1, 2]) net.node(index).loseLog()
  const { height } = net.node(3)
  const statements = signed(net, 2, 0, 1, 2)
  // Nobody looked at node 3, and nobody has applied it: all fetch the block that ended the epoch.
  for (const node of net.nodes) node.crashIn = undefined
  net.start(0, 1, 2, 3, 4)
  net.pass(60_000)
  t.same(
    net.nodes.map((node) => [node.height, node.replica.epoch]),
    net.nodes.map(() => [height, 1]),
    'it stands there',
  )
  net.stop(0, 1, 2, 3, 4)
  t.match(
    net.node(0).applyRecovery(2, statements),
    { ok: false, error: { code: 'recover/bad-epoch' } },
    'the block that it begins with is taken',
  )
  granted(net.node(3).applyRecovery(4, signed(net, 4, 0, 1, 2, 3)))
  net.start(0, 1, 2, 3, 4)
  proceeds(t, net, 0, [0, 1, 2, 3, 4])
  t.end()
})

test('a certificate needs q statements of distinct validators in force, for one block, epoch and chain', (t) => {
  const net = stopped(t)
  const [a, b, c] = signed(net, 2, 0, 1, 2) as [SignedMessage, SignedMessage, SignedMessage]
  const [later] = signed(net, 4, 3) as [SignedMessage]
  const commit = c.message as Extract<SignedMessage['message'], { type: 'commit' }>
  const rows: readonly (readonly [string, readonly SignedMessage[], string])[] = [
    ['too few', [a, b], 'recover/too-few'],
    ['one of them twice', [a, b, b], 'recover/too-few'],
    ['of another epoch', [a, b, later], 'recover/other-head'],
    ['of another head', [a, b, { ...c, message: { ...commit, headerHash: commit.digest } }], 'recover/other-head'],
    ['of an ordinary view', [a, b, { ...c, message: { ...commit, view: 0 as never } }], 'recover/other-head'],
    ['another validator’s signature', [a, b, { ...c, signer: 3 as never }], 'recover/bad-statement'],
    ['nobody’s', [a, b, { ...c, signer: 4 as never }], 'recover/bad-statement'],
  ]
  for (const [words, statements, code] of rows) t.match(net.node(0).applyRecovery(2, statements), { ok: false, error: { code } }, words)
  const other = stopped(t)
  t.not(other.node(0).reader.head()?.hash, net.node(0).reader.head()?.hash)
  t.match(
    net.node(0).applyRecovery(2, [a, b, ...signed(other, 2, 2)]),
    { ok: false, error: { code: 'recover/other-head' } },
    'another chain',
  )
  t.match(net.node(0).applyRecovery(2, [c, a, b]), { ok: true }, 'in any order')
  t.end()
})

test('evidence: two recoveries to one epoch convict their signer, and nothing that an honest one signs does', (t) => {
  const net = stopped(t)
  const [first, later] = [...signed(net, 2, 0), ...signed(net, 4, 0)] as [SignedMessage, SignedMessage]
  const commit = first.message as Extract<SignedMessage['message'], { type: 'commit' }>
  const other: SignedMessage = { ...first, message: { ...commit, headerHash: commit.digest } }
  t.match(contradictionOf({ first, second: other }), { kind: 'conflicting-commit', height: commit.height })
  // Whatever view it leaves for afterwards, and though it says nothing of that block.
  for (const newView of [1, 1_000, RECOVERY_VIEW]) {
    const viewChange: SignedMessage = { ...first, message: { type: 'viewChange', newView: asView(newView) } }
    t.equal(contradictionOf({ first, second: viewChange }), undefined, `view ${newView}`)
  }
  for (const view of [0, 7])
    t.equal(contradictionOf({ first, second: { ...other, message: { ...commit, view: asView(view) } } }), undefined)
  t.equal(contradictionOf({ first, second: later }), undefined, 'a number that was given up')
  t.end()
})

test('a recovery that too few have signed, or that leaps, moves nobody; who gives it as the next block is a liar', (t) => {
  const net = stopped(t)
  const certificate = granted(net.node(1).applyRecovery(2, signed(net, 2, 0, 1, 2)))
  const { height, reader } = net.node(1)
  const block = reader.record(height)?.certified as CertifiedBlock
  const sets = genesisSets(net.chain.genesis)
  const head = { header: { height: asHeight(height - 1) } }
  const gate = new Gate(net.chain, verify, { sets, head })
  const from = net.node(1).peer
  t.same(gate.within([block]), { past: 0, known: [block], more: {} })
  t.match(gate.block(block, []), { ok: true })
  t.match(gate.consensusInput(from, { type: 'certificate', certificate }), { value: { type: 'other-epoch' } }, 'the next block')
  const beside = new Gate(net.chain, verify, { sets, head: { header: { height: asHeight(height) } } })
  t.match(
    beside.consensusInput(from, { type: 'certificate', certificate }),
    { value: { type: 'recovery', certificate } },
    'instead of ours',
  )
  const behind = new Gate(net.chain, verify, { sets, head: { header: { height: asHeight(height - 2) } } })
  const retired = { epoch: asEpoch(1), set: sets.set, below: { height: asHeight(height), set: sets.set } }
  const after = new Gate(net.chain, verify, { sets: retired, head })
  const [first] = certificate.signatures
  const liar = { ok: false } as const
  const elsewhere = { ok: true, value: { type: 'other-epoch' } } as const
  const rows: readonly (readonly [string, CommitCertificate, Gate, object])[] = [
    ['too few', { ...certificate, signatures: certificate.signatures.slice(1) }, gate, liar],
    ['one of them twice', { ...certificate, signatures: certificate.signatures.map(() => first as never) }, gate, liar],
    ['of another header', { ...certificate, headerHash: certificate.digest }, gate, liar],
    ['to the number that is a vote’s', { ...certificate, epoch: asEpoch(1) }, gate, elsewhere],
    ['too far', { ...certificate, epoch: asEpoch(1 + RECOVERY_EPOCHS_MAX) }, gate, elsewhere],
    ['of an ordinary view', { ...certificate, view: asView(0) }, gate, elsewhere],
    ['signed by validators of an epoch that is over', { ...certificate, epoch: asEpoch(3) }, after, elsewhere],
    ['above a head that is not here, too few', { ...certificate, signatures: certificate.signatures.slice(1) }, behind, elsewhere],
  ]
  for (const [words, wrong, at, outcome] of rows) {
    t.same(at.within([{ ...block, certificate: wrong }]), { past: 0, known: [], more: { knownEpoch: at.epoch } }, words)
    t.match(at.consensusInput(from, { type: 'certificate', certificate: wrong }), outcome, words)
  }
  // The replica takes the first block above its head for what it is.
  const sync = new BlockSync(createPrng(1))
  sync.connected(net.node(1).peer, asHeight(height))
  t.equal(sync.next(asHeight(height - 1), 0).length, 2)
  const answer = { fromHeight: asHeight(height), skipped: 0, blocks: [], knownEpoch: asEpoch(0) }
  t.notOk(sync.answered(net.node(1).peer, answer, { head: asHeight(height - 1), epoch: asEpoch(0) }, 0))
  t.end()
})

test('who has a block of its own where the chain was recovered stops and says so, whether it votes or only follows', (t) => {
  const net = stopped(t, 5)
  const backups = [0, 1, 2].map((index) => net.node(index).copyOfDisk())
  net.start(0, 1, 2, 3, 4)
  proceeds(t, net, 0, [0, 1, 2, 3, 4])
  net.stop(0, 1, 2, 3, 4)
  // Three disks are lost, and restored from before that block.
  for (const index of [0, 1, 2]) net.node(index).restore(backups[index] as (typeof backups)[0])
  const { height } = net.node(0)
  granted(net.node(0).applyRecovery(2, signed(net, 2, 0, 1, 2)))
  // The net remembers the block that is gone: that it is replaced is what this is about.
  net.forgetFinalsAbove(height)
  net.start(0, 1, 2)
  proceeds(t, net, 0, [0, 1, 2])
  net.start(3, 4)
  net.pass(5_000)
  for (const index of [3, 4]) {
    t.notOk(net.node(index).isUp)
    t.equal(net.node(index).refusal, 'consensus/left-behind')
    net.node(index).disk.records.clear()
    net.node(index).loseLog()
  }
  net.start(3, 4)
  proceeds(t, net, 3, [0, 1, 2, 3, 4])
  t.end()
})

test('who is at another block of the recovered head’s own height stops, too', (t) => {
  const net = stopped(t)
  const backups = [0, 1, 2].map((index) => net.node(index).copyOfDisk())
  net.start(...ALL)
  proceeds(t, net, 0)
  net.stop(...ALL)
  const { height } = net.node(3)
  for (const index of [0, 1, 2]) net.node(index).restore(backups[index] as (typeof backups)[0])
  granted(net.node(0).applyRecovery(2, signed(net, 2, 0, 1, 2)))
  net.forgetFinalsAbove(net.node(0).height - 1)
  net.start(0, 1, 2)
  while (net.node(0).height < height) proceeds(t, net, 0, [0, 1, 2])
  net.start(3)
  net.pass(5_000)
  t.equal(net.node(3).refusal, 'consensus/left-behind')
  t.end()
})

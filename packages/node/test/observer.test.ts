import type { Clock } from '@hanse/ports'
import type { Hash } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asPeerId,
  asValidatorIndex,
  asView,
  type CommitCertificate,
  type Header,
  type SignedMessage,
  type Verified,
} from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import type { NodeInfo, NodeStatus, PoolStatus } from '@hanse/rpc'
import { test } from 'tap'
import type { HostEffect } from '../src/driver.ts'
import { EVIDENCE_PER_VALIDATOR_MAX, EvidenceBook } from '../src/evidence-book.ts'
import { JOURNAL_ENTRIES_MAX, RingJournal } from '../src/journal.ts'
import { LOOK_EVERY_MS } from '../src/node-diary.ts'
import { Observer } from '../src/observer.ts'
import { Roster } from '../src/roster.ts'
import { SIGNER_WINDOW_HEIGHTS, SignerWindow } from '../src/signer-window.ts'
import { membersOfGenesis, NAMES, testChain } from './support/test-chain.ts'

const CHAIN = testChain()
const hashOf = (height: number): Hash => `0x${height.toString(16).padStart(64, '0')}` as Hash

function certified(height: number, more: { view?: number; signers?: readonly number[]; proposer?: number } = {}) {
  const { view = 0, signers = [0, 1, 2], proposer = view % 4 } = more
  const header = { epoch: asEpoch(0), height: asHeight(height), proposer: asValidatorIndex(proposer), timeMs: 1_000 * height } as Header
  const signatures = signers.map((signer) => ({ signer: asValidatorIndex(signer), signature: '0x' as const }))
  const certificate: CommitCertificate = {
    ...{ epoch: asEpoch(0), view: asView(view), height: asHeight(height), digest: hashOf(height), headerHash: hashOf(height), signatures },
  }
  return { header, certificate, hash: hashOf(height) }
}

function windowOf(...blocks: readonly ReturnType<typeof certified>[]): SignerWindow {
  const window = new SignerWindow(asEpoch(0), 4)
  for (const { header, certificate } of blocks) window.finalized(header, certificate)
  return window
}

test('signer window: signed, missed, proposed, last signed height', (t) => {
  const window = windowOf(certified(1), certified(2, { signers: [1, 2, 3], proposer: 1 }), certified(3))
  t.strictSame(window.stats(3), {
    ...{ fromHeight: 1, toHeight: 3, windowMax: SIGNER_WINDOW_HEIGHTS },
    validators: [
      { signed: 2, proposed: 2, viewsLost: 0, missed: 1, lastSignedHeight: 3 },
      { signed: 3, proposed: 1, viewsLost: 0, missed: 0, lastSignedHeight: 3 },
      { signed: 3, proposed: 0, viewsLost: 0, missed: 0, lastSignedHeight: 3 },
      { signed: 1, proposed: 0, viewsLost: 0, missed: 2, lastSignedHeight: 2 },
    ],
  })
  t.end()
})

test('signer window: a Commit counts that is early or late, and only for the block that became final', (t) => {
  const window = windowOf(certified(1))
  const [a, b] = [asValidatorIndex(0), asValidatorIndex(3)]
  window.committed(asEpoch(0), b, 1, hashOf(1))
  window.committed(asEpoch(0), b, 2, hashOf(2))
  window.committed(asEpoch(0), b, 3, hashOf(99))
  window.committed(asEpoch(0), a, 500, hashOf(500))
  for (const height of [2, 3]) {
    const { header, certificate } = certified(height)
    window.finalized(header, certificate)
  }
  window.committed(asEpoch(0), b, 3, hashOf(98))
  window.committed(asEpoch(0), b, 0, hashOf(0))
  t.match(window.stats(3).validators[3], { signed: 2, missed: 1, lastSignedHeight: 2 })
  t.end()
})

test('signer window: a view without a block is lost by its primary; whole rounds by everybody', (t) => {
  const lost = (...views: readonly number[]) =>
    windowOf(...views.map((view, index) => certified(index + 1, { view })))
      .stats(views.length)
      .validators.map(({ viewsLost }) => viewsLost)
  t.strictSame(lost(0, 0, 0), [0, 0, 0, 0])
  t.strictSame(lost(0, 1), [1, 0, 0, 0])
  t.strictSame(lost(1, 3, 4), [0, 1, 1, 1])
  t.strictSame(lost(2, 2 + 4_000_001), [1_000_000, 1_000_000, 1_000_001, 1_000_000])
  t.end()
})

test('signer window: bounded, and filled from the store', (t) => {
  const window = new SignerWindow(asEpoch(0), 4)
  const stored = (height: number, bytes = 10) => {
    const { header, certificate } = certified(height)
    return { header, certified: { certificate, transactions: [new Uint8Array(bytes)], body: {} as never } }
  }
  window.fill(5_000, (height) => (height < 4_900 ? undefined : stored(height)))
  t.match(window.stats(5_000), { fromHeight: 4_900, toHeight: 5_000 }, 'as far as the store goes')
  for (let height = 5_001; height <= 6_000; height++) window.finalized(certified(height).header, certified(height).certificate)
  t.match(window.stats(6_000), { fromHeight: 5_001, toHeight: 6_000 })
  t.equal(window.stats(6_000).validators[0]?.signed, SIGNER_WINDOW_HEIGHTS)
  const costly = new SignerWindow(asEpoch(0), 4)
  costly.fill(5_000, (height) => stored(height, 4 * 1024 * 1024))
  t.match(costly.stats(5_000), { fromHeight: 4_997, toHeight: 5_000 }, 'a start reads 16 MiB at the most')
  const young = new SignerWindow(asEpoch(0), 4)
  young.fill(0, () => undefined)
  t.match(young.stats(0), { fromHeight: 1, toHeight: 0, validators: [{ signed: 0, missed: 0 }, {}, {}, {}] })
  t.end()
})

function prepare(signer: number, digit: string): Verified<SignedMessage> {
  const message = { type: 'prepare', view: asView(0), height: asHeight(7), digest: `0x${digit.repeat(64)}` as Hash } as const
  return {
    epoch: asEpoch(0),
    signer: asValidatorIndex(signer),
    signature: `0x${'00'.repeat(64)}`,
    message,
  } as unknown as Verified<SignedMessage>
}

function conflict(culprit: number): Extract<HostEffect, { type: 'report' }>['evidence'] {
  return { culprit: asValidatorIndex(culprit), kind: 'conflicting-prepare', first: prepare(culprit, 'a'), second: prepare(culprit, 'b') }
}

test('evidence: newest first; who gives much pushes out its own only, and it is counted', (t) => {
  const book = new EvidenceBook(500)
  book.add(conflict(2), 1_000)
  for (let count = 0; count < EVIDENCE_PER_VALIDATOR_MAX + 5; count++) book.add(conflict(1), 2_000 + count)
  const { items, dropped, sinceMs } = book.seen()
  t.match({ dropped, sinceMs }, { dropped: 5, sinceMs: 500 })
  t.equal(items.length, EVIDENCE_PER_VALIDATOR_MAX + 1)
  t.match(items[0], { sequence: EVIDENCE_PER_VALIDATOR_MAX + 6, culprit: 1, height: 7, kind: 'conflicting-prepare' })
  t.match(items.at(-1), { sequence: 1, culprit: 2, seenAtMs: 1_000 }, 'the other validator’s is still there')
  t.end()
})

test('journal: a ring that knows what it has lost', (t) => {
  const journal = new RingJournal<{ readonly value: number }>('00000000000000aa', 3)
  const seen: number[] = []
  const stop = journal.onEntry(() => seen.push(journal.next))
  t.match(journal, { oldest: 0, next: 0 })
  for (let value = 0; value < 5; value++) journal.add({ value })
  stop()
  journal.add({ value: 5 })
  t.strictSame(seen, [1, 2, 3, 4, 5])
  t.match(journal, { oldest: 3, next: 6 })
  t.strictSame(
    [2, 3, 4, 5, 6].map((sequence) => journal.entry(sequence)?.value),
    [undefined, 3, 4, 5, undefined],
  )
  t.ok(JOURNAL_ENTRIES_MAX >= 1_000)
  t.throws(() => new RingJournal('short'))
  t.end()
})

interface World {
  readonly observer: Observer
  nowMs: number
  status: NodeStatus
  pool: PoolStatus
  /** Lets the time for one look pass. */
  look(): void
}

function create(): World {
  let onFire: (() => void) | undefined
  const clock: Clock = {
    nowMs: () => world.nowMs,
    startTimer: (durationMs, fire) => {
      if (durationMs === LOOK_EVERY_MS) onFire = fire
      return { stop: () => (onFire = undefined) }
    },
  }
  const world: Omit<World, 'observer'> = {
    nowMs: 10_000,
    status: {
      ...{ state: 'stalled', height: 0, earliest: 0, headTime: 0, lag: 0, epoch: 0, view: 0 },
      ...{ primary: 'bank-a', peers: 0, reasons: ['0 peers'] },
    },
    pool: { size: 0, sizeBytes: 0, capacity: 100, perSenderMax: 10 },
    look: () => onFire?.(),
  }
  const observer = new Observer({
    meter: { count: () => undefined, gauge: () => undefined, observe: () => undefined },
    ...{ clock, roster: new Roster(membersOfGenesis(CHAIN)) },
    status: () => world.status,
    pool: () => world.pool,
  })
  return Object.assign(world, { observer })
}

function entriesOf(journal: {
  readonly oldest: number
  readonly next: number
  entry(sequence: number): object | undefined
}): readonly object[] {
  return Array.from({ length: journal.next - journal.oldest }, (_, index) => journal.entry(journal.oldest + index) as object)
}

const INFO: NodeInfo = {
  ...{ version: '0.1.0', chainId: 77, genesisHash: CHAIN.genesisHash, name: 'test', organization: 'bank-a' },
  ...{ role: 'validator', peerId: '12D3', history: 'archive' },
} as const

test('the node’s diary: start, states, peers, pool, log level, end', (t) => {
  const world = create()
  const { observer } = world
  const peerId = CHAIN.genesis.validators[1]?.peerId as string
  observer.started(INFO, 0)
  observer.peerConnected(peerId, { version: '0.1.0', head: 4 })
  world.look()
  world.status = { ...world.status, state: 'synced', height: 4, reasons: [] }
  world.pool = { ...world.pool, size: 50 }
  world.look()
  world.pool = { ...world.pool, size: 96 }
  world.look()
  world.look()
  world.pool = { ...world.pool, size: 3 }
  observer.peerDisconnected(peerId, 'x'.repeat(1_000))
  observer.logLevelSet('debug', 'info')
  observer.stopping(4)
  observer.stopping(4)
  world.status = { ...world.status, state: 'stalled' }
  world.look()
  t.match(entriesOf(observer.journals.node), [
    { type: 'started', atMs: 10_000, height: 0, version: '0.1.0', role: 'validator' },
    { type: 'state', before: 'starting', state: 'stalled', reasons: ['0 peers'] },
    { type: 'peer-connected', peerId, organization: 'bank-b', version: '0.1.0', head: 4 },
    { type: 'state', before: 'stalled', state: 'synced', height: 4 },
    { type: 'pool', before: 'normal', level: 'high', size: 50, capacity: 100 },
    { type: 'pool', before: 'high', level: 'full', size: 96 },
    { type: 'peer-disconnected', peerId, organization: 'bank-b', reason: 'x'.repeat(256) },
    { type: 'pool', before: 'full', level: 'normal', size: 3 },
    { type: 'log-level', level: 'debug', before: 'info' },
    { type: 'stopping', height: 4 },
  ])
  t.end()
})

test('the diary of consensus: phases with their times, finality with its signers, views, evidence, punishments', (t) => {
  const world = create()
  const { observer } = world
  const note = (value: Extract<HostEffect, { type: 'note' }>['note']): void => observer.effect({ type: 'note', note: value })
  for (const phase of ['proposed', 'prepared', 'committed'] as const) {
    note({ type: 'phase', phase, height: asHeight(1) })
    world.nowMs += 20
  }
  const { header, certificate, hash } = certified(1, { signers: [0, 1, 3] })
  observer.finalized({ block: { header, hash, included: [1, 2] }, certificate } as unknown as FinalBlock)
  const synced = certified(2)
  observer.finalized({
    block: { header: synced.header, hash: synced.hash, included: [] },
    certificate: synced.certificate,
  } as unknown as FinalBlock)
  note({ type: 'view-left', view: asView(2), reason: 'timeout' })
  note({ type: 'view-entered', view: asView(2) })
  note({ type: 'epoch-entered', epoch: asEpoch(0), firstHeight: asHeight(3), self: asValidatorIndex(0) })
  note({ type: 'epoch-entered', epoch: asEpoch(1), firstHeight: asHeight(9) })
  note({ type: 'other-header', height: asHeight(3), own: hashOf(1), others: hashOf(2) })
  observer.effect({ type: 'report', evidence: conflict(2) })
  observer.effect({ type: 'punish', peer: asPeerId(CHAIN.genesis.validators[3]?.peerId ?? ''), reason: 'lied' })
  t.strictSame(entriesOf(observer.journals.consensus), [
    { type: 'phase', atMs: 10_000, height: 1, phase: 'proposed' },
    { type: 'phase', atMs: 10_020, height: 1, phase: 'prepared', tookMs: 20 },
    { type: 'phase', atMs: 10_040, height: 1, phase: 'committed', tookMs: 20 },
    {
      ...{ type: 'final', atMs: 10_060, height: 1, hash, timeMs: 1_000, view: 0 },
      ...{ proposer: 'bank-a', signers: ['bank-a', 'bank-b', 'supplier'], transactions: 2, tookMs: 60 },
    },
    {
      ...{ type: 'final', atMs: 10_060, height: 2, hash: synced.hash, timeMs: 2_000, view: 0 },
      ...{ proposer: 'bank-a', signers: ['bank-a', 'bank-b', 'core-firm'], transactions: 0 },
    },
    { type: 'view-left', atMs: 10_060, next: 2, nextPrimary: 'core-firm', reason: 'timeout' },
    { type: 'view-entered', atMs: 10_060, view: 2, primary: 'core-firm' },
    { type: 'epoch-entered', atMs: 10_060, epoch: 0, firstHeight: 3, role: 'validator', validators: NAMES },
    { type: 'epoch-entered', atMs: 10_060, epoch: 1, firstHeight: 9, role: 'observer', validators: [] },
    { type: 'other-header', atMs: 10_060, height: 3, own: hashOf(1), others: hashOf(2) },
    { type: 'evidence', atMs: 10_060, sequence: 1, height: 7, culprit: 'core-firm', kind: 'conflicting-prepare' },
    { type: 'punished', atMs: 10_060, validator: 'supplier', reason: 'lied' },
  ])
  t.equal(observer.evidence().items.length, 1)
  observer.received({
    ...prepare(3, 'a'),
    message: { type: 'commit', view: asView(0), height: asHeight(2), digest: hashOf(2), headerHash: synced.hash },
  })
  t.match(observer.signerStats(2).validators[3], { signed: 2 }, 'a Commit that came in later')
  t.notSame(create().observer.journals.node.run, observer.journals.node.run, 'every run has a name of its own')
  t.end()
})

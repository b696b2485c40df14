import { createPrng } from '@hanse/primitives'
import { asEpoch, asHeight, type PeerId, proposalDigest } from '@hanse/protocol'
import { test } from 'tap'
import { BlockSync } from '../src/block-sync.ts'
import type { ReplicaEffect } from '../src/effect.ts'
import type { BlocksAnswer, VerifiedBlock } from '../src/input.ts'
import { SYNC_BLOCKS_PER_REQUEST, SYNC_PEER_REST_MS, SYNC_PEER_REST_MS_MAX, SYNC_RETRY_MS, SYNC_TIMEOUT_MS } from '../src/limits.ts'
import { committedOf } from './support/four-validators.ts'
import { bodyOf, peer } from './support/stubs.ts'

const A = peer(1)
const B = peer(2)
const C = peer(3)
const HEAD = asHeight(10)
const HEAD_NEXT = asHeight(11)
const PLACE = { head: HEAD, epoch: asEpoch(0) }

interface Question {
  readonly from: PeerId
  readonly fromHeight: number
  readonly limit: number
}

function questions(effects: readonly ReplicaEffect[]): readonly Question[] {
  return effects.flatMap((effect) => (effect.type === 'fetch-blocks' ? [effect] : []))
}

function asked(effects: readonly ReplicaEffect[]): PeerId | undefined {
  return questions(effects)[0]?.from
}

function blockAt(height: number): VerifiedBlock {
  const body = bodyOf(height, [])
  return { body, transactions: [], certificate: committedOf(body, proposalDigest(body)) }
}

function answer(from: number, to: number): BlocksAnswer {
  return { fromHeight: asHeight(from), skipped: 0, blocks: heights(from, to).map(blockAt) }
}

function heights(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function heightsOf(blocks: readonly VerifiedBlock[]): readonly number[] {
  return blocks.map(({ body }) => body.height)
}

function syncWith(...peers: readonly (readonly [peer: typeof A, head: number])[]): BlockSync {
  const sync = new BlockSync(createPrng(1))
  for (const [peer, head] of peers) sync.connected(peer, asHeight(head))
  return sync
}

test('asks one peer that is ahead, and nobody when nobody is', (t) => {
  t.same(syncWith([A, 10], [B, 9]).next(HEAD, 0), [])
  const sync = syncWith([A, 10], [B, 11])
  t.match(sync.next(HEAD, 0), [
    { type: 'fetch-blocks', from: B, fromHeight: 11 },
    { type: 'start-timer', timer: 'sync' },
  ])
  t.same(sync.next(HEAD, 0), [], 'once')
  t.end()
})

test('a height that a peer only claims is no target, and its empty answer takes the claim back', (t) => {
  const sync = syncWith([A, 0])
  sync.claimed(A, asHeight(Number.MAX_SAFE_INTEGER))
  t.equal(sync.target, 0)
  t.equal(asked(sync.next(HEAD, 0)), A)
  t.ok(sync.answered(A, { fromHeight: asHeight(11), skipped: 0, blocks: [] }, PLACE, 0), 'that is no lie')
  t.same(sync.next(HEAD, SYNC_PEER_REST_MS), [], 'there is nothing to wait for')
  sync.claimed(A, asHeight(Number.MAX_SAFE_INTEGER))
  sync.connected(B, asHeight(20))
  t.equal(asked(sync.next(HEAD, SYNC_PEER_REST_MS - 1)), B, 'it rests, whatever it says, while another has the block')
  t.end()
})

test('when all who have a block rest, one that was silent is asked again soon, and one that lied is not', (t) => {
  const sync = syncWith([A, 20], [B, 20], [C, 20])
  sync.lied(C, 0)
  const first = asked(sync.next(HEAD, 0))
  sync.onTimer(SYNC_TIMEOUT_MS)
  const second = asked(sync.next(HEAD, SYNC_TIMEOUT_MS))
  t.same(new Set([first, second]), new Set([A, B]))
  sync.onTimer(2 * SYNC_TIMEOUT_MS)
  t.equal(asked(sync.next(HEAD, 2 * SYNC_TIMEOUT_MS)), first, 'it has rested longest')
  t.ok(sync.answered(first!, { fromHeight: HEAD_NEXT, skipped: 0, blocks: [] }, PLACE, 2 * SYNC_TIMEOUT_MS))
  t.same(sync.next(HEAD, 2 * SYNC_TIMEOUT_MS), [{ type: 'start-timer', timer: 'sync', durationMs: SYNC_RETRY_MS }], 'not at once')
  t.equal(asked(sync.next(HEAD, 2 * SYNC_TIMEOUT_MS + SYNC_RETRY_MS)), second, 'the other has nothing any more')
  t.end()
})

test('a peer rests for seconds, though the clock jumps back by hours', (t) => {
  const sync = syncWith([A, 20])
  const laterMs = 10 * 3_600_000
  sync.lied(A, laterMs)
  t.equal(asked(sync.next(HEAD, laterMs)), undefined)
  t.equal(asked(sync.next(HEAD, 8 * 3_600_000)), A)
  t.end()
})

test('a certificate makes a target', (t) => {
  const sync = syncWith([A, 0], [B, 0])
  sync.raise(asHeight(12), [B])
  t.equal(sync.target, 12)
  t.equal(asked(sync.next(HEAD, 0)), B, 'of those who should have it')
  t.end()
})

test('a late answer is an answer, and nobody is blamed for it', (t) => {
  const sync = syncWith([A, 20], [B, 0])
  t.notOk(sync.awaits(A), 'not before it was asked')
  sync.next(HEAD, 0)
  sync.claimed(B, asHeight(20))
  sync.onTimer(SYNC_TIMEOUT_MS)
  t.equal(asked(sync.next(HEAD, SYNC_TIMEOUT_MS)), B, 'another is asked')
  t.ok(sync.awaits(A))
  t.ok(sync.answered(A, answer(11, 15), PLACE, SYNC_TIMEOUT_MS + 1))
  t.notOk(sync.awaits(A), 'one answer a question')
  t.ok(sync.awaits(B))
  t.ok(sync.answered(B, answer(11, 15), PLACE, SYNC_TIMEOUT_MS + 2))
  t.same(heightsOf(sync.takeAfter(HEAD)), [11, 12, 13, 14, 15])
  t.same(heightsOf(sync.takeAfter(asHeight(15))), [], 'once')
  t.same(new Set(questions(sync.next(asHeight(15), SYNC_TIMEOUT_MS + 2)).map(({ from }) => from)).size, 1, 'nobody rests')
  t.end()
})

test('several peers are asked at a time, each for a range of its own; what comes first waits for its turn', (t) => {
  const sync = syncWith([A, 1_000], [B, 1_000], [C, 1_000])
  const all = questions(sync.next(HEAD, 0))
  t.same(new Set(all.map(({ from }) => from)), new Set([A, B, C]))
  t.same(
    all.map(({ fromHeight, limit }) => [fromHeight, limit]),
    [0, 1, 2].map((index) => [11 + index * SYNC_BLOCKS_PER_REQUEST, SYNC_BLOCKS_PER_REQUEST]),
  )
  const [first, second, third] = all.map(({ from }) => from)
  sync.answered(second!, answer(43, 74), PLACE, 1)
  t.same(sync.takeAfter(HEAD), [], 'the one before is missing')
  t.match(questions(sync.next(HEAD, 1)), [{ from: second, fromHeight: 107 }], 'meanwhile it is asked for more')
  t.match(questions(sync.next(HEAD, 1)), [], 'nobody is left')
  sync.answered(third!, answer(75, 106), PLACE, 2)
  t.same(sync.next(HEAD, 2), [], 'no more answers are kept than may be asked for')
  sync.answered(first!, answer(11, 20), PLACE, 3)
  t.same(heightsOf(sync.takeAfter(HEAD)), heights(11, 20))
  t.notOk(sync.continues(asHeight(20)), 'the answer was short')
  t.match(questions(sync.next(asHeight(20), 3))[0], { fromHeight: 21, limit: 22 }, 'only what is missing')
  t.ok(sync.continues(asHeight(42)))
  t.same(heightsOf(sync.takeAfter(asHeight(50))), heights(51, 74), 'votes were faster')
  t.same(heightsOf(sync.takeAfter(asHeight(74))), heights(75, 106))
  t.end()
})

test('a peer whose blocks do not follow each other, or do not fit their certificates, lies and rests', (t) => {
  for (const [what, blocks] of [
    ['a gap', [blockAt(11), blockAt(13)]],
    ['another body', [{ ...blockAt(11), body: { ...blockAt(11).body, timeMs: 7 } }]],
    ['another height', [{ ...blockAt(11), certificate: blockAt(12).certificate }]],
    ['too many', answer(11, 11 + SYNC_BLOCKS_PER_REQUEST).blocks],
    ['another beginning', [blockAt(12)]],
  ] as const) {
    const sync = syncWith([A, 20])
    sync.next(HEAD, 0)
    t.notOk(sync.answered(A, { fromHeight: HEAD_NEXT, skipped: 0, blocks }, PLACE, 0), what)
    t.same(sync.takeAfter(HEAD), [])
    t.equal(asked(sync.next(HEAD, 1)), undefined)
    t.equal(asked(sync.next(HEAD, SYNC_PEER_REST_MS)), A)
  }
  t.end()
})

test('who lies again and again rests longer and longer, until it is of use', (t) => {
  const sync = syncWith([A, 20])
  let nowMs = 0
  const restOf = (): number => {
    sync.lied(A, nowMs)
    const fromMs = nowMs
    while (asked(sync.next(HEAD, nowMs)) === undefined) nowMs += 1_000
    sync.lied(A, nowMs)
    return nowMs - fromMs
  }
  t.equal(restOf(), SYNC_PEER_REST_MS)
  nowMs += SYNC_PEER_REST_MS_MAX
  t.equal(restOf(), 4 * SYNC_PEER_REST_MS)
  for (let time = 0; time < 4; time++) nowMs += SYNC_PEER_REST_MS_MAX + restOf()
  t.equal(restOf(), SYNC_PEER_REST_MS_MAX)
  sync.answered(A, answer(11, 12), PLACE, nowMs)
  sync.takeAfter(HEAD)
  t.equal(restOf(), SYNC_PEER_REST_MS)
  t.end()
})

test('what is here already need not be verified again', (t) => {
  const sync = syncWith([A, 100], [B, 100])
  t.equal(sync.unwanted(A, HEAD_NEXT, 5, HEAD), 5, 'nobody asked')
  const [first, second] = questions(sync.next(HEAD, 0)).map(({ from }) => from)
  t.equal(sync.unwanted(first!, HEAD_NEXT, 5, HEAD), 0)
  t.equal(sync.unwanted(first!, HEAD_NEXT, 5, asHeight(12)), 2)
  sync.answered(second!, answer(43, 50), PLACE, 0)
  t.equal(sync.unwanted(first!, asHeight(43), 32, HEAD), 8)
  t.ok(sync.answered(first!, { fromHeight: HEAD_NEXT, skipped: 5, blocks: [] }, PLACE, 0), 'nothing is left of it')
  t.equal(questions(sync.next(asHeight(15), 0))[0]?.fromHeight, 16)
  t.end()
})

test('blocks that were not asked for leave the question open', (t) => {
  const sync = syncWith([A, 20])
  sync.next(HEAD, 0)
  t.ok(sync.answered(A, answer(3, 5), PLACE, 0), 'they are the chain’s')
  t.ok(sync.active)
  t.same(sync.takeAfter(HEAD), [])
  sync.lied(A, 0)
  t.notOk(sync.active)
  t.notOk(sync.awaits(A))
  t.end()
})

test('a peer that has gone answers nothing any more', (t) => {
  const sync = syncWith([A, 20])
  sync.next(HEAD, 0)
  sync.disconnected(A)
  sync.connected(A, asHeight(20))
  t.notOk(sync.awaits(A))
  t.equal(asked(sync.next(HEAD, 0)), A)
  t.end()
})

test('blocks of a later epoch wait for it: who has them is asked for what comes before, and for them once it has begun', (t) => {
  const sync = syncWith([A, 100])
  sync.next(HEAD, 0)
  t.ok(sync.answered(A, { ...answer(11, 14), knownEpoch: asEpoch(0) }, PLACE, 1), 'that is no lie')
  t.same(heightsOf(sync.takeAfter(HEAD)), [11, 12, 13, 14])
  t.same(questions(sync.next(asHeight(14), 1)), [], 'nobody is asked for height 15 in this epoch')
  sync.epochEntered(asHeight(14), asEpoch(1))
  t.match(questions(sync.next(asHeight(14), 1)), [{ from: A, fromHeight: 15 }])
  t.ok(
    sync.answered(
      A,
      { fromHeight: asHeight(15), skipped: 0, blocks: [], knownEpoch: asEpoch(0) },
      { head: asHeight(14), epoch: asEpoch(1) },
      2,
    ),
  )
  t.match(questions(sync.next(asHeight(14), 2)), [{ from: A, fromHeight: 15 }], 'it was verified before the epoch began: once more')
  t.end()
})

test('who says that the next height is of a later epoch lies, and what one says keeps nobody from asking another', (t) => {
  const sync = syncWith([A, 100], [B, 100])
  const [first, second] = questions(sync.next(HEAD, 0)).map(({ from }) => from)
  t.notOk(sync.answered(first!, { fromHeight: HEAD_NEXT, skipped: 0, blocks: [], knownEpoch: asEpoch(0) }, PLACE, 1))
  t.ok(sync.answered(second!, { fromHeight: asHeight(43), skipped: 0, blocks: [], knownEpoch: asEpoch(0) }, PLACE, 1))
  t.match(questions(sync.next(HEAD, 1)), [{ from: second, fromHeight: 11 }])
  t.end()
})

test('what an epoch that is over has certified above its end is void', (t) => {
  const sync = syncWith([A, 0])
  sync.raise(asHeight(1_000), [])
  sync.epochEntered(HEAD, asEpoch(1))
  t.equal(sync.target, 10)
  const held = syncWith([A, 100], [B, 100])
  const [, second] = questions(held.next(HEAD, 0)).map(({ from }) => from)
  held.answered(second!, answer(43, 74), PLACE, 1)
  held.epochEntered(asHeight(42), asEpoch(1))
  t.same(held.takeAfter(asHeight(42)), [])
  t.end()
})

test('a peer that says twice that it has more leaves behind whoever has stayed where it was', (t) => {
  const sync = syncWith([A, 10], [B, 10])
  t.notOk(sync.isLeftBehind(A, HEAD_NEXT, HEAD), 'it may be on its way')
  t.notOk(sync.isLeftBehind(B, HEAD_NEXT, HEAD), 'another peer says it for the first time')
  t.notOk(sync.isLeftBehind(A, asHeight(12), HEAD_NEXT), 'it has come')
  t.notOk(sync.isLeftBehind(A, HEAD_NEXT, HEAD_NEXT), 'no more than ours')
  t.ok(sync.isLeftBehind(A, asHeight(12), HEAD_NEXT))
  t.notOk(sync.isLeftBehind(C, HEAD_NEXT, HEAD), 'nobody that is connected')
  t.end()
})

import { createPrng } from '@hanse/primitives'
import { asEpoch, asHeight, proposalDigest } from '@hanse/protocol'
import { test } from 'tap'
import { BlockSync } from '../src/block-sync.ts'
import type { ReplicaEffect } from '../src/effect.ts'
import type { BlocksAnswer, VerifiedBlock } from '../src/input.ts'
import { SYNC_BLOCKS_PER_REQUEST, SYNC_PEER_REST_MS_MAX, SYNC_REQUESTS_MAX } from '../src/limits.ts'
import { committedOf } from './support/four-validators.ts'
import { bodyOf, peer } from './support/stubs.ts'

const A = peer(1)
const B = peer(2)
const HEAD = asHeight(10)
const HEAD_NEXT = asHeight(11)
const PLACE = { head: HEAD, epoch: asEpoch(0) }

type Question = Extract<ReplicaEffect, { type: 'fetch-blocks' }>

function questions(effects: readonly ReplicaEffect[]): readonly Question[] {
  return effects.flatMap((effect) => (effect.type === 'fetch-blocks' ? [effect] : []))
}

function blockAt(height: number): VerifiedBlock {
  const body = bodyOf(height, [])
  return { body, transactions: [], certificate: committedOf(body, proposalDigest(body)) }
}

function answerTo({ fromHeight, limit }: Pick<Question, 'fromHeight' | 'limit'>): BlocksAnswer {
  return { fromHeight, skipped: 0, blocks: Array.from({ length: limit }, (_, index) => blockAt(fromHeight + index)) }
}

test('answers that wait for a block do not keep it from being asked for, nor from being taken', (t) => {
  const sync = new BlockSync(createPrng(1))
  for (const each of [A, B]) sync.connected(each, asHeight(1_000))
  let nowMs = 0
  let [slow, quick] = [A, B]
  // Whoever is asked for the next block is late; the other gives blocks further up than it was asked for, each time others.
  for (let round = 0; round < 2 * SYNC_REQUESTS_MAX; round++) {
    const asked = questions(sync.next(HEAD, nowMs))
    slow = asked.find(({ fromHeight }) => fromHeight === HEAD_NEXT)?.from ?? slow
    quick = slow === A ? B : A
    if (sync.awaits(quick)) sync.answered(quick, answerTo({ fromHeight: asHeight(100 + 50 * round), limit: 32 }), PLACE, nowMs)
    sync.onTimer(nowMs)
    nowMs += 2 * SYNC_PEER_REST_MS_MAX
  }
  t.same(sync.takeAfter(HEAD), [], 'all that is here waits')
  const asked = questions(sync.next(HEAD, nowMs)).find(({ fromHeight }) => fromHeight === HEAD_NEXT)
  t.ok(asked, 'what is waited for is asked for')
  t.ok(sync.answered(asked?.from ?? A, answerTo({ fromHeight: HEAD_NEXT, limit: SYNC_BLOCKS_PER_REQUEST }), PLACE, nowMs))
  t.equal(sync.takeAfter(HEAD).length, SYNC_BLOCKS_PER_REQUEST, 'and kept, in the place of what is higher')
  t.end()
})

test('a peer that has pruned what was asked for is asked for later blocks alone, and is not punished', (t) => {
  const sync = new BlockSync(createPrng(1))
  sync.connected(A, asHeight(1_000))
  t.match(questions(sync.next(HEAD, 0)), [{ from: A, fromHeight: HEAD_NEXT }])
  const pruned = { fromHeight: HEAD_NEXT, skipped: 0, blocks: [], earliest: asHeight(500) }
  t.ok(sync.answered(A, pruned, PLACE, 0), 'that is no lie')
  t.same(questions(sync.next(HEAD, 0)), [], 'it is not asked for it again')
  t.equal(sync.prunedTo(HEAD), 500, 'nobody else has it')
  sync.connected(B, asHeight(1_000))
  t.equal(sync.prunedTo(HEAD), undefined, 'somebody may')
  t.match(questions(sync.next(HEAD, 0)), [{ from: B, fromHeight: HEAD_NEXT }], 'another is')
  const later = asHeight(600)
  t.match(questions(sync.next(later, 0)), [{ from: A, fromHeight: later + 1 }], 'nor does it rest: what it has is asked of it at once')
  sync.answered(B, { ...pruned, earliest: asHeight(700) }, PLACE, 0)
  t.equal(sync.prunedTo(HEAD), 500, 'the lowest that one of them has')
  t.equal(sync.prunedTo(asHeight(499)), undefined)
  sync.disconnected(A)
  t.equal(sync.prunedTo(asHeight(499)), 700)
  t.equal(sync.prunedTo(asHeight(1_000)), undefined, 'nobody is ahead')
  t.end()
})

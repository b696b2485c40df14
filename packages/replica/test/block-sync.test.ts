import { createPrng } from '@hanse/primitives'
import { asHeight, asValidatorIndex } from '@hanse/protocol'
import { test } from 'tap'
import { BlockSync } from '../src/block-sync.ts'
import type { ReplicaEffect } from '../src/effect.ts'
import { SYNC_PEER_REST_MS, SYNC_TIMEOUT_MS } from '../src/limits.ts'

const A = asValidatorIndex(1)
const B = asValidatorIndex(2)
const HEAD = asHeight(10)

function asked(effects: readonly ReplicaEffect[]): number | undefined {
  const fetch = effects.find((effect) => effect.type === 'fetch-blocks')
  return fetch?.type === 'fetch-blocks' ? fetch.from : undefined
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
  t.same(sync.next(HEAD, 0), [], 'one at a time')
  t.end()
})

test('a height that a peer only claims is no target, and its empty answer takes the claim back', (t) => {
  const sync = syncWith([A, 0])
  sync.claimed(A, asHeight(Number.MAX_SAFE_INTEGER))
  t.equal(sync.target, 0)
  t.equal(asked(sync.next(HEAD, 0)), A)
  sync.answered(A, 0, false, 0)
  t.same(sync.next(HEAD, SYNC_PEER_REST_MS), [], 'there is nothing to wait for')
  sync.claimed(A, asHeight(Number.MAX_SAFE_INTEGER))
  t.equal(asked(sync.next(HEAD, SYNC_PEER_REST_MS - 1)), undefined, 'it rests, whatever it says')
  sync.disconnected(A)
  sync.connected(A, asHeight(Number.MAX_SAFE_INTEGER))
  t.equal(asked(sync.next(HEAD, SYNC_PEER_REST_MS - 1)), undefined, 'also when it comes back')
  t.equal(asked(sync.next(HEAD, SYNC_PEER_REST_MS)), A)
  t.end()
})

test('a peer rests for seconds, though the clock jumps back by hours', (t) => {
  const sync = syncWith([A, 20])
  const laterMs = 10 * 3_600_000
  sync.next(HEAD, laterMs)
  sync.onTimer(laterMs)
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
  sync.answered(A, 5, true, SYNC_TIMEOUT_MS + 1)
  t.notOk(sync.awaits(A), 'one answer a question')
  t.ok(sync.awaits(B))
  sync.answered(B, 5, false, SYNC_TIMEOUT_MS + 2)
  t.equal(asked(sync.next(asHeight(15), SYNC_TIMEOUT_MS + 2)), A, 'whose blocks were of use rests no longer')
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

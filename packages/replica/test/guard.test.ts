import type { Hash } from '@hanse/primitives'
import { asHeight, asView, type Chain, type Guard, type ProposalBody, proposalDigest } from '@hanse/protocol'
import { test } from 'tap'
import { LogKeeper } from '../src/log-keeper.ts'
import { INITIAL_GUARD, roleOnChain } from '../src/recovery.ts'
import { emptyChain, freshReplica, GENESIS_MS, signedBy } from './support/four-validators.ts'
import { bodyOf } from './support/stubs.ts'

const chainOf = (digit: string): Chain => ({ genesisHash: `0x${digit.repeat(64)}` as Hash }) as Chain
const HERE = chainOf('1')
const ELSEWHERE = chainOf('2')

test('a guard is of the chain of its first vote, and of no other', (t) => {
  const record = { type: 'wants', epoch: INITIAL_GUARD.epoch, view: 3 } as const
  const keeper = new LogKeeper({ ...INITIAL_GUARD, genesisHash: HERE.genesisHash })
  const [, effect] = keeper.append(record as never)
  t.match(effect, { type: 'guard', guard: { view: 3, genesisHash: HERE.genesisHash } })
  t.match(roleOnChain(HERE, keeper.guard, []), { ok: true, value: { type: 'validator' } })
  t.match(roleOnChain(ELSEWHERE, keeper.guard, []), { error: { code: 'consensus/guard-of-another-chain', hint: /new home/ } })
  t.end()
})

test('a logged vote is covered by the guard before it is said again', (t) => {
  const chain = emptyChain()
  const bodyAt = (timeMs: number): ProposalBody => bodyOf(1, [], GENESIS_MS + timeMs)
  const one = bodyAt(1_000)
  const slot = { epoch: one.epoch, view: asView(0), height: one.height, digest: proposalDigest(one) }
  const log = [{ type: 'proposal', body: one, transactions: [] } as const, { type: 'prepare', ...slot } as const].map(
    (record, position) => ({ position, record, transactions: [] }),
  )
  // Power went between the sync of the log and that of the guard: nothing had left.
  const effects = freshReplica(chain, 1).step({ type: 'start', log, guard: INITIAL_GUARD })
  const [guarded, said] = [effects.findIndex(({ type }) => type === 'guard'), effects.findIndex(({ type }) => type === 'sign')]
  t.ok(guarded >= 0 && guarded < said, 'guard synced, then sent')
  const effect = effects[guarded]
  const guard = effect?.type === 'guard' ? effect.guard : INITIAL_GUARD
  t.match(guard, { height: 1 })

  const signs = (start: readonly (typeof log)[number][]): boolean => {
    const replica = freshReplica(chain, 1)
    const first = replica.step({ type: 'start', log: start, guard })
    t.notOk(
      first.some(({ type }) => type === 'guard'),
      'nothing new to cover',
    )
    const heard = replica.step({ type: 'message', signed: signedBy(0, { type: 'proposal', view: asView(0), body: bodyAt(1_001) }) })
    return heard.some((heardEffect) => heardEffect.type === 'sign' && heardEffect.message.type === 'prepare')
  }
  t.notOk(signs(log), 'another digest for the slot')
  t.notOk(signs([]), 'also when the log is lost afterwards')
  t.notOk(signs(log.slice(0, 1)), 'or an older one is restored, and that covers nothing')
  t.end()
})

test('a guard that has promised nothing is of every chain; one that says nothing is refused on every chain', (t) => {
  const older: Guard = { ...INITIAL_GUARD, height: asHeight(4) }
  for (const guard of [INITIAL_GUARD, older]) t.match(roleOnChain(HERE, guard, []), { ok: true })
  t.match(roleOnChain(HERE, 'absent', []), { error: { code: 'consensus/guard-missing' } })
  t.match(roleOnChain(HERE, 'damaged', []), { error: { code: 'consensus/guard-damaged' } })
  t.end()
})

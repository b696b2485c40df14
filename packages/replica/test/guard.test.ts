import type { Hash } from '@hanse/primitives'
import { asHeight, type Chain, type Guard } from '@hanse/protocol'
import { test } from 'tap'
import { LogKeeper } from '../src/log-keeper.ts'
import { INITIAL_GUARD, roleOnChain } from '../src/recovery.ts'

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

test('a guard that has promised nothing is of every chain; one that says nothing is refused on every chain', (t) => {
  const older: Guard = { ...INITIAL_GUARD, height: asHeight(4) }
  for (const guard of [INITIAL_GUARD, older]) t.match(roleOnChain(HERE, guard, []), { ok: true })
  t.match(roleOnChain(HERE, 'absent', []), { error: { code: 'consensus/guard-missing' } })
  t.match(roleOnChain(HERE, 'damaged', []), { error: { code: 'consensus/guard-damaged' } })
  t.end()
})

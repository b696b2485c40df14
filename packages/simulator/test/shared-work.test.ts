import { createPrng, type Hash } from '@hanse/primitives'
import { asEpoch, asHeight, asValidatorIndex, type ProposalBody } from '@hanse/protocol'
import { simulate } from '@hanse/simulator'
import { test } from 'tap'
import { SharedWork } from '../src/shared-work.ts'
import { SIM_EPOCH_MS, simChain } from '../src/sim-chain.ts'
import { HASHED_SIGNATURES } from '../src/sim-keys.ts'
import { Workload } from '../src/workload.ts'

const workload = new Workload(simChain(4), HASHED_SIGNATURES, createPrng(1))
const PARENT = `0x${'11'.repeat(32)}` as Hash
const OTHER_PARENT = `0x${'22'.repeat(32)}` as Hash
const batch = [workload.next(SIM_EPOCH_MS), workload.next(SIM_EPOCH_MS)]
const body: ProposalBody = {
  epoch: asEpoch(0),
  height: asHeight(1),
  timeMs: SIM_EPOCH_MS,
  proposer: asValidatorIndex(0),
  ids: batch.map(({ id }) => id),
}

/** Counts what is executed. */
function counter() {
  let executed = 0
  return { execute: () => ++executed, count: () => executed }
}

test('a run is the same to its trace when every node computes for itself', { timeout: 280_000 }, async (t) => {
  for (const seed of [2, 4, 12, 25])
    t.strictSame(simulate({ seed, validators: 4, alone: true }), simulate({ seed, validators: 4 }), `${seed}`)
})

test('one execution is for all who have the same parent, body and transactions', async (t) => {
  const { execute, count } = counter()
  const shared = new SharedWork()
  t.equal(shared.once(PARENT, body, batch, execute), 1)
  const copies = batch.map((transaction) => ({ ...transaction, bytes: transaction.bytes.slice() }))
  t.equal(shared.once(PARENT, { ...body, ids: [...body.ids] }, copies, execute), 1, 'the same bytes')
  t.equal(count(), 1)
  const changed = copies.map((transaction) => ({ ...transaction, bytes: transaction.bytes.map((byte) => byte ^ 1) }))
  t.equal(shared.once(PARENT, body, changed, execute), 2, 'the same ids, and other signatures')
  t.equal(shared.once(OTHER_PARENT, body, batch, execute), 3, 'another parent')
  t.equal(shared.once(PARENT, { ...body, timeMs: body.timeMs + 1 }, batch, execute), 4, 'another time')
  t.equal(shared.once(PARENT, { ...body, ids: [] }, [], execute), 5, 'other transactions')
  t.equal(shared.once(PARENT, body, batch, execute), 1)
})

test('who comes back executes itself at first, and nobody takes that over; old software always does', async (t) => {
  const { execute, count } = counter()
  const shared = new SharedWork()
  t.equal(shared.executionsOf('new', true), shared)
  t.equal(shared.executionsOf('old', false), undefined)
  const back = shared.executionsOf('new', false)
  t.equal(back?.once(PARENT, body, batch, execute), 1)
  t.equal(back?.once(PARENT, body, batch, execute), 2)
  t.equal(shared.once(PARENT, body, batch, execute), 3)
  t.equal(back?.once(PARENT, body, batch, execute), 3, 'then it takes over')
  t.equal(count(), 3)
})

test('bytes that are passed on are verified once; equal ones of another frame again', async (t) => {
  const shared = new SharedWork()
  const [transaction] = batch
  if (transaction === undefined) throw new Error('there is one')
  const { bytes } = transaction
  let verified = 0
  const verify = () => {
    verified += 1
    return { ok: true, value: transaction } as const
  }
  shared.transaction(bytes, verify)
  shared.transaction(bytes, verify)
  t.equal(verified, 1)
  shared.transaction(bytes.slice(), verify)
  t.equal(verified, 2)
})

import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type ConsensusMessage,
  type ProposalBody,
  proposalDigest,
  viewChangeHash,
} from '@hanse/protocol'
import { test } from 'tap'
import type { ReplicaEffect } from '../src/index.ts'
import { SYNCED_LAG_BLOCKS_MAX, TRANSACTION_FETCH_TICK_MS } from '../src/limits.ts'
import {
  committedOf,
  emptyChain,
  freshReplica,
  GENESIS_MS,
  ledgerOf,
  preparedOf,
  signedBy,
  startedReplica,
  transactionOn,
} from './support/four-validators.ts'
import { peer } from './support/stubs.ts'

const CHAIN = emptyChain()
const SELF = 3

function bodyAt(height: number, ids: ProposalBody['ids'], proposer = 0): ProposalBody {
  return { epoch: asEpoch(0), height: asHeight(height), ids, timeMs: GENESIS_MS + 1_000, proposer: asValidatorIndex(proposer) }
}

function types(effects: readonly ReplicaEffect[]): readonly string[] {
  return effects.map((effect) => (effect.type === 'sign' ? `sign ${effect.message.type}` : effect.type))
}

function prepare(view: number, body: ProposalBody): ConsensusMessage {
  return { type: 'prepare', view: asView(view), height: body.height, digest: proposalDigest(body) }
}

test('from a proposal to a final block, each vote behind its records', async (t) => {
  const { step, replica } = startedReplica(CHAIN, SELF)
  const transaction = transactionOn(CHAIN, 1)
  const body = bodyAt(1, [transaction.id])
  const waiting = step({ type: 'message', signed: signedBy(0, { type: 'proposal', view: asView(0), body }) })
  t.match(
    waiting.find((effect) => effect.type === 'start-timer' && effect.timer === 'fetch-transactions'),
    { durationMs: TRANSACTION_FETCH_TICK_MS },
  )
  const fetching = step({ type: 'timer-fired', timer: 'fetch-transactions' })
  t.match(
    fetching.find(({ type }) => type === 'fetch-transactions'),
    { from: peer(0), ids: [transaction.id] },
  )
  t.notOk(types([...waiting, ...fetching]).includes('sign prepare'), 'no Prepare without bytes')

  const prepared = step({ type: 'transactions', from: peer(0), transactions: [transaction] })
  const order = types(prepared).filter((type) => ['log', 'guard', 'sign prepare'].includes(type))
  t.strictSame(order, ['log', 'log', 'guard', 'sign prepare'], 'body with bytes, own Prepare, guard, then out')
  t.match(
    prepared.find(({ type }) => type === 'log'),
    { record: { type: 'proposal', transactions: [transaction.bytes] } },
  )

  step({ type: 'message', signed: signedBy(1, prepare(0, body)) })
  const committed = step({ type: 'message', signed: signedBy(2, prepare(0, body)) })
  t.strictSame(
    types(committed).filter((type) => ['log', 'guard', 'sign commit'].includes(type)),
    ['log', 'log', 'guard', 'sign commit'],
    'the prepared certificate and the own Commit first',
  )
  const commit = committed.find((effect) => effect.type === 'sign')
  const message = commit?.type === 'sign' ? commit.message : undefined
  if (message?.type !== 'commit') return t.fail('no Commit')
  for (const signer of [0, 1]) step({ type: 'message', signed: signedBy(signer, message) })
  const final = step({ type: 'message', signed: signedBy(2, message) })
  const told = types(final).filter((type) => ['log', 'store', 'finalized'].includes(type))
  t.strictSame(told, ['log', 'store', 'finalized'], 'stored before it is told')
  t.equal(replica.head.header.height, 1)
})

test('bytes of what is final elsewhere still reach the height that a NewView fixed (trace 6)', async (t) => {
  const { step, replica } = startedReplica(CHAIN, SELF)
  const transaction = transactionOn(CHAIN, 1)
  const reference = ledgerOf(CHAIN)
  const first = bodyAt(1, [transaction.id])
  const { hash } = reference.execute(reference.head.hash, first, [transaction])
  step({ type: 'peer-connected', peer: peer(0), head: asHeight(1) })
  step({
    type: 'blocks',
    from: peer(0),
    fromHeight: asHeight(1),
    skipped: 0,
    blocks: [{ body: first, transactions: [transaction], certificate: committedOf(first, hash) }],
  })
  t.equal(replica.head.header.height, 1)
  t.ok(replica.knows(transaction.id), 'its bytes are of no use')

  // The same transaction stands in height 2, as view 0 prepared it at others.
  const again = bodyAt(2, [transaction.id])
  const head = committedOf(first, hash)
  const viewChange = { type: 'viewChange', newView: asView(1), head, prepared: preparedOf(again, 0) } as const
  const viewChanges = [0, 1, 2].map((signer) => signedBy(signer, viewChange))
  for (const signed of viewChanges) step({ type: 'message', signed })
  const hashes = viewChanges.map((signed) => viewChangeHash(signed)).sort()
  const newView: ConsensusMessage = {
    type: 'newView',
    newView: asView(1),
    viewChanges: hashes,
    base: asHeight(1),
    digest: proposalDigest(again),
  }
  const entered = step({ type: 'message', signed: signedBy(1, newView) })
  t.match(
    entered.find(({ type }) => type === 'fetch-body'),
    { height: 2, digest: proposalDigest(again) },
  )

  const fetching = step({ type: 'body', from: peer(0), body: again })
  t.match(
    fetching.find(({ type }) => type === 'fetch-transactions'),
    { ids: [transaction.id] },
  )
  t.notOk(replica.knows(transaction.id), 'its bytes are wanted again')
  const arrived = step({ type: 'transactions', from: peer(0), transactions: [transaction] })
  t.match(
    arrived.find(({ type }) => type === 'sign'),
    { message: { type: 'prepare', view: 1, height: 2, digest: proposalDigest(again) } },
  )
  t.ok(replica.knows(transaction.id))
})

test('who is far behind takes neither votes nor relayed transactions, whatever peers say about their heads', async (t) => {
  const { step, replica } = startedReplica(CHAIN, SELF)
  const { id } = transactionOn(CHAIN, 1)
  step({ type: 'peer-connected', peer: peer(0), head: asHeight(1_000_000) })
  t.notOk(replica.knows(id))
  const certificateAt = (height: number) =>
    ({ type: 'certificate', from: peer(0), certificate: committedOf(bodyAt(height, []), id) }) as const
  step(certificateAt(SYNCED_LAG_BLOCKS_MAX))
  t.notOk(replica.knows(id))
  t.notOk(replica.ignoresTransactions)
  t.notOk(replica.ignores(prepare(0, bodyAt(1_000, []))))
  step(certificateAt(SYNCED_LAG_BLOCKS_MAX + 1))
  t.ok(replica.knows(id))
  t.ok(replica.ignoresTransactions)
  t.ok(replica.ignores(prepare(0, bodyAt(1_000, []))))
  const head = committedOf(bodyAt(0, []), id)
  t.notOk(replica.ignores({ type: 'viewChange', newView: asView(1), head }))
})

test('who is far behind still takes the transactions that a check waits for', (t) => {
  const { step, replica } = startedReplica(CHAIN, SELF)
  const transaction = transactionOn(CHAIN, 1)
  step({ type: 'message', signed: signedBy(0, { type: 'proposal', view: asView(0), body: bodyAt(1, [transaction.id]) }) })
  const certificate = committedOf(bodyAt(SYNCED_LAG_BLOCKS_MAX + 1, []), transaction.id)
  step({ type: 'certificate', from: peer(0), certificate })
  t.ok(replica.isFarBehind)
  t.notOk(replica.ignoresTransactions)
  t.notOk(replica.knows(transaction.id))
  t.equal(replica.held(transaction.id), undefined)
  step({ type: 'transactions', from: peer(0), transactions: [transaction] })
  t.equal(replica.held(transaction.id), transaction)
  t.ok(replica.ignoresTransactions)
  t.end()
})

test('a view that fails takes the bodies along that were not prepared here', async (t) => {
  const { step, replica } = startedReplica(CHAIN, SELF)
  const transaction = transactionOn(CHAIN, 1)
  step({ type: 'message', signed: signedBy(0, { type: 'proposal', view: asView(0), body: bodyAt(1, []) }) })
  t.equal(replica.describe().bodiesHeld, 1)
  step({ type: 'message', signed: signedBy(0, { type: 'proposal', view: asView(0), body: bodyAt(2, [transaction.id]) }) })
  t.notOk(replica.knows(transaction.id))
  const viewChanges = [0, 1, 2].map((signer) => signedBy(signer, { type: 'viewChange', newView: asView(1) }))
  for (const signed of viewChanges) step({ type: 'message', signed })
  const hashes = viewChanges.map((signed) => viewChangeHash(signed)).sort()
  step({ type: 'message', signed: signedBy(1, { type: 'newView', newView: asView(1), viewChanges: hashes, base: asHeight(0) }) })
  t.equal(replica.describe().view, 1)
  t.equal(replica.describe().bodiesHeld, 1, 'the one that was prepared stays until its height is final')
  t.strictSame(step({ type: 'timer-fired', timer: 'fetch-transactions' }), [], 'nobody waits for the other')
})

test('a key whose guard is missing or damaged does not start', async (t) => {
  for (const guard of ['absent', 'damaged'] as const) {
    const effects = freshReplica(CHAIN, SELF).step({ type: 'start', log: [], guard })
    t.match(effects, [{ type: 'refuse-start', rejection: { code: `consensus/guard-${guard === 'absent' ? 'missing' : 'damaged'}` } }])
  }
})

import { err, reject } from '@hanse/primitives'
import { test } from 'tap'
import { FakeNode, signedTransaction } from './fake-node.ts'
import { startHarness } from './harness.ts'

/** A node with `blocks` blocks. */
async function chain(blocks: number): Promise<FakeNode> {
  const node = new FakeNode()
  for (let made = 0; made < blocks; made++) {
    await node.api.submit(signedTransaction([{ key: `k${made}`, value: '1' }], { unique: made }))
    node.seal()
  }
  return node
}

test('consensus_getSignerStats: a row for each validator, also before the first block', async (t) => {
  const young = await startHarness()
  t.match((await young.call('consensus_getSignerStats')).result, {
    ...{ height: 0, fromHeight: 1, items: [{ organization: 'bank-a', signed: 0, missed: 0, lastSignedHeight: null }, {}, {}, {}] },
  })
  await young.server.stop()
  const { call, server } = await startHarness({}, await chain(3))
  t.match((await call('consensus_getSignerStats')).result, {
    ...{ height: 3, fromHeight: 1, windowMax: 1_000, nextCursor: null },
    items: [
      { index: 0, organization: 'bank-a', signed: 3, missed: 0, lastSignedHeight: 3, proposed: 3, viewsLost: 0 },
      ...[{ index: 1 }, { index: 2 }],
      { index: 3, organization: 'supplier', signed: 0, missed: 3, lastSignedHeight: null, proposed: 0 },
    ],
  })
  await server.stop()
})

test('consensus_getEvidence: newest first, by page, by validator', async (t) => {
  const node = new FakeNode()
  const [template] = node.evidence
  if (template === undefined) throw new Error('the node has evidence')
  node.evidence = [5, 4, 3, 2, 1].map((sequence) => ({ ...template, sequence, culprit: sequence % 2 === 0 ? 3 : 1 }))
  const { call, server } = await startHarness({}, node)
  const sequences = async (params: object): Promise<readonly number[]> => {
    const found: number[] = []
    for (let cursor: string | undefined, pages = 0; pages < 9; pages++) {
      const { result, error } = await call('consensus_getEvidence', { ...params, ...(cursor === undefined ? {} : { cursor }) })
      if (error !== undefined) throw new Error(error.message)
      found.push(...result.items.map(({ sequence }: { sequence: number }) => sequence))
      if (result.nextCursor === null) break
      cursor = result.nextCursor
    }
    return found
  }
  for (const limit of [1, 2, 4, 5, 100]) t.same(await sequences({ limit }), [5, 4, 3, 2, 1], `pages of ${limit}`)
  t.same(await sequences({ validator: 1, limit: 2 }), [5, 3, 1])
  t.same(await sequences({ validator: 0 }), [])
  t.match((await call('consensus_getEvidence', { limit: 1 })).result, {
    ...{ dropped: 0, sinceMs: Number },
    items: [{ culprit: 1, organization: 'bank-b', kind: 'conflicting-prepare', first: { message: { type: 'prepare' }, signature: /^0x/ } }],
  })
  t.match(await call('consensus_getEvidence', { validator: 4 }), { error: { code: -32602, data: { path: 'validator' } } })
  await server.stop()
})

test('member_list and member_get carry the height, and say what there is not', async (t) => {
  const { call, server } = await startHarness({}, await chain(2))
  t.match((await call('member_list', { limit: 3 })).result, {
    ...{ height: 2, nextCursor: '3' },
    items: [
      { organization: 'bank-a', party: { roles: ['bank'], kyc: { status: 'ACTIVE' }, active: true }, validator: { index: 0 } },
      {},
      {},
    ],
  })
  t.match((await call('member_list', { cursor: '3', height: 1 })).result, {
    height: 1,
    nextCursor: null,
    items: [{ organization: 'supplier' }],
  })
  t.match((await call('member_get', { organization: 'bank-a' })).result, { height: 2, member: { organization: 'bank-a' } })
  t.match(await call('member_get', { organization: 'nobody' }), { error: { code: -32001, data: { code: 'organizations/unknown-party' } } })
  await server.stop()
})

test('member_list names its param, not the arg of the query behind it', async (t) => {
  const node = new FakeNode()
  Object.assign(node.api, { members: () => err(reject('encoding/bad-field', 'no role', { path: 'args.role' })) })
  const { call, server } = await startHarness({}, node)
  t.match(await call('member_list', { role: 'king' }), { error: { code: -32602, data: { path: 'role' } } })
  await server.stop()
})

test('net_info: counts and totals are those of the peers', async (t) => {
  const { call, server } = await startHarness()
  t.match((await call('net_info')).result, {
    ...{ peerId: '12D3KooWTest0', version: '0.1.0', peers: { allowed: 3, connected: 2 } },
    totals: { bytesIn: 3_000, bytesOut: 6_000, framesIn: 30, framesOut: 60, reconnects: 0 },
  })
  await server.stop()
})

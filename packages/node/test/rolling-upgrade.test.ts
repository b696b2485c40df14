import { NEWEST_PROTOCOL_VERSION } from '@hanse/protocol'
import { test } from 'tap'
import { freeBasePort } from '../../../devnet/test/support/test-network.ts'
import { NAMES } from './support/test-chain.ts'
import { type Member, memberOf, PARTY, send, signed, until, votingChain } from './support/voting-members.ts'

const BASE_PORT = await freeBasePort(NAMES.length)
const OLD = { protocolVersions: [1] }

test('two versions side by side, then a vote: the old one stops before the height, and goes on once it is upgraded', async (t) => {
  const chain = votingChain(80, BASE_PORT)
  const members = await Promise.all(NAMES.map((name, index) => memberOf(t, chain, name, BASE_PORT + index)))
  const [first, , third, old] = members as [Member, Member, Member, Member]
  for (const member of [first, members[1] as Member]) t.equal(await member.start(), 'started')
  for (const member of [third, old]) t.equal(await member.start([], OLD), 'started', 'not upgraded yet')
  await until('blocks', () => members.every(({ api }) => api.height() >= 3))
  await third.stop()
  t.equal(await third.start(), 'started', 'one after the other')

  const action = { type: 'scheduleUpgrade', version: NEWEST_PROTOCOL_VERSION }
  const json = { member: 'bank-a', action, deadlineMs: Date.now() + 3_600_000 }
  t.equal(await send(first, signed(chain, [], 'bank-a', { module: 'governance', command: 'propose', json })), 'success')
  for (const member of ['bank-b', 'core-firm']) {
    const vote = { module: 'governance', command: 'vote', json: { member, proposalId: '1', choice: 'yes' } }
    t.equal(await send(first, signed(chain, [], PARTY[member] ?? member, vote)), 'success')
  }
  const found = first.api.query('governance', 'proposal', { proposalId: '1' })
  const at = found.ok ? (found.value.value as { scheduledHeight: number }).scheduledHeight : 0
  await until('the warning', () => old.api.status().reasons.some((reason) => reason.startsWith('does not know protocol version')))
  await until('its end', () => old.fatal !== undefined)
  t.match(old.fatal, { code: 'node/protocol-too-old' })
  t.equal(old.api.height(), at - 1, 'the last block that it can execute')
  await old.stop()
  await until('blocks of the new version', () => first.api.height() >= at + 5)
  const version = async (height: number): Promise<number | undefined> => (await first.api.block(height))?.header.version
  t.same([await version(at - 1), await version(at)], [1, NEWEST_PROTOCOL_VERSION])
  t.equal(await old.start([], OLD), 'node/protocol-too-old')
  t.equal(await old.start(), 'started')
  await until('it is in step again', () => old.api.height() >= at + 5)
  t.same(
    [first, third].map(({ fatal }) => fatal),
    [undefined, undefined],
  )
})

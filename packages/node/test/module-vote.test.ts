import type { Hash } from '@hanse/primitives'
import { test } from 'tap'
import { freeBasePort } from '../../../devnet/test/support/test-network.ts'
import { loadModules } from '../src/own-modules/load-module.ts'
import { writePackage } from './support/loyalty-package.ts'
import { NAMES, temporaryFolder } from './support/test-chain.ts'
import { type Line, type Member, memberOf, PARTY, send, signed, until, votingChain } from './support/voting-members.ts'

const BASE_PORT = await freeBasePort(NAMES.length)

const isWarning = ({ level, fields }: Line): boolean => level === 'error' && fields['code'] === 'node/missing-module'

test('three nodes with the module go on over its height, the fourth stops below it, gets the module, and catches up', async (t) => {
  const chain = votingChain(78, BASE_PORT)
  const loaded = await loadModules([await writePackage(await temporaryFolder(t))])
  const wrong = await loadModules([await writePackage(await temporaryFolder(t), { 'src/limit.ts': 'export const LIMIT = 7\n' })])
  if (!loaded.ok || !wrong.ok) return t.fail('the package does not load')
  const [own, other] = [loaded.value, wrong.value]
  const hash = own[0]?.packageHash as Hash
  const members = await Promise.all(NAMES.map((name, index) => memberOf(t, chain, name, BASE_PORT + index)))
  const [first, second, third, fourth] = members as [Member, Member, Member, Member]
  for (const member of [first, second, third]) t.equal(await member.start(own), 'started')
  t.equal(await fourth.start([]), 'started')
  await until('blocks', () => members.every(({ api }) => api.height() >= 1))

  const action = { type: 'activateModule', name: 'loyalty', version: 1, hash, genesis: { partyId: 'nanhai', points: 5 } }
  const propose = { module: 'governance', command: 'propose', json: { member: 'bank-a', action, deadlineMs: Date.now() + 3_600_000 } }
  t.equal(await send(first, signed(chain, own, 'bank-a', propose)), 'success')
  for (const member of ['bank-b', 'supplier']) {
    const vote = { module: 'governance', command: 'vote', json: { member, proposalId: '1', choice: 'yes' } }
    t.equal(await send(first, signed(chain, own, PARTY[member] ?? member, vote)), 'success')
  }
  const proposal = first.api.query('governance', 'proposal', { proposalId: '1' })
  if (!proposal.ok) return t.fail(proposal.error.message)
  const { status, scheduledHeight: height } = proposal.value.value as { status: string; scheduledHeight: number }
  t.equal(status, 'scheduled')

  await until('the vote at the fourth', () => fourth.lines.some(isWarning))
  t.match(fourth.api.status().reasons, [`lacks module loyalty version 1, needed from height ${height} on`])
  t.same(first.api.status().reasons, [])
  t.match(fourth.lines.find(isWarning)?.fields, { atHeight: height, name: 'loyalty', version: 1, hash, hint: /hanse module hash/ })
  t.notOk(first.lines.some(isWarning))

  await until('the end of the fourth', () => fourth.fatal !== undefined)
  const message = new RegExp(`height ${height} .*loyalty version 1 \\(hash ${hash}\\)`)
  t.match(fourth.fatal, { code: 'node/missing-module', message, hint: /start again/ })
  t.ok(fourth.api.height() < height, `it stands at ${fourth.api.height()}, below ${height}`)
  t.ok(fourth.lines.filter(isWarning).length > 3, 'it was told again and again')
  await fourth.stop()

  await until('the height', () => first.api.height() >= height + 3)
  const grant = { module: 'loyalty', command: 'grant', json: { to: 'nanhai', points: 4 } }
  t.equal(await send(second, signed(chain, own, 'bank-a', grant)), 'success')
  t.equal(await send(second, signed(chain, own, 'bank-a', { ...grant, json: { to: 'nanhai', points: 1_000 } })), 'loyalty/too-many')
  const balance = (member: Member): unknown => member.api.query('loyalty', 'balance', { partyId: 'nanhai' })
  t.match(balance(third), { ok: true, value: { value: 9 } })
  t.same(first.api.modules.at(-1)?.hash, hash)

  // Where it stopped decides which of the two codes it gets: below the last block, it starts and stops again.
  const again = await fourth.start([])
  if (again === 'started') await until('the second end', () => fourth.fatal !== undefined)
  t.match(again === 'started' ? fourth.fatal : { code: again }, { code: 'node/missing-module' })
  await fourth.stop()
  const withOther = await fourth.start(other)
  if (withOther === 'started') await until('the third end', () => fourth.fatal !== undefined)
  t.match(withOther === 'started' ? fourth.fatal : { code: withOther }, { code: /^(node\/missing-module|module\/other-hash)$/ })
  await fourth.stop()

  t.equal(await fourth.start(own), 'started')
  await until('the fourth in step', () => fourth.api.height() >= height + 5 && fourth.api.status().state === 'synced')
  t.match(balance(fourth), { ok: true, value: { value: 9 } })
  const blocks = await Promise.all(members.map(({ api }) => api.block(height + 4)))
  t.equal(new Set(blocks.map((block) => block?.hash)).size, 1, 'one block, one state root')
  t.not(blocks[0]?.header.paramsHash, (await first.api.block(height - 1))?.header.paramsHash)
  t.equal((await first.api.block(height))?.header.paramsHash, blocks[0]?.header.paramsHash, 'from its height on')
  t.same(
    members.map(({ fatal }) => fatal),
    [undefined, undefined, undefined, undefined],
  )
})

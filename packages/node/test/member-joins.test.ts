import { createKeyPair } from '@hanse/crypto'
import { peerIdFromSeed } from '@hanse/p2p'
import { bytesToHex } from '@hanse/primitives'
import { candidateSignBytes, type Json, KEY_ALGORITHM, type ValidatorRecord, validatorRecordCodec } from '@hanse/protocol'
import type { ConsensusEvent, Journal } from '@hanse/rpc'
import { test } from 'tap'
import { freeBasePort } from '../../../devnet/test/support/test-network.ts'
import { consensusSeed, identitySeed, NAMES } from './support/test-chain.ts'
import { type Member, memberOf, PARTY, send, signed, until, votingChain } from './support/voting-members.ts'

function entriesOf(journal: Journal<ConsensusEvent>): readonly ConsensusEvent[] {
  const { oldest, next } = journal
  return Array.from({ length: next - oldest }, (_, index) => journal.entry(oldest + index)).filter((event) => event !== undefined)
}

const BASE_PORT = await freeBasePort(NAMES.length + 1)
const NEWCOMER = 'clearing'

test('a fifth organization observes, shows that it is at the head, validates, and is removed again', async (t) => {
  const chain = votingChain(81, BASE_PORT)
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const members = await Promise.all(NAMES.map((name, index) => memberOf(t, chain, name, BASE_PORT + index)))
  const [first] = members as [Member]
  const fifth = await memberOf(t, chain, NEWCOMER, BASE_PORT + NAMES.length)
  for (const member of [...members, fifth]) t.equal(await member.start(), 'started')
  t.equal(fifth.api.standing().standing, 'none')
  await until('blocks', () => members.every(({ api }) => api.height() >= 1))

  let proposals = 0
  const decide = async (action: Json): Promise<string> => {
    const json = { member: 'bank-a', action, deadlineMs: Date.now() + 3_600_000 }
    const proposed = await send(first, signed(chain, [], 'bank-a', { module: 'governance', command: 'propose', json }))
    if (proposed !== 'success') return proposed
    proposals += 1
    for (const member of ['bank-b', 'core-firm', 'supplier']) {
      const vote = { module: 'governance', command: 'vote', json: { member, proposalId: `${proposals}`, choice: 'yes' } }
      await send(first, signed(chain, [], PARTY[member] ?? member, vote))
    }
    const found = first.api.query('governance', 'proposal', { proposalId: `${proposals}` })
    return found.ok ? (found.value.value as { status: string }).status : found.error.code
  }
  const key = createKeyPair(consensusSeed(NEWCOMER))
  const record: ValidatorRecord = {
    organization: NEWCOMER,
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(key.publicKey) },
    peerId: peerIdFromSeed(identitySeed(NEWCOMER)),
    addresses: [`127.0.0.1:${BASE_PORT + NAMES.length}`],
  }
  const candidate = { record, partyId: 'regulator' }
  const proof = bytesToHex(key.sign(candidateSignBytes(domain, candidate)) as Uint8Array)
  const admission = { type: 'admitObserver', record: validatorRecordCodec.toJson(record), partyId: 'regulator', proof }
  t.equal(await decide(admission), 'done')
  await until('it follows', () => fifth.api.standing().readiness !== undefined)
  t.match(fifth.api.standing(), { standing: 'observer', organization: NEWCOMER })
  const { peerId } = record
  const observer = { organization: NEWCOMER, validator: undefined, observer: { peerId, partyId: 'regulator' } }
  t.match(first.api.member(NEWCOMER), { ok: true, value: { member: observer } })
  const listed = first.api.members({ limit: 50 })
  t.match(listed.ok ? listed.value.items.at(-1) : listed, observer, 'after the validators that no party runs')
  t.match(first.api.member(NEWCOMER, 0), { ok: false, error: { code: 'organizations/unknown-party' } }, 'nobody at that height')

  const { keptAtMs: _, ...readiness } = fifth.api.standing().readiness ?? { keptAtMs: 0 }
  const promotion = { type: 'addValidator', organization: NEWCOMER, readiness } as unknown as Json
  const forged = { ...(promotion as object), readiness: { ...readiness, signature: proof } } as unknown as Json
  t.equal(await decide(forged), 'governance/not-ready', 'not signed by the newcomer for that block')
  t.equal(await decide(promotion), 'done')
  await until('the new epoch', () => [...members, fifth].every(({ api }) => api.consensus().epoch === 1))
  t.equal(fifth.api.standing().standing, 'validator')
  const told = entriesOf(fifth.api.journals.consensus).find(({ type }) => type === 'epoch-entered')
  t.match(told, { epoch: 1, role: 'validator', validators: [...NAMES, NEWCOMER] })
  t.equal(fifth.api.status().epoch, 1)
  t.match(first.api.member(NEWCOMER), { ok: true, value: { member: { validator: { index: 4 }, observer: undefined } } })
  t.equal(first.api.consensus().quorum, 4)

  const about = await first.api.statements(1, 0)
  t.match(about, { committed: { height: 1 }, prepared: [{ height: 1 }] }, 'why it committed is kept')
  await members[3]?.stop()
  const height = first.api.height()
  await until('blocks that need its vote', () => first.api.height() >= height + 3)
  t.equal(await members[3]?.start(), 'started')
  await until('five are up', () => (members[3]?.api.height() ?? 0) > height)
  t.equal(await decide({ type: 'removeValidator', organization: NEWCOMER }), 'done')
  await until('it observes again', () => fifth.api.standing().standing === 'observer')
  t.equal(first.api.consensus().quorum, 3)
  t.match(first.api.member(NEWCOMER), { ok: true, value: { member: { validator: undefined, observer: { peerId } } } })
  t.same(
    [...members, fifth].map(({ fatal }) => fatal),
    [undefined, undefined, undefined, undefined, undefined],
  )
})

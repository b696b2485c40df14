import { createKeyPair } from '@hanse/crypto'
import { peerIdFromSeed } from '@hanse/p2p'
import { bytesToHex, type Hex } from '@hanse/primitives'
import { type Candidate, candidateSignBytes, type Json, KEY_ALGORITHM, type ValidatorRecord, validatorRecordCodec } from '@hanse/protocol'
import { test } from 'tap'
import { freeBasePort } from '../../../devnet/test/support/test-network.ts'
import { consensusSeed, identitySeed, NAMES } from './support/test-chain.ts'
import { type Member, memberOf, PARTY, send, signed, until, votingChain } from './support/voting-members.ts'

const BASE_PORT = await freeBasePort(2 * NAMES.length + 1)
const NEWCOMER = 'clearing'

function recordOf(organization: string, keysOf: string, port: number): ValidatorRecord {
  return {
    organization,
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(createKeyPair(consensusSeed(keysOf)).publicKey) },
    peerId: peerIdFromSeed(identitySeed(keysOf)),
    addresses: [`127.0.0.1:${port}`],
  }
}

test('a newcomer whose genesis validators are all gone is given one peer, and learns the others from the chain', {
  timeout: 300_000,
}, async (t) => {
  const chain = votingChain(83, BASE_PORT)
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const members = await Promise.all(NAMES.map((name, index) => memberOf(t, chain, name, BASE_PORT + index)))
  for (const member of members) t.equal(await member.start(), 'started')
  const proofOf = (candidate: Candidate, keysOf: string): Hex =>
    bytesToHex(createKeyPair(consensusSeed(keysOf)).sign(candidateSignBytes(domain, candidate)) as Uint8Array)
  let proposals = 0
  const decide = async (by: Member, action: object): Promise<void> => {
    const json = { member: 'bank-a', action: action as Json, deadlineMs: Date.now() + 3_600_000 }
    t.equal(await send(by, signed(chain, [], 'bank-a', { module: 'governance', command: 'propose', json })), 'success')
    proposals += 1
    for (const member of ['bank-b', 'core-firm', 'supplier']) {
      const vote = { module: 'governance', command: 'vote', json: { member, proposalId: `${proposals}`, choice: 'yes' } }
      await send(by, signed(chain, [], PARTY[member] ?? member, vote))
    }
    const found = by.api.query('governance', 'proposal', { proposalId: `${proposals}` })
    t.match(found, { ok: true, value: { value: { status: 'done' } } })
  }
  const named = (keysOf: string, port: number): string => `${peerIdFromSeed(identitySeed(keysOf))}@127.0.0.1:${port}`

  for (const [index, organization] of NAMES.entries()) {
    const keysOf = `${organization} anew`
    const port = BASE_PORT + NAMES.length + index
    const before = (index + NAMES.length - 1) % NAMES.length
    const other = index === 0 ? named('bank-b', BASE_PORT + 1) : named(`${NAMES[before]} anew`, BASE_PORT + NAMES.length + before)
    const successor = await memberOf(t, chain, organization, port, { keysOf, peers: [other] })
    t.equal(await successor.start(), 'started')
    const record = recordOf(organization, keysOf, port)
    const by = members[(index + 1) % NAMES.length] as Member
    await decide(by, { type: 'replaceKey', record: validatorRecordCodec.toJson(record), proof: proofOf({ record }, keysOf) })
    await until(`${organization} has a successor`, () => successor.api.standing().standing === 'validator')
    await members[index]?.stop()
    members[index] = successor
    const height = by.api.height()
    await until('blocks', () => by.api.height() >= height + 2)
  }

  const [first] = members as [Member]
  const port = BASE_PORT + 2 * NAMES.length
  const record = recordOf(NEWCOMER, NEWCOMER, port)
  const candidate = { record, partyId: 'regulator' }
  const admission = { type: 'admitObserver', record: validatorRecordCodec.toJson(record), partyId: 'regulator' }
  await decide(first, { ...admission, proof: proofOf(candidate, NEWCOMER) })
  const alone = await memberOf(t, chain, NEWCOMER, port)
  t.equal(await alone.start(), 'started')
  const reason = 'nobody to talk to: 4 peers of epoch 0 are known; if they are gone, name another in p2p.peers'
  await until('it says so', () => alone.api.status().reasons.includes(reason))
  t.equal(alone.api.height(), 0, 'the members do dial it, and it cannot know who they are')
  await alone.stop()

  const joiner = await memberOf(t, chain, NEWCOMER, port, { peers: [named('core-firm anew', BASE_PORT + NAMES.length + 2)] })
  t.equal(await joiner.start(), 'started')
  await until('it follows', () => joiner.api.standing().standing === 'observer' && joiner.api.status().state === 'synced')
  const names = (): readonly string[] => joiner.api.peers().flatMap((peer) => (peer.connected ? (peer.organization ?? peer.peerId) : []))
  await until('it is connected to all of them', () => names().length === NAMES.length)
  t.same([...names()].sort(), [...NAMES].sort(), 'by what the chain says of them')
  t.equal(joiner.api.status().epoch, 4)
})

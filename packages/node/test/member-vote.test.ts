import { createKeyPair } from '@hanse/crypto'
import { peerIdFromSeed } from '@hanse/p2p'
import { bytesToHex } from '@hanse/primitives'
import { candidateSignBytes, KEY_ALGORITHM, type ValidatorRecord, validatorRecordCodec } from '@hanse/protocol'
import { test } from 'tap'
import { freeBasePort } from '../../../devnet/test/support/test-network.ts'
import { summarizeStore } from '../src/inspect/inspect-store.ts'
import { dataPaths } from '../src/node-files.ts'
import { consensusSeed, identitySeed, NAMES } from './support/test-chain.ts'
import { type Member, memberOf, PARTY, send, signed, until, votingChain } from './support/voting-members.ts'

const BASE_PORT = await freeBasePort(NAMES.length + 1)
const NEW_PORT = BASE_PORT + NAMES.length

test('a validator moves to another host with other keys, by vote: the new one follows from genesis and votes, the old one observes', async (t) => {
  const chain = votingChain(79, BASE_PORT)
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const members = await Promise.all(NAMES.map((name, index) => memberOf(t, chain, name, BASE_PORT + index)))
  const [first, second, third, old] = members as [Member, Member, Member, Member]
  const moved = await memberOf(t, chain, 'supplier', NEW_PORT, { keysOf: 'supplier on its new host' })
  for (const member of members) t.equal(await member.start(), 'started')
  t.equal(await moved.start(), 'started', 'before anybody has voted')
  t.match([old.api.info().role, moved.api.info().role], ['validator', 'observer'])
  t.match(moved.lines.find(({ level }) => level === 'warn')?.fields, { epoch: 0 })
  await until('blocks', () => members.every(({ api }) => api.height() >= 1))
  t.equal(moved.api.height(), 0, 'nobody lets it in')

  const key = createKeyPair(consensusSeed('supplier on its new host'))
  const record: ValidatorRecord = {
    organization: 'supplier',
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(key.publicKey) },
    peerId: peerIdFromSeed(identitySeed('supplier on its new host')),
    addresses: [`127.0.0.1:${NEW_PORT}`],
  }
  const proof = bytesToHex(key.sign(candidateSignBytes(domain, { record })) as Uint8Array)
  const action = { type: 'replaceKey', record: validatorRecordCodec.toJson(record), proof }
  const json = { member: 'bank-a', action, deadlineMs: Date.now() + 3_600_000 }
  t.equal(await send(first, signed(chain, [], 'bank-a', { module: 'governance', command: 'propose', json })), 'success')
  for (const member of ['bank-b', 'core-firm']) {
    const vote = { module: 'governance', command: 'vote', json: { member, proposalId: '1', choice: 'yes' } }
    t.equal(await send(first, signed(chain, [], PARTY[member] ?? member, vote)), 'success')
  }

  await until('the new epoch', () => first.api.consensus().epoch === 1)
  await until('the newcomer in step', () => moved.api.consensus().epoch === 1 && moved.api.status().state === 'synced')
  t.match([old.api.info().role, moved.api.info().role], ['observer', 'validator'])
  t.same(first.api.validators()[3], record)
  t.same(
    first.api
      .peers()
      .map(({ organization }) => organization)
      .toSorted(),
    ['bank-b', 'core-firm', 'supplier', 'supplier'],
  )

  await third.stop()
  const height = first.api.height()
  await until('blocks that need its vote', () => first.api.height() >= height + 3)
  const block = await first.api.block(first.api.height())
  t.match(
    block?.certificate?.signatures.map(({ signer }) => signer),
    [0, 1, 3],
  )
  t.equal(first.api.signerStats().validators[3]?.missed, 0, 'of this epoch')
  await until('the old one follows', () => old.api.height() >= height)

  await moved.stop()
  t.equal(await moved.start(), 'started', 'its guard knows what it has voted')
  t.equal(moved.api.info().role, 'validator')
  const again = second.api.height()
  await until('more blocks', () => second.api.height() >= again + 3)
  t.equal(await old.stop().then(() => old.start()), 'started')
  t.equal(old.api.info().role, 'observer')
  const stored = second.api.height()
  await second.stop()
  const { verifiedBlocks = 0, head, problems } = await summarizeStore(dataPaths(second.dataDir).store, chain, { verify: 'all' })
  t.same(problems, [], 'each block has a certificate of its epoch')
  t.ok(verifiedBlocks >= stored)
  t.match(head?.signers, ['bank-a', 'bank-b', 'supplier'])
  t.same(
    [...members, moved].map(({ fatal }) => fatal),
    [undefined, undefined, undefined, undefined, undefined],
  )
})

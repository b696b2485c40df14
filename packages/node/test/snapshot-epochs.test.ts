import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyPair } from '@hanse/crypto'
import { peerIdFromSeed } from '@hanse/p2p'
import { bytesToHex } from '@hanse/primitives'
import {
  asHeight,
  type Chain,
  candidateSignBytes,
  encodeGenesis,
  encodeSnapshotManifest,
  KEY_ALGORITHM,
  parseSnapshotManifest,
  type SnapshotManifest,
  type ValidatorRecord,
  validatorRecordCodec,
} from '@hanse/protocol'
import { ChainReader, pruneWrites } from '@hanse/replica'
import { openLevelStore } from '@hanse/storage'
import { type Test, test } from 'tap'
import { freeBasePort } from '../../../devnet/test/support/test-network.ts'
import { checkNodeConfig } from '../src/config.ts'
import { examine } from '../src/doctor/doctor.ts'
import { inspectNode } from '../src/inspect/inspect-node.ts'
import { openChain } from '../src/open-chain.ts'
import { createSnapshot } from '../src/snapshot/create-snapshot.ts'
import { epochEndsOf } from '../src/snapshot/epoch-ends.ts'
import { restoreSnapshot, verifySnapshotFolder } from '../src/snapshot/home-snapshot.ts'
import { consensusSeed, identitySeed, NAMES, SILENT, temporaryFolder } from './support/test-chain.ts'
import { type Member, memberOf, PARTY, send, signed, until, votingChain } from './support/voting-members.ts'

const BASE_PORT = await freeBasePort(NAMES.length)

/** Four members vote one of them to another key, which begins an epoch; three go on. */
async function intoNextEpoch(t: Test, chain: Chain): Promise<Member> {
  const members = await Promise.all(NAMES.map((name, index) => memberOf(t, chain, name, BASE_PORT + index)))
  for (const member of members) t.equal(await member.start(), 'started')
  const [first] = members as [Member]
  await until('blocks', () => members.every(({ api }) => api.height() >= 1))
  const key = createKeyPair(consensusSeed('another key'))
  const record: ValidatorRecord = {
    organization: 'supplier',
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(key.publicKey) },
    peerId: peerIdFromSeed(identitySeed('another key')),
    addresses: ['127.0.0.1:9'],
  }
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const proof = bytesToHex(key.sign(candidateSignBytes(domain, { record })) as Uint8Array)
  const action = { type: 'replaceKey', record: validatorRecordCodec.toJson(record), proof }
  const json = { member: 'bank-a', action, deadlineMs: Date.now() + 3_600_000 }
  t.equal(await send(first, signed(chain, [], 'bank-a', { module: 'governance', command: 'propose', json })), 'success')
  for (const member of ['bank-b', 'core-firm']) {
    const vote = { module: 'governance', command: 'vote', json: { member, proposalId: '1', choice: 'yes' } }
    t.equal(await send(first, signed(chain, [], PARTY[member] ?? member, vote)), 'success')
  }
  await until('the new epoch', () => first.api.consensus().epoch === 1)
  const height = first.api.height()
  await until('blocks of it', () => first.api.height() >= height + 3)
  return first
}

test('a snapshot of a later epoch leads from genesis to it, also of a node that has no blocks of the epoch before', {
  timeout: 200_000,
}, async (t) => {
  const chain = votingChain(81, BASE_PORT)
  const member = await intoNextEpoch(t, chain)
  const parent = await temporaryFolder(t)
  const view = member.node?.control.view()
  if (view === undefined) return t.fail('the node is stopped')
  const made = await createSnapshot({ chain, view, parent })
  await view.close()
  const genesis = join(parent, 'genesis.json')
  await writeFile(genesis, encodeGenesis(chain.genesis))
  t.match(await verifySnapshotFolder(made.folder, genesis), { ok: true, value: { epoch: 1, height: made.height } })

  const home = await temporaryFolder(t)
  await writeFile(join(home, 'config.toml'), 'organization = "newcomer"\n')
  await writeFile(join(home, 'genesis.json'), encodeGenesis(chain.genesis))
  t.match(await restoreSnapshot(home, made.folder), { ok: true, value: { epoch: 1 } })
  const inspection = await inspectNode(home)
  t.match(inspection.store?.members, { epoch: 1, observers: [], params: chain.genesis.params })
  t.same(inspection.store?.members?.validators[3]?.addresses, ['127.0.0.1:9'], 'the set that the vote has made')
  const findings = await examine(home, { nowMs: Date.now })
  t.match(findings.map(({ message }) => message).join(), /supplier: nobody answers at 127\.0\.0\.1:9 /, 'where it is now')
  const store = await openLevelStore({ directory: join(home, 'data/store') })
  t.teardown(() => store.close())
  const config = checkNodeConfig({ organization: 'newcomer' })
  const opened = config.ok ? await openChain(chain, store, config.value, SILENT) : config
  if (!opened.ok) return t.fail(opened.error.message)
  t.equal(opened.value.ledger.head.hash, made.hash)

  const manifest = await manifestOf(made.folder)
  const end = manifest.epochs[0]?.header.height ?? 0
  const reader = new ChainReader(store)
  await store.write([...pruneWrites(reader, reader.earliest(), made.height)], { sync: true })
  t.equal(reader.record(end), undefined, 'the block that ended the epoch is pruned')
  t.equal(reader.epochEnd(end)?.header.height, end, 'its header and its certificate are not')
  t.same(epochEndsOf(reader, chain.genesis, manifest.header), manifest.epochs, 'so that it hands on the way from genesis')

  for (const [what, change] of Object.entries(LIES)) {
    await writeFile(join(made.folder, 'manifest.json'), encodeSnapshotManifest(change(manifest)))
    t.match(
      await verifySnapshotFolder(made.folder, genesis),
      { ok: false, error: { code: /^snapshot\/bad-(manifest|certificate)$/ } },
      what,
    )
  }
})

async function manifestOf(folder: string): Promise<SnapshotManifest> {
  const parsed = parseSnapshotManifest(new Uint8Array(await readFile(join(folder, 'manifest.json'))))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

const LIES: Readonly<Record<string, (manifest: SnapshotManifest) => SnapshotManifest>> = {
  'the epoch left out': (manifest) => ({ ...manifest, epochs: [] }),
  'the epoch twice': (manifest) => ({ ...manifest, epochs: [...manifest.epochs, ...manifest.epochs] }),
  'other validators after it': ({ epochs, ...rest }) => ({
    ...rest,
    epochs: epochs.map((end) => ({ ...end, nextValidators: { validators: end.nextValidators.validators.slice(1) } })),
  }),
  'another height of its end': ({ epochs, ...rest }) => ({
    ...rest,
    epochs: epochs.map((end) => ({ ...end, header: { ...end.header, height: asHeight(end.header.height + 1) } })),
  }),
  'too few signatures of its end': ({ epochs, ...rest }) => ({
    ...rest,
    epochs: epochs.map((end) => ({ ...end, certificate: { ...end.certificate, signatures: end.certificate.signatures.slice(1) } })),
  }),
}

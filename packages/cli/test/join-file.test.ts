import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyPair } from '@hanse/crypto'
import { bytesToHex, type Hash, type Hex } from '@hanse/primitives'
import { candidateSignBytes, KEY_ALGORITHM } from '@hanse/protocol'
import { test } from 'tap'
import { actionOfJoinFile, checkJoinFile, joinFileJson, readinessOf, readJoinFile } from '../src/governance/join-file.ts'

const DOMAIN = { genesisHash: `0x${'ab'.repeat(32)}` as Hash, chainId: 7 }
const key = createKeyPair(new Uint8Array(32).fill(7))
const consensusKey = { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(key.publicKey) as Hex }
const candidate = {
  record: { organization: 'fifth', consensusKey, peerId: 'peer-5', addresses: ['fifth.example:7000'] },
  partyId: 'gaoming',
}
const request = { ...candidate, proof: bytesToHex(key.sign(candidateSignBytes(DOMAIN, candidate))) as Hex }

test('a request is read as it was written, and counts for its chain and its key alone', async (t) => {
  const path = join(t.testdir(), 'join.json')
  await writeFile(path, JSON.stringify(joinFileJson(DOMAIN, { request })))
  const file = await readJoinFile(path)
  t.doesNotThrow(() => checkJoinFile(file, DOMAIN, path))
  t.same(actionOfJoinFile(file), { type: 'admitObserver', ...request })
  t.throws(() => checkJoinFile(file, { ...DOMAIN, chainId: 8 }, path), { name: 'CliError', rejection: { code: 'join/wrong-chain' } })
  const moved = { ...file, request: { ...request, partyId: 'bank-a' } }
  t.throws(() => checkJoinFile(moved, DOMAIN, path), { name: 'CliError', rejection: { code: 'join/bad-proof' } })
  const elsewhere = { ...file, request: { ...request, record: { ...request.record, addresses: ['evil.example:7000'] } } }
  t.throws(() => checkJoinFile(elsewhere, DOMAIN, path), { name: 'CliError', rejection: { code: 'join/bad-proof' } })
})

test('that an observer is ready is another file, and what is neither is refused', async (t) => {
  const path = join(t.testdir(), 'ready.json')
  const signature = request.proof
  const standing = {
    standing: 'observer',
    organization: 'fifth',
    readiness: { height: 5, headerHash: DOMAIN.genesisHash, signature, keptAtMs: 1 },
  } as const
  const readiness = readinessOf(standing)
  if (readiness === undefined) throw new Error('an observer that is ready')
  await writeFile(path, JSON.stringify(joinFileJson(DOMAIN, { readiness })))
  t.same(actionOfJoinFile(await readJoinFile(path)), {
    type: 'addValidator',
    organization: 'fifth',
    readiness: { height: 5, headerHash: DOMAIN.genesisHash, signature },
  })
  t.equal(readinessOf({ standing: 'none' }), undefined)
  for (const content of [{ request, readiness }, {}]) {
    await writeFile(path, JSON.stringify(joinFileJson(DOMAIN, content)))
    await t.rejects(readJoinFile(path), { name: 'CliError', rejection: { code: 'cli/usage' } })
  }
})

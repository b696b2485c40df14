import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  verifyCertifiedStateProof,
  verifyCommitCertificate,
  verifyConsensusMessage,
  verifySignature,
  verifyTransaction,
  verifyTransactionProof,
} from '@hanse/crypto'
import { type Hash, type Hex, hexToBytes, type Result } from '@hanse/primitives'
import {
  certifiedStateProofCodec,
  commitCertificateCodec,
  decodeTransaction,
  genesisValidatorSet,
  type Json,
  parseGenesis,
  signedMessageCodec,
  stateProofCodec,
  transactionProofCodec,
  verifyStateProof,
} from '@hanse/protocol'
import { test } from 'tap'
import { vectorFiles } from './support/vectors.ts'

/** Files that packages/modules/test/vectors.test.ts makes. */
const OF_MODULES = ['params']

const folder = join(import.meta.dirname, '../../../docs/vectors')

// `HANSE_UPDATE_VECTORS=1` writes them anew (then `npm run lint -- --fix`). A change in them is a change of the protocol.
if (process.env.HANSE_UPDATE_VECTORS !== undefined) {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(vectorFiles()))
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, undefined, 2)}\n`)
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T
}

interface Bytes {
  readonly bytes: Hex
}
interface GenesisFile {
  readonly text: string
  readonly genesisHash: string
}
interface TransactionsFile {
  readonly accepted: readonly (Bytes & { readonly id: string })[]
  readonly refused: readonly (Bytes & { readonly code: string; readonly reason: string })[]
}
interface StateFile {
  readonly root: Hash
  readonly present: readonly Json[]
  readonly absent: readonly Json[]
  readonly refused: readonly { readonly proof: Json; readonly code: string; readonly reason: string }[]
}
interface BlocksFile {
  readonly certificate: Bytes
  readonly refusedCertificates: readonly { readonly value: Json; readonly code: string; readonly reason: string }[]
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

test('docs/vectors is what the code makes', (t) => {
  const files = vectorFiles()
  t.same(
    existsSync(folder) && readdirSync(folder).sort(),
    [...Object.keys(files), ...OF_MODULES].sort().map((name) => `${name}.json`),
  )
  for (const [name, content] of Object.entries(files)) t.strictSame(read(name), JSON.parse(JSON.stringify(content)), `${name}.json`)
  t.end()
})

/** From here on as a stranger would: from the files alone. */
function trustedFromGenesis() {
  const { text, genesisHash } = read<GenesisFile>('genesis')
  const chain = unwrap(parseGenesis(Buffer.from(text, 'utf8')))
  return {
    genesisHash,
    chain,
    domain: { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId },
    set: genesisValidatorSet(chain.genesis),
  }
}

test('transactions are accepted or refused as the file says', (t) => {
  const { accepted, refused } = read<TransactionsFile>('transactions')
  const judge = (bytes: Hex): Result<{ readonly id: string }> => {
    const decoded = decodeTransaction(hexToBytes(bytes))
    return decoded.ok ? verifyTransaction(decoded.value, verifySignature) : decoded
  }
  for (const { bytes, id } of accepted) t.match(judge(bytes), { ok: true, value: { id } })
  for (const { bytes, code, reason } of refused) t.match(judge(bytes), { ok: false, error: { code } }, reason)
  t.end()
})

test('consensus messages and certificates are accepted or refused as the files say', (t) => {
  const { genesisHash, chain, domain, set } = trustedFromGenesis()
  t.equal(chain.genesisHash, genesisHash)
  for (const { bytes } of read<{ readonly signed: readonly Bytes[] }>('consensus').signed) {
    const signed = unwrap(signedMessageCodec.decode(hexToBytes(bytes)))
    t.match(verifyConsensusMessage(domain, set, signed, verifySignature), { ok: true }, signed.message.type)
  }
  const { certificate, refusedCertificates } = read<BlocksFile>('blocks')
  t.match(verifyCommitCertificate(domain, set, unwrap(commitCertificateCodec.decode(hexToBytes(certificate.bytes))), verifySignature), {
    ok: true,
  })
  for (const { value, code, reason } of refusedCertificates) {
    const parsed = unwrap(commitCertificateCodec.parseJson(value))
    t.match(verifyCommitCertificate(domain, set, parsed, verifySignature), { ok: false, error: { code } }, reason)
  }
  t.end()
})

test('state proofs are accepted or refused as the file says', (t) => {
  const { root, present, absent, refused } = read<StateFile>('state')
  const judge = (json: Json) => {
    const proof = unwrap(stateProofCodec.parseJson(json))
    return verifyStateProof(root, proof.key, proof)
  }
  for (const json of present) t.match(judge(json), { ok: true, value: { type: 'present' } })
  for (const json of absent) t.match(judge(json), { ok: true, value: { type: 'absent' } })
  for (const { proof, code, reason } of refused) t.match(judge(proof), { ok: false, error: { code } }, reason)
  t.ok(
    absent.some((json) => 'otherLeaf' in (json as object)) && absent.some((json) => !('otherLeaf' in (json as object))),
    'absence of both kinds',
  )
  t.end()
})

test('whole proofs hold from the genesis text on', (t) => {
  const trusted = trustedFromGenesis()
  const { transactions, states } = read<{ readonly transactions: readonly Bytes[]; readonly states: readonly Bytes[] }>('proofs')
  for (const { bytes } of transactions) {
    t.match(verifyTransactionProof(trusted, unwrap(transactionProofCodec.decode(hexToBytes(bytes))), verifySignature), { ok: true })
  }
  for (const { bytes } of states) {
    const proof = unwrap(certifiedStateProofCodec.decode(hexToBytes(bytes)))
    t.match(verifyCertifiedStateProof(trusted, proof.proof.key, proof, verifySignature), { ok: true })
  }
  t.end()
})

import {
  asEpoch,
  asHeight,
  asView,
  type Certificate,
  certificateChecks,
  commitCertificateCodec,
  type JsonSchema,
  preparedCertificateCodec,
  quorumSignatureCodec,
  signedMessageCodec,
  type ValidatorRecord,
  type ValidatorSet,
  validatorSetCodec,
  validatorSetHash,
} from '@hanse/protocol'
import { test } from 'tap'
import { commitCertificate, domain, hashOf, preparedCertificate, validatorNumber, validatorSet } from './support/consensus-fixtures.ts'

// docs/security.md, "Pitfalls": what went wrong elsewhere, and cannot here.

const SET = validatorSet(4)

/** Every schema of a text inside, with its path. */
function textsIn(schema: JsonSchema, path: string): readonly (readonly [path: string, schema: JsonSchema])[] {
  if (schema.type === 'string') return [[path, schema]]
  const inner = [
    ...((schema.oneOf ?? []) as readonly JsonSchema[]).map((variant) => [path, variant] as const),
    ...Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>).map(
      ([name, member]) => [`${path}.${name}`, member] as const,
    ),
    ...(schema.items === undefined ? [] : [[`${path}[]`, schema.items as JsonSchema] as const]),
  ]
  return inner.flatMap(([where, member]) => textsIn(member, where))
}

test('C1: a signature stands under one index, and that index alone says whose key it must verify with', (t) => {
  const { properties } = quorumSignatureCodec.jsonSchema as { readonly properties: Readonly<Record<string, unknown>> }
  t.same(Object.keys(properties), ['signer', 'signature'], 'no second field says who signed')
  const certificates: readonly Certificate[] = [commitCertificate([0, 2, 3]), preparedCertificate([0, 2, 3])]
  for (const certificate of certificates) {
    const keys = certificateChecks(domain, SET, certificate).map(({ publicKey }) => Buffer.from(publicKey).toString('hex'))
    t.same(
      keys,
      [0, 2, 3].map((index) => validatorNumber(index).consensusKey.bytes.slice(2)),
      'the key of each index, in their order',
    )
  }
  t.end()
})

test('C2: who signed and who voted stand as numbers, one by one: nothing that validators say holds a bitmap', (t) => {
  for (const [name, codec] of Object.entries({ signedMessageCodec, preparedCertificateCodec, commitCertificateCodec })) {
    const texts = textsIn(codec.jsonSchema, name)
    t.ok(texts.length > 1)
    for (const [path, { pattern }] of texts) t.match(pattern, /^\^0x\[0-9a-f\]\{(64|128)\}\$$/, `${path} is a hash or a signature`)
  }
  t.end()
})

test('C5: what decides who leads is in the header: another order, key or member of the set is another hash', (t) => {
  const hashes = new Set([validatorSetHash(SET)])
  const other = (validators: readonly ValidatorRecord[]): void => {
    const set: ValidatorSet = { validators }
    hashes.add(validatorSetHash(set))
    const decoded = validatorSetCodec.decode(validatorSetCodec.encode(set))
    t.ok(decoded.ok && validatorSetHash(decoded.value) === validatorSetHash(set))
  }
  const [first, second, ...rest] = SET.validators as readonly [ValidatorRecord, ValidatorRecord, ...ValidatorRecord[]]
  other([second, first, ...rest])
  other([first, second])
  other([...SET.validators, validatorNumber(4)])
  other([{ ...first, consensusKey: { ...first.consensusKey, bytes: hashOf(0x77) } }, second, ...rest])
  other([{ ...first, peerId: 'another' }, second, ...rest])
  other([{ ...first, organization: 'another' }, second, ...rest])
  t.equal(hashes.size, 7, 'all different')
  t.end()
})

test('C17: votes of two views, heights, epochs or phases never are the same bytes to sign', (t) => {
  const messages = new Set<string>()
  let signatures = 0
  for (const epoch of [0, 1]) {
    for (const view of [0, 1]) {
      for (const height of [1, 2]) {
        const about = { epoch: asEpoch(epoch), view: asView(view), height: asHeight(height) }
        for (const certificate of [commitCertificate([0, 1, 2], about), preparedCertificate([0, 1, 2], about)]) {
          const checks = certificateChecks(domain, SET, certificate)
          for (const { message } of checks) messages.add(Buffer.from(message).toString('hex'))
          signatures += checks.length
        }
      }
    }
  }
  t.equal(signatures, 48)
  t.equal(messages.size, 16, 'one content, one message')
  t.end()
})

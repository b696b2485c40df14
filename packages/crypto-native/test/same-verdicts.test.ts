import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createKeyPair, verifySignature } from '@hanse/crypto'
import { verifySignatureNative } from '@hanse/crypto-native'
import type { SignatureCheck } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'

/** A block is as valid as its signatures: two verifiers that differ on one input are a fork. */

const folder = join(process.env.HANSE_VECTORS ?? join(import.meta.dirname, '../../../vectors'), 'crypto')
const needsVectors = { skip: existsSync(folder) ? false : 'no public vectors: set HANSE_VECTORS to a folder that has crypto' }
const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

/** The verdict of both, when they agree. */
function verdict(check: SignatureCheck): boolean | 'they differ' {
  const native = verifySignatureNative(check)
  return verifySignature(check) === native ? native : 'they differ'
}

interface SpeccheckVector {
  readonly message: string
  readonly pub_key: string
  readonly signature: string
}

/** The chain's verdicts on ed25519-speccheck (Chalkias, Garillot, Nikolaenko: Taming the many EdDSAs, table 5). Only one accepts. */
const SPECCHECK_VERDICTS: readonly (readonly [accepted: boolean, why: string])[] = [
  [false, '0: A and R of small order, S = 0'],
  [false, '1: A of small order'],
  [false, '2: R of small order'],
  [true, '3: A and R of mixed order, the cofactorless equation holds'],
  [false, '4: only the cofactored equation holds'],
  [false, '5: only the cofactored equation holds, and not with 8k reduced first'],
  [false, '6: S > L'],
  [false, '7: S far above L'],
  [false, '8: R not canonical, of small order'],
  [false, '9: R not canonical, of small order, hashed as reduced'],
  [false, '10: A not canonical, of small order'],
  [false, '11: A not canonical, of small order, hashed as reduced'],
]

test('ed25519-speccheck: one verdict each, the same from both verifiers', needsVectors, (t) => {
  const vectors = JSON.parse(readFileSync(join(folder, 'ed25519-speccheck.json'), 'utf8')) as readonly SpeccheckVector[]
  t.equal(vectors.length, SPECCHECK_VERDICTS.length)
  for (const [index, [accepted, why]] of SPECCHECK_VERDICTS.entries()) {
    const { message, pub_key: publicKey, signature } = vectors[index] as SpeccheckVector
    t.equal(
      verdict({ algorithm: 1, publicKey: fromHex(publicKey), message: fromHex(message), signature: fromHex(signature) }),
      accepted,
      why,
    )
  }
  t.end()
})

interface WycheproofGroup {
  readonly publicKey: { readonly pk: string }
  readonly tests: readonly {
    readonly tcId: number
    readonly comment: string
    readonly msg: string
    readonly sig: string
    readonly result: string
  }[]
}

test('Wycheproof Ed25519: the expected result, from both verifiers', needsVectors, (t) => {
  const file = JSON.parse(readFileSync(join(folder, 'wycheproof-ed25519.json'), 'utf8')) as {
    readonly testGroups: readonly WycheproofGroup[]
  }
  let count = 0
  for (const { publicKey, tests } of file.testGroups) {
    for (const { tcId, comment, msg, sig, result } of tests) {
      const check = { algorithm: 1, publicKey: fromHex(publicKey.pk), message: fromHex(msg), signature: fromHex(sig) }
      t.equal(verdict(check), result === 'valid', `${tcId} ${comment}`)
      count += 1
    }
  }
  t.ok(count >= 150, `${count} vectors`)
  t.end()
})

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })
const messages = fc.uint8Array({ maxLength: 80 })

function agree(checks: fc.Arbitrary<SignatureCheck>, expected: boolean | undefined, numRuns: number): string | undefined {
  const property = fc.property(checks, (check) => {
    const both = verdict(check)
    return both !== 'they differ' && (expected === undefined || both === expected)
  })
  const details = fc.check(property, { numRuns })
  return details.failed ? fc.defaultReportMessage(details) : undefined
}

const genuine = fc.tuple(seeds, messages).map(([seed, message]) => {
  const pair = createKeyPair(seed)
  return { algorithm: pair.algorithm as number, publicKey: pair.publicKey, message, signature: pair.sign(message) }
})

const flip = (bytes: Uint8Array, bit: number): Uint8Array => {
  const at = (bit >> 3) % bytes.length
  return bytes.map((value, index) => (index === at ? value ^ (1 << (bit & 7)) : value))
}

test('genuine signatures are accepted by both', (t) => {
  t.equal(agree(genuine, true, 60), undefined)
  t.end()
})

test('a signature, key or message with one bit changed is refused by both', (t) => {
  const changed = fc
    .tuple(genuine, fc.constantFrom('signature', 'publicKey', 'message'), fc.nat(511))
    .map(([check, member, bit]) =>
      check[member as 'message'].length === 0
        ? { ...check, message: Uint8Array.of(1) }
        : { ...check, [member]: flip(check[member as 'message'], bit) },
    )
  t.equal(agree(changed, false, 150), undefined)
  t.end()
})

/** Encodings at the seams of the rule: small order, above p, above L, sign bit on x = 0. */
const SEAMS = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
  'ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
  '5866666666666666666666666666666666666666666666666666666666666666',
].map(fromHex)

test('at the seams of the rule both say the same', (t) => {
  const seam = fc.constantFrom(...SEAMS)
  const checks = fc.tuple(genuine, seam, seam, seam, fc.nat(7)).map(([check, a, r, s, mask]) => ({
    ...check,
    publicKey: mask & 1 ? a : check.publicKey,
    signature: Uint8Array.of(...(mask & 2 ? r : check.signature.subarray(0, 32)), ...(mask & 4 ? s : check.signature.subarray(32))),
  }))
  t.equal(agree(checks, undefined, 300), undefined)
  t.end()
})

test('random bytes of any length are refused by both, without an exception', (t) => {
  const any = fc.uint8Array({ maxLength: 70 })
  const checks = fc.record({ algorithm: fc.constantFrom(0, 1, 1, 1, 2, 3, 4, 255), publicKey: any, message: any, signature: any })
  t.equal(agree(checks, false, 500), undefined)
  const sized = fc.record({
    algorithm: fc.constant(1),
    publicKey: seeds,
    message: messages,
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  })
  t.equal(agree(sized, false, 150), undefined)
  t.end()
})

test('S + L, and a signature with a byte more or less, are refused by both', (t) => {
  const L = 2n ** 252n + 27742317777372353535851937790883648493n
  const tampered = genuine.map((check) => {
    const s = BigInt(`0x${Buffer.from(check.signature.subarray(32)).reverse().toString('hex')}`) + L
    const bytes = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()
    return { ...check, signature: Uint8Array.of(...check.signature.subarray(0, 32), ...bytes) }
  })
  t.equal(agree(tampered, false, 30), undefined)
  t.equal(
    agree(
      genuine.map((check) => ({ ...check, signature: Uint8Array.of(...check.signature, 0) })),
      false,
      20,
    ),
    undefined,
  )
  t.equal(
    agree(
      genuine.map((check) => ({ ...check, signature: check.signature.subarray(0, 63) })),
      false,
      20,
    ),
    undefined,
  )
  t.equal(
    agree(
      genuine.map((check) => ({ ...check, publicKey: Uint8Array.of(...check.publicKey, 0) })),
      false,
      20,
    ),
    undefined,
  )
  t.end()
})

import { createKeyPair, isEd25519PublicKey, verifyEd25519Strict, verifySignature } from '@hanse/crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { test } from 'tap'

const { Point } = ed25519
const L = Point.Fn.ORDER
const message = Buffer.from('one rule')

function littleEndian(value: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse())
}

const toBigint = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
const challenge = (r: Uint8Array, a: Uint8Array): bigint => toBigint(sha512(Buffer.concat([r, a, message]))) % L

/** A point of order 8. */
const torsion = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')

test('the rule, clause by clause', (t) => {
  const pair = createKeyPair(new Uint8Array(32).fill(7))
  const signature = pair.sign(message)
  t.equal(verifyEd25519Strict(pair.publicKey, message, signature), true, 'an ordinary signature')
  const plusL = Buffer.concat([signature.subarray(0, 32), littleEndian(toBigint(signature.subarray(32)) + L)])
  t.equal(verifyEd25519Strict(pair.publicKey, message, plusL), false, 'S < L')
  const identity = Point.ZERO.toBytes()
  t.equal(verifyEd25519Strict(identity, message, Buffer.concat([identity, littleEndian(0n)])), false, 'A not of small order')
  t.end()
})

test('R of small order is refused even where the equation holds', (t) => {
  const a = 12_345n
  const publicKey = Point.BASE.multiply(a).toBytes()
  const r = Point.ZERO.toBytes()
  const signature = Buffer.concat([r, littleEndian((challenge(r, publicKey) * a) % L)])
  t.equal(ed25519.verify(signature, message, publicKey, { zip215: true }), true, 'the equation holds')
  t.equal(verifyEd25519Strict(publicKey, message, signature), false)
  t.end()
})

test('the equation is without cofactor', (t) => {
  const a = 54_321n
  const mixed = Point.BASE.multiply(a).add(torsion).toBytes()
  for (let nonce = 1n; nonce < 40n; nonce++) {
    const r = Point.BASE.multiply(nonce).toBytes()
    const k = challenge(r, mixed)
    const signature = Buffer.concat([r, littleEndian((nonce + k * a) % L)])
    t.equal(ed25519.verify(signature, message, mixed, { zip215: true }), true, 'the cofactored equation holds')
    t.equal(verifyEd25519Strict(mixed, message, signature), k % 8n === 0n, `k = ${k % 8n} mod 8`)
  }
  t.end()
})

test('only keys that some signature can satisfy are keys', (t) => {
  t.equal(isEd25519PublicKey(createKeyPair(new Uint8Array(32)).publicKey), true)
  const refused = [
    Point.ZERO.toBytes(),
    torsion.toBytes(),
    new Uint8Array(32).fill(0xff),
    littleEndian(2n ** 255n - 19n + 1n),
    littleEndian(2n ** 255n - 19n + 3n),
    littleEndian(2n),
    new Uint8Array(31),
    new Uint8Array(33),
  ]
  for (const bytes of refused) t.equal(isEd25519PublicKey(bytes), false, Buffer.from(bytes).toString('hex'))
  t.end()
})

test('an algorithm that is not in use verifies nothing', (t) => {
  const pair = createKeyPair(new Uint8Array(32).fill(3))
  const check = { publicKey: pair.publicKey, message, signature: pair.sign(message) }
  t.equal(verifySignature({ ...check, algorithm: 1 }), true)
  for (const algorithm of [0, 2, 3, 4, 255]) t.equal(verifySignature({ ...check, algorithm }), false)
  t.throws(() => createKeyPair(new Uint8Array(31)), { name: 'InvariantError' })
  t.end()
})

test('a key pair keeps its own copy of the seed', (t) => {
  const seed = new Uint8Array(32).fill(9)
  const pair = createKeyPair(seed)
  const before = Buffer.from(pair.sign(message)).toString('hex')
  seed.fill(0)
  t.equal(Buffer.from(pair.sign(message)).toString('hex'), before)
  t.end()
})

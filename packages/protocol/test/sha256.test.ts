import { createHash } from 'node:crypto'
import { bytesToHex } from '@hanse/primitives'
import { merkleRoot, stateInnerHash, stateLeafHash, taggedHash, useSha256 } from '@hanse/protocol'
import { test } from 'tap'

function ofSize(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index * 7 + size) & 0xff)
}

function hashes(): readonly string[] {
  const leaves = [1, 32, 64, 65, 1_000].map(ofSize)
  return [
    ...[0, 1, 60, 700, 1_006, 1_007, 5_000].map((size) => taggedHash('header', ofSize(size))),
    taggedHash('party', ofSize(3), ofSize(65), ofSize(0)),
    merkleRoot(leaves),
    bytesToHex(stateLeafHash(ofSize(32), ofSize(32))),
    bytesToHex(stateInnerHash(ofSize(32), ofSize(32))),
  ]
}

test('a hash is that of the platform, by its own SHA-256 and by that of the host, which is asked from then on', (t) => {
  const expected = createHash('sha256').update('\x0ehanse/header/1').update(ofSize(700)).digest('hex')
  const own = hashes()
  t.equal(own[3], `0x${expected}`)
  let asked = 0
  const host = (bytes: Uint8Array): Uint8Array => {
    asked += 1
    return new Uint8Array(createHash('sha256').update(bytes).digest())
  }
  useSha256(host)
  const before = asked
  t.strictSame(hashes(), own)
  t.equal(asked - before, 8 + 5 + 4 + 2)
  useSha256(host)
  t.equal(asked - before, 19, 'the one in use is not asked again')
  t.end()
})

test('what computes other hashes is refused', (t) => {
  const wrong = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes.subarray(0, 64)).digest())
  t.throws(() => useSha256(wrong), /this is no SHA-256/)
  t.end()
})

import { createPrng } from '@hanse/primitives'
import { test } from 'tap'
import { MalformedBytes } from '../src/byte-cursor.ts'
import { crc32c, maskedCrc32c } from '../src/crc32c.ts'
import { unpackSnappy } from '../src/snappy.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('CRC-32C: the vectors of RFC 3720, appendix B.4', (t) => {
  const of = (data: Uint8Array): number => crc32c(data, 0, data.length)
  t.equal(of(new Uint8Array(32)), 0x8a9136aa)
  t.equal(of(new Uint8Array(32).fill(255)), 0x62a8ab43)
  t.equal(of(Uint8Array.from({ length: 32 }, (_, index) => index)), 0x46dd794e)
  t.equal(of(Uint8Array.from({ length: 32 }, (_, index) => 31 - index)), 0x113fdb5c)
  t.equal(of(bytes('123456789')), 0xe3069283)
  t.equal(crc32c(bytes('..123456789..'), 2, 11), 0xe3069283)
  t.equal(maskedCrc32c(bytes('123456789'), 0, 9), (((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8) >>> 0)
  t.end()
})

test('snappy: literals, copies that overlap, and what is malformed', (t) => {
  // "abc", then nine bytes copied from three back; then a long literal.
  const packed = Uint8Array.from([12, 8, ...bytes('abc'), ((9 - 4) << 2) | 1, 3])
  t.equal(Buffer.from(unpackSnappy(packed)).toString(), 'abcabcabcabc')
  const long = createPrng(1).bytes(300)
  t.same(unpackSnappy(Uint8Array.from([0xac, 2, 61 << 2, 43, 1, ...long])), Buffer.from(long))
  t.equal(Buffer.from(unpackSnappy(Uint8Array.from([8, 8, ...bytes('abc'), (4 << 2) | 2, 3, 0]))).toString(), 'abcabcab')
  for (const bad of [
    [5, 8, 97, 98, 99],
    [3, 8, 97, 98],
    [4, 0, 97, 1, 9],
    [255, 255, 255, 255, 15],
    [1, 0, 97, 98],
  ]) {
    t.throws(() => unpackSnappy(Uint8Array.from(bad)), MalformedBytes, bad.join())
  }
  t.end()
})

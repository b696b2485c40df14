import {
  asciiToText,
  bigintToBytes,
  bytesToBigint,
  bytesToHash,
  bytesToHex,
  hexToBytes,
  hexToBytesOrUndefined,
  knownToHex,
  uint64ToBytes,
  utf8ToBytes,
  utf8ToBytesOrUndefined,
  writeAscii,
  writeKnownHex,
} from '@hanse/primitives'
import fc from 'fast-check'
import { test } from 'tap'

const SIZES = [0, 1, 20, 32, 63, 64, 65, 128, 129, 400]

function hexOf(bytes: Uint8Array): string {
  return `0x${Buffer.from(bytes).toString('hex')}`
}

/** Few values of each byte, so that places are shared and values come again. */
const fewBytes = fc
  .constantFrom(...SIZES)
  .chain((size) => fc.array(fc.constantFrom(0, 1, 0x0f, 0xf0, 0xff), { minLength: size, maxLength: size }))

test('bytes of every length are the platform’s hex, and come back', (t) => {
  for (const size of SIZES) {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 37 + size) & 0xff)
    t.equal(bytesToHex(bytes), hexOf(bytes), `${size}`)
    t.strictSame(hexToBytes(bytesToHex(bytes)), bytes)
  }
  t.end()
})

test('what is remembered is never taken for another', (t) => {
  fc.assert(
    fc.property(fc.array(fewBytes, { minLength: 1, maxLength: 40 }), fc.nat(3), (all, before) => {
      for (const one of all) {
        const bytes = Uint8Array.from([...new Array<number>(before).fill(7), ...one, 9])
        const [from, to] = [before, before + one.length]
        const text = knownToHex(bytes, from, to)
        if (text !== hexOf(bytes.subarray(from, to))) return false
        const into = new Uint8Array(bytes.length).fill(3)
        if (!writeKnownHex(text, one.length, into, from)) return false
        if (hexOf(into.subarray(from, to)) !== text || into[to] !== 3 || (from > 0 && into[from - 1] !== 3)) return false
      }
      return true
    }),
    { numRuns: 300 },
  )
  t.equal(bytesToHash(new Uint8Array(32)), `0x${'00'.repeat(32)}`)
  t.end()
})

test('what is no hex of the size is written by nobody, before and after the like of it was', (t) => {
  const into = new Uint8Array(64)
  const good = `0x${'ab'.repeat(32)}`
  for (let round = 0; round < 2; round++) {
    for (const wrong of [
      good.toUpperCase(),
      `${good}00`,
      good.slice(2),
      good.replace('b', 'g'),
      `1x${good.slice(2)}`,
      `${good.slice(0, -1)}B`,
      '',
    ])
      t.equal(writeKnownHex(wrong, 32, into, 0), false, wrong)
    t.equal(writeKnownHex(good, 32, into, 0), true)
  }
  for (const wrong of ['', '0', '0x0', '0xAB', '0xg0', 'xx', '0x0\u0130', '0x\ud83d\ude00'])
    t.equal(hexToBytesOrUndefined(wrong), undefined, wrong)
  t.strictSame(hexToBytesOrUndefined('0x'), new Uint8Array())
  t.throws(() => hexToBytes('0xzz'), /not lower-case hex: 0xzz/)
  t.end()
})

test('texts are the platform’s UTF-8, and ASCII is read back', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const bytes = utf8ToBytes(text)
      if (!Buffer.from(bytes).equals(Buffer.from(text))) return false
      const isAscii = [...text].every((character) => character > '\0' && character < '\x80')
      if (asciiToText(bytes, 0, bytes.length) !== (isAscii ? text : undefined)) return false
      return writeAscii(text, new Uint8Array(text.length), 0) === isAscii
    }),
  )
  for (const length of [129, 130, 131, 260, 261]) {
    const text = 'abcdefghij'.repeat(30).slice(0, length)
    t.equal(asciiToText(utf8ToBytes(`<${text}>`), 1, length + 1), text, `${length}`)
  }
  t.equal(utf8ToBytesOrUndefined('a\ud800'), undefined)
  t.strictSame([...utf8ToBytes('\0')], [0], 'NUL is a character of UTF-8')
  t.end()
})

test('numbers are big-endian: the whole of eight bytes, or as few as it takes', (t) => {
  for (const value of [0, 1, 255, 256, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 48 + 5, Number.MAX_SAFE_INTEGER]) {
    const expected = Buffer.alloc(8)
    expected.writeBigUInt64BE(BigInt(value))
    t.strictSame(uint64ToBytes(value), new Uint8Array(expected), `${value}`)
  }
  for (const wrong of [-1, 1.5, 2 ** 53, Number.NaN]) t.throws(() => uint64ToBytes(wrong), `${wrong}`)
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), fc.nat(120), (large, bits) => {
      const value = large >> BigInt(bits)
      const bytes = bigintToBytes(value)
      return bytes[0] !== 0 && bytesToBigint(bytes) === value && BigInt(`0x0${Buffer.from(bytes).toString('hex')}`) === value
    }),
  )
  t.equal(bytesToBigint(Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 0)), 256n)
  t.throws(() => bigintToBytes(-1n))
  t.end()
})

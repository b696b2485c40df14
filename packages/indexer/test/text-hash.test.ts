import { test } from 'tap'
import { TextHash } from '../src/text-hash.ts'

/** `vectors_hsip32` of the authors' vectors.h: of the first n bytes 00 01 02 …, with the key 00 … 07. */
const VECTORS = `
  a9359f5b 27475ab8 fa62a603 8afee704 2a6e4689 c5fab669 5863fc23 8bcf63c5 d0b8848f f806e779 94b07934 08083050
  57f0872f 77e663ff d6fff87c 74fe2b97 d9b5ac84 c474645b 465b8d9b 7befe387 e34d1045 613f62b3 70f367fe e6adb8bd
  27400c63 26787875 4f567b5f 3ab0e669 b0644000 ff670fb4 509e338b 5d589f1a fee72112 33753259 6a434f8c fe28b729
  e75cc6ec 697e8d54 63688b0f 650b62b4 b6bc1840 5d074505 2442fd2e 7bb7863a 7705d548 d75208b1 b6d499c8 0892202e
  69e12ce3 8db580e5 369764c6 016e0204 3b85f3d4 fedb66be 1e692a3a c68984c0 a5c5b940 9be9e88c 7dbc8140 7c078ec5
  d4e76c73 428fcbb9 bd83997a 59ea4a74`
  .trim()
  .split(/\s+/)

const KEY = Uint8Array.from({ length: 8 }, (_, index) => index)
const TEXT = Uint8Array.from({ length: 70_000 }, (_, index) => index)

function hexOf(hash: number): string {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(hash)
  return bytes.toString('hex')
}

test('it is HalfSipHash-2-4', (t) => {
  t.equal(VECTORS.length, 64)
  const hash = new TextHash(KEY)
  for (const [length, expected] of VECTORS.entries()) t.equal(hexOf(hash.begin().bytes(TEXT, 0, length).end()), expected, `${length} bytes`)
  t.end()
})

test('it takes a text in parts, and one of any length', (t) => {
  const hash = new TextHash(KEY)
  t.equal(hexOf(hash.begin().byte(0).bytes(TEXT, 1, 5).byte(5).bytes(TEXT, 6, 10).end()), VECTORS[10])
  for (const length of [4_095, 4_096, 4_097, 70_000]) {
    const whole = hash.begin().bytes(TEXT, 0, length).end()
    t.equal(
      new TextHash(KEY)
        .begin()
        .bytes(TEXT, 0, 3)
        .bytes(TEXT, 3, length - 1)
        .byte(TEXT[length - 1] as number)
        .end(),
      whole,
      `${length}`,
    )
    t.not(
      hash
        .begin()
        .bytes(TEXT, 0, length - 1)
        .end(),
      whole,
    )
  }
  t.equal(hexOf(hash.begin().bytes(TEXT, 0, 9).end()), VECTORS[9], 'and a short one afterwards')
  t.end()
})

test('another key is another hash', (t) => {
  t.not(new TextHash(KEY.map((byte) => byte + 1)).begin().end(), new TextHash(KEY).begin().end())
  t.end()
})

import { compareBytes, createPrng, InvariantError } from '@hanse/primitives'
import { prefixRange } from '@hanse/storage'
import { test } from 'tap'

test('a prefix range holds exactly the keys with the prefix', async (t) => {
  const prng = createPrng(1)
  for (let round = 0; round < 2000; round++) {
    const prefix = prng.bytes(1 + prng.below(3)).map((byte) => (byte % 2 === 0 ? 255 : byte % 4))
    if (prefix.every((byte) => byte === 255)) continue
    const key = prng.bytes(prng.below(5)).map((byte) => (byte % 2 === 0 ? 255 : byte % 4))
    const { from, to } = prefixRange(prefix)
    const isInside = compareBytes(key, from) >= 0 && compareBytes(key, to) < 0
    const hasPrefix = prefix.every((byte, index) => key[index] === byte)
    if (isInside !== hasPrefix) t.fail(`prefix ${prefix}, key ${key}`)
  }
  t.pass('2000 pairs')
})

test('a prefix without an upper bound is a broken invariant', async (t) => {
  t.throws(() => prefixRange(Uint8Array.of(255, 255)), InvariantError)
  t.throws(() => prefixRange(new Uint8Array(0)), InvariantError)
})

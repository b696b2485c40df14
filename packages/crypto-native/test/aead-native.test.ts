import { createCipheriv } from 'node:crypto'
import { aeadNative } from '@hanse/crypto-native'
import { test } from 'tap'

const key = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)
const nonce = Uint8Array.from({ length: 12 }, (_, index) => index)

/** As OpenSSL has it. */
function sealedByNode(plaintext: Uint8Array, additional: Uint8Array): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  cipher.setAAD(additional, { plaintextLength: plaintext.length })
  return Uint8Array.from(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]))
}

const SIZES_BYTES = [0, 1, 15, 16, 17, 63, 64, 65, 1_199, 1_200, 65_519]

test('what is sealed is what OpenSSL seals, and opens, in another array and in place', async (t) => {
  for (const size of SIZES_BYTES) {
    for (const additionalSize of [0, 12, 32]) {
      const plaintext = Uint8Array.from({ length: size }, (_, index) => (index * 7) & 0xff)
      const additional = Uint8Array.from({ length: additionalSize }, (_, index) => index)
      const sealed = aeadNative.seal(plaintext, nonce, additional, key)
      t.same(sealed, sealedByNode(plaintext, additional), `${size} bytes, ${additionalSize} beside them`)
      const opened = new Uint8Array(size)
      aeadNative.open(sealed, nonce, additional, key, opened)
      t.same(opened, plaintext)
      aeadNative.open(sealed, nonce, additional, key, sealed.subarray(0, size))
      t.same(sealed.subarray(0, size), plaintext)
    }
  }
})

test('a bit changed anywhere, or in what stands beside it, does not open', async (t) => {
  const additional = Uint8Array.of(1, 2, 3)
  const sealed = aeadNative.seal(new Uint8Array(20), nonce, additional, key)
  const into = new Uint8Array(20)
  for (let index = 0; index < sealed.length; index++) {
    const changed = sealed.map((byte, at) => (at === index ? byte ^ 1 : byte))
    t.throws(() => aeadNative.open(changed, nonce, additional, key, into))
  }
  t.throws(() => aeadNative.open(sealed, nonce, Uint8Array.of(1, 2, 4), key, into))
  t.throws(() => aeadNative.open(sealed, nonce, new Uint8Array(), key, into))
  t.throws(() => aeadNative.open(new Uint8Array(15), nonce, additional, key, into), 'less than a tag')
})

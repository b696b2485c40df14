import { createKeyPair } from '@hanse/crypto'
import { createSigner } from '@hanse/crypto-native'
import fc from 'fast-check'
import { test } from 'tap'

test('signs what the JavaScript key pair signs, whatever becomes of the seed', (t) => {
  const property = fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 100 }), (seed, message) => {
    const pair = createKeyPair(seed)
    const signer = createSigner(seed)
    seed.fill(0)
    return Buffer.from(signer.publicKey).equals(pair.publicKey) && Buffer.from(signer.sign(message)).equals(pair.sign(message))
  })
  const details = fc.check(property, { numRuns: 50 })
  t.notOk(details.failed, fc.defaultReportMessage(details) ?? 'equal signatures')
  t.throws(() => createSigner(new Uint8Array(31)), { name: 'InvariantError' })
  t.end()
})

test('RFC 8032 §7.1', (t) => {
  const rows: readonly (readonly [seed: string, publicKey: string, message: string, signature: string])[] = [
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ]
  for (const [seed, publicKey, message, signature] of rows) {
    const signer = createSigner(Buffer.from(seed, 'hex'))
    t.equal(Buffer.from(signer.publicKey).toString('hex'), publicKey)
    t.equal(Buffer.from(signer.sign(Buffer.from(message, 'hex'))).toString('hex'), signature)
  }
  t.end()
})

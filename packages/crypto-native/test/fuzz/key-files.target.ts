import { utf8ToBytes } from '@hanse/primitives'
import { encodeKeystore, type KeystoreFile, parseKeystore } from '../../src/keystore-format.ts'

const plain: KeystoreFile = {
  format: 'hanse-key',
  version: 1,
  purpose: 'consensus',
  algorithm: 'ed25519',
  publicKey: `0x${'11'.repeat(32)}`,
  protection: { type: 'none', warning: 'not encrypted', seed: `0x${'22'.repeat(32)}` },
} as unknown as KeystoreFile
const encrypted = {
  ...plain,
  protection: {
    type: 'scrypt-aes-256-gcm',
    n: 32_768,
    r: 8,
    p: 1,
    salt: `0x${'33'.repeat(32)}`,
    nonce: `0x${'44'.repeat(12)}`,
    ciphertext: `0x${'55'.repeat(32)}`,
    tag: `0x${'66'.repeat(16)}`,
  },
} as unknown as KeystoreFile

export const target = {
  name: 'key-files',
  promise: 'a key file is read whole and writes back as itself, or is refused before a password costs anything; nothing throws',
  shape: 'text',
  seeds: () => [plain, encrypted].map((file) => ({ label: 'key-file', bytes: utf8ToBytes(encodeKeystore(file)) })),
  check: ({ bytes }: { readonly bytes: Uint8Array }): string => {
    const file = parseKeystore(Buffer.from(bytes).toString('utf8'))
    if (!file.ok) return `${file.error.code} ${file.error.path ?? ''}`
    const again = parseKeystore(encodeKeystore(file.value))
    if (!again.ok || encodeKeystore(again.value) !== encodeKeystore(file.value)) throw new Error('it writes back as another file')
    return `accepted ${file.value.protection.type}`
  },
}

import { ED25519_SEED_SIZE_BYTES } from '@hanse/crypto'
import { assert, err, type Hex, ok, type Result, reject } from '@hanse/primitives'
import {
  canonicalJsonBytes,
  choice,
  ED25519_PUBLIC_KEY_SIZE_BYTES,
  type FieldValue,
  fixedHex,
  object,
  parseField,
  text,
  uint,
  unionField,
} from '@hanse/protocol'

/** The keystore file: JSON, one key a file. docs/operating.md tells an operator what the members mean. */

export const KEYSTORE_FORMAT = 'hanse-key'
export const KEYSTORE_VERSION = 1
/** A keystore file is a few hundred bytes. */
export const KEYSTORE_BYTES_MAX = 16 * 1024
export const SALT_SIZE_BYTES = 32
export const NONCE_SIZE_BYTES = 12
export const TAG_SIZE_BYTES = 16

/** Bounds on what a file may ask of this machine: 128 · n · r bytes and time in proportion to n · r · p. */
export const SCRYPT_BOUNDS = { n: 2 ** 20, r: 16, p: 4, memoryBytes: 512 * 1024 * 1024 } as const

/** Written into the file, for whoever opens it in an editor. */
export const UNENCRYPTED_WARNING = 'NOT ENCRYPTED. For development networks only: whoever reads this file can sign with the key.'

const passwordProtection = object({
  n: uint({ min: 2, max: SCRYPT_BOUNDS.n }),
  r: uint({ min: 1, max: SCRYPT_BOUNDS.r }),
  p: uint({ min: 1, max: SCRYPT_BOUNDS.p }),
  salt: fixedHex<Hex>(SALT_SIZE_BYTES),
  nonce: fixedHex<Hex>(NONCE_SIZE_BYTES),
  ciphertext: fixedHex<Hex>(ED25519_SEED_SIZE_BYTES),
  tag: fixedHex<Hex>(TAG_SIZE_BYTES),
})

const noProtection = object({ warning: text({ max: 200 }), seed: fixedHex<Hex>(ED25519_SEED_SIZE_BYTES) })

export const keystoreField = object({
  format: choice(KEYSTORE_FORMAT),
  version: uint({ min: KEYSTORE_VERSION, max: KEYSTORE_VERSION }),
  /** One key serves one purpose. `node` is the network identity. */
  purpose: choice('consensus', 'node', 'account'),
  algorithm: choice('ed25519'),
  publicKey: fixedHex<Hex>(ED25519_PUBLIC_KEY_SIZE_BYTES),
  protection: unionField({ 'scrypt-aes-256-gcm': passwordProtection, none: noProtection }),
})
export type KeystoreFile = FieldValue<typeof keystoreField>
export type KeyPurpose = KeystoreFile['purpose']
export type PasswordProtection = Extract<KeystoreFile['protection'], { readonly type: 'scrypt-aes-256-gcm' }>

export function encodeKeystore(file: KeystoreFile): string {
  return `${JSON.stringify(keystoreField.toJson(file), undefined, 2)}\n`
}

export function parseKeystore(content: string): Result<KeystoreFile> {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    return err(reject('keys/malformed', 'the file is not JSON'))
  }
  const file = parseField(keystoreField, json)
  if (!file.ok) return err({ ...file.error, code: 'keys/malformed' })
  const { protection } = file.value
  if (protection.type === 'none') return file
  const { n, r } = protection
  if ((n & (n - 1)) !== 0) return err(reject('keys/malformed', 'n is a power of two', { path: 'protection.n' }))
  if (128 * n * r > SCRYPT_BOUNDS.memoryBytes)
    return err(reject('keys/malformed', 'n and r ask for too much memory', { path: 'protection.n' }))
  return ok(file.value)
}

/** What the encryption authenticates beside the seed: a file whose label was changed does not open. */
export function authenticatedBytes(file: Pick<KeystoreFile, 'purpose' | 'publicKey'>): Uint8Array {
  const { purpose, publicKey } = file
  const bytes = canonicalJsonBytes({ format: KEYSTORE_FORMAT, version: KEYSTORE_VERSION, purpose, algorithm: 'ed25519', publicKey })
  assert(bytes.ok, 'plain texts have a canonical form')
  return bytes.value
}

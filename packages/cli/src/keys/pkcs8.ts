import { createPrivateKey, type KeyObject } from 'node:crypto'
import { ED25519_SEED_SIZE_BYTES } from '@hanse/crypto'
import { concatBytes, err, hexToBytes, ok, type Result, reject } from '@hanse/primitives'

/** RFC 8410 §7: everything of an Ed25519 private key in PKCS#8 that is not its seed. */
const PREFIX = hexToBytes('0x302e020100300506032b657004220420')
const LABEL = /-----BEGIN (ENCRYPTED )?PRIVATE KEY-----/

/** The seed as PKCS#8, PEM: what other programs read as an Ed25519 key. */
export function seedToPem(seed: Uint8Array): string {
  const der = Buffer.from(concatBytes(PREFIX, seed))
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  der.fill(0)
  return key.export({ format: 'pem', type: 'pkcs8' }).toString()
}

export function isPem(text: string): boolean {
  return text.includes('-----BEGIN ')
}

export function isEncryptedPem(text: string): boolean {
  return LABEL.exec(text)?.[1] !== undefined
}

/** The seed of an Ed25519 key in PKCS#8, PEM. Codes `keys/bad-pem`, `keys/wrong-password`. */
export function pemToSeed(pem: string, password?: string): Result<Uint8Array> {
  let key: KeyObject
  try {
    key = createPrivateKey({ key: pem, format: 'pem', ...(password === undefined ? {} : { passphrase: password }) })
  } catch {
    const hint = 'PKCS#8 begins with BEGIN PRIVATE KEY or BEGIN ENCRYPTED PRIVATE KEY: openssl pkcs8 -topk8 makes it of other forms.'
    return password === undefined
      ? err(reject('keys/bad-pem', 'the file holds no private key that can be read', { hint }))
      : err(reject('keys/wrong-password', 'the password does not open the PEM file, or it is damaged'))
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    const hint = 'Accounts have Ed25519 keys: hanse keys new NAME makes one, so does openssl genpkey -algorithm ed25519.'
    return err(reject('keys/bad-pem', `the file holds a key of type ${key.asymmetricKeyType}`, { hint }))
  }
  const der = key.export({ format: 'der', type: 'pkcs8' })
  const seed = new Uint8Array(der.subarray(PREFIX.length, PREFIX.length + ED25519_SEED_SIZE_BYTES))
  der.fill(0)
  return ok(seed)
}

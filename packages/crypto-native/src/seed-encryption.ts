import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { bytesToHex, hexToBytes } from '@hanse/primitives'
import { NONCE_SIZE_BYTES, type PasswordProtection, SALT_SIZE_BYTES, SCRYPT_BOUNDS, TAG_SIZE_BYTES } from './keystore-format.ts'

const CIPHER = 'aes-256-gcm'
const CIPHER_KEY_SIZE_BYTES = 32
/** 128 MiB and a third of a second on a server core: OWASP's first choice for scrypt. */
const SCRYPT_COST = { n: 2 ** 17, r: 8, p: 1 } as const

type ScryptCost = Pick<PasswordProtection, 'n' | 'r' | 'p'>

function deriveKey(password: string, salt: Uint8Array, { n, r, p }: ScryptCost): Promise<Buffer> {
  // The same password typed on another keyboard may come in another normal form.
  const normalized = Buffer.from(password.normalize('NFC'), 'utf8')
  return new Promise((resolve, reject) => {
    scrypt(normalized, salt, CIPHER_KEY_SIZE_BYTES, { N: n, r, p, maxmem: 2 * SCRYPT_BOUNDS.memoryBytes }, (error, key) => {
      normalized.fill(0)
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

export async function encryptSeed(seed: Uint8Array, password: string, authenticated: Uint8Array): Promise<PasswordProtection> {
  const salt = randomBytes(SALT_SIZE_BYTES)
  const nonce = randomBytes(NONCE_SIZE_BYTES)
  const key = await deriveKey(password, salt, SCRYPT_COST)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_SIZE_BYTES }).setAAD(authenticated)
  const ciphertext = Buffer.concat([cipher.update(seed), cipher.final()])
  key.fill(0)
  return {
    type: 'scrypt-aes-256-gcm',
    ...SCRYPT_COST,
    salt: bytesToHex(salt),
    nonce: bytesToHex(nonce),
    ciphertext: bytesToHex(ciphertext),
    tag: bytesToHex(cipher.getAuthTag()),
  }
}

/** Undefined when the password is not the one, or anything authenticated was changed. */
export async function decryptSeed(
  protection: PasswordProtection,
  password: string,
  authenticated: Uint8Array,
): Promise<Uint8Array | undefined> {
  const key = await deriveKey(password, hexToBytes(protection.salt), protection)
  const decipher = createDecipheriv(CIPHER, key, hexToBytes(protection.nonce), { authTagLength: TAG_SIZE_BYTES })
    .setAAD(authenticated)
    .setAuthTag(hexToBytes(protection.tag))
  const opened = decipher.update(hexToBytes(protection.ciphertext))
  key.fill(0)
  try {
    decipher.final()
  } catch {
    opened.fill(0)
    return undefined
  }
  const seed = Uint8Array.from(opened)
  opened.fill(0)
  return seed
}

import { assert, bytesToHex, err, hexToBytes, ok, type Result, reject } from '@hanse/primitives'
import {
  authenticatedBytes,
  encodeKeystore,
  KEYSTORE_BYTES_MAX,
  KEYSTORE_FORMAT,
  KEYSTORE_VERSION,
  type KeyPurpose,
  type KeystoreFile,
  parseKeystore,
  UNENCRYPTED_WARNING,
} from './keystore-format.ts'
import { createPrivateFile, readPrivateFile, replacePrivateFile } from './private-file.ts'
import { decryptSeed, encryptSeed } from './seed-encryption.ts'
import { createSigner } from './signer.ts'

/** UTF-16 code units. */
export const PASSWORD_LENGTH_MIN = 8
export const PASSWORD_LENGTH_MAX = 1_024

/** What a key file says without its password. */
export interface KeystoreInfo {
  readonly path: string
  readonly purpose: KeyPurpose
  readonly publicKey: Uint8Array
  /** False for the form that is for development networks only. */
  readonly encrypted: boolean
}

export interface OpenKey extends KeystoreInfo {
  /** Whoever is done with it overwrites it: `seed.fill(0)`. */
  readonly seed: Uint8Array
}

/** What keeps others from using a key file that they got hold of. */
export type KeyProtection = { readonly password: string } | { readonly unencrypted: true }

export type CreateKeystoreOptions = {
  readonly path: string
  readonly purpose: KeyPurpose
  /** 32 unpredictable bytes. */
  readonly seed: Uint8Array
} & KeyProtection

function infoOf(path: string, file: KeystoreFile): KeystoreInfo {
  return { path, purpose: file.purpose, publicKey: hexToBytes(file.publicKey), encrypted: file.protection.type !== 'none' }
}

/** The file of a key. Code `keys/bad-password`. */
async function keystoreFile(purpose: KeyPurpose, seed: Uint8Array, protection: KeyProtection): Promise<Result<KeystoreFile>> {
  const label = { purpose, publicKey: bytesToHex(createSigner(seed).publicKey) }
  const file = { format: KEYSTORE_FORMAT, version: KEYSTORE_VERSION, ...label, algorithm: 'ed25519' } as const
  if (!('password' in protection)) {
    return ok({ ...file, protection: { type: 'none', warning: UNENCRYPTED_WARNING, seed: bytesToHex(seed) } })
  }
  const { password } = protection
  if (password.length < PASSWORD_LENGTH_MIN || password.length > PASSWORD_LENGTH_MAX) {
    return err(reject('keys/bad-password', `a password has ${PASSWORD_LENGTH_MIN} to ${PASSWORD_LENGTH_MAX} characters`))
  }
  return ok({ ...file, protection: await encryptSeed(seed, password, authenticatedBytes(label)) })
}

/**
 * Writes a new key file, mode 0600. Never overwrites one. Codes `keys/bad-password` (too short or too long), `keys/exists`, `keys/io`.
 */
export async function createKeystore(options: CreateKeystoreOptions): Promise<Result<KeystoreInfo>> {
  const file = await keystoreFile(options.purpose, options.seed, options)
  if (!file.ok) return file
  const written = await createPrivateFile(options.path, encodeKeystore(file.value))
  return written.ok ? ok(infoOf(options.path, file.value)) : written
}

async function readKeystoreFile(path: string): Promise<Result<KeystoreFile>> {
  const content = await readPrivateFile(path, KEYSTORE_BYTES_MAX)
  if (!content.ok) return content
  const file = parseKeystore(content.value)
  return file.ok ? file : err({ ...file.error, message: `${path}: ${file.error.message}` })
}

/** Purpose and public key, for lists. Codes `keys/not-found`, `keys/permissions`, `keys/malformed`, `keys/io`. */
export async function readKeystoreInfo(path: string): Promise<Result<KeystoreInfo>> {
  const file = await readKeystoreFile(path)
  return file.ok ? ok(infoOf(path, file.value)) : file
}

async function seedOf(file: KeystoreFile, path: string, password: string | undefined): Promise<Result<Uint8Array>> {
  if (file.protection.type === 'none') return ok(hexToBytes(file.protection.seed))
  if (password === undefined) return err(reject('keys/password-required', `${path} is encrypted`, { hint: 'Give its password.' }))
  const seed = await decryptSeed(file.protection, password, authenticatedBytes(file))
  if (seed !== undefined) return ok(seed)
  const hint = 'Give the password that the file was made with. Nothing else opens it.'
  return err(reject('keys/wrong-password', `the password does not open ${path}, or the file was changed`, { hint }))
}

/**
 * Opens a key file. Refuses one that others can read (`keys/permissions`), and one whose purpose is not `purpose` where that is
 * given (`keys/wrong-purpose`): a consensus key must not sign anything else. Further codes: `keys/not-found`, `keys/malformed`,
 * `keys/password-required`, `keys/wrong-password`, `keys/io`.
 */
export async function openKeystore(options: {
  readonly path: string
  readonly password?: string
  readonly purpose?: KeyPurpose
}): Promise<Result<OpenKey>> {
  const { path, password, purpose } = options
  const file = await readKeystoreFile(path)
  if (!file.ok) return file
  if (purpose !== undefined && file.value.purpose !== purpose) {
    const hint = 'Name the key file that was made for it.'
    return err(reject('keys/wrong-purpose', `${path} is a key for ${file.value.purpose}, not for ${purpose}`, { hint }))
  }
  const seed = await seedOf(file.value, path, password)
  if (!seed.ok) return seed
  if (bytesToHex(createSigner(seed.value).publicKey) !== file.value.publicKey) {
    seed.value.fill(0)
    return err(reject('keys/malformed', `${path}: the seed is not that of the public key`))
  }
  return ok({ ...infoOf(path, file.value), seed: seed.value })
}

/**
 * Gives a key file another protection: `password` opens it, `protection` is the new one. The key stays the same, and the file is the old or
 * the new one at every moment: the new one opened before it took the old one's place. Codes: as `openKeystore` and `createKeystore`.
 */
export async function protectKeystore(options: {
  readonly path: string
  readonly password?: string
  readonly protection: KeyProtection
}): Promise<Result<KeystoreInfo>> {
  const { path, protection } = options
  const opened = await openKeystore(options)
  if (!opened.ok) return opened
  const { purpose, seed } = opened.value
  const file = await keystoreFile(purpose, seed, protection)
  if (!file.ok) {
    seed.fill(0)
    return file
  }
  const again = await seedOf(file.value, path, 'password' in protection ? protection.password : undefined)
  assert(again.ok && Buffer.compare(again.value, seed) === 0, 'a key file opens with the password that it was just made with')
  again.value.fill(0)
  seed.fill(0)
  const written = await replacePrivateFile(path, encodeKeystore(file.value))
  return written.ok ? ok(infoOf(path, file.value)) : written
}

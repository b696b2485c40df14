import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  createKeystore,
  createSigner,
  type KeyProtection,
  type KeystoreInfo,
  openKeystore,
  protectKeystore,
  readKeystoreInfo,
} from '@hanse/crypto-native'
import type { Signer } from '@hanse/ports'
import { type Address, type Result, reject } from '@hanse/primitives'
import { CliError, orThrow } from '../cli-error.ts'
import { addressOf } from './key-address.ts'
import { askPassword, PASSWORD_WAY, type PasswordOptions, type PasswordWay, passwordHint } from './password.ts'

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/
/** Names of a node's own keys, in the same folder. */
const RESERVED: ReadonlySet<string> = new Set(['consensus', 'identity'])
const EXTENSION = '.json'

export function keyFolder(home: string): string {
  return join(home, 'keys')
}

export function isKeyName(text: string): boolean {
  return NAME.test(text)
}

/** Where the key of a name is kept. @throws CliError for a name that no account key can have */
export function keyPath(home: string, name: string): string {
  if (isKeyName(name) && !RESERVED.has(name)) return join(keyFolder(home), `${name}${EXTENSION}`)
  const hint = 'Names are lower-case letters, digits and hyphens; consensus and identity are the node’s own.'
  throw new CliError(reject('keys/bad-name', `no account key can be called ${name.slice(0, 80)}`, { hint }))
}

/** Where the key file of a reference is: a name in the home, the node's own two with them, or a path. */
export function keyFilePath(home: string, reference: string): string {
  return isKeyName(reference) ? join(keyFolder(home), `${reference}${EXTENSION}`) : reference
}

export async function createAccountKey(home: string, name: string, seed: Uint8Array, protection: KeyProtection): Promise<KeystoreInfo> {
  return orThrow(await createKeystore({ path: keyPath(home, name), purpose: 'account', seed, ...protection }))
}

export interface ListedKey {
  readonly name: string
  readonly info: Result<KeystoreInfo>
}

/** Every key file of a home by its name, the damaged ones too. */
export async function listKeys(home: string): Promise<readonly ListedKey[]> {
  const folder = keyFolder(home)
  const files = await readdir(folder).catch(() => [])
  const keys = files.filter((file) => file.endsWith(EXTENSION)).sort()
  return await Promise.all(
    keys.map(async (file) => ({ name: basename(file, EXTENSION), info: await readKeystoreInfo(join(folder, file)) })),
  )
}

/** Opens an account key; asks for its password when it has one. The caller overwrites the seed. */
export async function openAccountKey(
  path: string,
  options: PasswordOptions,
  way: PasswordWay = PASSWORD_WAY,
): Promise<{ readonly seed: Uint8Array; readonly publicKey: Uint8Array }> {
  const info = orThrow(await readKeystoreInfo(path))
  const password = info.encrypted ? await askPassword(path, options, way) : undefined
  return openedOrThrow(await openKeystore({ path, purpose: 'account', ...(password === undefined ? {} : { password }) }), way)
}

/** Gives a key file of any purpose another protection, which is asked for once the file has opened. */
export async function protectKey(
  path: string,
  options: PasswordOptions,
  choose: (info: KeystoreInfo) => Promise<KeyProtection>,
): Promise<{ readonly before: KeystoreInfo; readonly after: KeystoreInfo }> {
  const before = orThrow(await readKeystoreInfo(path))
  const opening = { path, ...(before.encrypted ? { password: await askPassword(path, options) } : {}) }
  const { seed } = openedOrThrow(await openKeystore(opening))
  seed.fill(0)
  const protection = await choose(before)
  return { before, after: openedOrThrow(await protectKeystore({ ...opening, protection })) }
}

function openedOrThrow<T>(opened: Result<T>, way: PasswordWay = PASSWORD_WAY): T {
  if (opened.ok || opened.error.code !== 'keys/wrong-password') return orThrow(opened)
  throw new CliError({ ...opened.error, hint: passwordHint(way) })
}

export interface AccountSigner extends Signer {
  readonly address: Address
}

/** Signs with a key of this machine. Its secret stays in memory that is not swapped out. */
export async function openSigner(path: string, options: PasswordOptions): Promise<AccountSigner> {
  const { seed } = await openAccountKey(path, options)
  const signer = createSigner(seed)
  seed.fill(0)
  return { ...signer, address: addressOf(signer) }
}

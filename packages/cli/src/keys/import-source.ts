import { hexToBytesOrUndefined, reject } from '@hanse/primitives'
import { CliError, orThrow } from '../cli-error.ts'
import { isJsonObject, parseJsonText, readInput } from '../json.ts'
import { promptSecret } from '../terminal/prompt.ts'
import { openAccountKey } from './key-store.ts'
import { askPassword, type PasswordOptions, SOURCE_PASSWORD_WAY } from './password.ts'
import { isEncryptedPem, isPem, pemToSeed } from './pkcs8.ts'

const SEED_SIZE_BYTES = 32

/** Where a key comes from; the password is that of the file. */
export interface ImportSource extends PasswordOptions {
  /** `-` is standard input, and so is none; at a terminal a seed is asked for instead. */
  readonly file?: string
}

/** The seed that a file, standard input or a person at a terminal gives. The caller overwrites it. */
export async function seedFromSource(source: ImportSource): Promise<Uint8Array> {
  const { file = '-' } = source
  if (file === '-' && process.stdin.isTTY === true) {
    return seedFromHex((await promptSecret('Seed of the key, 64 hexadecimal digits (not shown): ')) ?? '')
  }
  const text = (await readInput(file)).trim()
  if (isPem(text)) {
    const password = isEncryptedPem(text) ? await askPassword(file, source, SOURCE_PASSWORD_WAY) : undefined
    return orThrow(pemToSeed(text, password))
  }
  return isKeyFile(text) ? await seedFromKeyFile(file, source) : seedFromHex(text)
}

function seedFromHex(text: string): Uint8Array {
  const digits = text.trim().toLowerCase()
  const seed = hexToBytesOrUndefined(digits.startsWith('0x') ? digits : `0x${digits}`)
  if (seed?.length === SEED_SIZE_BYTES) return seed
  const hint = `A seed is ${2 * SEED_SIZE_BYTES} hexadecimal digits, with or without 0x; a key file and PKCS#8 in PEM will do too.`
  throw new CliError(reject('keys/bad-seed', 'that is no seed', { hint }))
}

function isKeyFile(text: string): boolean {
  const json = parseJsonText(text)
  return json.ok && isJsonObject(json.value)
}

async function seedFromKeyFile(file: string, source: ImportSource): Promise<Uint8Array> {
  if (file === '-') throw new CliError(reject('keys/bad-seed', 'a key file is not read from standard input', { hint: '--file FILE' }))
  return (await openAccountKey(file, source, SOURCE_PASSWORD_WAY)).seed
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CONFIG_FILE } from '../config-file.ts'
import { namedPath } from '../configuration/named-path.ts'
import { rpcKeyOf } from '../rpc-key.ts'

/** Shorter texts would be found everywhere; no password of ours is. */
const SECRET_LENGTH_MIN = 6
const KEY_FILES_MAX = 1_000
/** Stands where a secret stood. */
const REDACTED = '[redacted]'

/** Replaces every secret that is known in a text, also where JSON has escaped it, and every bearer token. */
export type Redact = (text: string) => string

export function redactorOf(secrets: readonly string[]): Redact {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  const searched = new Set(forms.filter(({ length }) => length >= SECRET_LENGTH_MIN))
  // The longest first: one may begin with another.
  const ordered = [...searched].sort((left, right) => right.length - left.length)
  return (text) =>
    ordered
      .reduce((redacted, secret) => redacted.replaceAll(secret, REDACTED), text)
      .replace(/(bearer\s+)[\x21-\x7e]{8,}/gi, `$1${REDACTED}`)
}

/** Every secret of a home that can be read: passwords, seeds of keys that are not encrypted, TLS key, tokens, keys of the RPC and their hashes. */
export async function secretsOf(home: string): Promise<readonly string[]> {
  const rpcKey = rpcKeyOf()
  const environment = [process.env['HANSE_PASSWORD'], rpcKey].flatMap((secret) => secret ?? [])
  const own = rpcKey === undefined ? [] : [createHash('sha256').update(rpcKey).digest('hex')]
  const named = async (setting: string, otherwise?: string): Promise<string> =>
    await textOf((await namedPath(home, setting)) ?? (otherwise === undefined ? undefined : join(home, otherwise)))
  const [config, password, tlsKey, adminToken, apiKeys, seeds] = await Promise.all([
    textOf(join(home, CONFIG_FILE)),
    named('keys.passwordFile'),
    named('rpc.tlsKey'),
    named('admin.tokenFile', 'admin-token'),
    named('admin.keysFile', 'api-keys.json'),
    seedsIn(join(home, 'keys')),
  ])
  // Of PEM line by line: that is how a part of it would be quoted.
  const pem = linesOf(tlsKey).filter((line) => !line.startsWith('-----'))
  return [...environment, ...own, ...hashesOf(config), ...linesOf(password), ...pem, ...linesOf(adminToken), ...hashesOf(apiKeys), ...seeds]
}

/** Empty where there is no such file. */
async function textOf(path: string | undefined): Promise<string> {
  return path === undefined ? '' : await readFile(path, 'utf8').catch(() => '')
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '')
}

function hashesOf(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:0x)?([0-9a-fA-F]{64})\b/g)].map(([, hash]) => hash as string)
}

/** Of every key file that is not encrypted, the operators' too. */
async function seedsIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).slice(0, KEY_FILES_MAX)
  const texts = await Promise.all(names.map(async (name) => await textOf(join(folder, name))))
  const pattern = /"(?:seed|ciphertext)"\s*:\s*"(?:0x)?([0-9a-fA-F]{64})"/g
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, seed]) => seed as string))
}

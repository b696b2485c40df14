import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openKeystore } from '@hanse/crypto-native'
import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import { type Chain, parseGenesis } from '@hanse/protocol'
import type { InstalledModule } from '@hanse/state'
import { type NodeConfig, readNodeConfig } from './config.ts'
import { CONFIG_FILE } from './config-file.ts'
import { loadModules } from './own-modules/load-module.ts'

/** A node's folder, read: everything that `startNode` needs. */
export interface NodeHome {
  /** The folder. */
  readonly home: string
  readonly config: NodeConfig
  readonly chain: Chain
  readonly identitySeed: Uint8Array
  readonly consensusSeed?: Uint8Array
  /** Those that the configuration names, loaded. */
  readonly modules: readonly InstalledModule[]
}

/** Where a password comes from when neither a file nor HANSE_PASSWORD gives one. Undefined: nobody can be asked. */
export type AskPassword = (prompt: string) => Promise<string | undefined>

/** `genesis/not-found`, and what `parseGenesis` refuses. */
export async function readGenesis(path: string): Promise<Result<Chain>> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch {
    return err(
      reject('genesis/not-found', `cannot read ${path}`, {
        hint: '`hanse genesis create` makes one; every node of a chain has the same file.',
      }),
    )
  }
  return parseGenesis(new Uint8Array(bytes))
}

/** Where the password of the keys comes from: the file, HANSE_PASSWORD, or whoever can be asked. */
export async function passwordOf({ keys }: NodeConfig, ask: AskPassword): Promise<Result<string | undefined>> {
  const { passwordFile } = keys
  if (passwordFile === undefined) return ok(process.env['HANSE_PASSWORD'] ?? (await ask('Password of the node keys: ')))
  try {
    return ok((await readFile(passwordFile, 'utf8')).split(/\r?\n/, 1)[0])
  } catch {
    return err(
      reject('keys/password-file', `cannot read ${passwordFile}`, { hint: 'keys.passwordFile names it.', path: 'keys.passwordFile' }),
    )
  }
}

const PASSWORD_HINT = 'Put it in the file that keys.passwordFile names, in HANSE_PASSWORD, or type it at a terminal.'
/** What to do about a key of a node: a key file knows neither where its password comes from nor who makes it. */
const KEY_HINTS: Readonly<Record<string, string>> = {
  'keys/not-found': 'Restore it, or mend the path in the configuration. `hanse node init` makes the keys of a new home.',
  'keys/password-required': PASSWORD_HINT,
  'keys/wrong-password': PASSWORD_HINT,
}

async function openSeed(
  path: string,
  purpose: 'consensus' | 'node',
  password: () => ReturnType<typeof passwordOf>,
  config: NodeConfig,
): Promise<Result<Uint8Array>> {
  const plain = await openKeystore({ path, purpose })
  if (plain.ok) return ok(plain.value.seed)
  if (plain.error.code !== 'keys/password-required') return hinted(plain.error)
  const given = await password()
  if (!given.ok) return given
  const opened = await openKeystore({ path, purpose, ...(given.value === undefined ? {} : { password: given.value }) })
  if (opened.ok) return ok(opened.value.seed)
  const hint = wrongPasswordHint(config)
  return opened.error.code === 'keys/wrong-password' && hint !== undefined ? err({ ...opened.error, hint }) : hinted(opened.error)
}

/** Undefined where the password was typed. */
export function wrongPasswordHint({ keys: { passwordFile } }: NodeConfig): string | undefined {
  const source = passwordFile ?? (process.env['HANSE_PASSWORD'] === undefined ? undefined : 'HANSE_PASSWORD')
  return source === undefined ? undefined : `Mend ${source}: it does not hold the password of this key.`
}

function hinted(refused: Rejection): Result<never> {
  const hint = KEY_HINTS[refused.code] ?? refused.hint
  return err({ ...refused, ...(hint === undefined ? {} : { hint }) })
}

/** Reads configuration, genesis and keys of a node home. Asks for a password at the most once. */
export async function readNodeHome(home: string, ask: AskPassword): Promise<Result<NodeHome>> {
  const config = await readNodeConfig(join(home, CONFIG_FILE))
  if (!config.ok) return config
  const chain = await readGenesis(config.value.genesis)
  if (!chain.ok) return chain
  const modules = await loadModules(config.value.modules)
  if (!modules.ok) return modules
  let asked: ReturnType<typeof passwordOf> | undefined
  const password = (): ReturnType<typeof passwordOf> => {
    asked ??= passwordOf(config.value, ask)
    return asked
  }
  const identity = await openSeed(config.value.keys.identity, 'node', password, config.value)
  if (!identity.ok) return identity
  const parts = { home, config: config.value, chain: chain.value, identitySeed: identity.value, modules: modules.value }
  if (config.value.keys.consensus === undefined) return ok(parts)
  const consensus = await openSeed(config.value.keys.consensus, 'consensus', password, config.value)
  return consensus.ok ? ok({ ...parts, consensusSeed: consensus.value }) : consensus
}

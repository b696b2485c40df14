import { createSigner, openKeystore, readKeystoreInfo } from '@hanse/crypto-native'
import type { Result } from '@hanse/primitives'
import { HanseError } from './errors.ts'
import type { Signer } from './signer.ts'

export interface OpenSignerOptions {
  /** Of the file, or a function that asks for it: called only when the file is encrypted. */
  readonly password?: string | (() => string | Promise<string>)
}

function required<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new HanseError(result.error)
}

/**
 * A signer from a key file that `hanse keys new` made. The key stays in this process, in memory that is not
 * swapped out.
 * @throws HanseError `keys/not-found`, `keys/permissions`, `keys/malformed`, `keys/wrong-purpose`, `keys/password-required`,
 * `keys/wrong-password`, `keys/io`
 * @example
 * const maker = await openSigner('keys/maker.json', { password: () => readFileSync('/run/secrets/maker', 'utf8').trim() })
 */
export async function openSigner(path: string, { password }: OpenSignerOptions = {}): Promise<Signer> {
  const { encrypted } = required(await readKeystoreInfo(path))
  const given = encrypted && typeof password === 'function' ? await password() : password
  const options = { path, purpose: 'account', ...(typeof given === 'string' ? { password: given } : {}) } as const
  const { seed } = required(await openKeystore(options))
  try {
    return createSigner(seed)
  } finally {
    seed.fill(0)
  }
}

import { readFile } from 'node:fs/promises'
import { PASSWORD_LENGTH_MIN } from '@hanse/crypto-native'
import { reject } from '@hanse/primitives'
import { CliError, usageError } from '../cli-error.ts'
import { promptSecret } from '../terminal/prompt.ts'

export interface PasswordOptions {
  /** The first line of the file is the password. */
  readonly passwordFile?: string
}

export type Protection = { readonly password: string } | { readonly unencrypted: true }

async function givenPassword({ passwordFile }: PasswordOptions): Promise<string | undefined> {
  if (passwordFile !== undefined) return (await readFile(passwordFile, 'utf8')).split(/\r?\n/, 1)[0] ?? ''
  return process.env['HANSE_PASSWORD']
}

/** Where the password of an account key comes from. */
export const PASSWORD_HINT = 'Give --password-file FILE, set HANSE_PASSWORD, or type it at a terminal.'

function nobodyToAsk(): CliError {
  return new CliError(
    reject('keys/password-required', 'a password is needed and there is no terminal to ask for it', { hint: PASSWORD_HINT }),
  )
}

/** How a new key file is to be protected: from a file, HANSE_PASSWORD or a prompt, asked twice. */
export async function chooseProtection(what: string, options: PasswordOptions & { readonly unencrypted?: boolean }): Promise<Protection> {
  if (options.unencrypted === true) {
    if (options.passwordFile !== undefined) throw usageError('--unencrypted and --password-file exclude each other')
    return { unencrypted: true }
  }
  const given = await givenPassword(options)
  if (given !== undefined) return { password: given }
  const first = await promptSecret(`New password of ${what} (at least ${PASSWORD_LENGTH_MIN} characters): `)
  if (first === undefined) throw nobodyToAsk()
  if (first.length < PASSWORD_LENGTH_MIN)
    throw new CliError(reject('keys/bad-password', `a password has at least ${PASSWORD_LENGTH_MIN} characters`))
  const second = await promptSecret('Once more: ')
  if (first !== second) throw new CliError(reject('keys/bad-password', 'the two passwords differ', { hint: 'Run the command again.' }))
  return { password: first }
}

/** The password of an existing key: from a file, HANSE_PASSWORD or a prompt. */
export async function askPassword(what: string, options: PasswordOptions): Promise<string> {
  const password = (await givenPassword(options)) ?? (await promptSecret(`Password of ${what}: `))
  if (password === undefined) throw nobodyToAsk()
  return password
}

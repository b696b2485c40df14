import { readFile } from 'node:fs/promises'
import { type KeyProtection, PASSWORD_LENGTH_MIN } from '@hanse/crypto-native'
import { reject } from '@hanse/primitives'
import { CliError, usageError } from '../cli-error.ts'
import { promptSecret } from '../terminal/prompt.ts'

export interface PasswordOptions {
  /** The first line of the file is the password. */
  readonly passwordFile?: string
}

/** Where a password comes from: an option's file, a variable of the environment, or a prompt; never an argument, which others can read. */
export interface PasswordWay {
  readonly option: string
  readonly variable: string
}

export const PASSWORD_WAY: PasswordWay = { option: '--password-file', variable: 'HANSE_PASSWORD' }
/** For commands that open one file and protect another, or the same anew. */
export const NEW_PASSWORD_WAY: PasswordWay = { option: '--new-password-file', variable: 'HANSE_NEW_PASSWORD' }
export const SOURCE_PASSWORD_WAY: PasswordWay = { option: '--source-password-file', variable: 'HANSE_SOURCE_PASSWORD' }

async function givenPassword(file: string | undefined, { variable }: PasswordWay): Promise<string | undefined> {
  if (file !== undefined) return (await readFile(file, 'utf8')).split(/\r?\n/, 1)[0] ?? ''
  return process.env[variable]
}

export function passwordHint({ option, variable }: PasswordWay): string {
  return `Give ${option} FILE, set ${variable}, or type it at a terminal.`
}

function nobodyToAsk(way: PasswordWay): CliError {
  const message = 'a password is needed and there is no terminal to ask for it'
  return new CliError(reject('keys/password-required', message, { hint: passwordHint(way) }))
}

export interface ProtectionOptions extends PasswordOptions {
  readonly unencrypted?: boolean
}

/** How a new key file is to be protected: from a file, the environment or a prompt, asked twice. */
export async function chooseProtection(what: string, options: ProtectionOptions, way: PasswordWay = PASSWORD_WAY): Promise<KeyProtection> {
  if (options.unencrypted === true) {
    if (options.passwordFile !== undefined) throw usageError(`--unencrypted and ${way.option} exclude each other`)
    return { unencrypted: true }
  }
  const given = await givenPassword(options.passwordFile, way)
  if (given !== undefined) return { password: given }
  const first = await promptSecret(`New password of ${what} (at least ${PASSWORD_LENGTH_MIN} characters): `)
  if (first === undefined) throw nobodyToAsk(way)
  if (first.length < PASSWORD_LENGTH_MIN)
    throw new CliError(reject('keys/bad-password', `a password has at least ${PASSWORD_LENGTH_MIN} characters`))
  const second = await promptSecret('Once more: ')
  if (first !== second) throw new CliError(reject('keys/bad-password', 'the two passwords differ', { hint: 'Run the command again.' }))
  return { password: first }
}

/** The password of what exists: from a file, the environment or a prompt. */
export async function askPassword(what: string, { passwordFile }: PasswordOptions, way: PasswordWay = PASSWORD_WAY): Promise<string> {
  const password = (await givenPassword(passwordFile, way)) ?? (await promptSecret(`Password of ${what}: `))
  if (password === undefined) throw nobodyToAsk(way)
  return password
}

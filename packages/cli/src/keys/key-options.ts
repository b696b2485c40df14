import type { PasswordOptions } from './password.ts'

export const PASSWORD_FILE = [
  '--password-file <file>',
  'file whose first line is the password; else HANSE_PASSWORD, else a prompt',
] as const
export const UNENCRYPTED = ['--unencrypted', 'without a password: for development networks only', false] as const

export interface NewKeyFlags extends PasswordOptions {
  readonly unencrypted: boolean
}

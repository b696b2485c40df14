import type { KeystoreInfo } from '@hanse/crypto-native'
import { usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { PASSWORD_FILE, UNENCRYPTED } from '../keys/key-options.ts'
import { keyFilePath, protectKey } from '../keys/key-store.ts'
import { chooseProtection, NEW_PASSWORD_WAY, type PasswordOptions } from '../keys/password.ts'
import { shownKey } from '../keys/show-key.ts'
import { mark } from '../terminal/output.ts'

interface PasswdFlags extends PasswordOptions {
  readonly newPasswordFile?: string
  readonly unencrypted: boolean
}

export const registerKeysPasswd: Register = (keys, run) => {
  keys
    .command('passwd')
    .argument('<key>', 'a name in HANSE_HOME/keys, consensus and identity too, or the path of a key file')
    .description('change the password of a key file; the key stays the same')
    .option(...PASSWORD_FILE)
    .option('--new-password-file <file>', 'file whose first line is the new password; else HANSE_NEW_PASSWORD, else a prompt')
    .option(...UNENCRYPTED)
    .action(async (key: string, flags: PasswdFlags) => await run(async (context) => await passwd(context, key, flags)))
}

async function passwd({ home, output }: Context, key: string, flags: PasswdFlags): Promise<void> {
  const { unencrypted, newPasswordFile } = flags
  if (unencrypted && newPasswordFile !== undefined) throw usageError('--unencrypted and --new-password-file exclude each other')
  const options = { unencrypted, ...(newPasswordFile === undefined ? {} : { passwordFile: newPasswordFile }) }
  const choose = async (): ReturnType<typeof chooseProtection> => await chooseProtection(`the key ${key}`, options, NEW_PASSWORD_WAY)
  const { before, after } = await protectKey(keyFilePath(home, key), flags, choose)
  output.line(mark.good(after.encrypted ? `${key} has another password` : `${key} has no password any more`))
  for (const warning of warningsOf(before, after)) output.note(`! ${warning}`)
  output.result(shownKey(key, after))
}

function warningsOf(before: KeystoreInfo, after: KeystoreInfo): readonly string[] {
  const warnings: string[] = []
  if (!after.encrypted) warnings.push(`NOT ENCRYPTED: whoever reads ${after.path} can sign. For development networks only.`)
  if (!before.encrypted && after.encrypted)
    warnings.push('Copies of the file from before are not encrypted: where one may exist, rotate the key.')
  else if (after.encrypted) warnings.push('Copies of the file from before still open with the old password.')
  if (after.purpose !== 'account')
    warnings.push('The node asks for this password at its next start, one for both of its keys: mend keys.passwordFile.')
  return warnings
}

import { writeFile } from 'node:fs/promises'
import { createKeystore, readKeystoreInfo } from '@hanse/crypto-native'
import { bytesToHex, reject } from '@hanse/primitives'
import { Option } from 'commander'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { PASSWORD_FILE } from '../keys/key-options.ts'
import { keyFilePath, openAccountKey } from '../keys/key-store.ts'
import { chooseProtection, NEW_PASSWORD_WAY, type PasswordOptions } from '../keys/password.ts'
import { seedToPem } from '../keys/pkcs8.ts'
import { type ShownKey, showKey, shownKey } from '../keys/show-key.ts'
import { mark } from '../terminal/output.ts'

const OWNER_ONLY_FILE = 0o600
const SECRET_WARNING = 'Whoever sees the secret can sign. Clear the screen and keep it where the key itself may be kept.'

interface ExportFlags extends PasswordOptions {
  readonly secret: boolean
  readonly only?: 'address' | 'publicKey'
  readonly format?: 'hex' | 'pem' | 'key-file'
  readonly out?: string
  readonly newPasswordFile?: string
}

export const registerKeysExport: Register = (keys, run) => {
  keys
    .command('export')
    .argument('<key>')
    .description('the public key, to be registered with a party; with --secret the key itself')
    .addOption(new Option('--only <member>', 'nothing but this, for other command lines').choices(['address', 'publicKey']))
    .option('--secret', 'the secret too: whoever sees it can sign', false)
    .addOption(
      new Option('--format <format>', 'with --secret: hex, the seed; pem, PKCS#8; key-file, under a password of its own').choices([
        'hex',
        'pem',
        'key-file',
      ]),
    )
    .option('--out <file>', 'with --secret: where to write it, for its owner alone; default: standard output')
    .option(...PASSWORD_FILE)
    .option('--new-password-file <file>', 'of the key file to be written; else HANSE_NEW_PASSWORD, else a prompt')
    .action(async (key: string, flags: ExportFlags) => await run(async (context) => await exportKey(context, key, flags)))
}

async function exportKey({ home, output }: Context, key: string, flags: ExportFlags): Promise<void> {
  const { secret, only, format, out } = flags
  if (secret && only !== undefined) throw usageError('--secret and --only exclude each other')
  if (!secret && (format !== undefined || out !== undefined)) throw usageError('--format and --out are for the secret', '--secret')
  if (format === 'key-file' && out === undefined) throw usageError('a key file is written to a file', '--out FILE')
  const info = await readKeystoreInfo(keyFilePath(home, key))
  if (!info.ok && info.error.code === 'keys/not-found') {
    const isDemo = key.startsWith('demo:')
    const hint = isDemo ? 'the demo keys are public: npm run devnet -- accounts' : `hanse keys new ${key}, or hanse keys list`
    throw new CliError({ ...info.error, message: isDemo ? `${key} has no file here` : `there is no key ${key}`, hint })
  }
  const shown = shownKey(key, orThrow(info))
  if (only !== undefined) {
    output.line(shown[only])
    return output.result(shown[only])
  }
  if (!secret) {
    showKey(shown, output)
    return output.result(shown)
  }
  const { seed } = await openAccountKey(shown.path, flags)
  try {
    await exportSecret(seed, shown, flags, output)
  } finally {
    seed.fill(0)
  }
}

async function exportSecret(seed: Uint8Array, shown: ShownKey, flags: ExportFlags, output: Context['output']): Promise<void> {
  const { format = 'hex', out, newPasswordFile } = flags
  if (format === 'key-file' && out !== undefined) {
    const options = newPasswordFile === undefined ? {} : { passwordFile: newPasswordFile }
    const protection = await chooseProtection(out, options, NEW_PASSWORD_WAY)
    orThrow(await createKeystore({ path: out, purpose: 'account', seed, ...protection }))
    return told(out)
  }
  output.note(SECRET_WARNING)
  const secret = format === 'pem' ? seedToPem(seed) : bytesToHex(seed)
  if (out !== undefined) {
    await writeFile(out, `${secret.trimEnd()}\n`, { flag: 'wx', mode: OWNER_ONLY_FILE }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      throw new CliError(reject('keys/exists', `${out} exists`, { hint: 'Choose another name: nothing is overwritten.' }))
    })
    return told(out)
  }
  if (format === 'pem') output.line(secret.trimEnd())
  else {
    showKey(shown, output)
    output.fields([['seed', secret]])
  }
  output.result({ ...shown, ...(format === 'pem' ? { pem: secret } : { seed: secret }) })

  function told(file: string): void {
    output.line(mark.good(`the secret of ${shown.name} is in ${file}`))
    output.result({ ...shown, file })
  }
}

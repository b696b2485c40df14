import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { type ImportSource, seedFromSource } from '../keys/import-source.ts'
import { type NewKeyFlags, PASSWORD_FILE, UNENCRYPTED } from '../keys/key-options.ts'
import { createAccountKey, keyFolder, keyPath, listKeys } from '../keys/key-store.ts'
import { chooseProtection } from '../keys/password.ts'
import { randomSeed } from '../keys/random-seed.ts'
import { showKey, shownKey } from '../keys/show-key.ts'
import { mark } from '../terminal/output.ts'
import { registerKeysExport } from './keys-export.ts'
import { registerKeysPasswd } from './keys-passwd.ts'
import { registerKeysSignatures } from './keys-signatures.ts'

interface ImportFlags extends NewKeyFlags {
  readonly file?: string
  readonly sourcePasswordFile?: string
}

export const registerKeys: Register = (keys, run) => {
  keys
    .command('new')
    .argument('<name>')
    .description('make a key')
    .option(...PASSWORD_FILE)
    .option(...UNENCRYPTED)
    .action(async (name: string, flags: NewKeyFlags) => await run(async (context) => await add(context, name, flags, 'made', randomSeed)))

  keys
    .command('list')
    .description('the keys that are there')
    .action(async () => await run(list))

  keys
    .command('import')
    .argument('<name>')
    .description('take over a key: from a key file, from PKCS#8 in PEM, or from its 32-byte seed; never from the command line')
    .option('--file <file>', 'where it is; - is standard input; default: standard input, at a terminal a question for the seed')
    .option('--source-password-file <file>', 'file whose first line opens the source; else HANSE_SOURCE_PASSWORD, else a prompt')
    .option(...PASSWORD_FILE)
    .option(...UNENCRYPTED)
    .action(
      async (name: string, flags: ImportFlags) =>
        await run(async (context) => await add(context, name, flags, 'taken over', async () => await seedFromSource(sourceOf(flags)))),
    )

  registerKeysExport(keys, run)
  registerKeysPasswd(keys, run)
  registerKeysSignatures(keys, run)
}

function sourceOf({ file, sourcePasswordFile }: ImportFlags): ImportSource {
  return {
    ...(file === undefined ? {} : { file }),
    ...(sourcePasswordFile === undefined ? {} : { passwordFile: sourcePasswordFile }),
  }
}

async function add(
  { home, output }: Context,
  name: string,
  flags: NewKeyFlags,
  done: 'made' | 'taken over',
  makeSeed: () => Uint8Array | Promise<Uint8Array>,
): Promise<void> {
  keyPath(home, name)
  const seed = await makeSeed()
  const protection = await chooseProtection(`the key ${name}`, flags)
  const shown = shownKey(name, await createAccountKey(home, name, seed, protection))
  seed.fill(0)
  output.line(mark.good(`key ${name} ${done}`))
  showKey(shown, output)
  output.result(shown)
}

async function list({ home, output }: Context): Promise<void> {
  const keys = (await listKeys(home)).map(({ name, info }) => ({ name, shown: info.ok ? shownKey(name, info.value) : info.error }))
  if (keys.length === 0) output.line(`no keys in ${keyFolder(home)}; make one: hanse keys new NAME`)
  else {
    output.table(
      ['name', 'purpose', 'address', 'public key', ''],
      keys.map(({ name, shown }) =>
        'code' in shown
          ? [name, '', '', '', shown.message]
          : [name, shown.purpose, shown.address, shown.publicKey, shown.encrypted ? '' : 'not encrypted'],
      ),
    )
  }
  output.result({ items: keys.map(({ name, shown }) => ('code' in shown ? { name, error: shown } : shown)) })
}

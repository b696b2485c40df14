import { readFile } from 'node:fs/promises'
import { bytesToHex, hexToBytesOrUndefined, reject, utf8ToBytes } from '@hanse/primitives'
import { ED25519_PUBLIC_KEY_SIZE_BYTES, ED25519_SIGNATURE_SIZE_BYTES } from '@hanse/protocol'
import { addressOf } from '@hanse/sdk'
import { CliError, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { readInput } from '../json.ts'
import { createAccountKey, keyFolder, keyPath, listKeys, openAccountKey, openSigner } from '../keys/key-store.ts'
import { messageSignBytes, verifyMessage } from '../keys/message-signature.ts'
import { chooseProtection } from '../keys/password.ts'
import { randomSeed } from '../keys/random-seed.ts'
import { mark } from '../terminal/output.ts'

interface PasswordFlags {
  readonly passwordFile?: string
}

interface NewFlags extends PasswordFlags {
  readonly unencrypted: boolean
}

interface MessageFlags extends PasswordFlags {
  readonly message?: string
  readonly file?: string
}

const PASSWORD_FILE = ['--password-file <file>', 'file whose first line is the password; else HANSE_PASSWORD, else a prompt'] as const
const UNENCRYPTED = ['--unencrypted', 'without a password: for development networks only', false] as const
const SEED_SIZE_BYTES = 32

export const registerKeys: Register = (keys, run) => {
  keys
    .command('new')
    .argument('<name>')
    .description('make a key')
    .option(...PASSWORD_FILE)
    .option(...UNENCRYPTED)
    .action(async (name: string, flags: NewFlags) => await run(async (context) => await add(context, name, randomSeed(), flags)))

  keys
    .command('list')
    .description('the keys that are there')
    .action(async () => await run(list))

  keys
    .command('import')
    .argument('<name>')
    .description('take over a key from its 32-byte seed, which comes from a file or from standard input, never from the command line')
    .option('--seed-file <file>', '0x and 64 hexadecimal digits; - is standard input', '-')
    .option(...PASSWORD_FILE)
    .option(...UNENCRYPTED)
    .action(
      async (name: string, flags: NewFlags & { readonly seedFile: string }) =>
        await run(async (context) => await add(context, name, await readSeed(flags.seedFile), flags)),
    )

  keys
    .command('export')
    .argument('<name>')
    .description('the public key, to be registered with a party; with --secret the seed')
    .option('--secret', 'show the seed: whoever sees it can sign', false)
    .option(...PASSWORD_FILE)
    .action(
      async (name: string, flags: PasswordFlags & { readonly secret: boolean }) =>
        await run(async (context) => await exportKey(context, name, flags)),
    )

  keys
    .command('sign')
    .argument('<name>')
    .description('sign a message, to prove who holds a key; it can be no transaction')
    .option('--message <text>', 'what to sign')
    .option('--file <file>', 'or a file to sign')
    .option(...PASSWORD_FILE)
    .action(async (name: string, flags: MessageFlags) => await run(async (context) => await sign(context, name, flags)))

  keys
    .command('verify')
    .description('check what `keys sign` signed; needs no key')
    .requiredOption('--public-key <hex>', 'of the signer')
    .requiredOption('--signature <hex>', 'as `keys sign` gave it')
    .option('--message <text>', 'what was signed')
    .option('--file <file>', 'or the file')
    .action(
      async (flags: MessageFlags & { readonly publicKey: string; readonly signature: string }) =>
        await run(async (context) => await verify(context, flags)),
    )
}

async function add({ home, output }: Context, name: string, seed: Uint8Array, flags: NewFlags): Promise<void> {
  const path = keyPath(home, name)
  const protection = await chooseProtection(`the key ${name}`, flags)
  const info = await createAccountKey(home, name, seed, protection)
  seed.fill(0)
  const shown = { name, address: addressOf(info), publicKey: bytesToHex(info.publicKey), path, encrypted: info.encrypted }
  output.line(mark.good(`key ${name} made`))
  showKey(shown, output)
  output.result(shown)
}

interface ShownKey {
  readonly name: string
  readonly address: string
  readonly publicKey: string
  readonly path: string
  readonly encrypted: boolean
}

function showKey({ address, publicKey, path, encrypted }: ShownKey, output: Context['output']): void {
  output.fields([
    ['address', address],
    ['public key', publicKey],
    ['file', encrypted ? path : `${path} (not encrypted)`],
  ])
}

async function list({ home, output }: Context): Promise<void> {
  const keys = await listKeys(home)
  if (keys.length === 0) output.line(`no keys in ${keyFolder(home)}; make one: hanse keys new NAME`)
  else {
    output.table(
      ['name', 'purpose', 'address', 'public key', ''],
      keys.map(({ name, info }) =>
        info.ok
          ? [name, info.value.purpose, addressOf(info.value), bytesToHex(info.value.publicKey), info.value.encrypted ? '' : 'not encrypted']
          : [name, '', '', '', info.error.message],
      ),
    )
  }
  output.result({
    items: keys.map(({ name, info }) =>
      info.ok
        ? {
            name,
            purpose: info.value.purpose,
            address: addressOf(info.value),
            publicKey: bytesToHex(info.value.publicKey),
            encrypted: info.value.encrypted,
          }
        : { name, error: info.error },
    ),
  })
}

async function readSeed(file: string): Promise<Uint8Array> {
  if (file === '-' && process.stdin.isTTY === true) throw usageError('the seed is not typed in', '--seed-file FILE')
  const text = (await readInput(file)).trim()
  const seed = hexToBytesOrUndefined(text.startsWith('0x') ? text : `0x${text}`)
  if (seed?.length === SEED_SIZE_BYTES) return seed
  throw new CliError(
    reject('keys/bad-seed', 'that is no seed', { hint: `A seed is 0x and ${2 * SEED_SIZE_BYTES} lower-case hexadecimal digits.` }),
  )
}

async function exportKey({ home, output }: Context, name: string, flags: PasswordFlags & { readonly secret: boolean }): Promise<void> {
  const path = keyPath(home, name)
  const found = (await listKeys(home)).find((key) => key.name === name)
  if (found === undefined)
    throw new CliError(reject('keys/not-found', `there is no key ${name}`, { hint: `hanse keys new ${name}, or hanse keys list` }))
  if (!found.info.ok) throw new CliError(found.info.error)
  const { publicKey, encrypted } = found.info.value
  const shown = { name, address: addressOf({ publicKey }), publicKey: bytesToHex(publicKey), algorithm: 1, path, encrypted }
  showKey(shown, output)
  if (!flags.secret) return output.result(shown)
  const { seed } = await openAccountKey(path, flags)
  const secret = bytesToHex(seed)
  seed.fill(0)
  output.note('Whoever sees the seed can sign. Clear the screen and keep it where the key itself may be kept.')
  output.fields([['seed', secret]])
  output.result({ ...shown, seed: secret })
}

async function messageOf({ message, file }: MessageFlags): Promise<Uint8Array> {
  if ((message === undefined) === (file === undefined)) throw usageError('give either --message or --file')
  return file === undefined ? utf8ToBytes(message ?? '') : new Uint8Array(await readFile(file))
}

async function sign({ home, output }: Context, name: string, flags: MessageFlags): Promise<void> {
  const message = await messageOf(flags)
  const signer = await openSigner(keyPath(home, name), flags)
  const signature = bytesToHex(await signer.sign(messageSignBytes(message)))
  output.fields([
    ['public key', bytesToHex(signer.publicKey)],
    ['signature', signature],
  ])
  output.result({ address: signer.address, publicKey: bytesToHex(signer.publicKey), signature })
}

function bytesOption(text: string, sizeBytes: number, what: string): Uint8Array {
  const bytes = hexToBytesOrUndefined(text)
  if (bytes?.length === sizeBytes) return bytes
  throw usageError(`${what} is 0x and ${2 * sizeBytes} lower-case hexadecimal digits`)
}

async function verify(
  { output }: Context,
  flags: MessageFlags & { readonly publicKey: string; readonly signature: string },
): Promise<void> {
  const message = await messageOf(flags)
  const publicKey = bytesOption(flags.publicKey, ED25519_PUBLIC_KEY_SIZE_BYTES, 'a public key')
  const signature = bytesOption(flags.signature, ED25519_SIGNATURE_SIZE_BYTES, 'a signature')
  if (!verifyMessage(publicKey, message, signature)) {
    const hint = 'Check that message, key and signature belong together, to the last character.'
    throw new CliError(reject('keys/bad-signature', 'the signature does not hold', { hint }))
  }
  const address = addressOf({ publicKey })
  output.line(mark.good(`signed by ${address}`))
  output.result({ valid: true, address })
}

import { readFile } from 'node:fs/promises'
import { bytesToHex, hexToBytesOrUndefined, reject, utf8ToBytes } from '@hanse/primitives'
import { ED25519_PUBLIC_KEY_SIZE_BYTES, ED25519_SIGNATURE_SIZE_BYTES } from '@hanse/protocol'
import { CliError, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { addressOf } from '../keys/key-address.ts'
import { PASSWORD_FILE } from '../keys/key-options.ts'
import { keyFilePath, openSigner } from '../keys/key-store.ts'
import { messageSignBytes, verifyMessage } from '../keys/message-signature.ts'
import type { PasswordOptions } from '../keys/password.ts'
import { mark } from '../terminal/output.ts'

interface MessageFlags extends PasswordOptions {
  readonly message?: string
  readonly file?: string
}

interface VerifyFlags extends MessageFlags {
  readonly publicKey: string
  readonly signature: string
}

export const registerKeysSignatures: Register = (keys, run) => {
  keys
    .command('sign')
    .argument('<key>')
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
    .action(async (flags: VerifyFlags) => await run(async (context) => await verify(context, flags)))
}

async function messageOf({ message, file }: MessageFlags): Promise<Uint8Array> {
  if ((message === undefined) === (file === undefined)) throw usageError('give either --message or --file')
  return file === undefined ? utf8ToBytes(message ?? '') : new Uint8Array(await readFile(file))
}

async function sign({ home, output }: Context, key: string, flags: MessageFlags): Promise<void> {
  const message = await messageOf(flags)
  const signer = await openSigner(keyFilePath(home, key), flags)
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

async function verify({ output }: Context, flags: VerifyFlags): Promise<void> {
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

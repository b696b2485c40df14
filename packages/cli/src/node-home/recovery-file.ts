import { reject } from '@hanse/primitives'
import { choice, type FieldValue, hash, type Json, object, parseField, signedMessageCodec, uint } from '@hanse/protocol'
import { CliError } from '../cli-error.ts'
import { readJson } from '../json.ts'

const FORMAT = 'hanse-recovery'

const fileField = object({
  format: choice(FORMAT),
  version: uint({ min: 1, max: 1 }),
  chainId: uint({ min: 1 }),
  genesisHash: hash(),
  /** The head that its signer had. */
  head: object({ height: uint(), hash: hash() }),
  /** A Commit of the block that begins the epoch, in the view of recoveries. */
  statement: signedMessageCodec,
})
/** What one validator signs, for whoever applies the recovery. */
export type RecoveryFile = FieldValue<typeof fileField>

export function recoveryFileJson(content: Omit<RecoveryFile, 'format' | 'version'>): Json {
  return fileField.toJson({ format: FORMAT, version: 1, ...content } as RecoveryFile)
}

/** @throws CliError where it is none, `cli/not-json` */
export async function readRecoveryFile(path: string): Promise<RecoveryFile> {
  const file = parseField(fileField, await readJson(path))
  if (file.ok) return file.value
  throw new CliError({ ...file.error, message: `${path}: ${file.error.message}`, hint: '`hanse recover sign HASH --out FILE` makes one.' })
}

/** All of the same chain, head and epoch: the others are named by their file. @throws CliError */
export function checkAlike(files: readonly RecoveryFile[], paths: readonly string[]): void {
  const [first] = files
  for (const [index, { chainId, genesisHash, head, statement }] of files.entries()) {
    if (first === undefined) return
    if (genesisHash !== first.genesisHash || chainId !== first.chainId)
      throw unlike(`${paths[index]} is of another chain than ${paths[0]}`, 'recover/wrong-chain')
    if (head.hash !== first.head.hash || statement.epoch !== first.statement.epoch) {
      const [one, other] = [paths[index], paths[0]]
      const message = `${one} is for epoch ${statement.epoch} above block ${head.height}, ${other} for epoch ${first.statement.epoch} above block ${first.head.height}`
      throw unlike(message, 'recover/other-head')
    }
  }
}

function unlike(message: string, code: string): CliError {
  return new CliError(
    reject(code, message, { hint: 'q statements for one block and one epoch make a recovery; take those that belong together.' }),
  )
}

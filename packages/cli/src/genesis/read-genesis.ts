import { readFile } from 'node:fs/promises'
import { reject } from '@hanse/primitives'
import { type Chain, parseGenesis } from '@hanse/protocol'
import { CliError, orThrow } from '../cli-error.ts'

/** A genesis file, checked and hashed. @throws CliError `genesis/not-found`, and what `parseGenesis` refuses */
export async function readGenesisFile(path: string): Promise<Chain> {
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes !== undefined) return orThrow(parseGenesis(new Uint8Array(bytes)))
  const hint = 'hanse genesis create makes one; every node of a chain has the same file.'
  throw new CliError(reject('genesis/not-found', `cannot read ${path}`, { hint }))
}

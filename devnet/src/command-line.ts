import { resolve } from 'node:path'

export const DATA_DIR_DEFAULT = '.devnet'

/** What to type for this network: the folder is named unless it is the default one. */
export function devnetCommand(directory: string, words = ''): string {
  const folder = resolve(directory) === resolve(DATA_DIR_DEFAULT) ? '' : `--data-dir ${directory}`
  const parameters = [words, folder].filter((part) => part !== '').join(' ')
  return parameters === '' ? 'npm run devnet' : `npm run devnet -- ${parameters}`
}

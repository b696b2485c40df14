import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = process.env.HANSE_VECTORS ?? fileURLToPath(new URL('../../../vectors', import.meta.url))

/** A reason to skip, or false: what tap's `skip` option takes. */
export function skipWithout(path: string): string | false {
  return existsSync(`${folder}/${path}`) ? false : `no ${path}: HANSE_VECTORS is not set`
}

/** Names and contents of the XML files of a folder of the vectors, in the order of their names. */
export function xmlFiles(path: string): readonly { readonly name: string; readonly text: string }[] {
  const names = readdirSync(`${folder}/${path}`).filter((name) => name.endsWith('.xml'))
  return names.sort().map((name) => ({ name, text: readFileSync(`${folder}/${path}/${name}`, 'utf8') }))
}

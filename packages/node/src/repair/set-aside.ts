import { readdir, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The next free name beside it: `store.damaged-1`, and so on. What is set aside is never deleted by the node. */
async function damagedName(path: string): Promise<string> {
  const names = await readdir(dirname(path))
  const prefix = `${basename(path)}.damaged-`
  const numbers = names.flatMap((name) => (name.startsWith(prefix) ? [Number(name.slice(prefix.length))] : []))
  return join(dirname(path), `${prefix}${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`)
}

/** Gives the new name. */
export async function setAside(path: string): Promise<string> {
  const name = await damagedName(path)
  await rename(path, name)
  return name
}

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Has the node of `home` listen there, and reach others at these addresses, by organization, in the place of those that genesis names. */
export function writePeerAddresses(home: string, listen: string, addresses: ReadonlyMap<string, string>): void {
  const path = join(home, 'config.toml')
  const entries = [...addresses].map(([name, address]) => `"${name}" = ["${address}"]`)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(/^listen = .*$/m, `listen = ["${listen}"]\naddresses = { ${entries.join(', ')} }`))
}

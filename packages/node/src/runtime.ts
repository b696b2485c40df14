import { err, ok, type Result, reject } from '@hanse/primitives'

/** libp2p 3 needs Promise.withResolvers. On an older Node everything comes up, and the node never joins the others. */
const NODE_MAJOR_MIN = 22

/** `node/runtime` for a version of Node that a node cannot run on. */
export function checkRuntime(version: string = process.versions.node): Result<undefined> {
  if (Number.parseInt(version, 10) >= NODE_MAJOR_MIN) return ok(undefined)
  const hint = 'Start it with the project’s own Node: node_modules/.bin/node in the project’s folder.'
  return err(reject('node/runtime', `this is Node ${version}; a node needs ${NODE_MAJOR_MIN} or later`, { hint }))
}

import { runNode } from '@hanse/node/run'

/** `node release-node.ts HOME 1,2`: a node of a release that knows these versions of the protocol. */
const [home, versions] = process.argv.slice(2)
if (home === undefined || versions === undefined) throw new Error('usage: release-node.ts HOME VERSIONS')
process.exit(await runNode(home, async () => undefined, {}, { protocolVersions: versions.split(',').map(Number) }))

import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { createKeystore } from '@hanse/crypto-native'
import { loadModules } from '@hanse/node/folder'
import { CONFIG_FILE } from '@hanse/node/outside'
import { guardPathOf, initialGuard } from '@hanse/node/vote-guard'
import { bytesToHex, err, ok, type Result, reject } from '@hanse/primitives'
import { encodeGenesis, type Genesis, parseGenesis } from '@hanse/protocol'
import { inspectGuard, openGuardFile } from '@hanse/storage'
import { consensusKey, devnetGenesis, identityKey } from './genesis-recipe.ts'
import { type Devnet, devnetOf, FORMAT, nodeHome, STATE_FILE } from './layout.ts'
import { devnetNodes, HEARTBEAT_MS_DEFAULT, type NodeEndpoints } from './topology.ts'

const FOLDERS = ['nodes', 'logs', 'pids'] as const
const OWN_ENTRIES: readonly string[] = [...FOLDERS, 'genesis.json', STATE_FILE, 'snapshots', 'restore.part']

const ANOTHER_FOLDER = 'npm run devnet -- --data-dir DIR, with a new folder'

/** Makes the folder that a network is to be kept in. */
async function prepareFolder(directory: string): Promise<Result<void>> {
  try {
    await makeFolder(directory)
    // What an interrupted making leaves is ours; anything else in the folder is somebody's.
    const foreign = (await readdir(directory)).find((name) => !OWN_ENTRIES.includes(name))
    if (foreign !== undefined)
      return err(reject('devnet/not-empty', `${directory} holds something else: ${foreign}`, { hint: ANOTHER_FOLDER }))
    for (const part of FOLDERS) await makeFolder(join(directory, part))
    return ok(undefined)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err(reject('devnet/data-dir', `a network cannot be kept in ${directory}: ${reason}`, { hint: ANOTHER_FOLDER }))
  }
}

/** Part by part: where nothing can be made, as in /proc, a recursive mkdir tries for ever. */
async function makeFolder(directory: string): Promise<void> {
  if (existsSync(directory)) return
  await makeFolder(dirname(directory))
  await mkdir(directory, { mode: 0o700 })
}

/** Makes genesis, keys, configurations and vote guards. The state file comes last: without it the folder does not count. */
export async function createDevnet(options: {
  readonly directory: string
  readonly basePort: number
  readonly validators: number
  readonly demo: boolean
  /** How often an idle network makes an empty block. Default: 2 s. */
  readonly heartbeatMs?: number
  /** Folders of modules that are no part of this software. Default: none. */
  readonly modules?: readonly string[]
  /** What else the first state has. Default: nothing. */
  readonly amend?: (genesis: Genesis) => Genesis
}): Promise<Result<Devnet>> {
  const directory = resolve(options.directory)
  const folders = (options.modules ?? []).map((folder) => resolve(folder))
  const own = await loadModules(folders)
  if (!own.ok) return own
  const prepared = await prepareFolder(directory)
  if (!prepared.ok) return prepared
  const nodes = devnetNodes(options.validators, options.basePort)
  const first = devnetGenesis(nodes, Date.now(), options.demo, own.value, options.heartbeatMs)
  const genesisBytes = encodeGenesis(options.amend?.(first) ?? first)
  const chain = parseGenesis(genesisBytes)
  if (!chain.ok) return chain
  const { basePort, validators, demo, heartbeatMs = HEARTBEAT_MS_DEFAULT } = options
  const state = { format: FORMAT, basePort, validators, demo, heartbeatMs, modules: folders, genesisHash: chain.value.genesisHash }
  const devnet: Devnet = { directory, state, nodes }
  // One that was here before counts no more from now on.
  await rm(join(directory, STATE_FILE), { force: true })
  for (const node of nodes) {
    const written = await writeHome(devnet, node, { genesis: genesisBytes, folders })
    if (!written.ok) return written
  }
  await writeFile(join(directory, 'genesis.json'), genesisBytes)
  await writeFile(join(directory, STATE_FILE), `${JSON.stringify(devnet.state, null, 2)}\n`)
  return ok(devnet)
}

/** A home for one more node of a network that exists, which remembers it from now on. */
export async function addHome(devnet: Devnet, name: string): Promise<Result<Devnet>> {
  const grown = devnetOf(devnet.directory, { ...devnet.state, added: [...(devnet.state.added ?? []), name] })
  const node = grown.nodes.at(-1) as NodeEndpoints
  const genesis = await readFile(join(devnet.directory, 'genesis.json'))
  const written = await writeHome(grown, node, { genesis, folders: devnet.state.modules ?? [] })
  if (!written.ok) return written
  await writeFile(join(devnet.directory, STATE_FILE), `${JSON.stringify(grown.state, null, 2)}\n`)
  return ok(grown)
}

/** Whether no node of the network has ever voted: then there are no blocks, and it may be made anew. */
export async function hasNoVotes(devnet: Devnet): Promise<boolean> {
  const initial = bytesToHex(initialGuard())
  const guards = await Promise.all(
    devnet.nodes.map(({ name }) =>
      inspectGuard(guardPathOf(join(nodeHome(devnet, name), 'keys', 'consensus.json'))).catch(() => undefined),
    ),
  )
  return guards.every((guard) => guard?.type === 'value' && bytesToHex(guard.bytes) === initial)
}

interface HomeContent {
  readonly genesis: Uint8Array
  readonly folders: readonly string[]
}

async function writeHome(devnet: Devnet, node: NodeEndpoints, { genesis, folders }: HomeContent): Promise<Result<unknown>> {
  const home = nodeHome(devnet, node.name)
  const keys = join(home, 'keys')
  await rm(home, { recursive: true, force: true })
  await mkdir(keys, { recursive: true, mode: 0o700 })
  await writeFile(join(home, 'genesis.json'), genesis)
  await writeFile(join(home, CONFIG_FILE), configOf(node, folders))
  const consensusPath = join(keys, 'consensus.json')
  const consensus = await createKeystore({
    path: consensusPath,
    purpose: 'consensus',
    seed: consensusKey(node.name).seed,
    unencrypted: true,
  })
  if (!consensus.ok) return consensus
  const identity = await createKeystore({
    path: join(keys, 'identity.json'),
    purpose: 'node',
    seed: identityKey(node.name).seed,
    unencrypted: true,
  })
  if (!identity.ok) return identity
  const guard = await openGuardFile({ path: guardPathOf(consensusPath) })
  await guard.write(initialGuard())
  await guard.close()
  return ok(undefined)
}

function configOf(node: NodeEndpoints, folders: readonly string[]): string {
  return `# A devnet node. Its keys are public: never use them elsewhere.
organization = "${node.name}"
genesis = "genesis.json"
dataDir = "data"
${folders.length === 0 ? '' : `modules = ${JSON.stringify(folders)}\n`}
[keys]
consensus = "keys/consensus.json"
identity = "keys/identity.json"

[p2p]
listen = ["127.0.0.1:${node.p2pPort}"]

[rpc]
host = "127.0.0.1"
port = ${node.rpcPort}
cors = true

[metrics]
host = "127.0.0.1"
port = ${node.metricsPort}
`
}

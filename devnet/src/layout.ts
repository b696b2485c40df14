import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createKeystore } from '@hanse/crypto-native'
import { CONFIG_FILE, guardPathOf, initialGuard } from '@hanse/node'
import { err, ok, type Result, reject } from '@hanse/primitives'
import { encodeGenesis, parseGenesis } from '@hanse/protocol'
import { openGuardFile } from '@hanse/storage'
import { consensusKey, devnetGenesis, identityKey } from './genesis-recipe.ts'
import { devnetNodes, type NodeEndpoints } from './topology.ts'

/** Raised when a folder made by an older devnet cannot be used any more. */
const FORMAT = 1
const STATE_FILE = 'devnet.json'

/** What was chosen when the network was made; ports and validators of a running network do not change. */
export interface DevnetState {
  readonly format: number
  readonly basePort: number
  readonly validators: number
  readonly demo: boolean
  readonly genesisHash: string
}

/** A devnet's folder. */
export interface Devnet {
  readonly directory: string
  readonly state: DevnetState
  readonly nodes: readonly NodeEndpoints[]
}

export function nodeHome(devnet: Devnet, node: string): string {
  return join(devnet.directory, 'nodes', node)
}

export function logPath(devnet: Devnet, node: string): string {
  return join(devnet.directory, 'logs', `${node}.log`)
}

export function pidPath(devnet: Devnet, node: string): string {
  return join(devnet.directory, 'pids', node)
}

/** Undefined when there is none yet. `devnet/old-format` and `devnet/damaged` say what to do. */
export async function findDevnet(directory: string): Promise<Result<Devnet | undefined>> {
  const absolute = resolve(directory)
  const path = join(absolute, STATE_FILE)
  if (!existsSync(path)) return ok(undefined)
  let state: DevnetState
  try {
    state = JSON.parse(await readFile(path, 'utf8')) as DevnetState
  } catch {
    return err(reject('devnet/damaged', `${path} is not readable`, { hint: '`npm run devnet -- reset` starts over.' }))
  }
  if (state.format !== FORMAT) {
    return err(
      reject('devnet/old-format', `${absolute} was made by another version of the devnet (format ${state.format}, this one is ${FORMAT})`, {
        hint: '`npm run devnet -- reset` starts over.',
      }),
    )
  }
  return ok({ directory: absolute, state, nodes: devnetNodes(state.validators, state.basePort) })
}

/** Makes genesis, keys, configurations and vote guards. The state file comes last: without it the folder does not count. */
export async function createDevnet(options: {
  readonly directory: string
  readonly basePort: number
  readonly validators: number
  readonly demo: boolean
}): Promise<Result<Devnet>> {
  const directory = resolve(options.directory)
  const nodes = devnetNodes(options.validators, options.basePort)
  const genesisBytes = encodeGenesis(devnetGenesis(nodes, Date.now(), options.demo))
  const chain = parseGenesis(genesisBytes)
  if (!chain.ok) return chain
  const { basePort, validators, demo } = options
  const devnet: Devnet = { directory, state: { format: FORMAT, basePort, validators, demo, genesisHash: chain.value.genesisHash }, nodes }
  for (const part of ['nodes', 'logs', 'pids']) await mkdir(join(directory, part), { recursive: true, mode: 0o700 })
  for (const node of nodes) {
    const written = await writeHome(devnet, node, genesisBytes)
    if (!written.ok) return written
  }
  await writeFile(join(directory, 'genesis.json'), genesisBytes)
  await writeFile(join(directory, STATE_FILE), `${JSON.stringify(devnet.state, null, 2)}\n`)
  return ok(devnet)
}

async function writeHome(devnet: Devnet, node: NodeEndpoints, genesis: Uint8Array): Promise<Result<unknown>> {
  const home = nodeHome(devnet, node.name)
  const keys = join(home, 'keys')
  await rm(home, { recursive: true, force: true })
  await mkdir(keys, { recursive: true, mode: 0o700 })
  await writeFile(join(home, 'genesis.json'), genesis)
  await writeFile(join(home, CONFIG_FILE), configOf(node))
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

function configOf(node: NodeEndpoints): string {
  return `# A devnet node. Its keys are public: never use them elsewhere.
organization = "${node.name}"
genesis = "genesis.json"
dataDir = "data"

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

/** Whatever the folder holds is deleted; nothing must run on it. */
export async function removeDevnet(directory: string): Promise<void> {
  const absolute = resolve(directory)
  if (existsSync(absolute) && !existsSync(join(absolute, STATE_FILE)) && !existsSync(join(absolute, 'nodes'))) {
    throw new Error(`${absolute} does not look like a devnet folder; nothing was deleted`)
  }
  await rm(absolute, { recursive: true, force: true })
}

/** The last lines of a node's log. */
export function tailOfLog(devnet: Devnet, node: string, lines: number): readonly string[] {
  const path = logPath(devnet, node)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines)
}

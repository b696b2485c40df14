import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeystore, type KeyProtection, type KeystoreInfo } from '@hanse/crypto-native'
import { configText } from '@hanse/node/folder'
import { CONFIG_FILE } from '@hanse/node/outside'
import { guardPathOf, initialGuard } from '@hanse/node/vote-guard'
import { peerIdFromSeed } from '@hanse/p2p/addresses'
import { bytesToHex, reject } from '@hanse/primitives'
import { KEY_ALGORITHM, type ValidatorRecord, validatorRecordCodec } from '@hanse/protocol'
import { openGuardFile } from '@hanse/storage'
import { CliError, orThrow } from '../cli-error.ts'
import { randomSeed } from '../keys/random-seed.ts'
import { VALIDATOR_RECORD_FILE } from './record-file.ts'

interface ConfigChoices {
  readonly organization: string
  readonly isValidator: boolean
  readonly passwordFile?: string
  readonly listen: string
  /** `PEERID@HOST:PORT` of nodes to talk to beside those of the genesis file. */
  readonly peers: readonly string[]
  readonly rpcPort: number
  readonly metricsPort: number
}

export interface InitOptions extends ConfigChoices {
  readonly home: string
  readonly protection: KeyProtection
  /** Where the other members reach this node. */
  readonly addresses: readonly string[]
}

async function createKey(path: string, purpose: 'consensus' | 'node', seed: Uint8Array, protection: KeyProtection): Promise<KeystoreInfo> {
  return orThrow(await createKeystore({ path, purpose, seed, ...protection }))
}

/** The configuration of a new home: every setting with its meaning, those that were chosen with their values. */
function configOf({ organization, isValidator, passwordFile, listen, peers, rpcPort, metricsPort }: ConfigChoices): string {
  return configText({
    organization,
    ...(isValidator ? { 'keys.consensus': 'keys/consensus.json' } : {}),
    ...(passwordFile === undefined ? {} : { 'keys.passwordFile': passwordFile }),
    'p2p.listen': [listen],
    ...(peers.length === 0 ? {} : { 'p2p.peers': peers }),
    'rpc.port': rpcPort,
    'metrics.port': metricsPort,
  })
}

/** Makes the voting key, and beside it the guard that remembers for what it has voted. */
async function createConsensusKey(path: string, protection: KeyProtection): Promise<KeystoreInfo> {
  const seed = randomSeed()
  const key = await createKey(path, 'consensus', seed, protection)
  seed.fill(0)
  const guard = await openGuardFile({ path: guardPathOf(path) })
  await guard.write(initialGuard())
  await guard.close()
  return key
}

/**
 * Makes a node's folder: keys, vote guard, commented configuration, and for a validator the record to hand in for genesis. The
 * configuration comes last: without it the folder is no home. Refuses one that exists: `node/home-exists`.
 */
export async function initHome(options: InitOptions): Promise<{ readonly peerId: string; readonly record?: ValidatorRecord }> {
  const { home, organization, isValidator, protection, addresses } = options
  if (existsSync(join(home, CONFIG_FILE))) {
    const hint = 'Choose another --home, or move the old one away: its keys may have voted.'
    throw new CliError(reject('node/home-exists', `${home} is the home of a node`, { hint }))
  }
  await mkdir(home, { recursive: true, mode: 0o700 })
  const identitySeed = randomSeed()
  await createKey(join(home, 'keys', 'identity.json'), 'node', identitySeed, protection)
  const peerId = peerIdFromSeed(identitySeed)
  identitySeed.fill(0)
  const consensus = isValidator ? await createConsensusKey(join(home, 'keys', 'consensus.json'), protection) : undefined
  const record: ValidatorRecord | undefined =
    consensus === undefined
      ? undefined
      : { organization, consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(consensus.publicKey) }, peerId, addresses }
  if (record !== undefined) {
    await writeFile(join(home, VALIDATOR_RECORD_FILE), `${JSON.stringify(validatorRecordCodec.toJson(record), undefined, 2)}\n`)
  }
  await writeFile(join(home, CONFIG_FILE), configOf(options), { flag: 'wx', mode: 0o644 })
  return record === undefined ? { peerId } : { peerId, record }
}

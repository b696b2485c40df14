import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeystore } from '@hanse/crypto-native'
import { hexToBytes } from '@hanse/primitives'
import { asEpoch, asView, encodeGenesis, logRecordCodec } from '@hanse/protocol'
import { openGuardFile, openLevelStore, openWriteAheadLog } from '@hanse/storage'
import type { Test } from 'tap'
import { checkNodeConfig } from '../../src/config.ts'
import { dataPaths } from '../../src/node-files.ts'
import { openChain } from '../../src/open-chain.ts'
import { guardPathOf, initialGuard } from '../../src/vote-guard.ts'
import { consensusSeed, identitySeed, nextBlock, SILENT, temporaryFolder, testChain, transfer } from './test-chain.ts'

export const CHAIN = testChain()
const BLOCKS = 3

export interface GrownHome {
  readonly home: string
  readonly heights: number
}

export interface GrownHomeOptions {
  /** Lines of the configuration below its first. */
  readonly lines?: readonly string[]
  /** Without it the keys are not encrypted. */
  readonly password?: string
  /** Above genesis. */
  readonly blocks?: number
}

const LINES = ['[p2p]', 'listen = ["127.0.0.1:0"]', '[rpc]', 'port = 0', '[metrics]', 'port = 0']

/** The home of bank-a, stopped, with a few final blocks. */
export async function grownHome(t: Test, { lines = LINES, password, blocks = BLOCKS }: GrownHomeOptions = {}): Promise<GrownHome> {
  const home = await temporaryFolder(t)
  const keys = join(home, 'keys')
  await mkdir(keys, { mode: 0o700 })
  await writeFile(join(home, 'genesis.json'), encodeGenesis(CHAIN.genesis), { mode: 0o644 })
  const protection = password === undefined ? { unencrypted: true as const } : { password }
  const consensus = join(keys, 'consensus.json')
  await createKeystore({ path: consensus, purpose: 'consensus', seed: consensusSeed('bank-a'), ...protection })
  await createKeystore({ path: join(keys, 'identity.json'), purpose: 'node', seed: identitySeed('bank-a'), ...protection })
  const guard = await openGuardFile({ path: guardPathOf(consensus) })
  await guard.write(initialGuard())
  await guard.close()
  const text = ['organization = "bank-a"', '[keys]', 'consensus = "keys/consensus.json"', ...lines]
  await writeFile(join(home, 'config.toml'), `${text.join('\n')}\n`, { mode: 0o644 })
  await grow(join(home, 'data'), blocks)
  return { home, heights: blocks }
}

async function grow(dataDir: string, count: number): Promise<void> {
  await mkdir(dataDir, { mode: 0o700 })
  const paths = dataPaths(dataDir)
  const store = await openLevelStore({ directory: paths.store })
  const config = checkNodeConfig({ organization: 'bank-a' })
  if (!config.ok) throw new Error(config.error.message)
  const opened = await openChain(CHAIN, store, config.value, SILENT)
  if (!opened.ok) throw new Error(opened.error.message)
  const { ledger, blocks } = opened.value
  for (let height = 1; height <= count; height++) {
    await blocks.append([nextBlock(CHAIN, ledger, [transfer(CHAIN)])])
    ledger.stored(height)
  }
  await store.close()
  const log = await openWriteAheadLog({ directory: paths.log, genesisHash: hexToBytes(CHAIN.genesisHash) })
  for (const view of [0, 1]) await log.append([logRecordCodec.encode({ type: 'wants', epoch: asEpoch(0), view: asView(view) })])
  await log.close()
}

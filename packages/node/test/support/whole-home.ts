import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeystore } from '@hanse/crypto-native'
import { encodeGenesis } from '@hanse/protocol'
import { openGuardFile } from '@hanse/storage'
import type { Test } from 'tap'
import { guardPathOf, initialGuard } from '../../src/vote-guard.ts'
import { consensusSeed, identitySeed, temporaryFolder, testChain } from './test-chain.ts'

/** A home of bank-a with everything that its node needs, on free ports; `more` in the place of the section of the RPC. */
export async function makeHome(t: Test, more = ''): Promise<string> {
  const home = await temporaryFolder(t)
  const keys = join(home, 'keys')
  await mkdir(keys)
  await writeFile(join(home, 'genesis.json'), encodeGenesis(testChain().genesis))
  const [consensus, identity] = [join(keys, 'consensus.json'), join(keys, 'identity.json')]
  await createKeystore({ path: consensus, purpose: 'consensus', seed: consensusSeed('bank-a'), unencrypted: true })
  await createKeystore({ path: identity, purpose: 'node', seed: identitySeed('bank-a'), unencrypted: true })
  const guard = await openGuardFile({ path: guardPathOf(consensus) })
  await guard.write(initialGuard())
  await guard.close()
  const config = ['organization = "bank-a"', '[keys]', 'consensus = "keys/consensus.json"', '[p2p]', 'listen = ["127.0.0.1:0"]']
  await writeFile(join(home, 'config.toml'), `${[...config, '[metrics]', 'port = 0', more === '' ? '[rpc]\nport = 0' : more].join('\n')}\n`)
  return home
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Devnet, findDevnet, killNodeProcess, startNodeProcess, statusOf } from '@hanse/devnet'
import { parseGenesis } from '@hanse/protocol'
import { createLightClient, verifyCertificate } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { clientOf } from './support/client.ts'
import { runDevnet } from './support/run-devnet.ts'
import { endWithTest, nodeOf, startTestNetwork, until } from './support/test-network.ts'

async function networkAgain(t: Test, directory: string): Promise<Devnet> {
  const found = await findDevnet(directory)
  if (!found.ok || found.value === undefined) throw new Error('the network is there')
  endWithTest(t, found.value)
  return found.value
}

test('a node more: admitted, synced, voted in; and whoever knows the genesis alone can check all of it', {
  timeout: 280_000,
}, async (t) => {
  const { directory } = await startTestNetwork(t)
  const named = ['--data-dir', directory]

  t.match(await runDevnet('add-node', 'Bank C', ...named), { code: 2, stderr: /no name for a node/ })
  const added = await runDevnet('add-node', 'bank-c', '--json', ...named)
  t.equal(added.code, 0, added.stderr)
  t.match(JSON.parse(added.stdout), { name: 'bank-c', epoch: 1, validators: 5, quorum: 4 })
  const devnet = await networkAgain(t, directory)
  t.same(
    devnet.nodes.map(({ name }) => name),
    ['bank-a', 'bank-b', 'core-firm', 'supplier', 'bank-c'],
  )
  t.match(await runDevnet('add-node', 'bank-c', ...named), { code: 0 }, 'again: there is nothing left to do')

  // Without one of the first four the newcomer's vote is needed.
  await killNodeProcess(devnet, 'supplier')
  const client = clientOf(nodeOf(devnet, 'bank-c'))
  const height = await client.call('chain_getHeight')
  const isAt = (reached: number | undefined): true | undefined => ((reached ?? 0) > height + 2 ? true : undefined)
  await until('blocks without one of the first four', 60_000, async () => isAt(await client.call('chain_getHeight')))
  await startNodeProcess(devnet, 'supplier')
  await until('it comes back', 60_000, async () => isAt((await statusOf(nodeOf(devnet, 'supplier')))?.height))

  const chain = parseGenesis(await readFile(join(directory, 'genesis.json')))
  if (!chain.ok) throw new Error(chain.error.message)
  const light = createLightClient({ genesis: chain.value.genesis, client })
  const { epoch } = (await client.call('chain_getHeader', { height: 'latest' })).header
  t.equal(epoch, 1)
  for (const at of [1, height, height + 2]) {
    const certified = await client.callRaw('chain_getCertificate', { height: at })
    t.match(await light.verify(() => verifyCertificate(certified, light)), { ok: true, value: { header: { height: at } } })
  }
  t.equal(light.epochs.size, 2)

  const stopped = await runDevnet('stop', ...named)
  t.match(stopped.stdout, /stopped 5 nodes/)
  const resumed = await runDevnet('up', '--detach', ...named)
  t.match(resumed.stdout, /✔ bank-c +peers 4\/4/)
})

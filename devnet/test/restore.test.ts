import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Devnet, type NodeEndpoints, nodeHome, startNodeProcess, statusOf, stopNodeProcess, waitForNode } from '@hanse/devnet'
import { initialGuard } from '@hanse/node/vote-guard'
import type { Chain } from '@hanse/protocol'
import { openGuardFile } from '@hanse/storage'
import { type Test, test } from 'tap'
import { jsonOf, runCli } from '../../packages/cli/test/support/run-cli.ts'
import { clientOf, ToldFinal } from './support/client.ts'
import { createTestNetwork, headOf, nodeOf, temporaryFolder, until } from './support/test-network.ts'

const LATE = 'supplier'
const BLOCKS_BEFORE = 12
const BACK_MS = 30_000

interface World {
  readonly devnet: Devnet
  readonly others: readonly NodeEndpoints[]
  readonly late: NodeEndpoints
  readonly lateHome: string
  readonly chain: Chain
  readonly told: ToldFinal
}

async function createWorld(t: Test): Promise<World> {
  const devnet = await createTestNetwork(t)
  const late = nodeOf(devnet, LATE)
  const others = devnet.nodes.filter((node) => node !== late)
  for (const { name } of others) await startNodeProcess(devnet, name)
  for (const node of others) await waitForNode(devnet, node, { height: 1, peers: others.length - 1 })
  const [first] = others
  const chain = await clientOf(first as NodeEndpoints).chain()
  return { devnet, others, late, lateHome: nodeHome(devnet, LATE), chain, told: new ToldFinal() }
}

async function goOn({ others, chain, told }: World, blocks: number): Promise<number> {
  const to = (await headOf(others)) + blocks
  for (let index = 0; (await headOf(others)) < to; index++) await told.transfer(others[index % others.length] as NodeEndpoints, chain)
  return await headOf(others)
}

/** Whether the validator of the late node has signed above this height, as another node sees it. */
async function signedAbove({ others, late }: World, height: number): Promise<number | undefined> {
  const { items } = await clientOf(others[0] as NodeEndpoints).call('consensus_getSignerStats')
  const last = items.find(({ organization }) => organization === late.name)?.lastSignedHeight ?? 0
  return last > height ? last : undefined
}

async function nobodyLied(t: Test, { others }: World): Promise<void> {
  for (const node of others)
    t.same((await clientOf(node).call('consensus_getEvidence')).items, [], `${node.name} has evidence against nobody`)
}

test('a node begins with a snapshot, and one comes back from a backup', { timeout: 280_000 }, async (t) => {
  const world = await createWorld(t)
  await goOn(world, BLOCKS_BEFORE)
  await t.test('a node that never ran begins with a snapshot of another that works', async (t) => beginsWithSnapshot(t, world))
  await t.test('an old backup beside the newer guard: silent up to the guard, then it votes', async (t) => comesBackBesideGuard(t, world))
  await t.test('a backup on another machine, without the guard: it does not validate, and says what to do', async (t) =>
    staysOutWithoutGuard(t, world),
  )
  await nobodyLied(t, world)
})

async function beginsWithSnapshot(t: Test, world: World): Promise<void> {
  const { devnet, others, late, lateHome } = world
  const source = nodeHome(devnet, (others[1] as NodeEndpoints).name)
  const made = jsonOf(await runCli(['snapshot', 'create', '--json', '--home', source]))
  t.match(made, { height: Number, folder: String })
  t.match(jsonOf(await runCli(['snapshot', 'list', '--json', '--home', source])), { items: [{ height: made['height'] }] })
  const folder = join(await temporaryFolder(t), 'carried')
  await cp(made['folder'] as unknown as string, folder, { recursive: true })
  await goOn(world, 3)
  const verified = await runCli(['snapshot', 'verify', folder, '--genesis', join(lateHome, 'genesis.json')])
  t.match([verified.code, verified.stdout], [0, /is the chain at height [0-9]+/])
  const restored = await runCli(['snapshot', 'restore', folder, '--json', '--home', lateHome])
  t.match([restored.code, jsonOf(restored)], [0, { height: made['height'] }])
  await startNodeProcess(devnet, late.name)
  await waitForNode(devnet, late, { height: await headOf(others), peers: others.length })
  const client = clientOf(late)
  const { earliest } = await client.call('node_status')
  t.ok(earliest > 1, `it keeps blocks from height ${earliest} on`)
  await t.rejects(client.callRaw('chain_getBlock', { height: 1 }), { code: 4444, data: { code: 'chain/pruned', earliest } })
  t.match(await client.callRaw('chain_listBlocks'), { complete: false, indexedFrom: earliest })
  const head = await goOn(world, 3)
  await until('the newcomer signs', BACK_MS, async () => await signedAbove(world, head - 3))
  t.same(await world.told.missingAt(others[0] as NodeEndpoints), [])
}

async function comesBackBesideGuard(t: Test, world: World): Promise<void> {
  const { devnet, others, late, lateHome } = world
  const made = jsonOf(await runCli(['backup', 'create', '--keys', '--json', '--home', lateHome]))
  const folder = join(await temporaryFolder(t), 'safe')
  await cp(made['folder'] as unknown as string, folder, { recursive: true })
  const before = await goOn(world, 6)
  await until('it has signed since the backup', BACK_MS, async () => await signedAbove(world, before - 3))
  await stopNodeProcess(devnet, late.name)
  const guarded = await guardHeight(lateHome)
  t.ok(guarded > (made['height'] as unknown as number), `the guard knows of height ${guarded}, the backup is of ${made['height']}`)
  // The disk with the data is gone, the keys and their guard are not. The chain stands still at two of four: nobody carries it on.
  await rm(join(lateHome, 'data'), { recursive: true })
  const restored = await runCli(['backup', 'restore', folder, '--json', '--home', lateHome])
  t.match([restored.code, jsonOf(restored)], [0, { height: made['height'], isNewHome: false, guard: { height: guarded } }])
  await startNodeProcess(devnet, late.name)
  await waitForNode(devnet, late, { height: await headOf(others), peers: others.length })
  const head = await goOn(world, 4)
  const { value } = await until('it votes again', BACK_MS, async () => await signedAbove(world, Math.max(guarded, head - 4)))
  t.ok(value > guarded, `it signed height ${value}`)
  t.match(await statusOf(late), { state: 'synced' })
  await nobodyLied(t, world)
}

async function staysOutWithoutGuard(t: Test, { devnet, late, lateHome }: World): Promise<void> {
  const made = jsonOf(await runCli(['backup', 'create', '--keys', '--json', '--home', lateHome]))
  await stopNodeProcess(devnet, late.name)
  const home = join(await temporaryFolder(t), 'other-machine')
  const folder = made['folder'] as unknown as string
  const restored = await runCli(['backup', 'restore', folder, '--home', home])
  t.match([restored.code, restored.stdout], [0, /vote guard of its key is missing.*\n.*Bring keys\/vote-guard/])
  const run = await runCli(['node', 'run', '--json', '--home', home])
  t.match([run.code, run.stdout], [1, /consensus\/guard-missing/])
  t.match(run.stdout, /let the consortium replace the key/)

  // The guard of a key that has just been made, beside a key that has voted, would let it vote for everything again.
  const guard = await openGuardFile({ path: join(home, 'keys/vote-guard') })
  await guard.write(initialGuard())
  await guard.close()
  const again = await runCli(['backup', 'restore', folder, '--force', '--home', home])
  t.match([again.code, again.stderr], [1, /not the guard of this key/])
  await rm(join(home, 'keys/vote-guard'))

  // With the guard of the key it is the node that it was.
  await rename(join(home, 'data'), join(home, 'data.wrong'))
  await mkdir(join(home, 'keys'), { recursive: true })
  await writeFile(join(home, 'keys/vote-guard'), await readFile(join(lateHome, 'keys/vote-guard')), { mode: 0o600 })
  t.match(await runCli(['backup', 'restore', folder, '--home', home]), { code: 0, stdout: /follows in silence up to height/ })
}

async function guardHeight(home: string): Promise<number> {
  const inspected = jsonOf(await runCli(['node', 'inspect', '--json', '--home', home])) as unknown as {
    readonly guard: { readonly guard: { readonly height: number } }
  }
  return inspected.guard.guard.height
}

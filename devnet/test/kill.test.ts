import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, killNodeProcess, type NodeEndpoints, startNodeProcess, statusOf, waitForNode } from '@hanse/devnet'
import type { Chain } from '@hanse/protocol'
import { type Test, test } from 'tap'
import { clientOf, ToldFinal } from './support/client.ts'
import { headOf, nodeOf, startTestNetwork, until } from './support/test-network.ts'

const NEXT_BLOCK_MS = 3_000
const BACK_AT_THE_HEAD_MS = 10_000

interface World {
  readonly devnet: Devnet
  readonly chain: Chain
  readonly told: ToldFinal
}

test('kill -9 of one node', { timeout: 180_000 }, async (t) => {
  const devnet = await startTestNetwork(t)
  const world: World = { devnet, chain: await clientOf(nodeOf(devnet, 'bank-a')).chain(), told: new ToldFinal() }
  for (const node of devnet.nodes) await world.told.transfer(node, world.chain)

  await t.test('a backup: the others go on as if nothing had happened, and it comes back by itself', async (t) => {
    const view = await viewOf(devnet)
    const victim = await someBackup(devnet)
    await killed(t, world, victim)
    t.equal(await viewOf(devnet, victim), view, 'without a view change')
    await comesBack(t, world, victim)
  })

  await t.test('the primary: the others agree on a new one, and it comes back by itself', async (t) => {
    const view = await viewOf(devnet)
    const victim = nodeOf(devnet, await primaryOf(devnet))
    await killed(t, world, victim)
    t.ok((await viewOf(devnet, victim)) > view, 'with a view change')
    await comesBack(t, world, victim)
  })

  await t.test('the new primary, while transactions come in everywhere', async (t) => {
    const victim = nodeOf(devnet, await primaryOf(devnet))
    const others = devnet.nodes.filter((node) => node !== victim)
    const load = Array.from({ length: 30 }, async (_, index) => {
      await sleep(index * 20)
      return await world.told.transfer(others[index % others.length] as NodeEndpoints, world.chain)
    })
    await sleep(200)
    await killNodeProcess(devnet, victim.name)
    const slowestMs = Math.max(...(await Promise.all(load)))
    t.ok(slowestMs < 2 * NEXT_BLOCK_MS, `every one of 30 is final, the slowest after ${Math.round(slowestMs)} ms`)
    await comesBack(t, world, victim)
  })

  await t.test('nothing that a client was told is lost anywhere', async (t) => {
    t.ok(world.told.receipts.size > 40, `${world.told.receipts.size} receipts`)
    for (const node of devnet.nodes) t.strictSame(await world.told.missingAt(node), [], node.name)
  })
})

async function viewOf({ nodes }: Devnet, except?: NodeEndpoints): Promise<number> {
  const statuses = await Promise.all(nodes.filter((node) => node !== except).map(statusOf))
  return Math.max(...statuses.map((status) => status?.view ?? 0))
}

async function primaryOf({ nodes }: Devnet): Promise<string> {
  const statuses = await Promise.all(nodes.map(statusOf))
  const newest = statuses.reduce((best, status) => ((status?.view ?? -1) > (best?.view ?? -1) ? status : best))
  if (newest === undefined) throw new Error('no node answers')
  return newest.primary
}

async function someBackup(devnet: Devnet): Promise<NodeEndpoints> {
  const primary = await primaryOf(devnet)
  const backup = devnet.nodes.find(({ name }) => name !== primary)
  if (backup === undefined) throw new Error('no backup')
  return backup
}

/** A transaction that comes after the kill is in the next block, in time. */
async function killed(t: Test, { devnet, chain, told }: World, victim: NodeEndpoints): Promise<void> {
  const others = devnet.nodes.filter((node) => node !== victim)
  const before = await headOf(others)
  const startedMs = performance.now()
  t.ok(await killNodeProcess(devnet, victim.name), `${victim.name} is killed at height ${before}`)
  await Promise.all(others.map((node) => told.transfer(node, chain)))
  const elapsedMs = performance.now() - startedMs
  t.ok(elapsedMs < NEXT_BLOCK_MS, `a transaction at each of the others is final after ${Math.round(elapsedMs)} ms`)
  t.ok((await headOf(others)) > before)
}

async function comesBack(t: Test, { devnet, chain, told }: World, victim: NodeEndpoints): Promise<void> {
  const others = devnet.nodes.filter((node) => node !== victim)
  for (const node of others) await told.transfer(node, chain)
  await startNodeProcess(devnet, victim.name)
  await waitForNode(devnet, victim, { height: 0, peers: 0 })
  const { value, elapsedMs } = await until(`${victim.name} is at the head`, BACK_AT_THE_HEAD_MS, async () => {
    const [status, head] = [await statusOf(victim), await headOf(others)]
    return status?.state === 'synced' && status.peers === 3 && status.height >= head ? status : undefined
  })
  t.match(value, { lag: 0, reasons: [] }, `${victim.name} is back at height ${value.height} after ${Math.round(elapsedMs)} ms`)
  await told.transfer(victim, chain)
}

import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, killNodeProcess, type NodeEndpoints, nodeHome, startNodeProcess, stopNodeProcess, waitForNode } from '@hanse/devnet'
import { type Test, test } from 'tap'
import { clientOf, ToldFinal } from './support/client.ts'
import { nodeOf, startTestNetwork, until } from './support/test-network.ts'

const SENT_AT_ONCE = 24
const KILLS = 3
const LISTED_WITHIN_MS = 20_000
const PAGE_ITEMS = 7

/** Ids of all transfers, page by page, oldest first; undefined while the node's index is behind. */
async function listed(node: NodeEndpoints): Promise<readonly string[] | undefined> {
  const client = clientOf(node)
  const found: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const more: { cursor?: string } = cursor === undefined ? {} : { cursor }
    const page = await client.call('tx_list', { module: 'settlement', command: 'transfer', order: 'ascending', limit: PAGE_ITEMS, ...more })
    if (!page.complete) return undefined
    found.push(...page.items.map(({ hash }) => hash))
    cursor = page.nextCursor
  }
  return found
}

/** Every transfer that was told final once, in the order of the chain, at every node. */
async function listsAreWhole(t: Test, { nodes }: Devnet, told: ToldFinal): Promise<void> {
  const wanted = [...told.receipts.values()]
    .sort((left, right) => left.height - right.height || left.index - right.index)
    .map(({ txId }) => txId as string)
  for (const node of nodes) {
    const { value } = await until(`${node.name} lists all ${wanted.length}`, LISTED_WITHIN_MS, async () => {
      const found = await listed(node).catch(() => undefined)
      return found !== undefined && found.length >= wanted.length ? found : undefined
    })
    t.strictSame(value, wanted, node.name)
  }
}

test('lists of a network show what was sent', { timeout: 180_000 }, async (t) => {
  const devnet = await startTestNetwork(t)
  const chain = await clientOf(nodeOf(devnet, 'bank-a')).chain()
  const told = new ToldFinal()
  const send = async (nodes: readonly NodeEndpoints[]): Promise<void> => {
    await Promise.all(
      Array.from({ length: SENT_AT_ONCE }, (_, index) => told.transfer(nodes[index % nodes.length] as NodeEndpoints, chain)),
    )
  }

  await t.test('who has a receipt finds its transaction in the next list', async (t) => {
    for (const node of devnet.nodes) {
      await told.transfer(node, chain)
      const page = await clientOf(node).call('tx_list', { limit: 1 })
      t.match(page, { complete: true, items: [{ hash: [...told.receipts.keys()].at(-1) }] }, node.name)
    }
    await send(devnet.nodes)
    await listsAreWhole(t, devnet, told)
  })

  await t.test('a node that is killed while it indexes goes on where it was', async (t) => {
    const victim = nodeOf(devnet, 'supplier')
    const others = devnet.nodes.filter((node) => node !== victim)
    for (let kill = 0; kill < KILLS; kill++) {
      const load = send(others)
      await sleep(50 + 100 * kill)
      await killNodeProcess(devnet, victim.name)
      await load
      await startNodeProcess(devnet, victim.name)
      await waitForNode(devnet, victim, { height: 0, peers: 2 })
    }
    await listsAreWhole(t, devnet, told)
  })

  await t.test('an index that is gone, or damaged, is made anew by the node itself', async (t) => {
    const [gone, damaged] = [nodeOf(devnet, 'bank-b'), nodeOf(devnet, 'core-firm')]
    for (const node of [gone, damaged]) {
      await stopNodeProcess(devnet, node.name)
      const directory = join(nodeHome(devnet, node.name), 'data', 'index')
      t.ok(existsSync(join(directory, 'index.db')), 'where docs/operating.md says')
      if (node === gone) await rm(directory, { recursive: true })
      else await writeFile(join(directory, 'index.db'), Buffer.alloc(50_000, 0x3c))
      await startNodeProcess(devnet, node.name)
      await waitForNode(devnet, node, { height: 0, peers: 2 })
    }
    await listsAreWhole(t, devnet, told)
  })
})

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, type NodeEndpoints, stopNodeProcess } from '@hanse/devnet'
import { hexToBytes } from '@hanse/primitives'
import { type Chain, type LogRecord, logRecordCodec } from '@hanse/protocol'
import { openWriteAheadLog } from '@hanse/storage'
import { type Test, test } from 'tap'
import { clientOf, ToldFinal } from './support/client.ts'
import { headOf, killAll, nodeOf, startAll, startTestNetwork, until } from './support/test-network.ts'

/** Four processes start at once, on a machine that may have other things to do. How long it took is told. */
const RESUME_MS = 60_000
const CUTS = 2
const TRANSACTIONS_PER_CUT = 100
const SEND_EVERY_MS = 10

test('kill -9 of all four under load', { timeout: 180_000 }, async (t) => {
  const devnet = await startTestNetwork(t)
  const chain = await clientOf(nodeOf(devnet, 'bank-a')).chain()
  const told = new ToldFinal()

  for (let cut = 1; cut <= CUTS; cut++) {
    await t.test(`cut ${cut}: they resume without help, and know everything that they told`, async (t) => {
      const before = await cutUnderLoad(devnet, chain, told)
      t.ok(told.receipts.size > 0, `${told.receipts.size} transactions were told final so far`)
      await startAll(devnet)
      const { value, elapsedMs } = await until('a new block', RESUME_MS, async () => {
        const heights = await Promise.all(devnet.nodes.map((node) => headOf([node])))
        return Math.min(...heights) > before ? heights : undefined
      })
      t.pass(`from height ${before} to ${value.join(', ')} on all four after ${Math.round(elapsedMs)} ms`)
      for (const node of devnet.nodes) await told.transfer(node, chain)
      for (const node of devnet.nodes) t.strictSame(await told.missingAt(node), [], node.name)
    })
  }

  await t.test('no vote contradicts an earlier one', async (t) => {
    await Promise.all(devnet.nodes.map(({ name }) => stopNodeProcess(devnet, name)))
    for (const { name } of devnet.nodes) await votesAgree(t, devnet, chain, name)
  })
})

test('the check of votes finds what it looks for', (t) => {
  const vote = (type: 'prepare' | 'commit', view: number, height: number, digit: string): LogRecord =>
    ({
      type,
      epoch: 0,
      view,
      height,
      digest: digit.repeat(64),
      ...(type === 'commit' ? { headerHash: digit } : {}),
    }) as unknown as LogRecord
  const promise = (newView: number): LogRecord => ({ type: 'viewChange', epoch: 0, viewChange: { newView } }) as unknown as LogRecord
  const honest = [vote('prepare', 0, 1, 'a'), vote('commit', 0, 1, 'a'), vote('prepare', 0, 1, 'a'), promise(1), vote('prepare', 1, 1, 'b')]
  t.strictSame(contradictions(honest), [])
  t.equal(contradictions([...honest, vote('prepare', 1, 1, 'c')]).length, 1, 'two Prepares for one place')
  t.equal(contradictions([...honest, vote('commit', 0, 1, 'b')]).length, 1, 'two Commits for one place')
  t.equal(contradictions([...honest, vote('prepare', 0, 2, 'a')]).length, 1, 'a vote in a view that was given up')
  t.end()
})

/** Sends at all nodes until the cut in the middle; returns the greatest height that was seen before it. */
async function cutUnderLoad(devnet: Devnet, chain: Chain, told: ToldFinal): Promise<number> {
  const sent: Promise<unknown>[] = []
  const toldBefore = told.receipts.size
  // On a slow machine the load goes on until somebody was told something: a cut before that shows nothing.
  const isEnough = (index: number): boolean =>
    index >= TRANSACTIONS_PER_CUT && (told.receipts.size > toldBefore || index >= 20 * TRANSACTIONS_PER_CUT)
  for (let index = 0; !isEnough(index); index++) {
    const node = devnet.nodes[index % devnet.nodes.length] as NodeEndpoints
    // Those that the cut catches fail, and nobody was told anything.
    sent.push(told.transfer(node, chain, 5_000).catch(() => undefined))
    await sleep(SEND_EVERY_MS)
  }
  const height = await headOf(devnet.nodes)
  await killAll(devnet)
  await Promise.all(sent)
  return height
}

async function votesAgree(t: Test, devnet: Devnet, chain: Chain, name: string): Promise<void> {
  const directory = join(devnet.directory, 'nodes', name, 'data', 'log')
  const log = await openWriteAheadLog({ directory, genesisHash: hexToBytes(chain.genesisHash) })
  const entries = await log.readAll()
  await log.close()
  const records = entries.map(({ bytes }) => {
    const record = logRecordCodec.decode(bytes)
    if (!record.ok) throw new Error(record.error.message)
    return record.value
  })
  const votes = records.filter((record) => record.type === 'prepare' || record.type === 'commit')
  t.ok(votes.length > 20, `${name} has ${votes.length} votes in its log`)
  t.strictSame(contradictions(records), [], `${name} never voted twice for one place`)
}

/** One Prepare and one Commit for each (epoch, view, height), and none in a view that was given up. */
function contradictions(records: readonly LogRecord[]): readonly string[] {
  const found: string[] = []
  const voted = new Map<string, string>()
  let promised = 0
  for (const record of records) {
    if (record.type === 'viewChange') promised = Math.max(promised, record.viewChange.newView)
    if (record.type !== 'prepare' && record.type !== 'commit') continue
    const place = `${record.type} of epoch ${record.epoch}, view ${record.view}, height ${record.height}`
    const vote = record.type === 'commit' ? `${record.digest} ${record.headerHash}` : record.digest
    const earlier = voted.get(place)
    if (earlier !== undefined && earlier !== vote) found.push(`${place}: ${earlier} and ${vote}`)
    // A log that was compacted says a vote again; only the first time it is news.
    if (earlier === undefined && record.view < promised) found.push(`${place}: after a promise for view ${promised}`)
    voted.set(place, vote)
  }
  return found
}

import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Devnet, logPath, type NodeEndpoints, operatorKey, runningPid, statusOf, stopNodeProcess } from '@hanse/devnet'
import { type Chain, type Json, NEWEST_PROTOCOL_VERSION, PROTOCOL_VERSIONS } from '@hanse/protocol'
import { buildTransaction, type SignedTransaction, signTransaction } from '@hanse/sdk'
import { test } from 'tap'
import { clientOf, signedTransfer, ToldFinal } from './support/client.ts'
import { allReady, createTestNetwork, headOf, nodeOf, until } from './support/test-network.ts'

const releaseMain = fileURLToPath(new URL('./support/release-node.ts', import.meta.url))

/** What comes with the newer release: a vote brings it into force. */
const NEWER_VERSION = NEWEST_PROTOCOL_VERSION + 1
const OLDER: readonly number[] = PROTOCOL_VERSIONS
/** How often a transfer is tried, and how long each time, in ms. */
const [TRIES, WAIT_MS] = [12, 10_000]
const NEWER: readonly number[] = [...PROTOCOL_VERSIONS, NEWER_VERSION]

/** As the devnet starts a node, but of a release that knows these versions of the protocol. */
async function startRelease(devnet: Devnet, name: string, versions: readonly number[]): Promise<void> {
  const log = openSync(logPath(devnet, name), 'a')
  const words = [releaseMain, join(devnet.directory, 'nodes', name), versions.join()]
  const child = spawn(process.execPath, words, { detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  await writeFile(join(devnet.directory, 'pids', name), `${child.pid}\n`)
}

/** Signed by both operators of a party. */
async function governed(node: NodeEndpoints, party: string, command: string, params: Json): Promise<void> {
  const client = clientOf(node)
  const signers = [operatorKey(party, 'maker'), operatorKey(party, 'checker')] as const
  const [{ address: sender }, { address: coSigner }] = signers
  const calls = [{ module: 'governance', command, params }]
  const draft = buildTransaction({ chain: await client.chain(), sender, coSigners: [coSigner], calls })
  await client.sendAndWait(await signTransaction(draft, [...signers]), { timeoutMs: 20_000 })
}

/** Transfers, one after the other, until it is stopped: each at one node, and the same bytes at the next where that does not answer. */
function offerLoad({ nodes }: Devnet, chain: Chain, told: ToldFinal): { stop(): Promise<number> } {
  let isStopped = false
  const send = async (transaction: SignedTransaction, first: number): Promise<void> => {
    for (let turn = first; turn < first + TRIES; turn++) {
      const client = clientOf(nodes[turn % nodes.length] as NodeEndpoints)
      const receipt = await client.sendAndWait(transaction, { timeoutMs: WAIT_MS }).catch(() => undefined)
      if (receipt === undefined) continue
      told.receipts.set(transaction.hash, receipt)
      return
    }
    throw new Error(`${transaction.hash} is not final`)
  }
  const run = async (): Promise<number> => {
    let longestMs = 0
    for (let turn = 0; !isStopped; turn++) {
      const startedMs = performance.now()
      await send(await signedTransfer(chain), turn)
      longestMs = Math.max(longestMs, performance.now() - startedMs)
    }
    return longestMs
  }
  const running = run()
  return {
    stop: async () => {
      isStopped = true
      return await running
    },
  }
}

async function isInStep(devnet: Devnet, name: string): Promise<void> {
  const others = devnet.nodes.filter((node) => node.name !== name)
  await until(`${name} is in step`, 120_000, async () => {
    const [status, head] = await Promise.all([statusOf(nodeOf(devnet, name)), headOf(others)]).catch(() => [])
    return status?.state === 'synced' && status.height >= (head ?? 0) - 1 ? status : undefined
  })
}

test('a rolling upgrade under load: four nodes one by one, a vote on the protocol’s version, and the one that was left behind', {
  timeout: 600_000,
}, async (t) => {
  const devnet = await createTestNetwork(t)
  const names = devnet.nodes.map(({ name }) => name)
  const late = 'supplier'
  for (const name of names) await startRelease(devnet, name, OLDER)
  await allReady(devnet, 1)
  const told = new ToldFinal()
  const load = offerLoad(devnet, await clientOf(nodeOf(devnet, late)).chain(), told)

  for (const name of names.filter((candidate) => candidate !== late)) {
    t.ok(await stopNodeProcess(devnet, name), `${name} is stopped`)
    await startRelease(devnet, name, NEWER)
    await isInStep(devnet, name)
  }
  t.pass('old and new side by side')

  const witness = nodeOf(devnet, 'bank-a')
  const action = { type: 'scheduleUpgrade', version: NEWER_VERSION }
  await governed(witness, 'bank-a', 'propose', { member: 'bank-a', action, deadlineMs: Date.now() + 3_600_000 })
  await governed(witness, 'bank-b', 'vote', { member: 'bank-b', proposalId: '1', choice: 'yes' })
  await governed(witness, 'shunhe', 'vote', { member: 'core-firm', proposalId: '1', choice: 'yes' })
  const { scheduled } = (await clientOf(witness).query('governance', 'rules', {})).value as { scheduled: { height: number }[] }
  const height = scheduled[0]?.height ?? 0
  t.ok(height > 0, `version ${NEWER_VERSION} comes at height ${height}`)

  await until('the older node ends below that height', 240_000, async () => (runningPid(devnet, late) === undefined ? true : undefined))
  const fatal = (await readFile(logPath(devnet, late), 'utf8')).split('\n').filter((line) => line.includes('node/protocol-too-old'))
  t.ok(fatal.length > 1, 'it was told before, and says why it ends')
  await until('the others go on above it', 120_000, async () => ((await headOf([witness]).catch(() => 0)) > height + 3 ? true : undefined))

  await startRelease(devnet, late, NEWER)
  await isInStep(devnet, late)
  const longestMs = await load.stop()
  t.ok(told.receipts.size > 50, `${told.receipts.size} transfers, the longest took ${Math.round(longestMs)} ms`)
  for (const node of devnet.nodes) {
    t.strictSame(await told.missingAt(node), [], `${node.name} has every one of them`)
    t.match(await clientOf(node).query('governance', 'rules', {}), { value: { version: NEWER_VERSION } })
  }
})

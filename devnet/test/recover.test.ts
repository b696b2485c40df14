import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, killNodeProcess, type NodeEndpoints, startNodeProcess, statusOf } from '@hanse/devnet'
import type { Hash } from '@hanse/primitives'
import { createLightClient, verifyTransactionProof } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { jsonOf, runCli } from '../../packages/cli/test/support/run-cli.ts'
import { clientOf, signedTransfer, ToldFinal } from './support/client.ts'
import { allReady, headOf, killAll, nodeOf, startAll, startTestNetwork, temporaryFolder, until } from './support/test-network.ts'

/** Several times what a view may take. */
const STANDS_FOR_MS = 10_000

interface Status {
  readonly head: { readonly height: number; readonly hash: string }
  readonly guard: { readonly epoch: number; readonly height: number }
  readonly start?: string
  readonly epoch: number
  readonly quorum: number
  readonly signedEpoch?: number
}

const homeOf = ({ directory }: Devnet, name: string): string => join(directory, 'nodes', name)

/** Exit code and answer of `hanse recover …`. */
async function recover(devnet: Devnet, name: string, ...words: readonly string[]) {
  const run = await runCli(['recover', ...words, '--home', homeOf(devnet, name), '--json'])
  return { code: run.code, json: jsonOf(run) as unknown }
}

async function statusAt(devnet: Devnet, name: string): Promise<Status> {
  const { code, json } = await recover(devnet, name, 'status')
  if (code !== 0) throw new Error(JSON.stringify(json))
  return json as Status
}

/** Two validators with votes for a block that two others never saw: then everything stops, and three logs are lost. */
async function loseLogs(devnet: Devnet, lost: readonly string[]): Promise<void> {
  await killAll(devnet)
  for (const name of lost) await rm(join(homeOf(devnet, name), 'data', 'log'), { recursive: true })
}

async function voteInVain(devnet: Devnet): Promise<readonly NodeEndpoints[]> {
  const [first] = devnet.nodes as readonly [NodeEndpoints]
  const { primary } = await clientOf(first).call('consensus_getState')
  const voters = [devnet.nodes[primary], devnet.nodes[(primary + 1) % devnet.nodes.length]] as readonly NodeEndpoints[]
  for (const { name } of devnet.nodes) if (!voters.some((voter) => voter.name === name)) await killNodeProcess(devnet, name)
  const client = clientOf(voters[0] as NodeEndpoints)
  await client.send(await signedTransfer(await client.chain()))
  await until('votes above the head', 30_000, async () => {
    const states = await Promise.all(voters.map((node) => clientOf(node).call('consensus_getState')))
    return states.every(({ slots }) => slots.some(({ prepares }) => prepares.length === voters.length)) ? true : undefined
  })
  return voters
}

async function checkRefusals(t: Test, devnet: Devnet, folder: string, files: readonly string[], names: readonly string[]): Promise<void> {
  const [a, b] = files as readonly [string, string]
  const [first] = names as readonly [string]
  const refusals: readonly (readonly [string, readonly string[], string])[] = [
    ['too few', ['apply', a, b], 'recover/too-few'],
    ['one of them twice', ['apply', a, b, b], 'recover/too-few'],
    ['another head', ['sign', `0x${'ab'.repeat(32)}`, '--out', join(folder, 'other.json')], 'recover/other-head'],
    ['no statement', ['apply', join(homeOf(devnet, first), 'genesis.json')], 'encoding/bad-field'],
  ]
  for (const [words, command, code] of refusals) {
    const { code: exit, json } = await recover(devnet, first, ...command)
    t.equal(exit, 1, words)
    t.match(json, { error: { code } }, words)
  }
}

test('C24: three of four lose their logs: the chain stands, is recovered, and goes on; whoever was away follows', {
  timeout: 600_000,
}, async (t) => {
  const devnet = await startTestNetwork(t)
  const folder = await temporaryFolder(t)
  const told = new ToldFinal()
  const chain = await clientOf(nodeOf(devnet, 'bank-a')).chain()
  for (const node of devnet.nodes) await told.transfer(node, chain)
  const voters = await voteInVain(devnet)
  const whole = devnet.nodes.find(({ name }) => !voters.some((voter) => voter.name === name)) as NodeEndpoints
  const lost = devnet.nodes.filter(({ name }) => name !== whole.name).map(({ name }) => name)
  await loseLogs(devnet, lost)

  await startAll(devnet)
  const { value: height } = await until('all at one height', 60_000, async () => {
    const heights = (await Promise.all(devnet.nodes.map(statusOf))).map((status) => status?.height)
    return heights.every((other) => other === heights[0]) ? heights[0] : undefined
  })
  await sleep(STANDS_FOR_MS)
  t.equal(await headOf(devnet.nodes), height, 'the chain stands')
  const running = await recover(devnet, whole.name, 'status')
  t.match(running, { code: 1, json: { error: { code: 'storage/locked' } } })
  await killAll(devnet)

  const before = await Promise.all(lost.map((name) => statusAt(devnet, name)))
  const hash = before[0]?.head.hash ?? ''
  for (const [index, status] of before.entries()) {
    t.match(status, { head: { height, hash }, epoch: 0, quorum: 3 })
    if (!voters.some(({ name }) => name === lost[index])) continue
    t.equal(status.start, 'recovering', `${lost[index]} has lost votes that it gave`)
    t.ok(status.guard.height > height, '… above its head')
  }
  t.match(await statusAt(devnet, whole.name), { head: { height, hash }, start: 'validator' })
  const files = lost.map((name) => join(folder, `${name}.json`))
  for (const [index, name] of lost.entries()) {
    const { code, json } = await recover(devnet, name, 'sign', hash, '--out', files[index] ?? '')
    t.equal(code, 0, JSON.stringify(json))
    t.match(await statusAt(devnet, name), { signedEpoch: 2, guard: { epoch: 2, height: height + 1 } })
  }
  await checkRefusals(t, devnet, folder, files, lost)
  const applied = await recover(devnet, whole.name, 'apply', ...files)
  t.match(applied, { code: 0, json: { outcome: 'applied', epoch: 2, height: height + 1, signers: lost } })
  t.match(await recover(devnet, whole.name, 'apply', ...files), { code: 0, json: { outcome: 'present' } })

  await startAll(devnet)
  await allReady(devnet, height + 2)
  for (const node of devnet.nodes) await told.transfer(node, chain)
  for (const node of devnet.nodes) t.equal((await clientOf(node).call('consensus_getState')).epoch, 2)
  for (const node of devnet.nodes) t.same(await told.missingAt(node), [], node.name)

  const client = clientOf(nodeOf(devnet, lost[0] ?? ''))
  const light = createLightClient({ genesis: chain.genesis, client })
  const proof = await client.callRaw('tx_getProof', { hash: [...told.receipts.keys()].at(-1) as Hash })
  t.match(await light.verify(() => verifyTransactionProof(proof, light)), { ok: true }, 'genesis alone is trusted')
  t.match(await client.call('consensus_listEpochs'), {
    items: [
      { epoch: 0, lastHeight: height },
      { epoch: 1, firstHeight: height + 1 },
    ],
  })

  // One that has to begin with genesis.
  await killNodeProcess(devnet, whole.name)
  await rm(join(homeOf(devnet, whole.name), 'data'), { recursive: true })
  await startNodeProcess(devnet, whole.name)
  await allReady(devnet, height + 3)
  t.same(await told.missingAt(whole), [], 'one that began with genesis')
  t.equal(JSON.parse(await readFile(files[0] ?? '', 'utf8')).statement.epoch, 2)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { bytesToHex } from '@hanse/primitives'
import { candidateSignBytes, type Json } from '@hanse/protocol'
import { createClient, type FinalReceipt, type HanseClient, type NodeStanding } from '@hanse/sdk'
import { DEMO_PARTIES, operatorKey } from '../cast.ts'
import { devnetCommand } from '../command-line.ts'
import { addHome } from '../create-devnet.ts'
import { requireDevnet as requireDemoChain } from '../demo-keys.ts'
import { consensusKey, validatorRecord } from '../genesis-recipe.ts'
import type { Devnet } from '../layout.ts'
import { answersEverywhere, endpointsOf, highestOf, nodeNamed, waitForNode } from '../network.ts'
import { check, DevnetError, type Output } from '../output.ts'
import { requireFreePorts } from '../ports.ts'
import { runningPid, startNodeProcess } from '../processes.ts'
import { callNode } from '../rpc-call.ts'
import { devnetNodes, type NodeEndpoints, rpcUrl, VALIDATORS_MAX } from '../topology.ts'
import { requireDevnet } from './nodes.ts'

/** Who votes for a newcomer: those of the cast that no node of the first four has. One for each node that is added. */
const FREE_PARTIES = ['sanshui', 'gaoming', 'tax', 'regulator'] as const
const NAME = /^[a-z][a-z0-9-]{0,30}$/
const VOTING_MS = 3_600_000
/** The chain keeps a block a minute for observers to sign: how long it may take until one is there, in ms. */
const CHECKPOINT_TIMEOUT_MS = 150_000
/** How long the newcomer may take until it knows that it validates, in ms. */
const VALIDATES_TIMEOUT_MS = 30_000
const POLL_MS = 250

/**
 * One node more, all the way to a validator: the members admit it, it follows the chain as an observer, signs that it is at the head, and
 * the members make it a validator. What was interrupted goes on where it was.
 */
export async function addNode(directory: string, name: string, output: Output): Promise<void> {
  const found = await requireDevnet(directory)
  const client = createClient({ url: rpcUrl(found.nodes[0] as NodeEndpoints) })
  const members = await membersOf(found, client)
  const devnet = found.nodes.some((node) => node.name === name) ? found : await grow(found, name)
  const node = nodeNamed(devnet, name)
  await admit(devnet, node, { client, members, output })
  if (runningPid(devnet, name) === undefined) await startNodeProcess(devnet, name)
  const height = await highestOf(devnet)
  const status = await waitForNode(devnet, node, { height, peers: 1 })
  output.line(check(`${name} is at the head    height ${status.height} · ${status.peers} peers`))
  await promote(devnet, node, { client, members, output })
  const { epoch, quorum, items } = await client.call('consensus_getValidators')
  output.line(check(`${name} validates         epoch ${epoch} · ${items.length} validators, ${quorum} decide`))
  if (!(await answersEverywhere(node)))
    throw new DevnetError('devnet/no-answer', `${name} does not answer at all of its endpoints`, devnetCommand(directory, `logs ${name}`))
  const { rpc, ws, metrics } = endpointsOf(node)
  output.line(` ${name}  ${rpc}   ${ws}   metrics ${metrics}`)
  output.result({ name, epoch, validators: items.length, quorum, endpoints: endpointsOf(node) })
}

interface Desk {
  readonly client: HanseClient
  readonly members: readonly Member[]
  readonly output: Output
}

interface Member {
  readonly organization: string
  readonly partyId: string
}

async function grow(devnet: Devnet, name: string): Promise<Devnet> {
  const { directory, state } = devnet
  const { added = [] } = state
  const again = devnetCommand(directory, 'add-node bank-c')
  if (!NAME.test(name)) throw new DevnetError('devnet/bad-name', `${name} is no name for a node: a-z, 0-9 and -`, again, 2)
  if (!state.demo)
    throw new DevnetError('devnet/no-voters', 'this network has no demo members, who would vote', devnetCommand(directory, 'reset'))
  if (added.length >= FREE_PARTIES.length || devnet.nodes.length >= VALIDATORS_MAX)
    throw new DevnetError(
      'devnet/full',
      `${devnet.nodes.length} nodes are all that the demo members can vote for`,
      devnetCommand(directory, 'status'),
    )
  const newcomer = devnetNodes(state.validators, state.basePort, [...added, name]).at(-1) as NodeEndpoints
  await requireFreePorts([newcomer], () => `end the other program, then ${devnetCommand(directory, `add-node ${name}`)}`)
  const grown = await addHome(devnet, name)
  if (!grown.ok) throw new DevnetError(grown.error.code, grown.error.message, grown.error.hint ?? again)
  return grown.value
}

/** Who votes, by the demo keys. @throws DevnetError where no quorum of them runs */
async function membersOf({ directory, nodes }: Devnet, client: HanseClient): Promise<readonly Member[]> {
  const first = nodes[0] as NodeEndpoints
  if ((await callNode(first, 'chain_getHeight')) === undefined)
    throw new DevnetError('devnet/not-running', `${first.name} does not answer`, devnetCommand(directory, '--detach'), 3)
  requireDemoChain((await client.chain()).genesis.chainId, rpcUrl(first))
  const { items } = (await client.query<{ readonly items: readonly Member[] }>('governance', 'members')).value
  return items.filter(({ partyId }) => DEMO_PARTIES.some((party) => party.partyId === partyId))
}

function partyFor({ state }: Devnet, name: string): string {
  return FREE_PARTIES[(state.added ?? []).indexOf(name)] ?? FREE_PARTIES[0]
}

async function standingOf(node: NodeEndpoints): Promise<NodeStanding['standing'] | undefined> {
  return (await callNode<NodeStanding>(node, 'consensus_getStanding'))?.standing
}

/** Nothing is proposed twice: the chain says who is known. */
async function isKnown(client: HanseClient, name: string): Promise<boolean> {
  const { items } = (
    await client.query<{ readonly items: readonly { readonly record: { readonly organization: string } }[] }>('governance', 'observers')
  ).value
  const validators = (await client.call('consensus_getValidators')).items
  return items.some(({ record }) => record.organization === name) || validators.some(({ organization }) => organization === name)
}

async function admit(devnet: Devnet, node: NodeEndpoints, desk: Desk): Promise<void> {
  if (await isKnown(desk.client, node.name)) return
  const { genesis, genesisHash } = await desk.client.chain()
  const candidate = { record: validatorRecord(node), partyId: partyFor(devnet, node.name) }
  const domain = { genesisHash, chainId: genesis.chainId }
  const proof = bytesToHex(consensusKey(node.name).sign(candidateSignBytes(domain, candidate)))
  const yes = await decide(desk, { type: 'admitObserver', ...candidate, proof } as unknown as Json)
  desk.output.line(check(`${node.name} is admitted      as an observer, by ${yes.join(', ')}`))
}

async function promote(devnet: Devnet, node: NodeEndpoints, desk: Desk): Promise<void> {
  if ((await standingOf(node)) === 'validator') return
  const { height, headerHash, signature } = await readinessOf(devnet, node)
  const readiness = { height, headerHash, signature }
  const yes = await decide(desk, { type: 'addValidator', organization: node.name, readiness } as unknown as Json)
  desk.output.line(check(`${node.name} is voted in      having signed block ${height}, by ${yes.join(', ')}`))
  const deadlineMs = performance.now() + VALIDATES_TIMEOUT_MS
  while ((await standingOf(node)) !== 'validator') {
    if (performance.now() > deadlineMs) throw stuck(devnet, node, `${node.name} was voted in and does not know it`)
    await sleep(POLL_MS)
  }
}

async function readinessOf(devnet: Devnet, node: NodeEndpoints): Promise<NonNullable<NodeStanding['readiness']>> {
  const deadlineMs = performance.now() + CHECKPOINT_TIMEOUT_MS
  for (;;) {
    const standing = await callNode<NodeStanding>(node, 'consensus_getStanding')
    if (standing?.readiness !== undefined) return standing.readiness
    if (performance.now() > deadlineMs) throw stuck(devnet, node, `${node.name} has found no block to sign`)
    await sleep(POLL_MS)
  }
}

function stuck({ directory }: Devnet, { name }: NodeEndpoints, message: string): DevnetError {
  return new DevnetError('devnet/not-ready', message, devnetCommand(directory, `logs ${name}`), 3)
}

/** Proposes and votes, with two people of each member, until it is decided; gives the members that said yes. */
async function decide({ client, members }: Desk, action: Json): Promise<readonly string[]> {
  const yes: string[] = []
  let proposalId: string | undefined
  for (const { organization, partyId } of members) {
    const params =
      proposalId === undefined
        ? { member: organization, action, deadlineMs: Date.now() + VOTING_MS }
        : { member: organization, proposalId, choice: 'yes' }
    const command = proposalId === undefined ? 'propose' : 'vote'
    const signers = [operatorKey(partyId, 'maker'), operatorKey(partyId, 'checker')] as const
    const receipt = await client.transact({ calls: [{ module: 'governance', command, params: params as Json }], signers })
    yes.push(organization)
    proposalId ??= attributeOf(receipt, 'proposed', 'proposalId')
    if (receipt.events.some(({ type }) => type === 'accepted')) break
  }
  return yes
}

function attributeOf({ events }: FinalReceipt, type: string, key: string): string | undefined {
  return events.find((event) => event.type === type)?.attributes.find((attribute) => attribute.key === key)?.value
}

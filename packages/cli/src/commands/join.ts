import { writeFile } from 'node:fs/promises'
import { reject } from '@hanse/primitives'
import type { Json, ValidatorRecord } from '@hanse/protocol'
import type { HanseClient, NodeStanding, ProposalRecord } from '@hanse/sdk'
import { CliError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitCode } from '../exit-code.ts'
import {
  actionOfJoinFile,
  checkJoinFile,
  type JoinFile,
  joinFileJson,
  readinessOf,
  readJoinFile,
  signRequest,
} from '../governance/join-file.ts'
import { checkLiveQuorum } from '../governance/live-quorum.ts'
import { type DecisionFlags, memberOf, withDecision } from '../governance/member-flags.ts'
import { sendSigned } from '../governance/send-signed.ts'
import { isJsonObject } from '../json.ts'
import { PASSWORD_FILE } from '../keys/key-options.ts'
import { KEY_HELP } from '../keys/key-reference.ts'
import type { PasswordOptions } from '../keys/password.ts'
import { isoTime, mark } from '../terminal/output.ts'

const DAYS_TO_VOTE = 14
const DAY_MS = 86_400_000
const PAGE_ITEMS = 100

interface RequestFlags extends PasswordOptions {
  readonly party?: string
  readonly out: string
}

interface StatusFlags {
  readonly out?: string
}

/** What the query `observers` of governance answers. */
interface Observers {
  readonly items: readonly { readonly record: ValidatorRecord; readonly partyId: string; readonly sinceHeight: number }[]
  readonly checkpoints: readonly { readonly height: number; readonly timeMs: number }[]
}

export const registerJoin: Register = (join, run) => {
  join
    .command('request')
    .description('sign the record of HANSE_HOME with its voting key, for the members to admit it as an observer')
    .option('--party <party>', 'the registered party that will vote for it; default: the one of the organization’s name')
    .requiredOption('--out <file>', 'write it there, for `join approve` of every member')
    .option(...PASSWORD_FILE)
    .action(async (flags: RequestFlags) => await run(async (context) => await request(context, flags)))

  withDecision(
    join
      .command('approve')
      .argument('<file>', 'of a newcomer: its request, or that it is ready')
      .description('propose to the members what the newcomer asks for, or vote yes where a member has proposed it'),
  )
    .addHelpText('after', `\n${KEY_HELP}.`)
    .action(async (file: string, flags: DecisionFlags) => await run(async (context) => await approve(context, file, flags)))

  join
    .command('status')
    .description(
      'where the node that is asked stands, who observes, and what the members vote on; on the newcomer’s host it signs that it is ready',
    )
    .option('--out <file>', 'write there that this observer is at the head, for `join approve`: it counts for ten minutes')
    .action(async (flags: StatusFlags) => await run(async (context) => await status(context, flags)))
}

async function request({ home, output }: Context, { party, out, ...flags }: RequestFlags): Promise<void> {
  const { domain, request: signed } = await signRequest(home, party, flags)
  const json = joinFileJson(domain, { request: signed })
  await writeFile(out, `${JSON.stringify(json, undefined, 2)}\n`)
  const { organization, consensusKey, peerId, addresses } = signed.record
  output.fields([
    ['organization', organization],
    ['votes through', party ?? organization],
    ['consensus key', consensusKey.bytes],
    ['peer id', peerId],
    ['addresses', addresses.join(' ')],
  ])
  output.line(mark.good(`written to ${out}: give it to a member, who runs hanse join approve ${out}`))
  output.result(json)
}

/** The open proposal of the same thing. Of an observer that is ready any will do: it may have signed for a later block since. */
function isSame(action: Json, wanted: Json): boolean {
  if (!isJsonObject(action) || !isJsonObject(wanted) || action['type'] !== wanted['type']) return false
  return wanted['type'] === 'admitObserver' ? action['proof'] === wanted['proof'] : action['organization'] === wanted['organization']
}

async function openProposals(client: HanseClient): Promise<readonly ProposalRecord[]> {
  const items: ProposalRecord[] = []
  let cursor: string | null = null
  do {
    const page: { readonly items: readonly ProposalRecord[]; readonly nextCursor: string | null } = await client.call('gov_listProposals', {
      status: 'open',
      limit: PAGE_ITEMS,
      ...(cursor === null ? {} : { cursor }),
    })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

function subjectOf({ request: asked, readiness }: JoinFile): string {
  if (asked !== undefined)
    return `${asked.record.organization} as an observer, with ${asked.partyId ?? asked.record.organization} to vote for it`
  return `${readiness?.organization} as a validator, which has signed for block ${readiness?.readiness.height}`
}

async function approve(context: Context, path: string, flags: DecisionFlags): Promise<ExitCode> {
  const file = await readJoinFile(path)
  const client = await context.connect()
  const { genesis, genesisHash } = await client.chain()
  checkJoinFile(file, { genesisHash, chainId: genesis.chainId }, path)
  const action = actionOfJoinFile(file)
  if (!flags.force) await checkLiveQuorum(client, action)
  const member = await memberOf(context, flags.member)
  const open = (await openProposals(client)).find((proposal) => isSame(proposal.action, action))
  context.output.line(`${member} ${open === undefined ? 'proposes' : `votes yes on ${open.proposalId}`}: ${subjectOf(file)}`)
  const call =
    open === undefined
      ? { command: 'propose', params: { member, action, deadlineMs: Date.now() + DAYS_TO_VOTE * DAY_MS } }
      : { command: 'vote', params: { member, proposalId: open.proposalId, choice: 'yes' } }
  return await sendSigned(context, { module: 'governance', ...call }, flags)
}

async function status({ connect, output }: Context, { out }: StatusFlags): Promise<void> {
  const client = await connect()
  const [standing, observers, open, { items: peers }] = await Promise.all([
    client.call('consensus_getStanding'),
    client.call('state_query', { module: 'governance', query: 'observers', args: {} }),
    openProposals(client),
    client.call('net_peers'),
  ])
  const { items, checkpoints } = observers.value as unknown as Observers
  const joining = open.filter(({ action }) => isJsonObject(action) && ['admitObserver', 'addValidator'].includes(`${action['type']}`))
  output.line(standingText(standing))
  if (items.length > 0) {
    output.line()
    output.table(
      ['observer', 'party', 'since height', 'its head, as told here'],
      items.map(({ record, partyId, sinceHeight }) => {
        const peer = peers.find(({ peerId }) => peerId === record.peerId)
        return [record.organization, partyId, sinceHeight, peer?.connected === true ? peer.head : 'not connected']
      }),
    )
    const newest = checkpoints.at(-1)
    if (newest !== undefined) output.line(`newest checkpoint: block ${newest.height}, kept at ${isoTime(newest.timeMs)}`)
  }
  for (const { proposalId, yes } of joining) output.line(`proposal ${proposalId} is open, ${yes.length} yes: hanse gov show ${proposalId}`)
  const json = out === undefined ? undefined : await writeReadiness(client, standing, out)
  if (out !== undefined) output.line(mark.good(`written to ${out}, good for ten minutes: a member runs hanse join approve ${out}`))
  output.result({ standing, observers: items, checkpoints, proposals: joining, ...(json === undefined ? {} : { file: json }) })
}

async function writeReadiness(client: HanseClient, standing: NodeStanding, file: string): Promise<Json> {
  const readiness = readinessOf(standing)
  if (readiness === undefined) {
    const hint =
      standing.standing === 'observer'
        ? 'Wait a minute: the chain keeps a block a minute to sign for.'
        : 'Ask the node of the newcomer: --rpc.'
    throw new CliError(reject('join/not-ready', 'the node that is asked has nothing to sign', { hint }))
  }
  const { genesis, genesisHash } = await client.chain()
  const json = joinFileJson({ genesisHash, chainId: genesis.chainId }, { readiness })
  await writeFile(file, `${JSON.stringify(json, undefined, 2)}\n`)
  return json
}

function standingText({ standing, organization, index, sinceHeight, readiness }: NodeStanding): string {
  switch (standing) {
    case 'validator':
      return mark.good(`this node is ${organization}, validator ${index}`)
    case 'observer': {
      const ready = readiness === undefined ? 'no checkpoint yet' : `it signs for block ${readiness.height}`
      return mark.good(`this node is ${organization}, an observer since height ${sinceHeight}; ${ready}`)
    }
    case 'none':
      return mark.warning('the chain does not know the consensus key of this node: no validator, no observer')
  }
}

import type { Json } from '@hanse/protocol'
import type { ProposalRecord } from '@hanse/sdk'
import { Argument, type Command, Option } from 'commander'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitCode } from '../exit-code.ts'
import { checkLiveQuorum } from '../governance/live-quorum.ts'
import { type DecisionFlags, memberOf, withDecision } from '../governance/member-flags.ts'
import { describeActions, proposedAction, wordOf } from '../governance/proposal-action.ts'
import { sendSigned } from '../governance/send-signed.ts'
import { isJsonObject } from '../json.ts'
import { KEY_HELP } from '../keys/key-reference.ts'
import { integerOption } from '../options.ts'
import { isoTime } from '../terminal/output.ts'

const DAYS_DEFAULT = 14
const DAYS_MAX = 90
const DAY_MS = 86_400_000
const PAGE_ITEMS = 20
const STATUSES: readonly ProposalRecord['status'][] = ['open', 'scheduled', 'done', 'failed', 'cancelled', 'rejected', 'expired']

interface ListFlags {
  readonly status?: string
  readonly all: boolean
}

interface ProposeFlags extends DecisionFlags {
  readonly days: number
  readonly note?: string
}

export const registerGov: Register = (gov, run) => {
  gov
    .command('list')
    .description('what the members vote or voted on, the youngest first')
    .addOption(new Option('--status <status>', 'only those that are it').choices(STATUSES))
    .option('--all', `all of them; default: the last ${PAGE_ITEMS}`, false)
    .action(async (flags: ListFlags) => await run(async (context) => await list(context, flags)))

  gov
    .command('show')
    .argument('<proposal>', 'its number, as `gov list` has it')
    .description('a proposal, who voted how, and what it takes')
    .action(async (proposalId: string) => await run(async (context) => await show(context, proposalId)))

  const propose = gov
    .command('propose')
    .argument('<action>', 'what it does: see below')
    .argument('[name=value...]', 'of the action; dots lead into objects, := is followed by JSON')
    .description('propose something to the members; it is the proposer’s yes')
    .option('--days <n>', 'how long the members may vote', integerOption(1, DAYS_MAX), DAYS_DEFAULT)
    .option('--note <text>', 'a word to those who vote')
  withDecision(propose as Command)
    .addHelpText('after', () => `\nActions; what stands in [ ] may be left out:\n${describeActions()}\n\n${KEY_HELP}.`)
    .action(
      async (word: string, words: readonly string[], flags: ProposeFlags) =>
        await run(async (context) => await proposeAction(context, proposedAction(word, words), flags)),
    )

  withDecision(
    gov
      .command('vote')
      .argument('<proposal>', 'its number')
      .addArgument(new Argument('<choice>', 'for good').choices(['yes', 'no']))
      .description('vote on a proposal, once, for good'),
  )
    .addHelpText('after', `\n${KEY_HELP}.`)
    .action(
      async (proposalId: string, choice: string, flags: DecisionFlags) =>
        await run(async (context) => await vote(context, proposalId, choice, flags)),
    )
}

async function list({ connect, output }: Context, { status, all }: ListFlags): Promise<void> {
  const client = await connect()
  const items: ProposalRecord[] = []
  let cursor: string | null = null
  let height = 0
  do {
    const page: Awaited<ReturnType<typeof client.call<'gov_listProposals'>>> = await client.call('gov_listProposals', {
      ...(status === undefined ? {} : { status }),
      ...(cursor === null ? { limit: PAGE_ITEMS } : { cursor, height, limit: PAGE_ITEMS }),
    })
    items.push(...page.items)
    ;({ nextCursor: cursor, height } = page)
  } while (cursor !== null && (all || items.length < PAGE_ITEMS))
  if (items.length === 0) output.line(status === undefined ? 'nothing was proposed yet' : `no proposal is ${status}`)
  else {
    output.table(
      ['#', 'status', 'action', 'proposer', 'yes', 'no', 'vote until', 'note'],
      items.map(({ proposalId, status: now, action, proposer, yes, no, deadlineMs, note }) => [
        ...[proposalId, now, actionText(action), proposer],
        ...[yes.length, no.length, isoTime(deadlineMs), note],
      ]),
    )
  }
  if (cursor !== null) output.note('older ones: --all')
  output.result({ height, items, nextCursor: cursor })
}

/** `activate-module name=loyalty version=2`. */
function actionText(action: Json): string {
  if (!isJsonObject(action)) return JSON.stringify(action)
  const { type, ...members } = action
  const words = Object.entries(members).flatMap(([name, value]) => (LONG_MEMBERS.has(name) ? [] : [`${name}=${memberText(value)}`]))
  return [wordOf(`${type}`), ...words].join(' ')
}

/** Signatures and what they are of: nothing that people compare. */
const LONG_MEMBERS: ReadonlySet<string> = new Set(['proof', 'readiness'])

/** Of a record, whose it is. */
function memberText(value: Json | undefined): string {
  if (isJsonObject(value) && typeof value['organization'] === 'string') return value['organization']
  return typeof value === 'string' ? value : JSON.stringify(value)
}

async function show({ connect, output }: Context, proposalId: string): Promise<void> {
  const reply = await (await connect()).call('gov_getProposal', { proposalId })
  const { proposal, quorum, members } = reply
  const { action, status, proposer, yes, no, deadlineMs, scheduledHeight, failure, note, evidenceId } = proposal
  const missing = members.map(({ organization }) => organization).filter((name) => !yes.includes(name) && !no.includes(name))
  const isOpen = status === 'open'
  output.fields([
    ['proposal', proposalId],
    ['status', status],
    ['action', actionText(action)],
    ['proposer', proposer],
    ['note', note],
    ['yes', `${yes.length === 0 ? 'nobody' : yes.join(', ')} (${yes.length}; ${quorum} accept it)`],
    ['no', no.length === 0 ? 'nobody' : no.join(', ')],
    ['to vote', isOpen ? (missing.length === 0 ? 'nobody' : missing.join(', ')) : undefined],
    ['vote until', isoTime(deadlineMs)],
    ['at height', scheduledHeight],
    ['failed for', failure],
    ['evidence', evidenceId === undefined ? undefined : `${evidenceId}: hanse query governance evidence`],
  ])
  if (isOpen) output.line(`  hanse gov vote ${proposalId} yes --member ORGANIZATION --key MAKER --key CHECKER`)
  output.result(reply)
}

async function proposeAction(context: Context, action: Json, flags: ProposeFlags): Promise<ExitCode> {
  const { days, note, force } = flags
  if (!force) await checkLiveQuorum(await context.connect(), action)
  const member = await memberOf(context, flags.member)
  const params = { member, action, deadlineMs: Date.now() + days * DAY_MS, ...(note === undefined ? {} : { note }) }
  return await sendSigned(context, { module: 'governance', command: 'propose', params }, flags)
}

async function vote(context: Context, proposalId: string, choice: string, flags: DecisionFlags): Promise<ExitCode> {
  if (choice === 'yes' && !flags.force) await checkProposal(context, proposalId)
  const member = await memberOf(context, flags.member)
  return await sendSigned(context, { module: 'governance', command: 'vote', params: { member, proposalId, choice } }, flags)
}

/** Of a proposal that is not there the chain says so itself. */
async function checkProposal({ connect }: Context, proposalId: string): Promise<void> {
  const client = await connect()
  const found = await client.call('gov_getProposal', { proposalId }).catch(() => undefined)
  if (found !== undefined) await checkLiveQuorum(client, found.proposal.action)
}

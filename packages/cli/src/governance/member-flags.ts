import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { SIGNING_OPTIONS, type SigningFlags } from './send-signed.ts'

const MEMBER = ['--member <organization>', 'the member that acts; default: the organization of the node that is asked'] as const
const FORCE = ['--force', 'also where no quorum of the validators that are left is up, as the node that is asked sees it'] as const

export interface MemberFlags extends SigningFlags {
  readonly member?: string
}

export interface DecisionFlags extends MemberFlags {
  readonly force: boolean
}

/** The options of what a member does with four eyes. */
function withSigning(command: Command): Command {
  command.option(...MEMBER)
  for (const [flags, description, ...rest] of SIGNING_OPTIONS) command.option(flags, description, ...(rest as []))
  return command
}

/** … and of what may change who validates. */
export function withDecision(command: Command): Command {
  return withSigning(command.option(...FORCE, false))
}

export async function memberOf({ connect }: Context, member: string | undefined): Promise<string> {
  return member ?? (await (await connect()).call('node_info')).organization
}

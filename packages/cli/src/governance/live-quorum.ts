import { reject } from '@hanse/primitives'
import { type Json, quorumSize } from '@hanse/protocol'
import type { HanseClient } from '@hanse/sdk'
import { CliError } from '../cli-error.ts'
import { isJsonObject } from '../json.ts'

interface Change {
  readonly added?: string
  readonly removed?: string
  /** It goes on with another key: its node must be started anew with it. */
  readonly replaced?: string
}

function changeOf(action: Json): Change | undefined {
  if (!isJsonObject(action)) return undefined
  const { type, organization, record } = action
  if (type === 'addValidator') return { added: `${organization}` }
  if (type === 'removeValidator') return { removed: `${organization}` }
  return type === 'replaceKey' && isJsonObject(record ?? null)
    ? { replaced: `${(record as { organization?: Json }).organization}` }
    : undefined
}

/** Validators, and which of them, and of the others, the node that is asked is in touch with. */
async function sightOf(client: HanseClient) {
  const [{ items: validators }, { items: peers }, info] = await Promise.all([
    client.call('consensus_getValidators'),
    client.call('net_peers'),
    client.call('node_info'),
  ])
  const connected = peers.flatMap(({ connected: isUp, organization }) => (isUp && organization !== undefined ? [organization] : []))
  return { validators: validators.map(({ organization }) => organization), live: new Set([info.organization, ...connected]) }
}

/**
 * Whether a quorum of the validators that a change leaves is up, as the node sees it. The chain cannot know that, and would stand still.
 * @throws CliError `gov/no-quorum`
 */
export async function checkLiveQuorum(client: HanseClient, action: Json): Promise<void> {
  const change = changeOf(action)
  if (change === undefined) return
  const { validators, live } = await sightOf(client)
  const { added, removed, replaced } = change
  const after = [...validators.filter((organization) => organization !== removed), ...(added === undefined ? [] : [added])]
  const up = after.filter((organization) => live.has(organization) && organization !== replaced)
  const quorum = quorumSize(after.length)
  if (up.length >= quorum) return
  const message = `of ${after.length} validators it leaves, ${up.length} are up (${up.join(', ')}), and ${quorum} decide: the chain would stand still`
  throw new CliError(
    reject('gov/no-quorum', message, { hint: 'Start the others first. --force if the node that is asked sees too little.' }),
  )
}

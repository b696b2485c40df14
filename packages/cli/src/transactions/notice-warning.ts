import { ACTIVATION_NOTICE_HEIGHTS_MIN, MODULES } from '@hanse/modules'
import type { Json } from '@hanse/protocol'
import { type CallDraft, type HanseClient, HanseError } from '@hanse/sdk'
import { isJsonObject } from '../json.ts'

/** What operators need to see a module coming, to install it and to restart their nodes, in ms. */
const NOTICE_MS_RECOMMENDED = 600_000
/** Over how many heights the chain's pace is measured. */
const PACE_HEIGHTS = 100

type AskedNode = Pick<HanseClient, 'call' | 'query'>

/**
 * Says that a proposal, or a yes to one, leaves operators little time: heights pass as quickly as the chain is busy. Undefined where there
 * is time enough, where the calls bring no module, and where the node cannot say. A module without a hash that this software does not have
 * comes first: it would stop the chain.
 */
export async function noticeWarning(client: AskedNode, calls: readonly CallDraft[]): Promise<string | undefined> {
  try {
    for (const call of calls) {
      const action = await activationOf(client, call)
      const warning = action === undefined ? undefined : (hashWarning(action) ?? warningOf(action, await paceOf(client)))
      if (warning !== undefined) return warning
    }
  } catch (error) {
    if (!(error instanceof HanseError)) throw error
  }
  return undefined
}

interface Activation {
  readonly name?: Json
  readonly version?: Json
  readonly hash?: Json
  readonly atHeight?: Json
}

function hashWarning({ name, version, hash }: Activation): string | undefined {
  if (hash !== undefined || MODULES.some((module) => module.name === name && module.version === version)) return undefined
  return `without a hash the module is part of the software, and this one has no ${name} version ${version}: nodes without it stop. For a package give its hash: hanse module hash DIR`
}

function asActivation(action: Json | undefined): Activation | undefined {
  return isJsonObject(action) && action['type'] === 'activateModule' ? action : undefined
}

/** The action that a call proposes, or says yes to. */
async function activationOf(client: AskedNode, { module, command, params }: CallDraft): Promise<Activation | undefined> {
  if (module !== 'governance' || !isJsonObject(params)) return undefined
  if (command === 'propose') return asActivation(params['action'])
  const { proposalId, choice } = params
  if (command !== 'vote' || choice !== 'yes' || typeof proposalId !== 'string') return undefined
  const { value } = await client.query('governance', 'proposal', { proposalId })
  return isJsonObject(value) && value['status'] === 'open' ? asActivation(value['action']) : undefined
}

interface Pace {
  readonly height: number
  readonly msPerBlock: number
}

/** Undefined on a chain that has no two blocks above genesis. */
async function paceOf(client: AskedNode): Promise<Pace | undefined> {
  const head = await client.call('chain_getHeader', { height: 'latest' })
  const span = Math.min(PACE_HEIGHTS, head.height - 1)
  if (span < 1) return undefined
  const before = await client.call('chain_getHeader', { height: head.height - span })
  return { height: head.height, msPerBlock: Math.max(1, head.timeMs - before.timeMs) / span }
}

function warningOf({ atHeight }: Activation, pace: Pace | undefined): string | undefined {
  if (pace === undefined) return undefined
  const { height, msPerBlock } = pace
  const heights = Math.max(ACTIVATION_NOTICE_HEIGHTS_MIN, typeof atHeight === 'number' ? atHeight - height : 0)
  const noticeMs = heights * msPerBlock
  if (noticeMs >= NOTICE_MS_RECOMMENDED) return undefined
  const wanted = height + Math.ceil(NOTICE_MS_RECOMMENDED / msPerBlock)
  const rate = (1_000 / msPerBlock).toFixed(1)
  return `operators have ${Math.round(noticeMs / 1_000)} s to install the module: ${heights} heights at ${rate} blocks/s. An atHeight of ${wanted} or more gives them ten minutes`
}

import type { ValidatorRecord } from '@hanse/protocol'
import { type HanseClient, HanseRpcError } from '@hanse/sdk'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { byteSize, isoTime } from '../terminal/output.ts'

/** A command that takes nothing but what all commands take. */
function plain(action: (context: Context) => Promise<void>): Register {
  return (command, run) => {
    command.action(async () => await run(action))
  }
}

export const registerValidators = plain(validators)
export const registerPeers = plain(peers)
export const registerConsensus = plain(consensus)
export const registerPool = plain(pool)

async function validators({ connect, output }: Context): Promise<void> {
  const client = await connect()
  const [set, { primary }, stats, observers] = await Promise.all([
    client.call('consensus_getValidators'),
    client.call('consensus_getState'),
    client.call('consensus_getSignerStats'),
    observersOf(client),
  ])
  output.line(`${set.items.length} validators in epoch ${set.epoch}; ${set.quorum} decide; heights ${stats.fromHeight} to ${stats.height}`)
  output.table(
    ['#', 'organization', 'signed', 'last signed', 'proposed', 'views lost', 'consensus key', 'peer id', 'addresses', ''],
    set.items.map(({ index, organization, consensusKey, peerId, addresses }) => {
      const { signed, missed, lastSignedHeight, proposed, viewsLost } = stats.items[index] ?? NOTHING_SIGNED
      const role = index === primary ? 'primary' : ''
      const share = percent(signed, signed + missed)
      return [
        index,
        organization,
        share,
        lastSignedHeight ?? 'never',
        proposed,
        viewsLost,
        consensusKey.bytes,
        peerId,
        addresses.join(' '),
        role,
      ]
    }),
  )
  if (observers.length > 0) {
    output.line()
    output.table(
      ['observer', 'party', 'since height', 'consensus key', 'peer id', 'addresses'],
      observers.map(({ record: { organization, consensusKey, peerId, addresses }, partyId, sinceHeight }) => [
        ...[organization, partyId, sinceHeight, consensusKey.bytes, peerId, addresses.join(' ')],
      ]),
    )
  }
  output.result({ ...set, signerStats: stats, observers })
}

interface ObserverItem {
  readonly record: ValidatorRecord
  readonly partyId: string
  readonly sinceHeight: number
}

/** None where the chain has no module that governs. */
async function observersOf(client: HanseClient): Promise<readonly ObserverItem[]> {
  try {
    return (await client.query<{ readonly items: readonly ObserverItem[] }>('governance', 'observers')).value.items
  } catch (error) {
    if (error instanceof HanseRpcError && error.rejection.code === 'query/unknown-module') return []
    throw error
  }
}

const NOTHING_SIGNED = { signed: 0, missed: 0, lastSignedHeight: null, proposed: 0, viewsLost: 0 }

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${Math.floor((100 * part) / whole)} %`
}

async function peers({ connect, output }: Context): Promise<void> {
  const client = await connect()
  const reply = await client.call('net_peers')
  const connected = reply.items.filter((peer) => peer.connected).length
  output.line(`${connected} of ${reply.items.length} connected`)
  output.table(
    ['', 'organization', 'head', 'in', 'out', 'reconnects', 'since', 'peer id', ''],
    reply.items.map((peer) => [
      peer.connected ? '✔' : '✖',
      peer.organization ?? '',
      peer.head ?? '',
      byteSize(peer.bytesIn),
      byteSize(peer.bytesOut),
      peer.reconnects,
      peer.connectedSinceMs === undefined ? '' : isoTime(peer.connectedSinceMs),
      peer.peerId,
      peer.connected ? '' : (peer.lastDisconnectReason ?? ''),
    ]),
  )
  output.result(reply)
}

async function consensus({ connect, output }: Context): Promise<void> {
  const client = await connect()
  const [state, set, evidence] = await Promise.all([
    client.call('consensus_getState'),
    client.call('consensus_getValidators'),
    client.call('consensus_getEvidence', { limit: 1 }),
  ])
  const nameOf = (index: number): string => set.items[index]?.organization ?? `validator ${index}`
  output.fields([
    ['epoch', state.epoch],
    ['view', state.inView ? state.view : `between views: left ${state.view}, wants ${state.wants}`],
    ['primary', nameOf(state.primary)],
    ['final head', state.head],
    ['quorum', `${state.quorum} of ${set.items.length}`],
    ['evidence', evidence.items.length === 0 ? 'none' : 'there is some: hanse rpc consensus_getEvidence'],
  ])
  if (state.slots.length > 0) {
    output.line()
    output.table(
      ['height', 'phase', 'prepared by', 'committed by'],
      state.slots.map(({ height, phase, prepares, commits }) => [
        height,
        phase,
        prepares.map(nameOf).join(' '),
        commits.map(nameOf).join(' '),
      ]),
    )
  }
  output.result(state)
}

/** Transactions that are shown; the node has the others: `hanse rpc pool_list`. */
const WAITING_SHOWN = 20

async function pool({ connect, output }: Context): Promise<void> {
  const client = await connect()
  const [status, waiting] = await Promise.all([client.call('pool_status'), client.call('pool_list', { limit: WAITING_SHOWN })])
  output.fields([
    ['transactions', `${status.size} of ${status.capacity}`],
    ['size', byteSize(status.sizeBytes)],
    ['of one sender', `${status.perSenderMax} at most`],
  ])
  if (waiting.items.length > 0) {
    output.line()
    output.table(
      ['since', 'hash', 'calls', 'sender', 'expires'],
      waiting.items.map(({ admittedAtMs, hash, calls, sender, expiresAtMs }) => [
        isoTime(admittedAtMs),
        hash,
        calls.map(({ module, command }) => `${module}.${command}`).join(' '),
        sender,
        isoTime(expiresAtMs),
      ]),
    )
    if (waiting.nextCursor !== null) output.line('and more: hanse rpc pool_list')
  }
  output.result({ ...status, waiting: waiting.items, nextCursor: waiting.nextCursor })
}

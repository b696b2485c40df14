import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { isoTime } from '../terminal/output.ts'

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

async function validators({ client, output }: Context): Promise<void> {
  const [set, { primary }] = await Promise.all([client.call('consensus_getValidators'), client.call('consensus_getState')])
  output.line(`${set.items.length} validators in epoch ${set.epoch}; ${set.quorum} decide`)
  output.table(
    ['#', 'organization', 'consensus key', 'peer id', 'addresses', ''],
    set.items.map(({ index, organization, consensusKey, peerId, addresses }) => [
      index,
      organization,
      consensusKey.bytes,
      peerId,
      addresses.join(' '),
      index === primary ? 'primary' : '',
    ]),
  )
  output.result(set)
}

async function peers({ client, output }: Context): Promise<void> {
  const reply = await client.call('net_peers')
  output.table(
    ['organization', 'peer id', 'connected', 'head', 'in', 'out', 'since', ''],
    reply.items.map((peer) => [
      peer.organization ?? '',
      peer.peerId,
      peer.connected ? 'yes' : 'no',
      peer.head ?? '',
      `${peer.bytesIn} B`,
      `${peer.bytesOut} B`,
      peer.connectedSinceMs === undefined ? '' : isoTime(peer.connectedSinceMs),
      peer.connected ? '' : (peer.lastDisconnectReason ?? ''),
    ]),
  )
  output.result(reply)
}

async function consensus({ client, output }: Context): Promise<void> {
  const [state, set] = await Promise.all([client.call('consensus_getState'), client.call('consensus_getValidators')])
  const nameOf = (index: number): string => set.items[index]?.organization ?? `validator ${index}`
  output.fields([
    ['epoch', state.epoch],
    ['view', state.inView ? state.view : `between views: left ${state.view}, wants ${state.wants}`],
    ['primary', nameOf(state.primary)],
    ['final head', state.head],
    ['quorum', `${state.quorum} of ${set.items.length}`],
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

async function pool({ client, output }: Context): Promise<void> {
  const status = await client.call('pool_status')
  output.fields([
    ['transactions', `${status.size} of ${status.capacity}`],
    ['bytes', status.sizeBytes],
    ['of one sender', `${status.perSenderMax} at most`],
  ])
  output.result(status)
}

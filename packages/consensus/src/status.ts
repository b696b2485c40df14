import { primaryOf, type Status, type ValidatorIndex } from '@hanse/protocol'
import type { Received, StatusMessage } from './messages.ts'
import { type Context, type Help, isInView, type Standing } from './replica-state.ts'
import { targetDigest, windowSlots } from './slots.ts'

/** What this replica holds, so that others can send what it lacks. */
export function sendStatus(context: Context): void {
  const { state, options } = context
  if (options.self === undefined || state.role.type === 'observer') return
  const slots: Status['slots'][number][] = []
  for (const slot of windowSlots(context)) {
    const digest = targetDigest(state, slot)
    if (digest !== undefined) slots.push({ height: slot.height, digest, voters: slot.prepares.votersFor(digest) })
  }
  context.emit({ type: 'broadcast', message: { type: 'status', view: state.view, wants: state.wants, head: state.head.height, slots } })
}

/** True once a kind of help, a peer and a status period: whoever asks more often gets no more. */
export function claimHelp({ state, options }: Context, to: ValidatorIndex, help: Help): boolean {
  if (to === options.self) return false
  let given = state.helped.get(to)
  if (given === undefined) {
    given = new Set()
    state.helped.set(to, given)
  }
  if (given.has(help)) return false
  given.add(help)
  return true
}

/** To one that is below our head. */
export function helpToHead(context: Context, to: ValidatorIndex): void {
  const { certificate } = context.state.head
  if (certificate === undefined || !claimHelp(context, to, 'certificate')) return
  context.emit({ type: 'send-certificate', to, certificate })
}

/**
 * To one that is below our view: the NewView with all that it names, or, before there is one, our ViewChange. Not in the status period
 * in which everybody was told: what the other says may be older than that.
 */
export function helpToView(context: Context, to: ValidatorIndex): void {
  const { state, options } = context
  if (state.statusTicks === 0) return
  if (isInView(state)) {
    if (state.entered.newView !== undefined && claimHelp(context, to, 'view')) relayNewView(context, to)
    return
  }
  const own = options.self === undefined ? undefined : state.viewChanges.get(options.self)
  if (own !== undefined && claimHelp(context, to, 'view')) context.emit({ type: 'relay', to, signed: own.signed })
}

/** The ViewChanges go first: with them the NewView is entered without a fetch. */
export function relayNewView({ state, emit }: Context, to: ValidatorIndex): void {
  const { newView, viewChanges } = state.entered
  if (newView === undefined) return
  for (const { signed } of viewChanges) emit({ type: 'relay', to, signed })
  emit({ type: 'relay', to, signed: newView })
}

function isLater(left: Standing, right: Standing): boolean {
  if (left.view !== right.view) return left.view > right.view
  if (left.head !== right.head) return left.head > right.head
  return left.wants > right.wants
}

export function onStatus(context: Context, signed: Received<StatusMessage>): void {
  const { state, options } = context
  const { signer, message } = signed
  if (signer === options.self) return
  const known = state.standings.get(signer)
  if (known === undefined || isLater(message, known)) {
    state.standings.set(signer, { view: message.view, head: message.head, wants: message.wants })
  }
  if (message.head < state.head.height) helpToHead(context, signer)
  if (message.view < state.view) return helpToView(context, signer)
  if (message.view === state.view && isInView(state) && message.head === state.head.height) helpWithVotes(context, signer, message)
}

/** Offers our own votes and the primary's again where the other lacks them. */
function helpWithVotes(context: Context, to: ValidatorIndex, status: Status): void {
  const { state, options, sizes } = context
  if (options.self === undefined || !claimHelp(context, to, 'votes')) return
  const primary = primaryOf(state.entered.view, sizes.validators)
  for (const slot of windowSlots(context)) {
    const theirs = status.slots.find(({ height }) => height === slot.height)
    const known = theirs?.digest === targetDigest(state, slot) ? theirs?.voters : undefined
    for (const voter of new Set([primary, options.self])) {
      const vote = slot.prepares.voteOf(voter)
      if (vote !== undefined && voter !== to && known?.includes(voter) !== true) context.emit({ type: 'relay', to, signed: vote })
    }
    const commit = slot.commits.voteOf(options.self)
    if (commit !== undefined) context.emit({ type: 'relay', to, signed: commit })
  }
}

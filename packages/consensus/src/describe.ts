import { type Hash, unreachable } from '@hanse/primitives'
import type { ConsensusMessage, LogRecord, ValidatorIndex } from '@hanse/protocol'
import type { Effect } from './effect.ts'
import type { EngineDescription } from './engine.ts'
import type { Input } from './input.ts'

/** Digits of a hash that tell the hashes of one log apart. */
const SHORT_HASH_LENGTH = 10

function short(hash: Hash | undefined): string {
  return hash === undefined ? 'nothing' : hash.slice(0, SHORT_HASH_LENGTH)
}

function list(validators: readonly ValidatorIndex[]): string {
  return validators.length === 0 ? 'nobody' : validators.join(',')
}

function slotText(vote: {
  readonly view?: number
  readonly height: number
  readonly digest: Hash
  readonly headerHash?: Hash | undefined
}): string {
  const header = vote.headerHash === undefined ? '' : ` header ${short(vote.headerHash)}`
  return `${vote.view === undefined ? '' : `view ${vote.view} `}height ${vote.height} ${short(vote.digest)}${header}`
}

function viewChangeText(message: Extract<ConsensusMessage, { readonly type: 'viewChange' }>): string {
  const prepared = message.prepared === undefined ? 'nothing' : `${short(message.prepared.digest)} of view ${message.prepared.view}`
  return `ViewChange for view ${message.newView}: head ${message.head?.height ?? 0}, prepared ${prepared}`
}

/** One line, stable, without signatures. */
export function describeMessage(message: ConsensusMessage): string {
  switch (message.type) {
    case 'proposal':
      return `Proposal view ${message.view} height ${message.body.height} of ${message.body.ids.length}`
    case 'prepare':
      return `Prepare ${slotText(message)}`
    case 'commit':
      return `Commit ${slotText(message)}`
    case 'viewChange':
      return viewChangeText(message)
    case 'newView':
      return `NewView ${message.newView}: base ${message.base}, fixed to ${short(message.digest)}`
    case 'status':
      return `Status view ${message.view} wants ${message.wants} head ${message.head}, ${message.slots.length} heights above`
    default:
      return unreachable(message)
  }
}

function describeRecord(record: LogRecord): string {
  switch (record.type) {
    case 'proposal':
      return `body of height ${record.body.height} with its bytes`
    case 'prepare':
      return `own Prepare ${slotText(record)}`
    case 'commit':
      return `own Commit ${slotText(record)}`
    case 'prepared':
      return `prepared certificate ${slotText(record)}`
    case 'committed':
      return `commit certificate ${slotText(record)}`
    case 'viewChange':
      return `own ${viewChangeText({ type: 'viewChange', ...record.viewChange })}`
    case 'newView':
      return describeMessage(record.newView.message)
    case 'wants':
      return `wants view ${record.view}`
    default:
      return unreachable(record)
  }
}

/** One line, stable. */
export function describeInput(input: Input): string {
  switch (input.type) {
    case 'start':
      return `start as ${input.role.type} at head ${input.head.header.height} with ${input.log.length} records`
    case 'message':
      return `from ${input.signed.signer}: ${describeMessage(input.signed.message)}`
    case 'certificate':
      return `commit certificate ${slotText(input.certificate)}`
    case 'body':
      return `body of height ${input.body.height}`
    case 'fetch-body':
      return `${input.from} asks for the body of height ${input.height} ${short(input.digest)}`
    case 'fetch-view-change':
      return `${input.from} asks for ViewChange ${short(input.hash)}`
    case 'fetch-new-view':
      return `${input.from} asks for the NewView of view ${input.view}`
    case 'demand':
      return `${input.pending} pending${input.fullBlock ? ', a full block' : ''}${input.starved ? ', one starved' : ''}`
    case 'batch-ready':
      return `batch of ${input.ids.length} for height ${input.height} in view ${input.view}`
    case 'batch-checked':
      return `batch of height ${input.height} ${short(input.digest)}: ${input.verdict}`
    case 'executed':
      return `executed height ${input.height} ${short(input.digest)} on ${short(input.parentHash)}: header ${short(input.headerHash)}`
    case 'timer-fired':
      return `timer ${input.timer}`
    case 'caught-up':
      return `caught up to height ${input.head.header.height}`
    case 'peers':
      return `connected to ${list(input.connected)}`
    default:
      return unreachable(input)
  }
}

/** One line, stable. */
export function describeEffect(effect: Effect): string {
  switch (effect.type) {
    case 'persist':
      return `log ${describeRecord(effect.record)}`
    case 'broadcast':
      return `say ${describeMessage(effect.message)}`
    case 'send':
      return `say to ${effect.to}: ${describeMessage(effect.message)}`
    case 'relay':
      return `relay to ${effect.to}, from ${effect.signed.signer}: ${describeMessage(effect.signed.message)}`
    case 'send-certificate':
      return `send to ${effect.to} commit certificate ${slotText(effect.certificate)}`
    case 'send-body':
      return `send to ${effect.to} the body of height ${effect.body.height}`
    case 'fetch-body':
      return `fetch from ${list(effect.from)} the body of height ${effect.height} ${short(effect.digest)}`
    case 'fetch-view-change':
      return `fetch from ${list(effect.from)} ViewChange ${short(effect.hash)}`
    case 'fetch-new-view':
      return `fetch from ${list(effect.from)} the NewView of view ${effect.view}`
    case 'start-timer':
      return `start timer ${effect.timer} ${effect.durationMs} ms`
    case 'stop-timer':
      return `stop timer ${effect.timer}`
    case 'request-batch':
      return `request a batch for height ${effect.height} in view ${effect.view}`
    case 'check-batch':
      return `check batch of height ${effect.body.height} ${short(effect.digest)}${effect.fresh ? '' : ', bytes only'}`
    case 'execute':
      return `execute height ${effect.body.height} ${short(effect.digest)} on ${short(effect.parentHash)}`
    case 'discard-from':
      return `discard from height ${effect.height}`
    case 'commit':
      return `make final height ${effect.body.height} ${short(effect.certificate.digest)} header ${short(effect.certificate.headerHash)}`
    case 'release-log':
      return `release log below height ${effect.belowHeight}`
    case 'request-sync':
      return `sync up to height ${effect.target} from ${list(effect.from)}`
    case 'report':
      return `report ${effect.evidence.kind} of ${effect.evidence.culprit}`
    case 'note':
      return describeNote(effect.note)
    default:
      return unreachable(effect)
  }
}

function describeNote(note: Extract<Effect, { readonly type: 'note' }>['note']): string {
  switch (note.type) {
    case 'view-entered':
      return `note: entered view ${note.view}`
    case 'view-left':
      return `note: left for view ${note.view}, ${note.reason}`
    case 'phase':
      return `note: height ${note.height} ${note.phase}`
    case 'other-header':
      return `note: height ${note.height} has header ${short(note.own)} here, ${short(note.others)} elsewhere`
    default:
      return unreachable(note)
  }
}

/** The state in a few stable words: view, head, and what is known of each height above it. */
export function describeState(description: EngineDescription): string {
  const { view, wants, inView, head, slots } = description
  const heights = slots.map(
    ({ height, phase, prepares, commits }) => `${height} ${phase} (prepares ${list(prepares)}; commits ${list(commits)})`,
  )
  return [
    `view ${view}${inView ? '' : ' not entered'}`,
    ...(wants > view ? [`wants ${wants}`] : []),
    `head ${head.height}`,
    ...heights,
  ].join(' · ')
}

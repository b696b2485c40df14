import { assert } from '@hanse/primitives'
import { asView, type LogRecord, primaryOf, proposalDigest, type Verified, viewChangeHash } from '@hanse/protocol'
import { learnCertificate } from '../finality.ts'
import type { Input } from '../input.ts'
import type { NewViewMessage, Received, ViewChangeMessage } from '../messages.ts'
import { UNSIGNED } from '../new-view.ts'
import { type Context, firstView, isInView } from '../replica-state.ts'
import { isFixed, openKnownHeights, slotAt } from '../slots.ts'
import { restartHeartbeat } from '../timers.ts'
import { mayAskFor } from '../voting-rights.ts'

type RecordOf<T extends LogRecord['type']> = Extract<LogRecord, { readonly type: T }>

/** What the log says about the view: the last promise, and the last view that was entered. */
interface LoggedView {
  viewChange: RecordOf<'viewChange'> | undefined
  newView: RecordOf<'newView'> | undefined
}

/** Recovery: the state that the log and the store give. What was signed is sent again, nothing else. */
export function onStart(context: Context, input: Extract<Input, { readonly type: 'start' }>): void {
  const { state, options } = context
  const { header, hash, certificate } = input.head
  assert(!state.started, 'an engine starts once')
  assert(header.height === 0 || certificate !== undefined, 'the head above genesis has its certificate')
  state.started = true
  state.role = input.role
  state.head = { height: header.height, hash, ...(certificate === undefined ? {} : { certificate }) }
  state.loggedHead = certificate
  const logged: LoggedView = { viewChange: undefined, newView: undefined }
  for (const record of input.log) replay(context, record, logged)
  restoreView(context, logged)
  logHead(context, input.log)
  if (state.role.type === 'validator') resend(context, logged)
  restartHeartbeat(context)
  context.emit({ type: 'start-timer', timer: 'status', durationMs: options.timeouts.statusMs })
}

function replay(context: Context, record: LogRecord, logged: LoggedView): void {
  const { state, options } = context
  const above = (height: number): boolean => height > state.head.height
  switch (record.type) {
    case 'proposal':
      if (above(record.body.height) && record.body.epoch === options.epoch) {
        state.bodies.set(proposalDigest(record.body), { body: record.body, logged: true })
      }
      return
    case 'prepare':
    case 'commit':
      if (above(record.height) && record.epoch === options.epoch) {
        const { type, epoch: _epoch, ...vote } = record
        state.ownVotes.add(type, vote)
      }
      return
    case 'prepared':
      if (above(record.height) && record.epoch === options.epoch && record.view >= (state.prepared.get(record.height)?.view ?? 0)) {
        const { type: _type, ...certificate } = record
        state.prepared.set(record.height, certificate)
        state.preparedLogged.set(record.height, record.view)
      }
      return
    case 'committed': {
      if (!above(record.height) || record.epoch !== options.epoch) return
      const { type: _type, ...certificate } = record
      if (record.height > (state.loggedHead?.height ?? 0)) state.loggedHead = certificate
      state.certificates.set(record.height, certificate)
      return learnCertificate(context, certificate)
    }
    case 'viewChange':
      if (record.epoch === options.epoch && record.viewChange.newView >= (logged.viewChange?.viewChange.newView ?? 0))
        logged.viewChange = record
      return
    case 'newView':
      if (
        record.newView.epoch === options.epoch &&
        newViewOf(record).newView >= (logged.newView === undefined ? 0 : newViewOf(logged.newView).newView)
      ) {
        logged.newView = record
      }
      return
    case 'wants':
      return
  }
}

/**
 * A head that only the store knows, after a lost log, is logged before anything is voted above it: who recovers votes only above what the
 * lost log had promised, and the next start, a validator's, has that from the log alone if the store is lost, too.
 */
function logHead({ options, state, emit }: Context, log: readonly LogRecord[]): void {
  const { certificate } = state.head
  if (options.self === undefined || certificate === undefined) return
  const { epoch, height } = certificate
  const isLogged = log.some((record) => record.type === 'committed' && record.epoch === epoch && record.height >= height)
  if (!isLogged) emit({ type: 'persist', record: { type: 'committed', ...certificate } })
}

function newViewOf(record: RecordOf<'newView'>): NewViewMessage {
  assert(record.newView.message.type === 'newView', 'the record of a NewView holds one')
  return record.newView.message
}

function restoreView(context: Context, { viewChange, newView }: LoggedView): void {
  const { state } = context
  state.entered = firstView(state.entered.base)
  if (newView !== undefined) {
    const message = newViewOf(newView)
    const viewChanges = newView.viewChanges.map((signed) => ({
      signed: signed as Received<ViewChangeMessage>,
      hash: viewChangeHash(signed),
    }))
    const isOwnUnsigned = newView.newView.signature === UNSIGNED
    state.entered = {
      view: message.newView,
      base: message.base,
      fixed: message.digest,
      newView: isOwnUnsigned ? undefined : (newView.newView as Verified<typeof newView.newView> as Received<NewViewMessage>),
      viewChanges,
    }
    for (const { signed } of viewChanges) if (signed.message.head !== undefined) learnCertificate(context, signed.message.head)
  }
  state.view = asView(Math.max(state.entered.view, viewChange?.viewChange.newView ?? 0))
  state.wants = state.view
  openKnownHeights(context)
}

/** The logged message is resent, never another. */
function resend(context: Context, { viewChange, newView }: LoggedView): void {
  const { state, options } = context
  if (options.self === undefined || !mayAskFor(context, state.view)) return
  if (!isInView(state)) {
    assert(viewChange !== undefined, 'a promise above the entered view is a logged ViewChange')
    context.emit({ type: 'broadcast', message: { type: 'viewChange', ...viewChange.viewChange } })
    return
  }
  if (newView !== undefined && newView.newView.signer === options.self) context.emit({ type: 'broadcast', message: newViewOf(newView) })
  for (const { kind, vote } of state.ownVotes.ofView(state.view)) {
    if (kind === 'commit') {
      assert(vote.headerHash !== undefined, 'a Commit binds a header')
      context.emit({ type: 'broadcast', message: { type: 'commit', ...vote, headerHash: vote.headerHash } })
    } else resendPrepare(context, vote)
  }
}

function resendPrepare(
  context: Context,
  vote: {
    readonly view: typeof context.state.view
    readonly height: typeof context.state.head.height
    readonly digest: typeof context.state.head.hash
  },
): void {
  const { state, options } = context
  const body = state.bodies.get(vote.digest)?.body
  const { view, height, digest } = vote
  if (body !== undefined && body.proposer === options.self && !isFixed(state, height) && isPrimary(context)) {
    slotAt(context, height).proposed = digest
    context.emit({ type: 'broadcast', message: { type: 'proposal', view, body } })
  } else context.emit({ type: 'broadcast', message: { type: 'prepare', view, height, digest } })
}

function isPrimary({ state, options, sizes }: Context): boolean {
  return primaryOf(state.entered.view, sizes.validators) === options.self
}

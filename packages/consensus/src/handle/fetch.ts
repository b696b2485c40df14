import { proposalDigest, type ValidatorIndex } from '@hanse/protocol'
import { missingBodies, relayableViewChange } from '../fetching.ts'
import type { Input } from '../input.ts'
import { ANSWERS_PER_STATUS_MAX } from '../params.ts'
import { type Context, isInView } from '../replica-state.ts'
import { claimHelp, relayNewView } from '../status.ts'

type FetchInput<T extends Input['type']> = Extract<Input, { readonly type: T }>

/** Answers are bounded a peer; whoever is in need asks again. */
function mayAnswer({ state }: Context, to: ValidatorIndex): boolean {
  const answered = state.answered.get(to) ?? 0
  state.answered.set(to, answered + 1)
  return answered < ANSWERS_PER_STATUS_MAX
}

export function onFetchBody(context: Context, { from, digest }: FetchInput<'fetch-body'>): void {
  const known = context.state.bodies.get(digest)
  if (known !== undefined && mayAnswer(context, from)) context.emit({ type: 'send-body', to: from, body: known.body })
}

export function onFetchViewChange(context: Context, { from, hash }: FetchInput<'fetch-view-change'>): void {
  const signed = relayableViewChange(context, hash)
  if (signed !== undefined && mayAnswer(context, from)) context.emit({ type: 'relay', to: from, signed })
}

export function onFetchNewView(context: Context, { from, view }: FetchInput<'fetch-new-view'>): void {
  if (isInView(context.state) && context.state.view >= view && claimHelp(context, from, 'view')) relayNewView(context, from)
}

/** A body proves itself by its digest; only what is missing is taken. */
export function onBody(context: Context, { body }: FetchInput<'body'>): void {
  const { state } = context
  const wants = missingBodies(context).filter(({ height }) => height === body.height)
  if (wants.length === 0) return
  const digest = proposalDigest(body)
  if (wants.some((want) => want.digest === digest && state.fetch.asked.has(digest))) state.bodies.set(digest, { body, logged: false })
}

import { proposalDigest } from '@hanse/protocol'
import { missingBodies, relayableViewChange } from '../fetching.ts'
import type { Input } from '../input.ts'
import { type Context, isInView } from '../replica-state.ts'
import { relayNewView } from '../status.ts'

type FetchInput<T extends Input['type']> = Extract<Input, { readonly type: T }>

export function onFetchBody({ state, emit }: Context, { from, digest }: FetchInput<'fetch-body'>): void {
  const known = state.bodies.get(digest)
  if (known !== undefined) emit({ type: 'send-body', to: from, body: known.body })
}

export function onFetchViewChange(context: Context, { from, hash }: FetchInput<'fetch-view-change'>): void {
  const signed = relayableViewChange(context, hash)
  if (signed !== undefined) context.emit({ type: 'relay', to: from, signed })
}

export function onFetchNewView(context: Context, { from, view }: FetchInput<'fetch-new-view'>): void {
  if (isInView(context.state) && context.state.view >= view) relayNewView(context, from)
}

/** A body proves itself by its digest; only what is missing is taken. */
export function onBody(context: Context, { body }: FetchInput<'body'>): void {
  const { state } = context
  const wants = missingBodies(context).filter(({ height }) => height === body.height)
  if (wants.length === 0) return
  const digest = proposalDigest(body)
  if (wants.some((want) => want.digest === digest && state.fetch.asked.has(digest))) state.bodies.set(digest, { body, logged: false })
}

import { assert } from '@hanse/primitives'
import { asHeight } from '@hanse/protocol'
import { discardFrom } from '../execution.ts'
import { raiseHead } from '../finality.ts'
import type { Input } from '../input.ts'
import { countSynced } from '../rate.ts'
import type { Context } from '../replica-state.ts'

/** Sync and voting deliver through one funnel: a head that is not higher changes nothing. */
export function onCaughtUp(context: Context, { head, included }: Extract<Input, { readonly type: 'caught-up' }>): void {
  const { header, hash, certificate } = head
  if (header.height <= context.state.head.height) return
  assert(certificate !== undefined, 'what sync makes final has its certificate')
  countSynced(context, included)
  raiseHead(context, { height: header.height, hash, certificate }, included)
  // The host has executed past what we asked it to: what lies above is executed again on the new head.
  discardFrom(context, asHeight(header.height + 1))
}

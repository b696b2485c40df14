import type { Hash, Hex } from '@hanse/primitives'
import {
  asHeight,
  ED25519_SIGNATURE_SIZE_BYTES,
  type Height,
  type LogRecord,
  type NewView,
  type PreparedCertificate,
  type View,
  type ViewChange,
} from '@hanse/protocol'
import type { Received, ViewChangeMessage } from './messages.ts'

/** A ViewChange and the hash by which NewViews name it. */
export interface NamedViewChange {
  readonly signed: Received<ViewChangeMessage>
  readonly hash: Hash
}

/** What a NewView follows from. */
export interface NewViewChoice {
  /** The highest head of the ViewChanges. */
  readonly base: Height
  /** The prepared certificate of the highest view for height base + 1, if there is one: that height is fixed to it. */
  readonly prepared?: PreparedCertificate
}

function headHeight(viewChange: ViewChange): Height {
  return viewChange.head?.height ?? asHeight(0)
}

/** consensus.md, "View change". Every receiver computes it again. */
function chooseNewView(viewChanges: readonly ViewChange[]): NewViewChoice {
  let base = asHeight(0)
  for (const viewChange of viewChanges) if (headHeight(viewChange) > base) base = headHeight(viewChange)
  let best: PreparedCertificate | undefined
  for (const { prepared } of viewChanges) {
    if (prepared === undefined || prepared.height !== base + 1) continue
    if (best === undefined || prepared.view > best.view) best = prepared
  }
  return best === undefined ? { base } : { base, prepared: best }
}

/** The NewView that q ViewChanges for `view` give. */
export function composeNewView(view: View, viewChanges: readonly NamedViewChange[]): NewView {
  const { base, prepared } = chooseNewView(viewChanges.map(({ signed }) => signed.message))
  const hashes = viewChanges.map(({ hash }) => hash).sort()
  return { newView: view, viewChanges: hashes, base, ...(prepared === undefined ? {} : { digest: prepared.digest }) }
}

/** True when `message` is what its q ViewChanges, here in any order, give. */
export function followsFrom(message: NewView, viewChanges: readonly NamedViewChange[], quorum: number): boolean {
  const senders = new Set(viewChanges.map(({ signed }) => signed.signer))
  if (viewChanges.length !== quorum || senders.size !== quorum) return false
  if (viewChanges.some(({ signed }) => signed.message.newView !== message.newView)) return false
  const own = composeNewView(message.newView, viewChanges)
  return (
    own.base === message.base &&
    own.digest === message.digest &&
    own.viewChanges.every((hash, index) => hash === message.viewChanges[index])
  )
}

/** Stands in the log for the signature of an own NewView: the host signs after the record is durable, and again when it is resent. */
export const UNSIGNED: Hex = `0x${'00'.repeat(ED25519_SIGNATURE_SIZE_BYTES)}`

type NewViewRecord = Extract<LogRecord, { readonly type: 'newView' }>

export function newViewRecord(newView: NewViewRecord['newView'], viewChanges: readonly NamedViewChange[]): NewViewRecord {
  return { type: 'newView', newView, viewChanges: viewChanges.map(({ signed }) => signed) }
}

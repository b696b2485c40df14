import type { Height, ValidatorIndex, View } from '@hanse/protocol'
import { type Received, type VoteMessage, voteHeight } from './messages.ts'

interface FutureVotes {
  readonly view: View
  readonly votes: Map<string, Received<VoteMessage>>
}

/**
 * Votes of views that are not entered yet: of each sender those of one view, the highest it spoke in, and of that one Prepare and one
 * Commit a height. The caller bounds the heights, from above and, as head rises, from below. So one sender never pushes out another's.
 */
export class MessageWindow {
  readonly #bySender = new Map<ValidatorIndex, FutureVotes>()

  keep(signed: Received<VoteMessage>): void {
    const { message, signer } = signed
    let future = this.#bySender.get(signer)
    if (future !== undefined && future.view > message.view) return
    if (future === undefined || future.view < message.view) {
      future = { view: message.view, votes: new Map() }
      this.#bySender.set(signer, future)
    }
    const key = `${message.type === 'commit' ? 'commit' : 'prepare'} ${voteHeight(message)}`
    const held = future.votes.get(key)
    // A Proposal is its sender's Prepare and brings the body too.
    if (held === undefined || (held.message.type === 'prepare' && message.type === 'proposal')) future.votes.set(key, signed)
  }

  /** Hands out the votes of `view`, and forgets those of lower views. */
  take(view: View): readonly Received<VoteMessage>[] {
    const taken: Received<VoteMessage>[] = []
    for (const [sender, future] of this.#bySender) {
      if (future.view > view) continue
      if (future.view === view) taken.push(...future.votes.values())
      this.#bySender.delete(sender)
    }
    return taken
  }

  /** Nothing is voted at or below the final head. */
  forgetUpTo(head: Height): void {
    for (const { votes } of this.#bySender.values()) {
      for (const [key, { message }] of votes) if (voteHeight(message) <= head) votes.delete(key)
    }
  }

  /** Votes held, of all senders: for the bounds that tests check. */
  get size(): number {
    let size = 0
    for (const { votes } of this.#bySender.values()) size += votes.size
    return size
  }
}

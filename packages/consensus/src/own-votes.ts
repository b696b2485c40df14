import type { Hash } from '@hanse/primitives'
import type { Height, View } from '@hanse/protocol'

/** What was signed for one (view, height). */
export interface OwnVote {
  readonly view: View
  readonly height: Height
  readonly digest: Hash
  /** Of a Commit. */
  readonly headerHash?: Hash
}

/**
 * The log's own votes above head, of every view of the epoch: looked up before anything is signed. A slot that holds one never gets
 * another.
 */
export class OwnVotes {
  readonly #byHeight = new Map<Height, { readonly prepares: Map<View, OwnVote>; readonly commits: Map<View, OwnVote> }>()

  prepareAt(view: View, height: Height): OwnVote | undefined {
    return this.#byHeight.get(height)?.prepares.get(view)
  }

  commitAt(view: View, height: Height): OwnVote | undefined {
    return this.#byHeight.get(height)?.commits.get(view)
  }

  add(kind: 'prepare' | 'commit', vote: OwnVote): void {
    let votes = this.#byHeight.get(vote.height)
    if (votes === undefined) {
      votes = { prepares: new Map(), commits: new Map() }
      this.#byHeight.set(vote.height, votes)
    }
    const kept = kind === 'prepare' ? votes.prepares : votes.commits
    if (!kept.has(vote.view)) kept.set(vote.view, vote)
  }

  /** Prepares and Commits of one view, by height, ascending. */
  ofView(view: View): readonly { readonly kind: 'prepare' | 'commit'; readonly vote: OwnVote }[] {
    const found: { kind: 'prepare' | 'commit'; vote: OwnVote }[] = []
    for (const height of [...this.#byHeight.keys()].sort((left, right) => left - right)) {
      const votes = this.#byHeight.get(height)
      const prepare = votes?.prepares.get(view)
      const commit = votes?.commits.get(view)
      if (prepare !== undefined) found.push({ kind: 'prepare', vote: prepare })
      if (commit !== undefined) found.push({ kind: 'commit', vote: commit })
    }
    return found
  }

  /** Nothing is voted at or below the final head. */
  forgetUpTo(head: Height): void {
    for (const height of this.#byHeight.keys()) if (height <= head) this.#byHeight.delete(height)
  }
}

import type { QuorumSignature, SignedMessage, ValidatorIndex, Verified } from '@hanse/protocol'

type SignedVote = Verified<SignedMessage>

interface Vote {
  readonly key: string
  readonly signed: SignedVote
}

export type VoteOutcome =
  | { readonly type: 'added' }
  | { readonly type: 'known' }
  /** The signer has voted for something else before: two messages that cannot both be honest. */
  | { readonly type: 'conflict'; readonly first: SignedVote }

const ADDED: VoteOutcome = { type: 'added' }
const KNOWN: VoteOutcome = { type: 'known' }

/**
 * The votes of one kind for one (epoch, view, height). `key` says what is voted for. A signer has room for one vote and one conflicting
 * copy, which counts for what it names: a certificate is as good with it.
 */
export class VoteSet {
  readonly #quorum: number
  readonly #votes = new Map<ValidatorIndex, Vote>()
  readonly #conflicting = new Map<ValidatorIndex, Vote>()
  readonly #counts = new Map<string, number>()
  #decided: string | undefined

  constructor(quorum: number) {
    this.#quorum = quorum
  }

  add(key: string, signed: SignedVote): VoteOutcome {
    const { signer } = signed
    const first = this.#votes.get(signer)
    if (first === undefined) {
      this.#votes.set(signer, { key, signed })
      this.#count(key)
      return ADDED
    }
    if (first.key === key || this.#conflicting.has(signer)) return KNOWN
    this.#conflicting.set(signer, { key, signed })
    this.#count(key)
    return { type: 'conflict', first: first.signed }
  }

  #count(key: string): void {
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    if (count >= this.#quorum && this.#decided === undefined) this.#decided = key
  }

  /** What q distinct signers have voted for. */
  get decided(): string | undefined {
    return this.#decided
  }

  countOf(key: string): number {
    return this.#counts.get(key) ?? 0
  }

  /** What has votes. */
  get keys(): Iterable<string> {
    return this.#counts.keys()
  }

  /** The signer's first vote. */
  voteOf(signer: ValidatorIndex): SignedVote | undefined {
    return this.#votes.get(signer)?.signed
  }

  /** Votes for `key`, by signer, ascending. */
  votesFor(key: string): readonly SignedVote[] {
    const votes: SignedVote[] = []
    for (const from of [this.#votes, this.#conflicting]) {
      for (const vote of from.values()) if (vote.key === key) votes.push(vote.signed)
    }
    return votes.sort((left, right) => left.signer - right.signer)
  }

  votersFor(key: string): readonly ValidatorIndex[] {
    return this.votesFor(key).map((vote) => vote.signer)
  }

  /** The q signatures of a certificate. */
  quorumFor(key: string): readonly QuorumSignature[] {
    return this.votesFor(key)
      .slice(0, this.#quorum)
      .map(({ signer, signature }) => ({ signer, signature }))
  }
}

import type { Hash, Prng } from '@hanse/primitives'
import {
  asHeight,
  asView,
  type CommitCertificate,
  type ConsensusMessage,
  type Height,
  type NewView,
  type PreparedCertificate,
  type ProposalBody,
  primaryOf,
  quorumSize,
  type ValidatorIndex,
  type Verified,
  type View,
} from '@hanse/protocol'
import { EPOCH } from './chain.ts'
import type { Instance } from './instance.ts'
import type { SignedViewChange, SignedVote } from './ledger.ts'
import type { Packet } from './packet.ts'
import type { World } from './world.ts'

type NamedViewChange = readonly [Hash, SignedViewChange]

/** Heights above the lowest head that it proposes at. */
const HEIGHTS_AHEAD = 3

/**
 * Speaks for the Byzantine validators. It sees every wire, also what never arrives, and says whatever the gate lets through: votes for
 * everything, batches of its own, certificates that it alone can complete, ViewChanges that own up to what it likes, NewViews from the
 * ViewChanges that suit it; to whom it likes.
 */
export class Adversary {
  readonly #world: World
  readonly #prng: Prng
  readonly #members: readonly ValidatorIndex[]
  readonly #quorum: number

  constructor(world: World, members: readonly ValidatorIndex[]) {
    this.#world = world
    this.#prng = world.prng
    this.#members = members
    this.#quorum = quorumSize(world.validators.validators.length)
    world.onAsked = (from, to, packet) => this.#answer(from, to, packet)
  }

  /** In the middle of a round: votes and proposals. */
  act(): void {
    for (const member of this.#members) {
      if (this.#prng.chance(1, 2)) this.#propose(member)
      if (this.#prng.chance(4, 5)) this.#vote(member)
      if (this.#prng.chance(1, 4)) this.#showCertificate()
    }
  }

  /** While views end. */
  endView(): void {
    for (const member of this.#members) {
      if (this.#prng.chance(1, 3)) this.#askForView(member)
      if (this.#prng.chance(4, 5)) this.#changeView(member)
    }
    for (const member of this.#members) this.#announceView(member)
  }

  #honest(): readonly Instance[] {
    return this.#world.honest.filter(({ isUp }) => isUp)
  }

  /** All of them in half of the cases, else one, or each by chance. */
  #audience(): readonly Instance[] {
    const all = this.#honest()
    if (all.length === 0 || this.#prng.chance(1, 2)) return all
    return this.#prng.chance(1, 2) ? [this.#prng.pick(all)] : all.filter(() => this.#prng.chance(1, 2))
  }

  #say(member: ValidatorIndex, message: ConsensusMessage, to: readonly Instance[]): void {
    const signed = this.#world.ledger.sign(member, message)
    for (const instance of to) this.#world.inject(instance, { type: 'input', input: { type: 'message', signed } })
  }

  /** Every view that somebody honest is in, or has left for. */
  #views(): readonly View[] {
    return [...new Set(this.#honest().map(({ engine }) => engine?.describe().view ?? asView(0)))]
  }

  /** Adds its word to votes of the others, each content to whom it likes. */
  #vote(member: ValidatorIndex): void {
    const views = this.#views()
    for (const { vote, signatures } of [...this.#world.ledger.votes.values()]) {
      if (!views.includes(vote.view) || signatures.has(member) || this.#prng.chance(1, 4)) continue
      const { view, height, digest, headerHash } = vote
      const message: ConsensusMessage =
        headerHash === undefined ? { type: 'prepare', view, height, digest } : { type: 'commit', view, height, digest, headerHash }
      this.#say(member, message, this.#audience())
    }
  }

  /** As primary: at heights that are open, one batch to some and another to the rest. */
  #propose(member: ValidatorIndex): void {
    const { transactions } = this.#world
    const n = this.#world.validators.validators.length
    for (const view of this.#views()) {
      if (primaryOf(view, n) !== member || transactions.length === 0) continue
      const lowest = Math.min(...this.#honest().map(({ height }) => height))
      for (let ahead = 1; ahead <= HEIGHTS_AHEAD; ahead++) {
        const height = asHeight(lowest + ahead)
        if (this.#prng.chance(1, 4)) continue
        const all = this.#honest()
        const first = all.filter(() => this.#prng.chance(2, 3))
        this.#sayBody(member, view, height, first)
        if (this.#prng.chance(1, 2))
          this.#sayBody(
            member,
            view,
            height,
            all.filter((instance) => !first.includes(instance)),
          )
      }
    }
  }

  #sayBody(member: ValidatorIndex, view: View, height: Height, to: readonly Instance[]): void {
    if (to.length === 0) return
    const ids = [this.#prng.pick(this.#world.transactions)]
    const body: ProposalBody = { epoch: EPOCH, height, ids, timeMs: this.#world.nextTimeMs(), proposer: member }
    for (const instance of to) this.#world.inject(instance, { type: 'bytes', ids })
    this.#say(member, { type: 'proposal', view, body }, to)
  }

  /** The votes of a content that make a quorum together with its own. */
  #quorumOn({
    vote,
    signatures,
  }: SignedVote): readonly { readonly signer: ValidatorIndex; readonly signature: `0x${string}` }[] | undefined {
    const own = this.#members.filter((member) => !signatures.has(member))
    if (signatures.size + own.length < this.#quorum) return undefined
    const { view, height, digest, headerHash } = vote
    for (const member of own) {
      this.#world.ledger.sign(
        member,
        headerHash === undefined ? { type: 'prepare', view, height, digest } : { type: 'commit', view, height, digest, headerHash },
      )
    }
    const signers = [...signatures].sort(([left], [right]) => left - right).slice(0, this.#quorum)
    return signers.map(([signer, signature]) => ({ signer, signature }))
  }

  #certificates<T extends 'prepare' | 'commit'>(kind: T): (T extends 'commit' ? CommitCertificate : PreparedCertificate)[] {
    const made: (CommitCertificate | PreparedCertificate)[] = []
    for (const signed of [...this.#world.ledger.votes.values()]) {
      const signatures = signed.vote.kind === kind ? this.#quorumOn(signed) : undefined
      if (signatures === undefined) continue
      const { epoch, view, height, digest, headerHash } = signed.vote
      made.push({ epoch, view, height, digest, ...(headerHash === undefined ? {} : { headerHash }), signatures })
    }
    return made as (T extends 'commit' ? CommitCertificate : PreparedCertificate)[]
  }

  #showCertificate(): void {
    const certificates = this.#certificates('commit')
    if (certificates.length === 0) return
    const certificate = this.#prng.pick(certificates) as Verified<CommitCertificate>
    for (const instance of this.#audience()) this.#world.inject(instance, { type: 'input', input: { type: 'certificate', certificate } })
  }

  #askForView(member: ValidatorIndex): void {
    for (const instance of this.#audience()) {
      const description = instance.engine?.describe()
      if (description === undefined) continue
      const { view, head } = description
      this.#say(member, { type: 'status', view, wants: asView(view + 1), head: head.height, slots: [] }, [instance])
    }
  }

  /** Up to three different ones a view: with nothing, with the newest, with what suits it. */
  #changeView(member: ValidatorIndex): void {
    for (const newView of this.#views()) {
      if (newView < 1) continue
      for (let variant = this.#prng.below(3); variant >= 0; variant--) this.#say(member, this.#viewChange(newView), this.#audience())
    }
  }

  #viewChange(newView: View): Extract<ConsensusMessage, { readonly type: 'viewChange' }> {
    const heads = this.#certificates('commit')
    const head = heads.length === 0 || this.#prng.chance(1, 4) ? undefined : this.#prng.pick(heads)
    const height = (head?.height ?? 0) + 1
    const choices = this.#certificates('prepare').filter((prepared) => prepared.height === height && prepared.view < newView)
    const prepared = choices.length === 0 || this.#prng.chance(1, 4) ? undefined : this.#prng.pick(choices)
    return { type: 'viewChange', newView, ...(head === undefined ? {} : { head }), ...(prepared === undefined ? {} : { prepared }) }
  }

  /** As the next primary: from whichever q ViewChanges it likes, and from others to others. */
  #announceView(member: ValidatorIndex): void {
    const n = this.#world.validators.validators.length
    for (const view of this.#views()) {
      if (view < 1 || primaryOf(view, n) !== member) continue
      const all = this.#honest()
      const first = this.#prng.chance(1, 2) ? all : all.filter(() => this.#prng.chance(1, 2))
      this.#sayNewView(member, view, first)
      if (first.length < all.length && this.#prng.chance(1, 2))
        this.#sayNewView(
          member,
          view,
          all.filter((instance) => !first.includes(instance)),
        )
    }
  }

  /** Often one that follows from its ViewChanges; else with one sender twice, or another content than they give. */
  #sayNewView(member: ValidatorIndex, view: View, to: readonly Instance[]): void {
    const prng = this.#prng
    const all = [...this.#world.ledger.viewChanges].filter(([, { message }]) => message.newView === view)
    const chosen = prng.chance(1, 8) ? prng.shuffle(all).slice(0, this.#quorum) : this.#fromDistinct(all)
    if (chosen.length < this.#quorum) return
    for (const [, signed] of chosen)
      for (const instance of to) this.#world.inject(instance, { type: 'input', input: { type: 'message', signed } })
    const { digest, ...announced } = composeNewView(view, chosen)
    const fixed = prng.chance(7, 8) ? digest : prng.pick([undefined, ...this.#world.ledger.bodies.keys()])
    const base = prng.chance(15, 16) ? announced.base : asHeight(prng.below(announced.base + 2))
    this.#say(member, { type: 'newView', ...announced, base, ...(fixed === undefined ? {} : { digest: fixed }) }, to)
  }

  /** q of them by distinct senders, of each whichever it likes. */
  #fromDistinct(all: readonly NamedViewChange[]): readonly NamedViewChange[] {
    const bySigner = new Map<ValidatorIndex, NamedViewChange[]>()
    for (const named of all) {
      const [, { signer }] = named
      bySigner.set(signer, [...(bySigner.get(signer) ?? []), named])
    }
    const senders = this.#prng.shuffle([...bySigner.values()]).slice(0, this.#quorum)
    return senders.map((variants) => this.#prng.pick(variants))
  }

  /** It has everything, and gives it or not. */
  #answer(from: Instance, _: ValidatorIndex, packet: Packet): void {
    if (this.#prng.chance(1, 2)) return
    const { ledger } = this.#world
    if (packet.type === 'ask-bytes') return this.#world.inject(from, { type: 'bytes', ids: packet.ids })
    if (packet.type !== 'input') return
    const { input } = packet
    if (input.type === 'fetch-body') {
      const body = ledger.bodies.get(input.digest)
      if (body !== undefined) this.#world.inject(from, { type: 'input', input: { type: 'body', body } })
    } else if (input.type === 'fetch-view-change') {
      const signed = ledger.viewChanges.get(input.hash)
      if (signed !== undefined) this.#world.inject(from, { type: 'input', input: { type: 'message', signed } })
    }
  }
}

/** What these ViewChanges give (docs/consensus.md, "View change"), computed apart from the engine that is tested. */
function composeNewView(newView: View, named: readonly NamedViewChange[]): NewView {
  const messages = named.map(([, { message }]) => message)
  const base = asHeight(Math.max(...messages.map(({ head }) => head?.height ?? 0)))
  let best: PreparedCertificate | undefined
  for (const { prepared } of messages) if (prepared?.height === base + 1 && prepared.view >= (best?.view ?? 0)) best = prepared
  return {
    newView,
    viewChanges: named.map(([hash]) => hash).sort(),
    base,
    ...(best === undefined ? {} : { digest: best.digest }),
  }
}

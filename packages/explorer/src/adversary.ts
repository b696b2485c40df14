import type { Input } from '@hanse/consensus'
import type { Hash, Prng } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asView,
  type Certificate,
  type CommitCertificate,
  type ConsensusMessage,
  type Epoch,
  type Height,
  type NewView,
  type PreparedCertificate,
  type ProposalBody,
  primaryOf,
  type ValidatorIndex,
  type Verified,
  type View,
} from '@hanse/protocol'
import type { Instance } from './instance.ts'
import type { SignedViewChange, SignedVote, Vote } from './ledger.ts'
import type { Packet } from './packet.ts'
import type { World } from './world.ts'

type NamedViewChange = readonly [Hash, SignedViewChange]

/** A Byzantine member in an epoch. */
interface Speaker {
  readonly epoch: Epoch
  readonly signer: ValidatorIndex
}

/** Heights above the lowest head that it proposes at. */
const HEIGHTS_AHEAD = 3

/**
 * Speaks for the Byzantine members. It sees every wire, also what never arrives, and says whatever the gate lets through: votes for
 * everything, batches of its own, certificates that it alone can complete, ViewChanges that own up to what it likes, NewViews from the
 * ViewChanges that suit it; to whom it likes.
 */
export class Adversary {
  readonly #world: World
  readonly #prng: Prng
  readonly #members: readonly number[]

  constructor(world: World, members: readonly number[]) {
    this.#world = world
    this.#prng = world.prng
    this.#members = members
    world.onAsked = (from, packet) => this.#answer(from, packet)
  }

  /** In the middle of a round: votes and proposals. */
  act(): void {
    for (const speaker of this.#speakers()) {
      if (this.#prng.chance(1, 2)) this.#propose(speaker)
      if (this.#prng.chance(4, 5)) this.#vote(speaker)
      if (this.#prng.chance(1, 4)) this.#showCertificate(speaker.epoch)
    }
  }

  /** While views end. */
  endView(): void {
    const speakers = this.#speakers()
    for (const speaker of speakers) {
      if (this.#prng.chance(1, 3)) this.#askForView(speaker)
      if (this.#prng.chance(4, 5)) this.#changeView(speaker)
    }
    for (const speaker of speakers) this.#announceView(speaker)
  }

  /** Its members in every epoch that somebody honest is in. */
  #speakers(): readonly Speaker[] {
    const epochs = new Set(this.#all().map(({ epoch }) => epoch))
    return [...epochs].flatMap((epoch) =>
      this.#members.flatMap((member) => {
        const signer = this.#world.epochs.indexOf(epoch, member)
        return signer < 0 ? [] : [{ epoch, signer: signer as ValidatorIndex }]
      }),
    )
  }

  #all(): readonly Instance[] {
    return this.#world.honest.filter(({ isUp }) => isUp)
  }

  #honest(epoch: Epoch): readonly Instance[] {
    return this.#all().filter((instance) => instance.epoch === epoch)
  }

  /** All of an epoch in half of the cases, else one, or each by chance. */
  #audience(epoch: Epoch): readonly Instance[] {
    const all = this.#honest(epoch)
    if (all.length === 0 || this.#prng.chance(1, 2)) return all
    return this.#prng.chance(1, 2) ? [this.#prng.pick(all)] : all.filter(() => this.#prng.chance(1, 2))
  }

  #say({ epoch, signer }: Speaker, message: ConsensusMessage, to: readonly Instance[]): void {
    const signed = this.#world.ledger.sign(epoch, signer, message)
    for (const instance of to) this.#give(instance, epoch, { type: 'message', signed })
  }

  #give(to: Instance, epoch: Epoch, input: Input): void {
    this.#world.inject(to, { type: 'input', epoch, input })
  }

  /** Every view that somebody honest is in, or has left for. */
  #views(epoch: Epoch): readonly View[] {
    return [...new Set(this.#honest(epoch).map(({ engine }) => engine?.describe().view ?? asView(0)))]
  }

  #isPrimary({ epoch, signer }: Speaker, view: View): boolean {
    return primaryOf(view, this.#world.epochs.membersOf(epoch).length) === signer
  }

  /** Adds its word to votes of the others, each content to whom it likes. */
  #vote(speaker: Speaker): void {
    const views = this.#views(speaker.epoch)
    for (const { vote, signatures } of [...this.#world.ledger.votes.values()]) {
      if (vote.epoch !== speaker.epoch || !views.includes(vote.view) || signatures.has(speaker.signer) || this.#prng.chance(1, 4)) continue
      this.#say(speaker, messageOf(vote), this.#audience(speaker.epoch))
    }
  }

  /** As primary: at heights that are open, one batch to some and another to the rest. */
  #propose(speaker: Speaker): void {
    const { epoch } = speaker
    for (const view of this.#views(epoch)) {
      if (!this.#isPrimary(speaker, view) || this.#world.transactions.length === 0) continue
      const all = this.#honest(epoch)
      const lowest = Math.min(...all.map(({ height }) => height))
      for (let ahead = 1; ahead <= HEIGHTS_AHEAD; ahead++) {
        const height = asHeight(lowest + ahead)
        if (this.#prng.chance(1, 4)) continue
        const first = all.filter(() => this.#prng.chance(2, 3))
        this.#sayBody(speaker, view, height, first)
        const others = all.filter((instance) => !first.includes(instance))
        if (this.#prng.chance(1, 2)) this.#sayBody(speaker, view, height, others)
      }
    }
  }

  #sayBody(speaker: Speaker, view: View, height: Height, to: readonly Instance[]): void {
    if (to.length === 0) return
    const { epoch, signer } = speaker
    const ids = [this.#prng.pick(this.#world.transactions)]
    const body: ProposalBody = { epoch, height, ids, timeMs: this.#world.nextTimeMs(), proposer: signer }
    for (const instance of to) this.#world.inject(instance, { type: 'bytes', ids })
    this.#say(speaker, { type: 'proposal', view, body }, to)
  }

  /** The signatures on a content that make a quorum together with its own. */
  #quorumOn({ vote, signatures }: SignedVote): Certificate['signatures'] | undefined {
    const { epochs, ledger } = this.#world
    const quorum = epochs.quorumOf(vote.epoch)
    const own = this.#members
      .map((member) => epochs.indexOf(vote.epoch, member))
      .filter((index): index is ValidatorIndex => index >= 0 && !signatures.has(index as ValidatorIndex))
    if (signatures.size + own.length < quorum) return undefined
    for (const signer of own) ledger.sign(vote.epoch, signer, messageOf(vote))
    const signers = [...signatures].sort(([left], [right]) => left - right).slice(0, quorum)
    return signers.map(([signer, signature]) => ({ signer, signature }))
  }

  #certificates<T extends 'prepare' | 'commit'>(kind: T, of: Epoch): (T extends 'commit' ? CommitCertificate : PreparedCertificate)[] {
    const made: (CommitCertificate | PreparedCertificate)[] = []
    for (const signed of [...this.#world.ledger.votes.values()]) {
      if (signed.vote.kind !== kind || signed.vote.epoch !== of) continue
      const signatures = this.#quorumOn(signed)
      if (signatures === undefined) continue
      const { epoch, view, height, digest, headerHash } = signed.vote
      made.push({ epoch, view, height, digest, ...(headerHash === undefined ? {} : { headerHash }), signatures })
    }
    return made as (T extends 'commit' ? CommitCertificate : PreparedCertificate)[]
  }

  #showCertificate(epoch: Epoch): void {
    const certificates = this.#certificates('commit', epoch)
    if (certificates.length === 0) return
    const certificate = this.#prng.pick(certificates) as Verified<CommitCertificate>
    for (const instance of this.#audience(epoch)) this.#give(instance, epoch, { type: 'certificate', certificate })
  }

  #askForView(speaker: Speaker): void {
    for (const instance of this.#audience(speaker.epoch)) {
      const description = instance.engine?.describe()
      if (description === undefined) continue
      const { view, head } = description
      this.#say(speaker, { type: 'status', view, wants: asView(view + 1), head: head.height, slots: [] }, [instance])
    }
  }

  /** Up to three different ones a view: with nothing, with the newest, with what suits it. */
  #changeView(speaker: Speaker): void {
    const { epoch } = speaker
    for (const newView of this.#views(epoch)) {
      if (newView < 1) continue
      for (let variant = this.#prng.below(3); variant >= 0; variant--)
        this.#say(speaker, this.#viewChange(epoch, newView), this.#audience(epoch))
    }
  }

  #viewChange(epoch: Epoch, newView: View): Extract<ConsensusMessage, { readonly type: 'viewChange' }> {
    const heads = this.#certificates('commit', epoch)
    const end = epoch === 0 ? undefined : this.#world.ledger.ends.get(asEpoch(epoch - 1))
    const head = heads.length === 0 || this.#prng.chance(1, 4) ? end : this.#prng.pick(heads)
    const height = (head?.height ?? 0) + 1
    const choices = this.#certificates('prepare', epoch).filter((prepared) => prepared.height === height && prepared.view < newView)
    const prepared = choices.length === 0 || this.#prng.chance(1, 4) ? undefined : this.#prng.pick(choices)
    return { type: 'viewChange', newView, ...(head === undefined ? {} : { head }), ...(prepared === undefined ? {} : { prepared }) }
  }

  /** As the next primary: from whichever q ViewChanges it likes, and from others to others. */
  #announceView(speaker: Speaker): void {
    const { epoch } = speaker
    for (const view of this.#views(epoch)) {
      if (view < 1 || !this.#isPrimary(speaker, view)) continue
      const all = this.#honest(epoch)
      const first = this.#prng.chance(1, 2) ? all : all.filter(() => this.#prng.chance(1, 2))
      const others = all.filter((instance) => !first.includes(instance))
      this.#sayNewView(speaker, view, first)
      if (others.length > 0 && this.#prng.chance(1, 2)) this.#sayNewView(speaker, view, others)
    }
  }

  /** Often one that follows from its ViewChanges; else with one sender twice, or another content than they give. */
  #sayNewView(speaker: Speaker, view: View, to: readonly Instance[]): void {
    const prng = this.#prng
    const { epoch } = speaker
    const quorum = this.#world.epochs.quorumOf(epoch)
    const all = [...this.#world.ledger.viewChanges].filter(([, signed]) => signed.epoch === epoch && signed.message.newView === view)
    const chosen = prng.chance(1, 8) ? prng.shuffle(all).slice(0, quorum) : this.#fromDistinct(all, quorum)
    if (chosen.length < quorum) return
    for (const [, signed] of chosen) for (const instance of to) this.#give(instance, epoch, { type: 'message', signed })
    const { digest, ...announced } = composeNewView(view, chosen)
    const fixed = prng.chance(3, 4) ? digest : prng.chance(1, 2) ? undefined : prng.pick([undefined, ...this.#world.ledger.bodies.keys()])
    const base = prng.chance(15, 16) ? announced.base : asHeight(prng.below(announced.base + 2))
    this.#say(speaker, { type: 'newView', ...announced, base, ...(fixed === undefined ? {} : { digest: fixed }) }, to)
  }

  /** q of them by distinct senders, of each whichever it likes. */
  #fromDistinct(all: readonly NamedViewChange[], quorum: number): readonly NamedViewChange[] {
    const bySigner = new Map<ValidatorIndex, NamedViewChange[]>()
    for (const named of all) {
      const [, { signer }] = named
      bySigner.set(signer, [...(bySigner.get(signer) ?? []), named])
    }
    const senders = this.#prng.shuffle([...bySigner.values()]).slice(0, quorum)
    return senders.map((variants) => this.#prng.pick(variants))
  }

  /** It has everything, and gives it or not. */
  #answer(from: Instance, packet: Packet): void {
    if (this.#prng.chance(1, 2)) return
    const { ledger } = this.#world
    if (packet.type === 'ask-bytes') return this.#world.inject(from, { type: 'bytes', ids: packet.ids })
    if (packet.type !== 'input') return
    const { epoch, input } = packet
    if (input.type === 'fetch-body') {
      const body = ledger.bodies.get(input.digest)
      if (body !== undefined) this.#give(from, epoch, { type: 'body', body })
    } else if (input.type === 'fetch-view-change') {
      const signed = ledger.viewChanges.get(input.hash)
      if (signed !== undefined) this.#give(from, epoch, { type: 'message', signed })
    }
  }
}

function messageOf({ view, height, digest, headerHash }: Vote): ConsensusMessage {
  return headerHash === undefined ? { type: 'prepare', view, height, digest } : { type: 'commit', view, height, digest, headerHash }
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

import type { SignedMessage, ValidatorIndex } from '@hanse/protocol'
import { Violation } from './violation.ts'

/**
 * Oracle 15: views do not run away. Nobody honest leaves for a view that fewer than f + 1 validators ask for, and nobody asks for the next
 * one before a quorum has come to that which it is in: a node that is alone goes one view further and waits.
 */
export class ViewOracle {
  readonly #liars: number
  readonly #oneHonest: number
  readonly #quorum: number
  /** Of each honest validator the highest view that it has promised to be in, or spoken in, and that it has asked for. */
  readonly #reached = new Map<ValidatorIndex, number>()
  readonly #asked = new Map<ValidatorIndex, number>()
  /** Those that have not told since their start what they ask for. */
  readonly #silent = new Set<ValidatorIndex>()

  constructor(validators: number, honest: number) {
    this.#liars = validators - honest
    const faults = Math.floor((validators - 1) / 3)
    this.#oneHonest = faults + 1
    this.#quorum = Math.ceil((validators + faults + 1) / 2)
  }

  /** What it has asked for it may have logged and not sent: its first ViewChange is also its own word. */
  onStarting(validator: ValidatorIndex): void {
    this.#silent.add(validator)
  }

  /** `signer` is honest. */
  onSigned(signer: ValidatorIndex, { message }: SignedMessage): void {
    switch (message.type) {
      case 'viewChange': {
        const { newView } = message
        if (this.#silent.has(signer)) this.#raise(this.#asked, signer, newView)
        const asking = this.#count(this.#asked, newView, this.#reached)
        if (asking < this.#oneHonest) throw new Violation(15, `validator ${signer} leaves for view ${newView}, which ${asking} ask for`)
        return this.#raise(this.#reached, signer, newView)
      }
      case 'status': {
        const { view, wants } = message
        this.#silent.delete(signer)
        this.#raise(this.#asked, signer, wants)
        this.#raise(this.#reached, signer, view)
        if (wants <= view || view === 0) return
        const there = this.#count(this.#reached, view)
        if (there < this.#quorum) throw new Violation(15, `validator ${signer} asks for view ${wants} when ${there} have come to ${view}`)
        return
      }
      case 'newView':
        return this.#raise(this.#reached, signer, message.newView)
      default:
        return this.#raise(this.#reached, signer, message.view)
    }
  }

  #raise(views: Map<ValidatorIndex, number>, signer: ValidatorIndex, view: number): void {
    if (view > (views.get(signer) ?? 0)) views.set(signer, view)
  }

  /** Liars may have done anything. */
  #count(views: ReadonlyMap<ValidatorIndex, number>, view: number, more: ReadonlyMap<ValidatorIndex, number> = views): number {
    const honest = new Set<ValidatorIndex>()
    for (const known of [views, more]) for (const [signer, highest] of known) if (highest >= view) honest.add(signer)
    return honest.size + this.#liars
  }
}

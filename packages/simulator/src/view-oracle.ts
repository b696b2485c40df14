import type { Epoch, SignedMessage, ValidatorIndex } from '@hanse/protocol'
import { Violation } from './violation.ts'

/** Of each honest validator, in one epoch. */
interface Views {
  /** The highest view that it has promised to be in, or spoken in. */
  readonly reached: Map<ValidatorIndex, number>
  /** The highest view that it has asked for. */
  readonly asked: Map<ValidatorIndex, number>
}

/**
 * Oracle 15: views do not run away. Nobody honest leaves for a view that fewer than f + 1 validators ask for, and nobody asks for the next
 * one before a quorum has come to that which it is in: a node that is alone goes one view further and waits.
 */
export class ViewOracle {
  readonly #liars: number
  readonly #sizeOf: (epoch: Epoch) => number
  readonly #epochs = new Map<Epoch, Views>()
  /** Those that have not told since their start what they ask for. */
  readonly #silent = new Set<ValidatorIndex>()

  /** `liars` of the validators may have done anything. */
  constructor(liars: number, sizeOf: (epoch: Epoch) => number) {
    this.#liars = liars
    this.#sizeOf = sizeOf
  }

  /** What it has asked for it may have logged and not sent: its first ViewChange is also its own word. */
  onStarting(validator: ValidatorIndex): void {
    this.#silent.add(validator)
  }

  /** `signer` is honest. */
  onSigned(signer: ValidatorIndex, { epoch, message }: SignedMessage): void {
    const views = this.#of(epoch)
    switch (message.type) {
      case 'viewChange':
        if (this.#silent.has(signer)) raise(views.asked, signer, message.newView)
        this.#checkLeaving(signer, epoch, views, message.newView)
        return raise(views.reached, signer, message.newView)
      case 'newView':
        return raise(views.reached, signer, message.newView)
      case 'status':
        this.#silent.delete(signer)
        raise(views.asked, signer, message.wants)
        raise(views.reached, signer, message.view)
        return this.#checkAsking(signer, epoch, views, message)
      default:
        return raise(views.reached, signer, message.view)
    }
  }

  #checkLeaving(signer: ValidatorIndex, epoch: Epoch, views: Views, newView: number): void {
    const asking = this.#count([views.asked, views.reached], newView)
    if (asking < faultsOf(this.#sizeOf(epoch)) + 1)
      throw new Violation(15, `validator ${signer} leaves for view ${newView}, which ${asking} ask for`)
  }

  #checkAsking(
    signer: ValidatorIndex,
    epoch: Epoch,
    { reached }: Views,
    { view, wants }: { readonly view: number; readonly wants: number },
  ): void {
    if (wants <= view || view === 0) return
    const size = this.#sizeOf(epoch)
    const there = this.#count([reached], view)
    if (there < Math.ceil((size + faultsOf(size) + 1) / 2))
      throw new Violation(15, `validator ${signer} asks for view ${wants} when ${there} have come to ${view}`)
  }

  #of(epoch: Epoch): Views {
    let views = this.#epochs.get(epoch)
    if (views === undefined) {
      views = { reached: new Map(), asked: new Map() }
      this.#epochs.set(epoch, views)
    }
    return views
  }

  #count(known: readonly ReadonlyMap<ValidatorIndex, number>[], view: number): number {
    const honest = new Set<ValidatorIndex>()
    for (const views of known) for (const [signer, highest] of views) if (highest >= view) honest.add(signer)
    return honest.size + this.#liars
  }
}

function faultsOf(validators: number): number {
  return Math.floor((validators - 1) / 3)
}

function raise(views: Map<ValidatorIndex, number>, signer: ValidatorIndex, view: number): void {
  if (view > (views.get(signer) ?? 0)) views.set(signer, view)
}

import type { LogRecord, SignedMessage, ValidatorIndex } from '@hanse/protocol'
import type { FinalBlock, ReplicaEffect } from '@hanse/replica'
import type { Accountability } from './accountability.ts'
import type { Clients } from './clients.ts'
import type { NodeWitness } from './node-world.ts'
import type { Oracles } from './oracles.ts'
import type { Stories } from './stories.ts'
import type { StepWatch } from './trade/step-watch.ts'
import { Violation } from './violation.ts'

/** Passes on what nodes do: to the oracles all of it, to the clients what honest nodes told. */
export class Witness implements NodeWitness {
  readonly #honest: ReadonlySet<ValidatorIndex>
  readonly #oracles: Oracles
  readonly #clients: Clients
  readonly #stories: Pick<Stories, 'onSigned'>
  readonly #accountability: Accountability | undefined
  readonly #steps: StepWatch | undefined
  #highestView = 0

  constructor(
    honest: ReadonlySet<ValidatorIndex>,
    oracles: Oracles,
    clients: Clients,
    stories: Pick<Stories, 'onSigned'>,
    accountability?: Accountability,
    steps?: StepWatch,
  ) {
    this.#honest = honest
    this.#oracles = oracles
    this.#clients = clients
    this.#stories = stories
    this.#accountability = accountability
    this.#steps = steps
  }

  /** That an honest node has entered. */
  get highestView(): number {
    return this.#highestView
  }

  onSigned(node: ValidatorIndex, signed: SignedMessage): void {
    this.#steps?.onSigned(node, signed)
    this.#oracles.onSigned(node, signed)
    this.#stories.onSigned(node, signed)
  }

  onLogged(node: ValidatorIndex, record: LogRecord): void {
    this.#oracles.onLogged(node, record)
    this.#accountability?.onLogged(node, record)
  }

  onStored(node: ValidatorIndex, final: FinalBlock): void {
    this.#accountability?.onStored(node, final)
    this.#oracles.onStored(node, final)
    this.#steps?.reach(node, 'store', final)
  }

  onFinalized(node: ValidatorIndex, final: FinalBlock): void {
    this.#steps?.reach(node, 'tell', final)
    this.#oracles.onFinalized(node, final)
    if (this.#honest.has(node)) this.#clients.onFinal(final.block.included.map(({ id }) => id))
    this.#steps?.reach(node, 'after', final)
  }

  onRefused(node: ValidatorIndex, from: ValidatorIndex, what: string): void {
    this.#oracles.onRefused(node, from, what)
  }

  onReport(_node: ValidatorIndex, effect: Extract<ReplicaEffect, { type: 'report' }>): void {
    this.#oracles.onReport(effect)
  }

  onNote(node: ValidatorIndex, { note }: Extract<ReplicaEffect, { type: 'note' }>): void {
    if (!this.#honest.has(node)) return
    if (note.type === 'view-entered') this.#highestView = Math.max(this.#highestView, note.view)
    if (note.type === 'other-header')
      throw new Violation(4, `validator ${node} computes another header of height ${note.height} than others`)
  }
}

import type { ValidatorIndex } from '@hanse/protocol'
import { Twins } from './byzantine/host-lies.ts'
import type { LiarOptions } from './byzantine/liar.ts'
import { Liars } from './byzantine/liars.ts'
import type { ToldFrame } from './byzantine/told.ts'
import type { FaultPlan } from './fault.ts'
import { flipped, WireFrame } from './frame.ts'
import type { Network } from './network.ts'
import type { SimEvent } from './sim-event.ts'

/** How long a liar takes for an answer that needs no thought. */
const ANSWER_US = 50

interface PostComponents extends Omit<LiarOptions, 'self'> {
  readonly network: Network
  readonly byzantine: FaultPlan['byzantine']
  /** Of honest processes; second ones of twins come behind them. */
  readonly places: number
  schedule(delayUs: number, event: SimEvent): void
}

/** When a frame is sent. */
interface Moment {
  /** Of the chain. */
  readonly height: number
  readonly nowUs: number
  /** So long the sender's disk takes before it leaves. */
  readonly syncUs: number
}

/** Carries frames from node to node: liars change theirs, the network does with all as it likes, and twins share what is for one of them. */
export class Post {
  readonly liars: Liars
  readonly twins: Twins
  readonly #parts: PostComponents
  /** Frames with blocks that somebody had asked for. */
  blockAnswers = 0

  constructor(parts: PostComponents) {
    this.#parts = parts
    this.liars = new Liars(parts.byzantine, parts)
    this.twins = new Twins(parts.byzantine, parts.places)
  }

  send(from: ValidatorIndex, to: ValidatorIndex, wire: WireFrame, { height, nowUs, syncUs }: Moment): void {
    const { liars, twins } = this
    const { network } = this.#parts
    if (!twins.areLinked(from, to, height)) return
    const sender = twins.validatorOf(from)
    if (twins.isTwin(from)) liars.onTwin(sender)
    const { sent } = wire
    if (sent.channel === 'sync' && 'frame' in sent && sent.frame.type === 'blocks' && sent.frame.blocks.length > 0) this.blockAnswers += 1
    const deliver = (source: ValidatorIndex, target: ValidatorIndex, told: ToldFrame, heldUs: number): void => {
      const frame = told === sent ? wire : new WireFrame(told)
      const connection = network.connection(source, target)
      for (const { delayUs, flippedBit } of network.deliveries(source, target, nowUs)) {
        const arriving = flippedBit === undefined ? frame : flipped(frame, flippedBit)
        for (const place of twins.reached(source, target, height))
          this.#parts.schedule(delayUs + syncUs + heldUs, { type: 'deliver', from: source, to: place, wire: arriving, connection })
      }
    }
    for (const told of liars.rewrite(sender, to, sent)) deliver(sender, to, told, told.delayUs ?? 0)
    if (!network.passes(sender, to)) return
    for (const told of liars.answers(sender, to, sent)) deliver(to, sender, told, ANSWER_US)
  }
}

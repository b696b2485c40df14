import type { Hash } from '@hanse/primitives'
import { proposalDigest, type SignedMessage, type ValidatorIndex } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import type { FaultInjector } from '../fault-injector.ts'

/** Where a process ends that is at a block with a step of a trade in it. */
export const STEP_MOMENTS = ['prepare', 'commit', 'store', 'tell', 'after'] as const
/**
 * `prepare`, `commit`: as it votes for the batch, and for what it has come to. `store`: it has the certificate and has written nothing.
 * `tell`: all is durable, and nobody knows. `after`: somebody knows.
 */
export type StepMoment = (typeof STEP_MOMENTS)[number]

/** Knows the blocks that have steps of a trade in them, and says when a node is at one. */
export class StepWatch {
  readonly #steps: ReadonlySet<Hash>
  readonly #faults: Pick<FaultInjector, 'reachStep'>
  /** Of batches with a step, whoever has proposed them. */
  readonly #digests = new Set<Hash>()

  constructor(steps: ReadonlySet<Hash>, faults: Pick<FaultInjector, 'reachStep'>) {
    this.#steps = steps
    this.#faults = faults
  }

  /** A node is at this moment of a block. @throws Crash */
  reach(node: ValidatorIndex, moment: StepMoment, { block }: FinalBlock): void {
    if (block.included.some(({ id }) => this.#steps.has(id))) this.#faults.reachStep(node, moment)
  }

  /** A node has signed, and nothing of it has left: if it ends now, it is as if it had not. @throws Crash */
  onSigned(node: ValidatorIndex, { message }: SignedMessage): void {
    if (message.type === 'proposal') {
      if (!message.body.ids.some((id) => this.#steps.has(id))) return
      this.#digests.add(proposalDigest(message.body))
      // Who proposes votes by that.
      this.#faults.reachStep(node, 'prepare')
    } else if ((message.type === 'prepare' || message.type === 'commit') && this.#digests.has(message.digest)) {
      this.#faults.reachStep(node, message.type)
    }
  }
}

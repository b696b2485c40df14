import type { ValidatorIndex } from '@hanse/protocol'
import type { ReplicaTimer } from '@hanse/replica'
import type { WireFrame } from './frame.ts'

/** What can happen in the simulated world. */
export type SimEvent =
  /** It comes only if the `connection` that it was sent on is still the one. */
  | {
      readonly type: 'deliver'
      readonly from: ValidatorIndex
      readonly to: ValidatorIndex
      readonly wire: WireFrame
      readonly connection: number
    }
  /** `start` tells which start of the timer this is of: one that was stopped or started again since does not fire. */
  | { readonly type: 'timer'; readonly node: ValidatorIndex; readonly timer: ReplicaTimer; readonly start: number }
  /** A node takes what has come to it. */
  | { readonly type: 'round'; readonly node: ValidatorIndex }
  /** Clients send, or look after what is not final yet. */
  | { readonly type: 'submit' }
  | { readonly type: 'resubmit' }
  | { readonly type: 'boot'; readonly node: ValidatorIndex }
  | { readonly type: 'resume'; readonly node: ValidatorIndex }
  /** A fault has lasted long enough, or goes on to its next part. */
  | { readonly type: 'over'; readonly name: string; readonly run: () => void }
  /** Nodes notice which connections there are. */
  | { readonly type: 'links' }

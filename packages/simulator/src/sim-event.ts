import type { ValidatorIndex } from '@hanse/protocol'
import type { ReplicaTimer } from '@hanse/replica'
import type { WireFrame } from './frame.ts'
import type { Cut } from './network.ts'

/** What can happen in the simulated world. */
export type SimEvent =
  | { readonly type: 'deliver'; readonly from: ValidatorIndex; readonly to: ValidatorIndex; readonly wire: WireFrame }
  /** `start` tells which start of the timer this is of: one that was stopped or started again since does not fire. */
  | { readonly type: 'timer'; readonly node: ValidatorIndex; readonly timer: ReplicaTimer; readonly start: number }
  /** A node takes what has come to it. */
  | { readonly type: 'round'; readonly node: ValidatorIndex }
  /** Clients send, or look after what is not final yet. */
  | { readonly type: 'submit' }
  | { readonly type: 'resubmit' }
  | { readonly type: 'boot'; readonly node: ValidatorIndex }
  | { readonly type: 'resume'; readonly node: ValidatorIndex }
  | { readonly type: 'join'; readonly cut: Cut }
  /** Nodes notice which connections there are. */
  | { readonly type: 'links' }

import type { SyncFrame, TransactionsFrame, ConsensusFrame } from '@hanse/protocol'

/** A frame with its channel, as it lies on the simulated wire: encoded, so that everything passes the real codecs. */
export type SimFrame =
  | { readonly channel: 'consensus'; readonly frame: ConsensusFrame }
  | { readonly channel: 'transactions'; readonly frame: TransactionsFrame }
  | { readonly channel: 'sync'; readonly frame: SyncFrame }

export interface WireFrame {
  readonly channel: SimFrame['channel']
  readonly bytes: Uint8Array
}

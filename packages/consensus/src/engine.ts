import type { Hash } from '@hanse/primitives'
import type { CertifiedHeader, Epoch, Height, SigningDomain, ValidatorIndex, ValidatorSet, View } from '@hanse/protocol'
import type { Effect } from './effect.ts'
import type { Input } from './input.ts'

export interface EngineOptions {
  readonly domain: SigningDomain
  readonly epoch: Epoch
  readonly validators: ValidatorSet
  /** Absent for an observer. */
  readonly self?: ValidatorIndex
  /** Shared: `ChainParams.window` and `heartbeatMs`. */
  readonly window: number
  readonly heartbeatMs: number
  readonly timeouts: EngineTimeouts
}

/** Local choices, in ms. */
export interface EngineTimeouts {
  readonly viewTimeoutMs: number
  readonly viewTimeoutMsMax: number
  readonly batchWaitMs: number
  /** How often votes are offered again to those that lack them. */
  readonly statusMs: number
  readonly fetchRetryMs: number
}

/** Pure, synchronous, total: bad messages change nothing, a broken invariant throws. */
export interface Engine {
  step(input: Input): readonly Effect[]
  /** Held by a proposal of the current view above head, or by a height that the view fixed. */
  isInFlight(id: Hash): boolean
  /** How many ids are in flight. */
  readonly inFlightCount: number
  describe(): EngineDescription
}

/** What people and metrics see. */
export interface EngineDescription {
  readonly epoch: Epoch
  readonly view: View
  readonly wants: View
  /** False between leaving a view and entering the next. */
  readonly inView: boolean
  readonly primary: ValidatorIndex
  readonly head: CertifiedHeader
  readonly slots: readonly {
    readonly height: Height
    readonly digest?: Hash
    readonly phase: 'waiting' | 'proposed' | 'prepared' | 'executed' | 'committed'
    readonly prepares: readonly ValidatorIndex[]
    readonly commits: readonly ValidatorIndex[]
  }[]
}

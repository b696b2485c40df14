import { assert, type Hash, unreachable } from '@hanse/primitives'
import type { CommitCertificate, Epoch, Height, ProposalBody, SigningDomain, ValidatorIndex, ValidatorSet, View } from '@hanse/protocol'
import { advance } from './advance.ts'
import { onBatchReady } from './batches.ts'
import { engineDescription } from './description.ts'
import type { Effect } from './effect.ts'
import { learnCertificate } from './finality.ts'
import { onBatchChecked } from './handle/batch-checked.ts'
import { onCaughtUp } from './handle/caught-up.ts'
import { onDemand } from './handle/demand.ts'
import { onExecuted } from './handle/executed.ts'
import { onBody, onFetchBody, onFetchNewView, onFetchViewChange } from './handle/fetch.ts'
import { onMessage } from './handle/message.ts'
import { onPeers } from './handle/peers.ts'
import { onStart } from './handle/start.ts'
import { onTimerFired } from './handle/timer-fired.ts'
import type { Input } from './input.ts'
import { checkOptions } from './params.ts'
import { type Context, initialState } from './replica-state.ts'
import { checkedInFlight, decidedIds } from './slots.ts'

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
  /** A local choice: how many heights above head are proposed here. Default: as many as there may be. */
  readonly proposedAheadMax?: number
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

/**
 * Pure, synchronous, total: bad messages change nothing, a broken invariant throws. Of one epoch: when the block that ends it is final,
 * nothing is said or done any more, in that step either.
 */
export interface Engine {
  step(input: Input): readonly Effect[]
  /** Held by a proposal of the current view above head, or by a height that the view fixed. */
  isInFlight(id: Hash): boolean
  /** The bodies in flight whose bytes are here. Of the others nobody knows whether their ids are anything. */
  checkedInFlight(): readonly ProposalBody[]
  /** Ids of heights above head that are fixed, prepared by a quorum, or certified: on their way whatever the primary does. */
  decidedIds(): ReadonlySet<Hash>
  /** May still ask for this body or its bytes: in the view, fixed, certified, prepared, or logged and not final. */
  holdsBody(digest: Hash): boolean
  describe(): EngineDescription
}

/** The last height that is final here. Genesis has no certificate. */
export interface Head {
  readonly height: Height
  readonly hash: Hash
  readonly certificate?: CommitCertificate
}

/** What people and metrics see. */
export interface EngineDescription {
  readonly epoch: Epoch
  readonly view: View
  readonly wants: View
  /** False between leaving a view and entering the next. */
  readonly inView: boolean
  readonly primary: ValidatorIndex
  readonly head: Head
  readonly slots: readonly {
    readonly height: Height
    readonly digest?: Hash
    readonly phase: 'waiting' | 'proposed' | 'prepared' | 'executed' | 'committed'
    readonly prepares: readonly ValidatorIndex[]
    readonly commits: readonly ValidatorIndex[]
  }[]
}

/** An engine that waits for its `start`. */
export function createEngine(options: EngineOptions): Engine {
  const sizes = checkOptions(options)
  const state = initialState(options.domain.genesisHash)
  let effects: Effect[] = []
  const context: Context = { options, sizes, state, emit: (effect) => effects.push(effect) }
  return {
    step(input) {
      assert(state.started || input.type === 'start', `${input.type} before start`)
      effects = []
      if (state.ended) return effects
      if (input.type !== 'demand') handle(context, input)
      else if (!onDemand(context, input)) return effects
      advance(context)
      return effects
    },
    isInFlight: (id) => state.inFlight.has(id),
    checkedInFlight: () => checkedInFlight(state),
    decidedIds: () => decidedIds(state),
    holdsBody: (digest) => state.bodies.has(digest),
    describe: () => engineDescription(context),
  }
}

function handle(context: Context, input: Exclude<Input, { readonly type: 'demand' }>): void {
  switch (input.type) {
    case 'start':
      return onStart(context, input)
    case 'message':
      return onMessage(context, input.signed)
    case 'certificate':
      return learnCertificate(context, input.certificate)
    case 'body':
      return onBody(context, input)
    case 'fetch-body':
      return onFetchBody(context, input)
    case 'fetch-view-change':
      return onFetchViewChange(context, input)
    case 'fetch-new-view':
      return onFetchNewView(context, input)
    case 'batch-ready':
      return onBatchReady(context, input)
    case 'batch-checked':
      return onBatchChecked(context, input)
    case 'executed':
      return onExecuted(context, input)
    case 'timer-fired':
      return onTimerFired(context, input.timer)
    case 'caught-up':
      return onCaughtUp(context, input)
    case 'peers':
      return onPeers(context, input)
    default:
      return unreachable(input)
  }
}

import type { Hash } from '@hanse/primitives'
import {
  asHeight,
  asView,
  type CommitCertificate,
  type Height,
  type PreparedCertificate,
  type ProposalBody,
  type ValidatorIndex,
  type View,
} from '@hanse/protocol'
import type { Effect, ViewChangeReason } from './effect.ts'
import type { EngineOptions, Head } from './engine.ts'
import type { Role } from './input.ts'
import { MessageWindow } from './message-window.ts'
import type { NewViewMessage, Received } from './messages.ts'
import type { NamedViewChange } from './new-view.ts'
import { OwnVotes } from './own-votes.ts'
import type { QuorumSizes } from './params.ts'
import type { VoteSet } from './vote-set.ts'

/** The host's check of a batch: `ok` once all bytes are held. */
export interface BatchCheck {
  readonly digest: Hash
  /** Also judged as a fresh height: what a Prepare of one needs. */
  readonly fresh: boolean
  readonly state: 'running' | 'ok' | 'refused'
}

/** One height above head, in the entered view. */
export interface Slot {
  readonly height: Height
  readonly prepares: VoteSet
  readonly commits: VoteSet
  /** What the primary put here, or what the NewView fixed. */
  proposed: Hash | undefined
  check: BatchCheck | undefined
  /** The body whose ids are counted as in flight. */
  counted: ProposalBody | undefined
  /** Whose forgotten Commit was reported: once, however many ViewChanges leave it out. */
  readonly accused: Set<ValidatorIndex>
}

/** The view whose votes are collected. */
export interface EnteredView {
  readonly view: View
  /** Fresh heights start once the primary's head is here. */
  readonly base: Height
  /** What base + 1 is fixed to. */
  readonly fixed: Hash | undefined
  /** Absent in view 0, and for an own NewView until the host has signed it. */
  newView: Received<NewViewMessage> | undefined
  readonly viewChanges: readonly NamedViewChange[]
}

export interface PendingNewView {
  readonly signed: Received<NewViewMessage>
  readonly found: Map<Hash, NamedViewChange>
  /** The round of fetching in which it came. */
  readonly since: number
}

export interface KnownBody {
  readonly body: ProposalBody
  /** Body and bytes are in the log, or their `persist` was asked for. */
  logged: boolean
}

export interface Execution {
  readonly digest: Hash
  readonly parentHash: Hash
}

/** What a validator says of itself. Later is what is higher in this order: all three only rise, but `wants` falls when head rises. */
export interface Standing {
  readonly view: View
  readonly head: Height
  readonly wants: View
}

export interface RateMonitor {
  /** A window is being measured. */
  running: boolean
  ordered: number
  /** Blocks of this window came by sync. */
  synced: boolean
  /** Best count of a window, of the last n views, oldest first; the last is the entered view's. */
  readonly bests: number[]
}

/** Everything that the engine remembers. */
export interface ReplicaState {
  started: boolean
  /** The last block of the epoch is final: nothing is done any more. */
  ended: boolean
  role: Role
  head: Head
  /** The highest one in the log. After a restart it may be above head until that is executed again; ViewChanges name it. */
  loggedHead: CommitCertificate | undefined
  /** Never voted below. Above `entered.view` between leaving a view and entering the next. */
  view: View
  entered: EnteredView
  /** The highest view asked for. */
  wants: View
  wantsReason: ViewChangeReason | undefined
  readonly slots: Map<Height, Slot>
  /** Votes of views that are not entered yet. */
  readonly future: MessageWindow
  /** By digest: proposed in the entered view, certified, or logged and not final. */
  readonly bodies: Map<Hash, KnownBody>
  /** How many slots hold an id. */
  readonly inFlight: Map<Hash, number>
  /** Executed on each other, from head + 1 on without a gap. */
  readonly executed: Map<Height, Execution & { readonly headerHash: Hash; readonly included: number; readonly endsEpoch: boolean }>
  executing: (Execution & { readonly height: Height }) | undefined
  /** Above head, up to the heights that votes are kept for. */
  readonly certificates: Map<Height, CommitCertificate>
  /** The highest one known above head: it proves that a quorum is there. */
  highestCertificate: CommitCertificate | undefined
  /** Of the highest view, a height above head. */
  readonly prepared: Map<Height, PreparedCertificate>
  /** The view of the one in the log. */
  readonly preparedLogged: Map<Height, View>
  readonly ownVotes: OwnVotes
  readonly viewChanges: Map<ValidatorIndex, NamedViewChange>
  readonly pendingNewViews: Map<ValidatorIndex, PendingNewView>
  readonly standings: Map<ValidatorIndex, Standing>
  /** The highest view that a validator's other messages are of. */
  readonly spokenIn: Map<ValidatorIndex, View>
  readonly connected: Set<ValidatorIndex>
  /** Connected, and a quorum with us. */
  quorumConnected: boolean
  readonly demand: { waiting: number; pending: number; fullBlock: boolean; starved: boolean }
  readonly batch: {
    requested: { readonly height: Height; readonly view: View } | undefined
    wait: 'none' | 'running' | 'over'
    /** A batch was taken since the pool was last heard of: whether it still fills a block is not known. */
    taken: boolean
    /** The pool had nothing that could be taken; not asked again before something changes. */
    dry: boolean
  }
  heartbeatDue: boolean
  /** The last height of which it was noted that others compute another header. */
  otherHeaderAt: Height | undefined
  readonly timer: {
    /** `spent`: it fired, `wants` is out; what is left is to wait for the others. */
    state: 'idle' | 'running' | 'spent'
    slicesLeft: number
    /** The highest certificate above head when the slice began. */
    knownCertificate: CommitCertificate | undefined
  }
  failedViews: number
  /** Status timers since the view was left or entered. */
  statusTicks: number
  readonly rate: RateMonitor
  readonly fetch: {
    running: boolean
    round: number
    /** By what is fetched: the rounds in which it was first wanted and last asked for. */
    readonly asked: Map<string, { readonly since: number; readonly last: number | undefined }>
  }
  /** Who was helped since the last status timer, and with what. */
  readonly helped: Map<ValidatorIndex, Set<Help>>
  /** How many fetches of whom were answered since then. */
  readonly answered: Map<ValidatorIndex, number>
}

export type Help = 'certificate' | 'view' | 'votes'

/** What every handler works on: the state, and where effects go. */
export interface Context {
  readonly options: EngineOptions
  readonly sizes: QuorumSizes
  readonly state: ReplicaState
  emit(effect: Effect): void
}

const GENESIS_VIEW: View = asView(0)

/** The view that an epoch starts with needs no NewView. */
export function firstView(base: Height): EnteredView {
  return { view: GENESIS_VIEW, base, fixed: undefined, newView: undefined, viewChanges: [] }
}

export function initialState(genesisHash: Hash): ReplicaState {
  return {
    started: false,
    ended: false,
    role: { type: 'observer' },
    head: { height: asHeight(0), hash: genesisHash },
    loggedHead: undefined,
    view: GENESIS_VIEW,
    entered: firstView(asHeight(0)),
    wants: GENESIS_VIEW,
    wantsReason: undefined,
    slots: new Map(),
    future: new MessageWindow(),
    bodies: new Map(),
    inFlight: new Map(),
    executed: new Map(),
    executing: undefined,
    certificates: new Map(),
    highestCertificate: undefined,
    prepared: new Map(),
    preparedLogged: new Map(),
    ownVotes: new OwnVotes(),
    viewChanges: new Map(),
    pendingNewViews: new Map(),
    standings: new Map(),
    spokenIn: new Map(),
    connected: new Set(),
    quorumConnected: false,
    demand: { waiting: 0, pending: 0, fullBlock: false, starved: false },
    batch: { requested: undefined, wait: 'none', taken: false, dry: false },
    heartbeatDue: false,
    otherHeaderAt: undefined,
    timer: { state: 'idle', slicesLeft: 0, knownCertificate: undefined },
    failedViews: 0,
    statusTicks: 0,
    rate: { running: false, ordered: 0, synced: false, bests: [0] },
    fetch: { running: false, round: 0, asked: new Map() },
    helped: new Map(),
    answered: new Map(),
  }
}

export function isInView(state: ReplicaState): boolean {
  return state.entered.view === state.view
}

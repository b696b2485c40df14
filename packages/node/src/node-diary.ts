import type { Clock, LogLevel, Timer } from '@hanse/ports'
import type { Journal, NodeEvent, NodeInfo, NodeStatus, PoolStatus } from '@hanse/rpc'
import { RingJournal } from './journal.ts'
import type { Roster } from './roster.ts'

/** How often the node looks at its own state, in ms: most changes of it have no event of their own. */
export const LOOK_EVERY_MS = 250
/** From which part of its capacity on the pool counts as high, and as full. */
const POOL_HIGH = 0.5
const POOL_FULL = 0.95

type PoolLevel = Extract<NodeEvent, { type: 'pool' }>['level']

export interface NodeDiaryParts {
  readonly clock: Clock
  readonly roster: Roster
  readonly run: string
  readonly status: () => NodeStatus
  readonly pool: () => PoolStatus
}

/** The journal behind the topic `node`: its state, its peers, its pool. */
export class NodeDiary {
  readonly #parts: NodeDiaryParts
  readonly #journal: RingJournal<NodeEvent>
  #state: NodeStatus['state'] = 'starting'
  #poolLevel: PoolLevel = 'normal'
  #timer: Timer | undefined
  #hasStopped = false

  constructor(parts: NodeDiaryParts) {
    this.#parts = parts
    this.#journal = new RingJournal(parts.run)
  }

  get journal(): Journal<NodeEvent> {
    return this.#journal
  }

  started({ version, chainId, genesisHash, organization, role, peerId }: NodeInfo, height: number): void {
    this.#journal.add({ type: 'started', atMs: this.#nowMs(), height, version, chainId, genesisHash, organization, role, peerId })
    this.#keepLooking()
  }

  peerConnected(peerId: string, hello: { readonly version: string; readonly head: number }): void {
    const { version, head } = hello
    this.#journal.add({ type: 'peer-connected', atMs: this.#nowMs(), ...this.#peer(peerId), version, head })
    this.look()
  }

  peerDisconnected(peerId: string, reason: string): void {
    this.#journal.add({ type: 'peer-disconnected', atMs: this.#nowMs(), ...this.#peer(peerId), reason: reason.slice(0, 256) })
    this.look()
  }

  logLevelSet(level: LogLevel, before: LogLevel): void {
    this.#journal.add({ type: 'log-level', atMs: this.#nowMs(), level, before })
  }

  /** Idempotent. */
  stopping(height: number): void {
    if (this.#hasStopped) return
    this.#hasStopped = true
    this.#timer?.stop()
    this.#journal.add({ type: 'stopping', atMs: this.#nowMs(), height })
  }

  /** Notes what has changed since the last look. */
  look(): void {
    const { state, height, lag, reasons } = this.#parts.status()
    const before = this.#state
    if (state !== before) {
      this.#state = state
      this.#journal.add({ type: 'state', atMs: this.#nowMs(), state, before, height, lag, reasons })
    }
    const { size, sizeBytes, capacity } = this.#parts.pool()
    const level = poolLevel(size, capacity)
    if (level === this.#poolLevel) return
    this.#journal.add({ type: 'pool', atMs: this.#nowMs(), level, before: this.#poolLevel, size, sizeBytes, capacity })
    this.#poolLevel = level
  }

  #keepLooking(): void {
    if (this.#hasStopped) return
    this.look()
    this.#timer = this.#parts.clock.startTimer(LOOK_EVERY_MS, () => this.#keepLooking())
  }

  #peer(peerId: string): { readonly peerId: string; readonly organization?: string } {
    const organization = this.#parts.roster.organizationAt(peerId)
    return { peerId, ...(organization === undefined ? {} : { organization }) }
  }

  #nowMs(): number {
    return this.#parts.clock.nowMs()
  }
}

function poolLevel(size: number, capacity: number): PoolLevel {
  if (size >= capacity * POOL_FULL) return 'full'
  return size >= capacity * POOL_HIGH ? 'high' : 'normal'
}

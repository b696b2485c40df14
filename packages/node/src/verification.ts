import { type Clock, type Logger, type Store, StoreFailure } from '@hanse/ports'
import type { Rejection } from '@hanse/primitives'
import type { Header } from '@hanse/protocol'
import { storeDamaged } from '@hanse/replica'
import { verifyTables } from '@hanse/storage'
import type { StateCheck } from './state-check.ts'

/** Above it, what is left is verified while the node follows the chain without a vote. */
export interface VerifiedBeforeStart {
  /** Records of the state, whose root is computed anew. */
  readonly stateRecords: number
  /** Bytes of the store, whose tables are read. */
  readonly storeBytes: number
}

export const VERIFIED_BEFORE_START: VerifiedBeforeStart = { stateRecords: 1_000_000, storeBytes: 512 * 1024 * 1024 }

/** How fast tables are read while the node works, in bytes a second: a hundredth of a processor. */
const TABLE_BYTES_PER_SECOND = 8 * 1024 * 1024
/** How often the tables of a node that runs are verified again, in ms: a disk may lie later, too. */
const TABLES_EVERY_MS = 6 * 3600 * 1000

export function rootFault({ height, stateRoot }: Pick<Header, 'height' | 'stateRoot'>, computed: string): Rejection | undefined {
  return computed === stateRoot
    ? undefined
    : storeDamaged(`the state at height ${height} does not have the root that its header says: it has ${computed}`)
}

/** Verifies the tables of a store of at most so many bytes; true where it has more, and they are left for later. @throws StoreFailure */
export async function leavesTables(store: Pick<Store, 'sizeBytes'>, directory: string, bytesMax: number): Promise<boolean> {
  if ((await store.sizeBytes()) > bytesMax) return true
  const { problems } = await verifyTables(directory)
  const [problem] = problems
  if (problem !== undefined) throw problem
  return false
}

export interface VerificationOptions {
  /** What a start has left of the state. Absent where its root is known to be the header's. */
  readonly state?: { readonly check: StateCheck; readonly header: Header }
  readonly storeDirectory: string
  /** The tables were not read before the start. */
  readonly areTablesOpen: boolean
  readonly clock: Clock
  readonly logger: Logger
  /** All that the start left is verified: the node may vote. */
  readonly onVerified: () => void
  readonly onFatal: (error: unknown) => void
}

/** Verifies behind a running node what its start has left, then the tables again and again. What is damaged ends the node. */
export class Verification {
  readonly #options: VerificationOptions
  readonly #abort = new AbortController()
  #running: Promise<void> | undefined
  #isPending: boolean
  #tableBytes = 0

  constructor(options: VerificationOptions) {
    this.#options = options
    this.#isPending = options.state !== undefined || options.areTablesOpen
  }

  /** What is still to be verified before the node may vote, in words; undefined when nothing is. */
  get pending(): string | undefined {
    if (!this.#isPending) return undefined
    const { state } = this.#options
    return state?.check.isRead === false
      ? `verifying the state: ${state.check.read} records so far; no vote before that`
      : `verifying the store: ${Math.floor(this.#tableBytes / 1024 / 1024)} MiB so far; no vote before that`
  }

  start(): void {
    this.#running ??= this.#run().catch((error: unknown) => {
      if (!this.#abort.signal.aborted) this.#options.onFatal(error)
    })
  }

  /** Idempotent. Afterwards nothing is read any more. */
  async stop(): Promise<void> {
    this.#abort.abort()
    await this.#running
    await this.#options.state?.check.release()
  }

  async #run(): Promise<void> {
    const { state, areTablesOpen, logger, onVerified } = this.#options
    const startedMs = performance.now()
    if (areTablesOpen) await this.#verifyTables()
    if (state !== undefined) await this.#verifyState(state)
    if (this.#isPending) {
      const seconds = Math.round((performance.now() - startedMs) / 1000)
      logger.info({ records: state?.check.read, tableBytes: this.#tableBytes, seconds }, 'the store is verified: this node may vote')
      this.#isPending = false
      onVerified()
    }
    while (await this.#waits(TABLES_EVERY_MS)) await this.#verifyTables(TABLE_BYTES_PER_SECOND)
  }

  async #verifyState({ check, header }: NonNullable<VerificationOptions['state']>): Promise<void> {
    while (!check.isRead && !this.#abort.signal.aborted)
      await check.readTo(Number.MAX_SAFE_INTEGER, () => this.#abort.signal.throwIfAborted())
    const computed = await check.root()
    await check.release()
    const fault = rootFault(header, computed)
    if (fault !== undefined) throw new StoreFailure(fault.code, fault.message, fault.hint ?? '')
  }

  async #verifyTables(bytesPerSecond = Number.POSITIVE_INFINITY): Promise<void> {
    let before = 0
    const { problems } = await verifyTables(this.#options.storeDirectory, async (bytes) => {
      this.#tableBytes = bytes
      this.#abort.signal.throwIfAborted()
      await this.#waits((1000 * (bytes - before)) / bytesPerSecond)
      before = bytes
    })
    this.#abort.signal.throwIfAborted()
    const [problem] = problems
    if (problem !== undefined) throw problem
  }

  /** False where the node stops meanwhile. */
  async #waits(durationMs: number): Promise<boolean> {
    const { signal } = this.#abort
    if (signal.aborted) return false
    await new Promise<void>((resolve) => {
      const end = (): void => {
        timer.stop()
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = this.#options.clock.startTimer(durationMs, end)
      signal.addEventListener('abort', end)
    })
    return !signal.aborted
  }
}

import { type Clock, type Logger, type Store, StoreFailure } from '@hanse/ports'
import type { Header } from '@hanse/protocol'
import { verifyTables } from '@hanse/storage'
import type { BlockStore } from './block-store.ts'
import type { NodeComponents } from './node-options.ts'
import type { OpenChain } from './open-chain.ts'
import { rootFault, type StateCheck } from './state-root/state-check.ts'

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
/** How fast blocks are read; a few milliseconds of each second. */
const BLOCKS_PER_SECOND = 1_000
const BLOCKS_PER_TURN = 16
/** How often all that is done again, in ms: a disk may lie later, too. */
const AGAIN_EVERY_MS = 6 * 3600 * 1000

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
  readonly blocks: Pick<BlockStore, 'earliest' | 'head' | 'isWhole'>
  readonly clock: Clock
  readonly logger: Logger
  /** All that the start left is verified: the node may vote. */
  readonly onVerified: () => void
  readonly onFatal: (error: unknown) => void
}

/** What a start has left, to be verified behind the node that it is of. */
export function verifyBehind(
  { unverified, areTablesOpen, blocks }: OpenChain & { readonly areTablesOpen: boolean },
  storeDirectory: string,
  { clock, logger, onFatal }: Pick<NodeComponents, 'clock' | 'logger' | 'onFatal'>,
  onVerified: () => void,
): Verification {
  const state = unverified === undefined ? {} : { state: { check: unverified, header: blocks.head.header } }
  return new Verification({ ...state, storeDirectory, areTablesOpen, blocks, clock, logger, onVerified, onFatal })
}

/**
 * Verifies behind a running node what its start has left, then tables and blocks again and again. A damaged table ends the node; a damaged
 * block is told of by `blocks`, to be mended.
 */
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
    await this.#options.state?.check.release()
    await this.#running
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
    await this.#readBlocks()
    while (await this.#waits(AGAIN_EVERY_MS)) {
      await this.#verifyTables(TABLE_BYTES_PER_SECOND)
      await this.#readBlocks()
    }
  }

  async #readBlocks(): Promise<void> {
    const { blocks } = this.#options
    for (let height: number = blocks.head.header.height; height >= blocks.earliest; height--) {
      blocks.isWhole(height)
      if (height % BLOCKS_PER_TURN === 0 && !(await this.#waits((1000 * BLOCKS_PER_TURN) / BLOCKS_PER_SECOND))) return
    }
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

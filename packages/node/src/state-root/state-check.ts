import { sha256Native } from '@hanse/crypto-native'
import type { Store, StoredEntry, StoreView } from '@hanse/ports'
import type { Hash, Rejection } from '@hanse/primitives'
import type { Header } from '@hanse/protocol'
import { storeDamaged, storedStateKey } from '@hanse/replica'
import { STATE_VALUES_RANGE, stateRootOf } from '@hanse/state'
import { PAGE_ENTRIES, pagesOf } from '../store-range.ts'
import { RootThread } from './root-thread.ts'
import { storedEntries } from './stored-entries.ts'

/** Computes the root of all that a store has of the state, anew, as the store is when this begins: blocks may be written meanwhile. */
export class StateCheck {
  readonly #view: StoreView
  readonly #pages: ReturnType<typeof pagesOf>
  /** Of a state that does not fill a page: it is not worth a thread. */
  #few: readonly StoredEntry[] = []
  #thread: RootThread | undefined
  #read = 0
  #isRead = false
  #isReleased = false

  constructor(store: Pick<Store, 'view'>) {
    this.#view = store.view()
    const { from, to } = STATE_VALUES_RANGE
    this.#pages = pagesOf(this.#view, storedStateKey(from), storedStateKey(to))
  }

  /** Records of the state that were read. */
  get read(): number {
    return this.#read
  }

  get isRead(): boolean {
    return this.#isRead
  }

  /** Reads on until everything is read, or this many records in all. */
  async readTo(recordsMax: number, onRead: (records: number) => void = () => undefined): Promise<void> {
    while (!this.#isRead && this.#read < recordsMax) {
      const page = await this.#pages.next()
      if (page.done === true) {
        this.#isRead = true
        return
      }
      if (this.#isReleased) throw released()
      await this.#add(page.value)
      this.#read += page.value.length
      onRead(this.#read)
    }
  }

  async #add(records: readonly StoredEntry[]): Promise<void> {
    if (this.#thread === undefined && records.length < PAGE_ENTRIES) {
      this.#few = records
      return
    }
    this.#thread ??= new RootThread()
    await this.#thread.add(records)
  }

  /** After all was read. Rejects when this is released meanwhile. */
  async root(): Promise<Hash> {
    if (this.#isReleased) throw released()
    return (await this.#thread?.root()) ?? stateRootOf(storedEntries(this.#few), sha256Native)
  }

  /** Idempotent. Ends what is under way. */
  async release(): Promise<void> {
    this.#isReleased = true
    await this.#thread?.close()
    await this.#pages.return(undefined)
    await this.#view.close()
  }
}

function released(): Error {
  return new Error('the state is not read any more')
}

/** The root of all that the store has of the state, computed anew. */
export async function computeStateRoot(store: Pick<Store, 'view'>, onRead?: (records: number) => void): Promise<Hash> {
  const check = new StateCheck(store)
  try {
    await check.readTo(Number.MAX_SAFE_INTEGER, onRead)
    return await check.root()
  } finally {
    await check.release()
  }
}

/** Why a state with this root is not that of the block; undefined where it is. */
export function rootFault({ height, stateRoot }: Pick<Header, 'height' | 'stateRoot'>, computed: string): Rejection | undefined {
  return computed === stateRoot
    ? undefined
    : storeDamaged(`the state at height ${height} does not have the root that its header says: it has ${computed}`)
}

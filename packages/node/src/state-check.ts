import { setImmediate as nextTurn } from 'node:timers/promises'
import { sha256Native } from '@hanse/crypto-native'
import type { Store, StoreView } from '@hanse/ports'
import type { Hash, Rejection } from '@hanse/primitives'
import type { Header } from '@hanse/protocol'
import { stateKeyOfStored, storeDamaged, storedStateKey } from '@hanse/replica'
import { RootBuilder, STATE_VALUES_RANGE, stateEntries } from '@hanse/state'
import { pagesOf } from './store-range.ts'

/** Records hashed before other work has its turn: about a millisecond. */
const RECORDS_PER_TURN = 256

/** Computes the root of all that a store has of the state, anew, as the store is when this begins: blocks may be written meanwhile. */
export class StateCheck {
  readonly #view: StoreView
  readonly #pages: ReturnType<typeof pagesOf>
  readonly #builder = new RootBuilder(sha256Native)
  #read = 0
  #isRead = false

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
      for (let from = 0; from < page.value.length; from += RECORDS_PER_TURN) {
        const records = page.value.slice(from, from + RECORDS_PER_TURN).map(({ key, value }) => ({ key: stateKeyOfStored(key), value }))
        for (const { key, value } of stateEntries(records)) this.#builder.add(key, value)
        await nextTurn()
      }
      this.#read += page.value.length
      onRead(this.#read)
    }
  }

  /** After all was read. Other work has its turn meanwhile. */
  async root(): Promise<Hash> {
    const steps = this.#builder.rootSteps()
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      await nextTurn()
    }
  }

  /** Idempotent. */
  async release(): Promise<void> {
    await this.#pages.return(undefined)
    await this.#view.close()
  }
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

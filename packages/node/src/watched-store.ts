import { type Store, StoreFailure, type StoreRange, type StoreSnapshot, type StoreWrite } from '@hanse/ports'

/** A store whose failure the host hears of whoever ran into it: the first I/O error ends the process, also when it was a client's read. */
export class WatchedStore implements Store {
  readonly #store: Store
  readonly #onFailure: (failure: StoreFailure) => void

  constructor(store: Store, onFailure: (failure: StoreFailure) => void) {
    this.#store = store
    this.#onFailure = onFailure
  }

  get(key: Uint8Array): Uint8Array | undefined {
    return this.#now(() => this.#store.get(key))
  }

  examine(key: Uint8Array): Uint8Array | 'damaged' | undefined {
    return this.#now(() => this.#store.examine(key))
  }

  snapshot(): StoreSnapshot {
    const snapshot = this.#now(() => this.#store.snapshot())
    return { range: (range) => this.#watched(snapshot.range(range)), release: () => snapshot.release() }
  }

  range(range: StoreRange): ReturnType<Store['range']> {
    return this.#watched(this.#store.range(range))
  }

  write(writes: readonly StoreWrite[], options: { readonly sync: boolean }): Promise<void> {
    return this.#watched(this.#store.write(writes, options))
  }

  sizeBytes(): Promise<number> {
    return this.#watched(this.#store.sizeBytes())
  }

  close(): Promise<void> {
    return this.#store.close()
  }

  #now<T>(call: () => T): T {
    try {
      return call()
    } catch (error) {
      throw this.#told(error)
    }
  }

  async #watched<T>(call: Promise<T>): Promise<T> {
    try {
      return await call
    } catch (error) {
      throw this.#told(error)
    }
  }

  #told(error: unknown): unknown {
    if (error instanceof StoreFailure) this.#onFailure(error)
    return error
  }
}

import { type Store, StoreFailure, type StoreRange, type StoreView, type StoreWrite } from '@hanse/ports'

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

  range(range: StoreRange): ReturnType<Store['range']> {
    return this.#watched(this.#store.range(range))
  }

  write(writes: readonly StoreWrite[], options: { readonly sync: boolean }): Promise<void> {
    return this.#watched(this.#store.write(writes, options))
  }

  sizeBytes(): Promise<number> {
    return this.#watched(this.#store.sizeBytes())
  }

  view(): StoreView {
    const view = this.#now(() => this.#store.view())
    return {
      get: (key) => this.#now(() => view.get(key)),
      range: (range) => this.#watched(view.range(range)),
      close: () => view.close(),
    }
  }

  compact(range: Pick<StoreRange, 'from' | 'to'>): Promise<void> {
    return this.#watched(this.#store.compact(range))
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

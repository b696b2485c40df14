import type { Store } from '@hanse/ports'
import type { ChainWrite } from '@hanse/replica'

const BATCH_BYTES = 4 * 1024 * 1024

/** Gathers writes into batches. Nothing of them counts before `finish`: a crash leaves a store that is thrown away. */
export class WriteBuffer {
  readonly #store: Store
  #writes: ChainWrite[] = []
  #sizeBytes = 0

  constructor(store: Store) {
    this.#store = store
  }

  async add(writes: readonly ChainWrite[]): Promise<void> {
    for (const write of writes) {
      this.#writes.push(write)
      this.#sizeBytes += write.key.length + (write.value?.length ?? 0)
    }
    if (this.#sizeBytes >= BATCH_BYTES) await this.flush()
  }

  /** In the store, and not yet durable. */
  async flush(): Promise<void> {
    await this.#write(false)
  }

  /** Durable when the promise resolves. */
  async finish(writes: readonly ChainWrite[] = []): Promise<void> {
    await this.add(writes)
    await this.#write(true)
  }

  async #write(sync: boolean): Promise<void> {
    const writes = this.#writes
    this.#writes = []
    this.#sizeBytes = 0
    await this.#store.write(writes, { sync })
  }
}

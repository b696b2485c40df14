import type { Clock, Logger, Timer } from '@hanse/ports'
import type { NodeFiles } from './node-files.ts'

/** How often the size of the data folder is measured, in ms. */
export const SIZE_EVERY_MS = 15_000

export interface SizeWatchOptions {
  readonly files: { readonly store: Pick<NodeFiles['store'], 'sizeBytes'>; readonly log: Pick<NodeFiles['log'], 'sizeBytes'> }
  readonly clock: Pick<Clock, 'startTimer'>
  readonly logger: Pick<Logger, 'warn'>
  readonly onMeasured: (bytes: number) => void
  readonly onFatal: (error: unknown) => void
}

/** Measures the data folder now and then, for the metrics. What the disk says to that ends the node; that no descriptor is free does not. */
export class SizeWatch {
  readonly #options: SizeWatchOptions
  #timer: Timer | undefined
  #isStopped = false

  constructor(options: SizeWatchOptions) {
    this.#options = options
  }

  /** Resolves when it has measured once. @throws what the disk throws */
  async start(): Promise<void> {
    const { files, clock, logger, onMeasured, onFatal } = this.#options
    try {
      onMeasured((await files.store.sizeBytes()) + (await files.log.sizeBytes()))
    } catch (error) {
      // A figure is no reason to end: what must be read or written says so itself.
      if (!isOutOfDescriptors(error)) throw error
      logger.warn({}, 'no descriptor is free to measure the data folder with: raise the limit of open files')
    }
    if (this.#isStopped) return
    this.#timer = clock.startTimer(SIZE_EVERY_MS, () => {
      this.start().catch((error: unknown) => {
        if (!this.#isStopped) onFatal(error)
      })
    })
  }

  stop(): void {
    this.#isStopped = true
    this.#timer?.stop()
  }
}

function isOutOfDescriptors(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE')
}

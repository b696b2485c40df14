import type { Clock, Logger } from '@hanse/ports'
import { err, ok, type Result, reject } from '@hanse/primitives'
import type { AdminJob } from '@hanse/rpc'
import { createBackup } from '../backup/create-backup.ts'
import type { NodeConfig } from '../config.ts'
import type { RunningNode } from '../node.ts'
import { backupsPath, snapshotsPath } from '../node-files.ts'
import { createSnapshot, type MakingOptions } from '../snapshot/create-snapshot.ts'
import { refusalOf } from '../snapshot/refused.ts'

export interface JobsParts {
  /** The node's folder. */
  readonly home: string
  readonly config: NodeConfig
  readonly node: Pick<RunningNode, 'api' | 'control'>
  readonly logger: Logger
  readonly clock: Pick<Clock, 'nowMs'>
}

interface Made {
  readonly folder: string
  readonly height: number
  readonly sizeBytes: number
}

/** What a node makes of its chain for its operator while it works: one at a time, told how far it is. */
export class Jobs {
  readonly #parts: JobsParts
  readonly #abort = new AbortController()
  #job: AdminJob | undefined
  #running: Promise<void> | undefined

  constructor(parts: JobsParts) {
    this.#parts = parts
  }

  get last(): AdminJob | undefined {
    return this.#job
  }

  snapshot(): Result<AdminJob> {
    const { config, node } = this.#parts
    return this.#start('snapshot', async (options) => {
      const view = node.control.view()
      try {
        return await createSnapshot({ chain: node.api.chain, view, parent: snapshotsPath(config) }, options)
      } finally {
        await view.close()
      }
    })
  }

  backup(keys: boolean): Result<AdminJob> {
    const { home, config, node } = this.#parts
    return this.#start('backup', async (options) => {
      const sizeBytes = await node.control.storedBytes()
      const view = node.control.view()
      try {
        return await createBackup({ home, config, chain: node.api.chain, view, sizeBytes, parent: backupsPath(config), keys }, options)
      } finally {
        await view.close()
      }
    })
  }

  /** What is not whole goes; resolves when nothing reads the store any more. */
  async stop(): Promise<void> {
    this.#abort.abort()
    await this.#running
  }

  #start(kind: AdminJob['kind'], work: (options: MakingOptions) => Promise<Made>): Result<AdminJob> {
    if (this.#running !== undefined || this.#abort.signal.aborted) {
      return err(reject('admin/job-running', `a ${this.#job?.kind ?? kind} is being made`, { hint: 'admin_getJob tells how far it is.' }))
    }
    const { clock, logger } = this.#parts
    const started: AdminJob = { kind, state: 'running', startedAtMs: clock.nowMs(), step: 'starting', done: 0 }
    this.#job = started
    const tell = (change: Partial<AdminJob>): void => {
      this.#job = { ...(this.#job ?? started), ...change }
    }
    const onProgress: MakingOptions['onProgress'] = ({ what, done, total }) => {
      const { total: _before, ...job } = this.#job ?? started
      this.#job = { ...job, step: what, done, ...(total === undefined ? {} : { total }) }
    }
    this.#running = refusalOf(() => work({ onProgress, signal: this.#abort.signal }))
      .then((made) => {
        if (made.ok) {
          const { folder, height, sizeBytes } = made.value
          tell({ state: 'done', folder, height, sizeBytes, endedAtMs: clock.nowMs() })
          logger.info({ kind, folder, height, sizeBytes }, 'made for the operator')
        } else {
          const { code, message, hint } = made.error
          tell({ state: 'failed', code, message, ...(hint === undefined ? {} : { hint }), endedAtMs: clock.nowMs() })
          logger.warn({ kind, code, reason: message }, 'could not be made for the operator')
        }
      })
      .finally(() => {
        this.#running = undefined
      })
    return ok(started)
  }
}

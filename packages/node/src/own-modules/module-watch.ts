import type { Logger } from '@hanse/ports'
import { describeModule, type VotedModule } from '@hanse/protocol'
import { type ExecutedBlock, type LedgerModules, MissingModuleError } from '@hanse/state'

/** A module that is missing is told again every so many heights, and at every one of the last. */
const REMIND_HEIGHTS = 20
const LAST_HEIGHTS = 10

export interface ModuleWatchOptions {
  readonly logger: Logger
  /** The node must not execute the next block. */
  readonly onFatal: (error: Error) => void
}

/**
 * Says in time that this node lacks a module which a vote brings, and ends it before the block that needs it. Tells of modules that came
 * upon a defect of theirs.
 */
export class ModuleWatch {
  readonly #options: ModuleWatchOptions
  #told = ''
  #inForce: string | undefined

  constructor(options: ModuleWatchOptions) {
    this.#options = options
  }

  /** A block is final, and the ledger is at it. */
  finalized(modules: LedgerModules, { header, moduleFaults = [] }: Pick<ExecutedBlock, 'header' | 'moduleFaults'>): void {
    this.check(modules, header.height)
    for (const { txId, message } of moduleFaults) {
      const [module] = message.split('.', 1)
      const fields = { height: header.height, code: 'tx/module-fault', module, fault: message }
      const { logger } = this.#options
      if (txId === undefined) logger.error(fields, `a defect of the module ${module}: what it did at the start of this block was dropped`)
      else logger.error({ ...fields, txId }, `a defect of the module ${module}: the transaction was refused`)
    }
  }

  /** As it is at the final head. */
  check({ entries, set, missing }: LedgerModules, height: number): void {
    const inForce = entries.map(describeModule).join(', ')
    if (this.#inForce !== undefined && this.#inForce !== inForce) {
      this.#options.logger.info({ height, modules: inForce }, 'the modules in force have changed')
    }
    this.#inForce = inForce
    for (const { module, height: at } of missing) if (at === height + 1) this.#options.onFatal(new MissingModuleError(module, at))
    const scheduled = set.scheduled.map(({ proposal }) => proposal).join(' ')
    const isNews = scheduled !== this.#told
    this.#told = scheduled
    for (const voted of set.scheduled) {
      const left = voted.height - height
      if (!missing.includes(voted)) {
        if (isNews) this.#tellScheduled(voted, height)
      } else if (isNews || left % REMIND_HEIGHTS === 0 || left <= LAST_HEIGHTS) this.#tellMissing(voted, height)
    }
  }

  #tellScheduled({ module, height: at }: VotedModule, height: number): void {
    this.#options.logger.info({ height, atHeight: at, ...module }, 'a vote brings a module, and this node has what it needs for it')
  }

  #tellMissing({ module, height: at }: VotedModule, height: number): void {
    const { code, hint } = new MissingModuleError(module, at)
    this.#options.logger.error(
      { code, hint, height, atHeight: at, ...module },
      'a vote brings a module that this node does not have: it stops before that height',
    )
  }
}

/** What the node's status says of it. */
export function missingModuleReasons({ missing }: LedgerModules): readonly string[] {
  return missing.map(({ module, height }) => `lacks module ${module.name} version ${module.version}, needed from height ${height} on`)
}

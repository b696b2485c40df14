import type { Logger } from '@hanse/ports'
import { type ExecutedBlock, type Ledger, type LedgerRules, ProtocolTooOldError } from '@hanse/state'
import { ModuleWatch, missingModuleReasons } from './own-modules/module-watch.ts'

/** A version that this software does not know is told again every so many heights, and at every one of the last. */
const REMIND_HEIGHTS = 20
const LAST_HEIGHTS = 10

export interface UpgradeWatchOptions {
  readonly logger: Logger
  /** The node must not execute the next block. */
  readonly onFatal: (error: Error) => void
}

/** Says in time what this node lacks for what votes bring, a module or a version of the protocol, and ends it before the block that needs it. */
export class UpgradeWatch {
  readonly #options: UpgradeWatchOptions
  readonly #modules: ModuleWatch
  #told = ''
  #inForce: string | undefined

  constructor(options: UpgradeWatchOptions) {
    this.#options = options
    this.#modules = new ModuleWatch(options)
  }

  /** A block is final, and the ledger is at it. */
  finalized({ modules, rules }: Pick<Ledger, 'modules' | 'rules'>, block: Pick<ExecutedBlock, 'header' | 'moduleFaults'>): void {
    this.#modules.finalized(modules, block)
    this.#checkRules(rules, block.header.height)
  }

  /** As it is at the final head. */
  check({ modules, rules }: Pick<Ledger, 'modules' | 'rules'>, height: number): void {
    this.#modules.check(modules, height)
    this.#checkRules(rules, height)
  }

  #checkRules(rules: LedgerRules, height: number): void {
    const { logger, onFatal } = this.#options
    const { version, params, scheduled, unknown } = rules
    const inForce = `${version} ${Object.values(params).join(' ')}`
    if (this.#inForce !== undefined && this.#inForce !== inForce)
      logger.info({ height, version, params }, 'the rules of the chain have changed')
    this.#inForce = inForce
    const told = scheduled.map(({ proposal }) => proposal).join(' ')
    const isNews = told !== this.#told
    this.#told = told
    if (isNews && scheduled.length > 0) logger.info({ height, scheduled }, 'votes change the rules of the chain')
    if (unknown === undefined) return
    const left = unknown.height - height
    if (left === 1) return onFatal(tooOld(unknown))
    if (!isNews && left % REMIND_HEIGHTS !== 0 && left > LAST_HEIGHTS) return
    const { code, hint } = tooOld(unknown)
    logger.error(
      { code, hint, height, atHeight: unknown.height, version: unknown.version },
      'a vote brings a version of the protocol that this software does not know: the node stops before that height',
    )
  }
}

function tooOld({ version, height }: NonNullable<LedgerRules['unknown']>): ProtocolTooOldError {
  return new ProtocolTooOldError(version, height)
}

/** How that reason begins: the doctor knows it by this. */
export const UNKNOWN_VERSION = 'does not know protocol version'

/** What the node's status says of what it will lack. */
export function missingReasons({ modules, rules }: Pick<Ledger, 'modules' | 'rules'>): readonly string[] {
  const { unknown } = rules
  const reasons = unknown && `${UNKNOWN_VERSION} ${unknown.version}, in force from height ${unknown.height} on`
  return [...missingModuleReasons(modules), ...(reasons === undefined ? [] : [reasons])]
}

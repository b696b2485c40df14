import type { Clock, Logger, Meter } from '@hanse/ports'
import type { Chain } from '@hanse/protocol'
import type { InstalledModule } from '@hanse/state'
import type { NodeConfig } from './config.ts'
import type { VerifiedBeforeStart } from './verification.ts'

export interface NodeOptions {
  readonly chain: Chain
  readonly config: NodeConfig
  readonly identitySeed: Uint8Array
  /** Absent for an observer. */
  readonly consensusSeed?: Uint8Array
  /** Modules beside those of this software. Default: none. */
  readonly modules?: readonly InstalledModule[]
  /** Versions of the protocol that it executes. Default: all that this software knows. */
  readonly protocolVersions?: readonly number[]
  /** How much of the store a start verifies before the node joins the others; the rest it verifies while it observes. */
  readonly verifyBeforeStart?: Partial<VerifiedBeforeStart>
}

/** What a node is doing before it is in step with the chain, and how far it is where that can be told. */
export interface NodeProgress {
  readonly what: string
  readonly done?: number
  readonly total?: number
}

export interface NodeComponents {
  readonly clock: Clock
  readonly logger: Logger
  readonly meter: Meter
  /** Called once: the node cannot go on. The host logs it and ends the process, non-zero. */
  readonly onFatal: (error: unknown) => void
  /** Told while it starts. */
  readonly onProgress?: (progress: NodeProgress) => void
}

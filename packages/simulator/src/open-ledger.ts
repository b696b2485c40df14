import type { Hash } from '@hanse/primitives'
import type { Chain, CommitCertificate, ValidatorIndex } from '@hanse/protocol'
import { type ChainReader, recentIds, verifyTip } from '@hanse/replica'
import { createLedger, type ExecutionPort, type InstalledModule, type Ledger, MissingModuleError, ProtocolTooOldError } from '@hanse/state'
import type { Software } from './fault.ts'
import { NATIVE_SHA256 } from './native-hash.ts'
import { SIM_MODULES } from './sim-chain.ts'
import type { SimSignatures } from './sim-keys.ts'
import { KNOWN_VERSIONS } from './software.ts'
import { StartRefused } from './violation.ts'

export const UNDO_HEIGHTS = 8

interface OpenOptions {
  readonly chain: Chain
  readonly index: ValidatorIndex
  readonly reader: ChainReader
  readonly verify: SimSignatures['verify']
  /** Modules beside those that the software has. */
  readonly installed: readonly InstalledModule[]
  readonly software: Software
  /** Absent: it executes everything itself. */
  readonly executions: ExecutionPort | undefined
  /** Of the state as it lies on the disk. */
  stateRoot(): Hash
}

/** What a process makes of its disk as it begins, by the checks that the node makes. @throws StartRefused, or for want of something */
export function openLedger(options: OpenOptions): { readonly ledger: Ledger; readonly certificate: CommitCertificate | undefined } {
  const { chain, index, reader, installed, software, executions } = options
  const tip = verifyTip(chain, reader, options.verify)
  if (!tip.ok) throw new StartRefused(`node ${index} refuses its store: ${tip.error.message}`)
  const { header, hash, certificate } = tip.value
  if (options.stateRoot() !== header.stateRoot) throw new StartRefused(`node ${index} has another state than its head says`)
  const ledger = createLedger({
    chain,
    modules: [...SIM_MODULES, ...installed],
    protocolVersions: KNOWN_VERSIONS[software],
    source: reader.state,
    head: { header, hash },
    recent: recentIds(chain, reader, header),
    undoHeights: UNDO_HEIGHTS,
    hasher: NATIVE_SHA256,
    ...(executions === undefined ? {} : { executions }),
  })
  // As the node does: what it lacks in the next block ends it before it takes part.
  const missing = ledger.modules.missing.find(({ height }) => height === header.height + 1)
  if (missing !== undefined) throw new MissingModuleError(missing.module, missing.height)
  stopBeforeUnknown(ledger, software)
  return { ledger, certificate }
}

/** As the node does: it ends when the next block is of a version that its software does not know. @throws ProtocolTooOldError */
export function stopBeforeUnknown({ rules: { unknown }, head }: Pick<Ledger, 'rules' | 'head'>, software: Software): void {
  if (unknown?.height === head.header.height + 1) throw new ProtocolTooOldError(unknown.version, unknown.height, KNOWN_VERSIONS[software])
}

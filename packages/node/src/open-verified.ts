import type { Logger, Store } from '@hanse/ports'
import type { Result } from '@hanse/primitives'
import type { ReplicaInput } from '@hanse/replica'
import { dataPaths, type NodeFiles } from './node-files.ts'
import type { NodeComponents, NodeOptions } from './node-options.ts'
import { type OpenChain, openChain, readVotes, warnOfLostBlocks } from './open-chain.ts'
import { leavesTables, VERIFIED_BEFORE_START } from './verification.ts'

export interface VerifiedChain extends OpenChain {
  /** The store has more tables than a start verifies: they are verified behind the node. */
  readonly areTablesOpen: boolean
}

/** The chain of a node's store, verified as far as a start goes. */
export async function openVerified(
  store: Store,
  { chain, config, modules = [], protocolVersions, verifyBeforeStart }: NodeOptions,
  { logger, onProgress }: Pick<NodeComponents, 'logger' | 'onProgress'>,
): Promise<Result<VerifiedChain>> {
  const { stateRecords, storeBytes } = { ...VERIFIED_BEFORE_START, ...verifyBeforeStart }
  const areTablesOpen = await leavesTables(store, dataPaths(config.dataDir).store, storeBytes)
  const opened = await openChain(chain, store, config, logger, {
    own: modules,
    ...(protocolVersions === undefined ? {} : { protocolVersions }),
    onVerified: (done) => onProgress?.({ what: 'verifying the state, records', done }),
    recordsMax: stateRecords,
  })
  return opened.ok ? { ok: true, value: { ...opened.value, areTablesOpen } } : opened
}

/** What log and guard say of the votes of this key, and a warning for what they have lost or the store has. */
export async function openVotes(
  { log, guardFile }: Pick<NodeFiles, 'log' | 'guardFile'>,
  opened: OpenChain,
  logger: Logger,
): Promise<Result<Extract<ReplicaInput, { type: 'start' }>>> {
  const { repair } = log
  if (repair !== undefined) logger.warn({ repair }, 'the end of the log was incomplete and has been cut off')
  const votes = await readVotes(log, guardFile, opened.blocks.head.header.height)
  if (votes.ok) {
    warnOfLostBlocks(votes.value, opened, logger)
    const { evidence } = opened.blocks
    await evidence.open()
    for (const { record } of votes.value.log) evidence.add(record)
  }
  return votes
}

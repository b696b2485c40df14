export {
  BLOCKS_RANGE,
  boundsWrites,
  ChainReader,
  type ChainWrite,
  EPOCH_ENDS_RANGE,
  finalWrites,
  genesisWrites,
  includedIn,
  isReplaceable,
  pruneWrites,
  recordWrites,
  restoredBlock,
  restoredHead,
  restoredSummaries,
  stateKeyOfStored,
  storedBlockKeys,
  storedStateKey,
  tableOfStored,
} from './chain-store.ts'
export type { FinalBlock, ReplicaEffect, ReplicaNote, ReplicaTimer } from './effect.ts'
export { type EpochSets, heightThatLeadsTo, setsAboveHead, setsOfEpoch } from './epoch-sets.ts'
export { type Fork, type ForkEpoch, forkIn } from './fork.ts'
export { type EpochSource, Gate } from './gate.ts'
export type { BlocksAnswer, LoggedEntry, ReplicaInput, SubmitOutcome, VerifiedBlock } from './input.ts'
export {
  decodeKept,
  encodeKept,
  KEPT_NEW_VIEWS_MAX,
  KEPT_PREPARED_PER_HEIGHT_MAX,
  KEPT_RANGE,
  type KeptNewView,
  type KeptPrepared,
  keptNewViewKey,
  keptNewViewSequence,
  keptPreparedKey,
} from './kept-records.ts'
export { leftBehindRejection } from './left-behind.ts'
export { placeOf } from './promises.ts'
export { guardForRecovery, type RecoveredEpoch, recoverEpoch, recoveryCertificate } from './recovered-epoch.ts'
export { INITIAL_GUARD, readGuard, readLog, recentIds, roleOnChain, storeDamaged, type Tip, verifyTip, wrongChain } from './recovery.ts'
export { Replica } from './replica.ts'
export type { ReplicaComponents, ReplicaDescription, ReplicaOptions } from './replica-options.ts'

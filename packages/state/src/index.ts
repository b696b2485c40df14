export {
  CACHE_BYTES_DEFAULT,
  createLedger,
  type ExecutionPort,
  type LedgerOptions,
  SEQUENCE_AHEAD_MAX,
  UNDO_HEIGHTS_DEFAULT,
} from './chain/create-ledger.ts'
export { STORE_LAG_HEIGHTS_MAX, type StateSource } from './chain/final-state.ts'
export { createGenesisState, type GenesisState } from './chain/genesis-state.ts'
export { StateRebuilder } from './chain/rebuild-state.ts'
export type { RecentId } from './chain/recent-ids.ts'
export { storedEpoch } from './chain/stored-epoch.ts'
export { storedParams } from './chain/stored-params.ts'
export { longestTimeToLiveIn, longestTimeToLiveMs } from './chain/time-to-live.ts'
export { type DueBounds, type DueQueue, type DueQueueOptions, dueQueue } from './data/due-queue.ts'
export { type IndexList, type IndexListOptions, indexList } from './data/index-list.ts'
export { type KeyParts, stateKey } from './data/state-key.ts'
export { type Table, type TableOptions, table } from './data/table.ts'
export { countValue, textValue, type ValueCodec } from './data/value-codec.ts'
export {
  type AttributeFields,
  type AttributesOf,
  type AttributeValue,
  attributesSchema,
  type BoundEvent,
  type DefinedEvent,
  defineEvent,
  type EventKind,
  readAttributes,
} from './event-kind.ts'
export type { HarnessBlock, HarnessCall, HarnessOptions, HarnessTransaction, ModuleHarness } from './harness/harness.ts'
export { createModuleHarness } from './harness/module-harness.ts'
export { type BrokenInvariant, checkInvariants } from './invariants.ts'
export * from './ledger.ts'
export * from './module.ts'
export { type BoundRecord, type DefinedRecord, defineRecord, type RecordKind } from './record-kind.ts'
export { type RejectionRow, type RejectionTable, reasonOf } from './rejection-table.ts'
export { hasRoomForEvidence, recordEvidence } from './runtime/block-evidence.ts'
export { BLOCK_RECEIPT_ID } from './runtime/execute-block.ts'
export {
  changeMembership,
  epochOf,
  type MembershipChange,
  type MembershipFault,
  membershipFault,
  nextValidators,
  observerOf,
  observersOf,
} from './runtime/membership.ts'
export { MissingModuleError } from './runtime/missing-module.ts'
export { ProtocolTooOldError } from './runtime/protocol-too-old.ts'
export { RUNTIME_REJECTIONS } from './runtime/rejections.ts'
export { scheduleModule, unscheduleModule, votedModules } from './runtime/voted-modules.ts'
export { rulesWith, scheduledRules, scheduleRules, unscheduleRules } from './runtime/voted-rules.ts'
export { ChunkPlan } from './snapshot/chunk-plan.ts'
export { checkChunk, type EncodedChunk, encodeChunks, type PlacedRecord, rootOfChunks } from './snapshot/chunks.ts'
export { RestoredState } from './snapshot/restored-state.ts'
export { STATE_TREE_RANGE, STATE_VALUES_RANGE, type StateRecord, stateEntries, stateRecordKind } from './store/layout.ts'
export type { Sha256, StateHasher } from './tree/hasher.ts'
export { RootBuilder, stateRootOf } from './tree/root-of.ts'

export { SLOT_FORMAT as GUARD_FORMAT } from './checked-slots.ts'
export { type DirectoryLock, lockDirectory } from './directory-lock.ts'
export { type GuardFileOptions, openGuardFile } from './guard-file.ts'
export { inspectGuard, inspectLog, isStoreThere, type LogInspection, type SegmentInspection } from './inspect.ts'
export { type TableVerification, verifyTables } from './level-files.ts'
export {
  type LevelStoreOptions,
  openLevelStore,
  STORE_CACHE_BYTES_DEFAULT,
  STORE_FORMAT,
  STORE_WRITE_BUFFER_BYTES_MAX,
} from './level-store.ts'
export { LOG_RECORD_BYTES_MAX } from './log-record.ts'
export type { LogRepair } from './log-recovery.ts'
export { LOG_FORMAT } from './log-segment.ts'
export { createMemoryGuardFile, createMemoryLog, createMemoryStore } from './memory-adapters.ts'
export {
  createMemoryDisk,
  type MemoryDisk,
  type MemoryDiskOptions,
} from './memory-disk.ts'
export type { MemoryCounters, MemoryFault, MemoryOperation, MemoryPart } from './memory-faults.ts'
export type { MemoryGuard } from './memory-guard.ts'
export type { MemoryLog } from './memory-log.ts'
export type { MemoryStore } from './memory-store.ts'
export { prefixRange } from './ordered-key.ts'
export { STORE_BATCH_BYTES_MAX, STORE_KEY_BYTES_MAX, STORE_VALUE_BYTES_MAX, STORE_WAITING_BYTES_MAX } from './store-limits.ts'
export { measureSync } from './sync-time.ts'
export {
  LOG_SEGMENT_BYTES_MAX,
  LOG_WAITING_BYTES_MAX,
  LOG_WRITE_BYTES_MAX,
  openWriteAheadLog,
  type WriteAheadLog,
  type WriteAheadLogOptions,
} from './write-ahead-log.ts'

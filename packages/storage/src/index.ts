export { type GuardFileOptions, openGuardFile } from './guard-file.ts'
export {
  type LevelStoreOptions,
  openLevelStore,
  STORE_BATCH_BYTES_MAX,
  STORE_CACHE_BYTES_DEFAULT,
  STORE_KEY_BYTES_MAX,
  STORE_VALUE_BYTES_MAX,
} from './level-store.ts'
export { LOG_RECORD_BYTES_MAX } from './log-record.ts'
export type { LogRepair } from './log-recovery.ts'
export { prefixRange } from './ordered-key.ts'
export {
  LOG_SEGMENT_BYTES_MAX,
  LOG_WAITING_BYTES_MAX,
  LOG_WRITE_BYTES_MAX,
  openWriteAheadLog,
  type WriteAheadLog,
  type WriteAheadLogOptions,
} from './write-ahead-log.ts'

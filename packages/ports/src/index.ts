export type { Aead } from './aead.ts'
export {
  type BlockIndex,
  type EventFilter,
  IndexFailure,
  type ListedBlock,
  type ListedEvent,
  type ListedTransaction,
  type ListPage,
  type ListPosition,
  type ListRange,
  type TransactionFilter,
} from './block-index.ts'
export { BlockMissing } from './block-missing.ts'
export type { Clock, Random, Timer } from './clock.ts'
export type { Signer } from './keys.ts'
export { GUARD_VALUE_BYTES_MAX, type GuardFile, type Log, type LogEntry } from './log.ts'
export type { LogFunction, Logger, LogLevel } from './logger.ts'
export type { Labels, Meter } from './meter.ts'
export { type Store, type StoredEntry, StoreFailure, type StoreRange, type StoreView, type StoreWrite } from './store.ts'
export { CHANNELS, type Channel, FRAME_BYTES_MAX, type PeerInfo, type Transport, type TransportEvents } from './transport.ts'

export type { IndexFileOptions } from './database.ts'
export { discardIndex } from './discard.ts'
export { APPEND_BYTES_MAX, PAGE_ENTRIES_MAX } from './limits.ts'
export { openBlockIndex } from './worker-index.ts'

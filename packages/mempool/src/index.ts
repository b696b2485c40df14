export { createMempool } from './create-mempool.ts'
export type { Admission, BatchLimits, Mempool, MempoolOptions, PoolEntry } from './mempool.ts'
export { POOL_ERROR_NUMBERS } from './rejections.ts'

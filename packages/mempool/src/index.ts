export type { Admission, BatchLimits, Mempool, MempoolOptions, PoolEntry } from './mempool.ts'

export { type FilledBlocks, fillStore } from './filled-store.ts'
export { type Distribution, distributionOf, histogram, percentile } from './statistics.ts'

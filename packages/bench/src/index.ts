export type { BenchReport } from './report.ts'
export { distributionOf, histogram, percentile } from './statistics.ts'

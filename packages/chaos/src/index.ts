export { SCENARIOS } from './scenarios.ts'
export type { Schedule } from './schedule.ts'

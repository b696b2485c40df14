export { COUNTED_HEIGHTS_MIN, COUNTED_TRANSACTIONS_MIN, type SimulationOptions, type SimulationResult } from './result.ts'
export { simulate } from './simulation.ts'
export { Violation } from './violation.ts'

export { COUNTED_HEIGHTS_MIN, COUNTED_TRANSACTIONS_MIN, simulate, type SimulationOptions, type SimulationResult } from './simulation.ts'
export { Violation } from './oracles.ts'

export type { EngineModule } from './chain.ts'
export { type Cast, explore, HEIGHTS_MIN, type ScenarioResult, VIEWS_MIN } from './scenario.ts'

export * from './effect.ts'
export { createEngine, type Engine, type EngineDescription, type EngineOptions, type EngineTimeouts, type Head } from './engine.ts'
export type { BatchFault, Input, Role, TimerId } from './input.ts'
export { guardAfter, INITIAL_GUARD, recoverRole } from './recovery.ts'

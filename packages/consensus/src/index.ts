export * from './effect.ts'
export type { Engine, EngineDescription, EngineOptions, EngineTimeouts } from './engine.ts'
export type { BatchFault, Input, Role, TimerId } from './input.ts'

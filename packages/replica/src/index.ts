export type { FinalBlock, ReplicaEffect, ReplicaTimer } from './effect.ts'
export { Gate } from './gate.ts'
export type { LoggedEntry, ReplicaInput, SubmitOutcome, VerifiedBlock } from './input.ts'
export { Replica, type ReplicaComponents, type ReplicaDescription, type ReplicaOptions } from './replica.ts'

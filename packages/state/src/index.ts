export * from './ledger.ts'
export * from './module.ts'

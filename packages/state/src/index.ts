export { type DueQueue, type DueQueueOptions, dueQueue } from './data/due-queue.ts'
export { type IndexList, type IndexListOptions, indexList } from './data/index-list.ts'
export { type KeyParts, stateKey } from './data/state-key.ts'
export { type Table, type TableOptions, table } from './data/table.ts'
export { countValue, textValue, type ValueCodec } from './data/value-codec.ts'
export {
  createModuleHarness,
  type HarnessBlock,
  type HarnessCall,
  type HarnessOptions,
  type HarnessTransaction,
  type ModuleHarness,
} from './harness/module-harness.ts'
export * from './ledger.ts'
export * from './module.ts'

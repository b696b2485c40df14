import { consensusOperations } from './consensus-operations.ts'
import { createFixture } from './fixture.ts'
import type { OperationSet } from './operation.ts'
import { stateOperations } from './state-operations.ts'
import { storeOperations } from './store-operations.ts'
import { transactionOperations } from './transaction-operations.ts'
import { wireOperations } from './wire-operations.ts'

export async function createOperations(): Promise<OperationSet> {
  const fixture = createFixture()
  const above = [transactionOperations, wireOperations, consensusOperations, stateOperations].flatMap((create) => create(fixture))
  const { operations, close } = await storeOperations()
  return { operations: [...above, ...operations], close }
}

import { type Rejection, reject } from '@hanse/primitives'
import { BLOCK_BYTES_MAX, TRANSACTION_BYTES_MAX, TRANSACTIONS_PER_BLOCK_MAX, WINDOW_MAX } from './limits.ts'
import type { Field } from './schema/field.ts'
import { object } from './schema/message.ts'
import { uint } from './schema/scalars.ts'

/** What all nodes must share: in genesis, hashed into every header, changed only by vote. */
export interface ChainParams {
  /** Heights in flight above the final head. */
  readonly window: number
  readonly blockBytesMax: number
  readonly blockTransactionsMax: number
  readonly transactionBytesMax: number
  /** How far in the future a transaction's expiry may lie, in ms of block time. */
  readonly timeToLiveMsMax: number
  /** How far a proposal's time may be from a validator's clock when it is first received, in ms. */
  readonly maxDriftMs: number
  /** An idle chain makes an empty block this often, so that deadlines move. */
  readonly heartbeatMs: number
}

export const DEFAULT_CHAIN_PARAMS: ChainParams = {
  window: 8,
  blockBytesMax: 1024 * 1024,
  blockTransactionsMax: 2_000,
  transactionBytesMax: 64 * 1024,
  timeToLiveMsMax: 10 * 60 * 1000,
  maxDriftMs: 5_000,
  heartbeatMs: 10_000,
}

const BOUNDS: Readonly<Record<keyof ChainParams, readonly [min: number, max: number]>> = {
  window: [1, WINDOW_MAX],
  blockBytesMax: [TRANSACTION_BYTES_MAX, BLOCK_BYTES_MAX],
  blockTransactionsMax: [1, TRANSACTIONS_PER_BLOCK_MAX],
  transactionBytesMax: [1024, TRANSACTION_BYTES_MAX],
  timeToLiveMsMax: [10_000, 24 * 3600 * 1000],
  maxDriftMs: [100, 60_000],
  heartbeatMs: [100, 3600 * 1000],
}

/** The parameters as JSON: what `paramsHash` hashes. Bounds are judged by `checkChainParams`. */
export const chainParamsField: Field<ChainParams> = object({
  window: uint(),
  blockBytesMax: uint(),
  blockTransactionsMax: uint(),
  transactionBytesMax: uint(),
  timeToLiveMsMax: uint(),
  maxDriftMs: uint(),
  heartbeatMs: uint(),
})

export function checkChainParams(params: ChainParams): Rejection | undefined {
  for (const name of Object.keys(BOUNDS) as (keyof ChainParams)[]) {
    const [min, max] = BOUNDS[name]
    const value = params[name]
    if (!Number.isSafeInteger(value) || value < min || value > max) {
      return reject('genesis/bad-params', `${name} must be an integer from ${min} to ${max}`, { path: `params.${name}` })
    }
  }
  // A proposal may be that far off the clock: what nobody may put further ahead would be past before it is ordered.
  if (params.timeToLiveMsMax <= params.maxDriftMs) {
    return reject('genesis/bad-params', 'timeToLiveMsMax must be more than maxDriftMs', { path: 'params.timeToLiveMsMax' })
  }
  return undefined
}

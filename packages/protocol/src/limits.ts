/** Hard limits of the formats. What a consortium may choose below them stands in `ChainParams`. */
export const CALLS_PER_TRANSACTION_MAX = 64
export const SIGNATURES_PER_TRANSACTION_MAX = 8
export const TRANSACTION_UNIQUE_SIZE_BYTES = 16
export const CLIENT_REF_LENGTH_MAX = 64
export const MODULE_NAME_LENGTH_MAX = 32
export const COMMAND_NAME_LENGTH_MAX = 48
export const TRANSACTION_BYTES_MAX = 64 * 1024
export const TRANSACTIONS_PER_BLOCK_MAX = 10_000
export const BLOCK_BYTES_MAX = 3 * 1024 * 1024
/** Modules of a chain. */
export const MODULES_MAX = 64
/** Modules that votes have accepted and whose height has not come. */
export const SCHEDULED_MODULES_MAX = 16
/**
 * What the modules that come into force in one block may write in their `initGenesis`: keys, values, and the values that these replace, each
 * write with `ACTIVATION_WRITE_OVERHEAD_BYTES`. A block is stored in one batch, with what it replaced in one record.
 */
export const ACTIVATION_BYTES_MAX = 16 * 1024 * 1024
export const ACTIVATION_WRITE_OVERHEAD_BYTES = 128
export const VALIDATORS_MIN = 4
export const VALIDATORS_MAX = 100
export const ADDRESSES_PER_VALIDATOR_MAX = 8
export const EVENTS_PER_RECEIPT_MAX = 1_024
export const ATTRIBUTES_PER_EVENT_MAX = 32
export const ATTRIBUTE_VALUE_LENGTH_MAX = 1_024
export const STATE_KEY_BYTES_MAX = 512
export const STATE_VALUE_BYTES_MAX = 64 * 1024
/** Heights a window may hold; `ChainParams.window` is at most this. */
export const WINDOW_MAX = 64
export const BLOCKS_PER_SYNC_FRAME_MAX = 64
export const FETCHED_IDS_MAX = 2_000

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
/** Changes of parameters and of the protocol's version that votes have accepted and whose height has not come. */
export const SCHEDULED_RULES_MAX = 16
/** What a write counts beside its key, its value, and the value that it replaces. */
export const WRITE_OVERHEAD_BYTES = 128
/** Keys that one transaction may change, or one module of a package at the start of a block. */
export const WRITES_PER_TRANSACTION_MAX = 16_384
/** … and bytes: of each changed key once, what it had before and has afterwards. */
export const WRITE_BYTES_PER_TRANSACTION_MAX = 4 * 1024 * 1024
/**
 * Bytes that a block may write, counted in the same way. It is stored in one batch, with what it replaced in one record: both must fit the
 * store of every node.
 */
export const WRITE_BYTES_PER_BLOCK_MAX = 24 * 1024 * 1024
/** What of it the modules that come into force in one block may write in their `initGenesis`, every write counted. */
export const ACTIVATION_BYTES_MAX = 16 * 1024 * 1024
export const VALIDATORS_MIN = 4
export const VALIDATORS_MAX = 100
/** Organizations that votes have admitted as observers. Who stops being a validator becomes one beyond that. */
export const OBSERVERS_MAX = 32
/** Proofs of misbehaviour that one block records. */
export const EVIDENCE_PER_BLOCK_MAX = 256
export const ADDRESSES_PER_VALIDATOR_MAX = 8
export const EVENTS_PER_RECEIPT_MAX = 1_024
export const ATTRIBUTES_PER_EVENT_MAX = 32
export const ATTRIBUTE_VALUE_LENGTH_MAX = 1_024
export const STATE_KEY_BYTES_MAX = 512
export const STATE_VALUE_BYTES_MAX = 64 * 1024
/** Heights a window may hold; `ChainParams.window` is at most this. */
export const WINDOW_MAX = 64
export const BLOCKS_PER_SYNC_FRAME_MAX = 64
/** Of one block with its header and receipts, for a peer whose own copy is damaged: what a frame of that channel holds. */
export const BLOCK_RECORD_BYTES_MAX = 4 * 1024 * 1024 - 1024
export const FETCHED_IDS_MAX = 2_000
/** Epochs that one recovery leads on: those between never had a certificate. */
export const RECOVERY_EPOCHS_MAX = 16

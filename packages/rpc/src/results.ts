import type { Hex } from '@hanse/primitives'
import {
  address,
  bytes,
  CALLS_PER_TRANSACTION_MAX,
  CLIENT_REF_LENGTH_MAX,
  COMMAND_NAME_LENGTH_MAX,
  choice,
  described,
  EVENTS_PER_RECEIPT_MAX,
  eventCodec,
  type Field,
  type FieldValue,
  fixedHex,
  hash,
  jsonValue,
  list,
  MODULE_NAME_LENGTH_MAX,
  object,
  optional,
  SIGNATURES_PER_TRANSACTION_MAX,
  TRANSACTION_BYTES_MAX,
  TRANSACTION_UNIQUE_SIZE_BYTES,
  type Transaction,
  type TransactionBody,
  text,
  uint,
} from '@hanse/protocol'
import type { FinalReceipt, ModuleDescription } from './node-api.ts'

/** Results that several methods and the subscriptions share. */

export const readableBodyField = object({
  genesisHash: hash(),
  chainId: uint(),
  sender: address(),
  coSigners: list(address(), { max: SIGNATURES_PER_TRANSACTION_MAX - 1 }),
  expiresAtMs: uint(),
  unique: fixedHex<Hex>(TRANSACTION_UNIQUE_SIZE_BYTES),
  sequence: optional(uint()),
  clientRef: optional(text({ max: CLIENT_REF_LENGTH_MAX })),
  calls: list(
    object({
      module: text({ max: MODULE_NAME_LENGTH_MAX }),
      command: text({ max: COMMAND_NAME_LENGTH_MAX }),
      params: optional(described('as the command’s schema says', jsonValue())),
      paramsBytes: optional(
        described('instead of params, where no command of this chain decodes them', bytes({ max: TRANSACTION_BYTES_MAX })),
      ),
    }),
    { min: 1, max: CALLS_PER_TRANSACTION_MAX },
  ),
})
/** A transaction's body as people read it. */
export type ReadableBody = FieldValue<typeof readableBodyField>

export const readableTransactionField = object({
  hash: hash(),
  body: readableBodyField,
  raw: described('the signed transaction, as it was sent', bytes({ max: TRANSACTION_BYTES_MAX })),
})
export type ReadableTransaction = FieldValue<typeof readableTransactionField>

/** As long as ISO 20022 lets a proprietary reason be. */
const REASON_LENGTH_MAX = 35
export const reasonField = (): Field<string> =>
  described('what a standard calls the refusal: a reason code of ISO 20022, a rule of EN 16931', text({ max: REASON_LENGTH_MAX }))

export const finalReceiptField = object({
  txId: hash(),
  index: uint(),
  outcome: choice('success', 'rejected'),
  code: optional(described('why a module rejected it', text({ max: 96 }))),
  callIndex: optional(described('which call was rejected', uint())),
  reason: optional(reasonField()),
  events: list(eventCodec, { max: EVENTS_PER_RECEIPT_MAX }),
  height: uint(),
  blockHash: hash(),
  timeMs: uint(),
})
/** A receipt with its block. */
export type FlatReceipt = FieldValue<typeof finalReceiptField>

/** With its block. */
export function flatReceipt({ receipt, height, blockHash, timeMs }: FinalReceipt, modules: readonly ModuleDescription[]): FlatReceipt {
  return { ...withReason(receipt, modules), height, blockHash, timeMs }
}

/** With the reason that a standard has for its code, where `modules` know one. */
export function withReason<T extends { readonly code?: string }>(
  refusal: T,
  modules: readonly ModuleDescription[],
): T & { readonly reason?: string } {
  const [area] = refusal.code?.split('/') ?? []
  const reason = modules.find(({ name }) => name === area)?.rejections.find(({ code }) => code === refusal.code)?.reason
  return { ...refusal, ...(reason === undefined ? {} : { reason }) }
}

/** Finds commands by name. */
export function commandOf(
  modules: readonly ModuleDescription[],
  moduleName: string,
  commandName: string,
): ModuleDescription['commands'][number] | undefined {
  return modules.find(({ name }) => name === moduleName)?.commands.find(({ name }) => name === commandName)
}

export function readableBody(modules: readonly ModuleDescription[], body: TransactionBody): ReadableBody {
  return {
    ...body,
    calls: body.calls.map(({ module, command, params }) => {
      const codec = commandOf(modules, module, command)?.params
      const decoded = codec?.decode(params)
      return codec !== undefined && decoded?.ok === true
        ? { module, command, params: codec.toJson(decoded.value) }
        : { module, command, paramsBytes: params }
    }),
  }
}

export function readableTransaction(modules: readonly ModuleDescription[], transaction: Transaction): ReadableTransaction {
  return { hash: transaction.id, body: readableBody(modules, transaction.body), raw: transaction.bytes }
}

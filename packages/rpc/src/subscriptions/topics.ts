import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import {
  commitCertificateCodec,
  type Event,
  eventCodec,
  hash,
  headerCodec,
  type Json,
  list,
  object,
  optional,
  parseField,
  TRANSACTIONS_PER_BLOCK_MAX,
  uint,
} from '@hanse/protocol'
import { badParams, type Failure } from '../errors.ts'
import type { KnownModule, ModuleDescription, StoredBlock } from '../node-api.ts'
import { finalReceiptField, flatReceipt, readableBody, readableBodyField } from '../results.ts'
import { unknownName } from '../unknown-name.ts'
import { blockFilter, eventFilter, transactionFilter } from './filters.ts'
import { consensusDataField, nodeDataField } from './journal.ts'

/** Told by blocks: any node has them, for ever. */
export type BlockTopic = 'blocks' | 'transactions' | 'events'
/** Told by this process alone, from memory. */
export type JournalTopic = 'consensus' | 'node'
export type Topic = BlockTopic | JournalTopic

/** One thing that a block tells the subscribers of a topic. Its place in the list is its index in cursors. */
export interface Item {
  /** JSON of `data`. */
  readonly text: string
  readonly facts: ItemFacts
}

type ItemFacts =
  | { readonly topic: 'blocks' }
  | {
      readonly topic: 'transactions'
      readonly sender: string
      readonly calls: readonly { readonly module: string; readonly command: string }[]
      readonly outcome: string
    }
  | { readonly topic: 'events'; readonly event: Event }

export type Matcher = (facts: ItemFacts) => boolean

const blockData = object({
  hash: hash(),
  height: uint(),
  timeMs: uint(),
  header: headerCodec,
  certificate: optional(commitCertificateCodec),
  transactionIds: list(hash(), { max: TRANSACTIONS_PER_BLOCK_MAX }),
  sizeBytes: uint(),
})
const transactionData = object({ hash: hash(), body: readableBodyField, receipt: finalReceiptField })
const eventData = object({ event: eventCodec, txId: hash(), height: uint(), blockHash: hash(), timeMs: uint() })

/** What `data` is, by topic: for the document. */
export const TOPIC_SCHEMAS = {
  blocks: blockData.jsonSchema,
  transactions: transactionData.jsonSchema,
  events: eventData.jsonSchema,
  consensus: consensusDataField.jsonSchema,
  node: nodeDataField.jsonSchema,
} as const satisfies Readonly<Record<Topic, Json>>

export function itemsOf(topic: BlockTopic, block: StoredBlock, modules: readonly ModuleDescription[]): readonly Item[] {
  switch (topic) {
    case 'blocks':
      return blockItems(block)
    case 'transactions':
      return transactionItems(block, modules)
    case 'events':
      return eventItems(block)
  }
}

function blockItems({ transactions, ...block }: StoredBlock): readonly Item[] {
  const { height, timeMs } = block.header
  const data = blockData.toJson({ ...block, height, timeMs, transactionIds: transactions.map(({ id }) => id) })
  return [{ text: JSON.stringify(data), facts: { topic: 'blocks' } }]
}

function transactionItems(
  { header, hash: blockHash, transactions, receipts }: StoredBlock,
  modules: readonly ModuleDescription[],
): readonly Item[] {
  return transactions.flatMap(({ id, body }, index) => {
    const receipt = receipts[index]
    if (receipt === undefined) return []
    const final = flatReceipt({ receipt, blockHash, height: header.height, timeMs: header.timeMs }, modules)
    const data = transactionData.toJson({ hash: id, body: readableBody(modules, body), receipt: final })
    return [
      { text: JSON.stringify(data), facts: { topic: 'transactions', sender: body.sender, calls: body.calls, outcome: receipt.outcome } },
    ]
  })
}

function eventItems({ header, hash: blockHash, receipts }: StoredBlock): readonly Item[] {
  const { height, timeMs } = header
  return receipts.flatMap(({ txId, events }) =>
    events.map((event): Item => {
      const data = eventData.toJson({ event, txId, height, blockHash, timeMs })
      return { text: JSON.stringify(data), facts: { topic: 'events', event } }
    }),
  )
}

/** What a filter lets through. One that nothing on this chain can fit is refused: it would be silent for ever. */
export function matcherOf(topic: BlockTopic, filter: Json | undefined, modules: readonly KnownModule[]): Result<Matcher, Failure> {
  switch (topic) {
    case 'blocks': {
      const parsed = parseField(blockFilter, filter ?? {}, 'filter')
      return parsed.ok ? ok(() => true) : refused(parsed.error)
    }
    case 'transactions': {
      const parsed = parseField(transactionFilter, filter ?? {}, 'filter')
      if (!parsed.ok) return refused(parsed.error)
      const { sender, module, command, outcome } = parsed.value
      const unknown = unknownName(modules, { module, command }, 'filter.')
      if (unknown !== undefined) return err(unknown)
      return ok(
        (facts) =>
          facts.topic === 'transactions' &&
          fits(sender, facts.sender) &&
          fits(outcome, facts.outcome) &&
          facts.calls.some((call) => fits(module, call.module) && fits(command, call.command)),
      )
    }
    case 'events': {
      const parsed = parseField(eventFilter, filter ?? {}, 'filter')
      if (!parsed.ok) return refused(parsed.error)
      const { module, type, attributes = {} } = parsed.value
      const unknown = unknownName(modules, { module, type, attributes }, 'filter.')
      if (unknown !== undefined) return err(unknown)
      const wanted = Object.entries(attributes)
      return ok(
        (facts) =>
          facts.topic === 'events' &&
          fits(module, facts.event.module) &&
          fits(type, facts.event.type) &&
          wanted.every(([key, value]) => facts.event.attributes.some((attribute) => attribute.key === key && attribute.value === value)),
      )
    }
  }
}

/** A filter that does not fit its topic: −32602 with the path of the member. */
export function refused(rejection: Rejection): Result<never, Failure> {
  return err(badParams({ ...rejection, code: 'rpc/bad-params' }))
}

function fits(wanted: string | undefined, actual: string): boolean {
  return wanted === undefined || wanted === actual
}

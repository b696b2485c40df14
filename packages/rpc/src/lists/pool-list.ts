import { err, ok, type Result } from '@hanse/primitives'
import {
  address,
  bool,
  CALLS_PER_TRANSACTION_MAX,
  CLIENT_REF_LENGTH_MAX,
  COMMAND_NAME_LENGTH_MAX,
  described,
  hash,
  list,
  MODULE_NAME_LENGTH_MAX,
  object,
  optional,
  text,
  uint,
} from '@hanse/protocol'
import { type Failure, failure } from '../errors.ts'
import { nullable } from '../fields.ts'
import { PAGE_ITEMS_DEFAULT, PAGE_ITEMS_MAX } from '../limits.ts'
import { defineMethod } from '../method.ts'
import type { WaitingTransaction } from '../node-api.ts'
import { limitField } from './list-fields.ts'

/** The run of the node that the cursor is of, and the number of the last transaction told. */
const cursorText = text({ max: 48, pattern: /^[0-9a-z]{1,16}:[0-9]{1,15}$/, words: 'nextCursor of the page before' })

const waitingField = object({
  hash: hash(),
  sender: address(),
  expiresAtMs: uint(),
  sequence: optional(uint()),
  clientRef: optional(text({ max: CLIENT_REF_LENGTH_MAX })),
  calls: list(object({ module: text({ max: MODULE_NAME_LENGTH_MAX }), command: text({ max: COMMAND_NAME_LENGTH_MAX }) }), {
    min: 1,
    max: CALLS_PER_TRANSACTION_MAX,
  }),
  sizeBytes: uint(),
  admittedAtMs: described('by this node’s clock', uint()),
})

export const poolList = defineMethod({
  name: 'pool_list',
  summary: 'Transactions that wait for a block here, in the order in which they came',
  description:
    'Every one that waits when its page is read is in it: what became final or expired in between is gone, what came in between is further on.',
  params: { sender: optional(address()), cursor: optional(cursorText), limit: limitField },
  result: {
    name: 'page',
    field: object({
      items: list(waitingField, { max: PAGE_ITEMS_MAX }),
      nextCursor: nullable(cursorText),
      complete: bool(),
      size: described('how many wait, of all senders', uint()),
    }),
  },
  errors: ['rpc/unknown-cursor'],
  cost: 5,
  handle: ({ api }, { sender, cursor, limit = PAGE_ITEMS_DEFAULT }) => {
    const { run } = api.waiting
    const after = numberOf(cursor, run)
    if (!after.ok) return after
    const found = api.waiting.list({
      limit: limit + 1,
      ...(sender === undefined ? {} : { sender }),
      ...(after.value === undefined ? {} : { after: after.value }),
    })
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    return ok({
      items: items.map(readableWaiting),
      nextCursor: last === undefined ? null : `${run}:${last.number}`,
      complete: true,
      size: api.pool().size,
    })
  },
})

function numberOf(cursor: string | undefined, run: string): Result<number | undefined, Failure> {
  if (cursor === undefined) return ok(undefined)
  const [ofRun, number] = cursor.split(':')
  return ofRun === run ? ok(Number(number)) : err(failure('rpc/unknown-cursor', { path: 'cursor' }))
}

function readableWaiting({
  transaction,
  admittedAtMs,
}: WaitingTransaction): typeof waitingField extends { toJson(value: infer T): unknown } ? T : never {
  const { id, body, bytes } = transaction
  const { sender, expiresAtMs, sequence, clientRef } = body
  return {
    hash: id,
    sender,
    expiresAtMs,
    ...(sequence === undefined ? {} : { sequence }),
    ...(clientRef === undefined ? {} : { clientRef }),
    calls: body.calls.map(({ module, command }) => ({ module, command })),
    sizeBytes: bytes.length,
    admittedAtMs,
  }
}

import type { TransactionFilter } from '@hanse/ports'
import { type Address, err, ok, type Result } from '@hanse/primitives'
import {
  address,
  CALLS_PER_TRANSACTION_MAX,
  CLIENT_REF_LENGTH_MAX,
  COMMAND_NAME_LENGTH_MAX,
  choice,
  described,
  hash,
  list,
  type MessageOf,
  MODULE_NAME_LENGTH_MAX,
  object,
  optional,
  text,
  uint,
} from '@hanse/protocol'
import { type Failure, refusedRead } from '../errors.ts'
import { defineMethod, type MethodContext } from '../method.ts'
import type { KnownModule } from '../node-api.ts'
import { reasonField, withReason } from '../results.ts'
import { unknownCode, unknownName } from '../unknown-name.ts'
import { cursorField, LIST_ERRORS, limitField, pageField, pageOf, rangeFields, rangeOf } from './list-fields.ts'

const PARTY_ID_LENGTH_MAX = 64

const filterFields = {
  sender: optional(address()),
  party: optional(described('sent with a key that this party has or had', text({ max: PARTY_ID_LENGTH_MAX }))),
  module: optional(described('of one of its calls', text({ max: MODULE_NAME_LENGTH_MAX }))),
  command: optional(described('of the same call', text({ max: COMMAND_NAME_LENGTH_MAX }))),
  outcome: optional(choice('success', 'rejected')),
  code: optional(described('why a module rejected it', text({ max: 96 }))),
  clientRef: optional(text({ max: CLIENT_REF_LENGTH_MAX })),
}

const listedTransactionField = object({
  hash: hash(),
  height: uint(),
  blockHash: hash(),
  timeMs: uint(),
  index: described('in its block', uint()),
  sender: address(),
  clientRef: optional(text({ max: CLIENT_REF_LENGTH_MAX })),
  calls: list(object({ module: text({ max: MODULE_NAME_LENGTH_MAX }), command: text({ max: COMMAND_NAME_LENGTH_MAX }) }), {
    min: 1,
    max: CALLS_PER_TRANSACTION_MAX,
  }),
  outcome: choice('success', 'rejected'),
  code: optional(text({ max: 96 })),
  callIndex: optional(uint()),
  reason: optional(reasonField()),
})

export const txList = defineMethod({
  name: 'tx_list',
  summary: 'Final transactions, newest first unless asked otherwise; what is given must all fit',
  description: 'tx_get has body and receipt of one. Those that wait for a block are in pool_list.',
  params: { ...filterFields, ...rangeFields, cursor: cursorField, limit: limitField },
  result: { name: 'page', field: pageField(listedTransactionField) },
  errors: [...LIST_ERRORS, 'query/unknown-module', 'query/unknown-command', 'query/unknown-code'],
  cost: 5,
  handle: async (context, params) => {
    const asked = rangeOf(context, params)
    if (!asked.ok) return asked
    const filter = filterOf(context, params)
    if (!filter.ok) return filter
    const page = await context.api.lists.transactions(asked.value.range, filter.value)
    return pageOf(page, asked.value, context.head, (transaction) => withReason(transaction, context.api.modules))
  },
})

function filterOf({ api }: MethodContext, params: MessageOf<typeof filterFields>): Result<TransactionFilter, Failure> {
  const { sender, party, module, command, outcome, code, clientRef } = params
  const unknown = unknownName(api.knownModules, { module, command }) ?? (code === undefined ? undefined : unknownCode(api, code))
  if (unknown !== undefined) return err(unknown)
  const ofParty = party === undefined ? undefined : api.addressesOfParty(party)
  if (ofParty?.ok === false) return err(refusedRead({ ...ofParty.error, path: 'party' }))
  const senders = sendersOf(sender, ofParty?.value)
  return ok({
    ...(senders === undefined ? {} : { senders }),
    ...(module === undefined && command === undefined ? {} : { calls: callsOf(api.knownModules, module, command) }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(code === undefined ? {} : { code }),
    ...(clientRef === undefined ? {} : { clientRef }),
  })
}

function sendersOf(sender: Address | undefined, ofParty: readonly Address[] | undefined): readonly Address[] | undefined {
  if (ofParty === undefined || sender === undefined) return ofParty ?? (sender === undefined ? undefined : [sender])
  return ofParty.filter((candidate) => candidate === sender)
}

/** A command without a module is that of every module which has it. */
function callsOf(modules: readonly KnownModule[], module?: string, command?: string): NonNullable<TransactionFilter['calls']> {
  if (module !== undefined) return [{ module, ...(command === undefined ? {} : { command }) }]
  return modules.flatMap(({ name, names }) =>
    command !== undefined && (names === undefined || names.commands.includes(command)) ? [{ module: name, command }] : [],
  )
}

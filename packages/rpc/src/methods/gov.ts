import { err, ok, type Result } from '@hanse/primitives'
import {
  choice,
  described,
  type FieldValue,
  type Json,
  jsonValue,
  list,
  object,
  optional,
  text,
  uint,
  VALIDATORS_MAX,
} from '@hanse/protocol'
import { refusedRead } from '../errors.ts'
import { heightField, nullable, resolveHeight } from '../fields.ts'
import { PAGE_ITEMS_DEFAULT, PAGE_ITEMS_MAX } from '../limits.ts'
import { defineMethod, type Method } from '../method.ts'
import type { NodeApi } from '../node-api.ts'

const MODULE = 'governance'
const READ_ERRORS = ['query/unknown-module', 'state/unknown-height', 'state/pruned'] as const

const word = text({ max: 64 })
const voters = list(word, { max: VALIDATORS_MAX })

const proposalField = object({
  proposalId: described('a number, from 1 on', text({ max: 16 })),
  proposer: word,
  action: described('what it does; x-modules has the kinds at the command propose of governance', jsonValue()),
  deadlineMs: uint(),
  yes: described('organizations; the proposer is the first', voters),
  no: voters,
  status: choice('open', 'scheduled', 'done', 'failed', 'cancelled', 'rejected', 'expired'),
  scheduledHeight: optional(described('from which on it holds', uint())),
  failure: optional(described('why the height had no effect', word)),
  note: optional(text({ max: 256 })),
  evidenceId: optional(described('opened by evidence against who would be removed: consensus_getEvidence', text({ max: 16 }))),
})

type Proposal = FieldValue<typeof proposalField>

/** What the module's queries answer, in the form that their codecs give it. */
interface Answers {
  readonly proposal: Proposal
  readonly proposals: { readonly items: readonly Proposal[]; readonly nextCursor?: string }
  readonly members: { readonly items: readonly { readonly organization: string; readonly partyId: string }[]; readonly quorum: number }
}

function ask<Q extends keyof Answers>(
  api: NodeApi,
  query: Q,
  args: Json,
  height: number | undefined,
): Result<{ readonly value: Answers[Q]; readonly height: number }> {
  return api.query(MODULE, query, args, height) as Result<{ readonly value: never; readonly height: number }>
}

export const govMethods: readonly Method[] = [
  defineMethod({
    name: 'gov_listProposals',
    summary: 'What the members vote or voted on, the youngest first',
    description: 'A page may be short, or empty, while nextCursor is not null. The same as the query proposals of the module governance.',
    params: {
      status: optional(described('proposals of this status only', word)),
      cursor: optional(text({ max: 16 })),
      limit: optional(uint({ min: 1, max: PAGE_ITEMS_MAX })),
      height: optional(heightField),
    },
    result: {
      name: 'proposals',
      field: object({ height: uint(), items: list(proposalField, { max: PAGE_ITEMS_MAX }), nextCursor: nullable(text({ max: 16 })) }),
    },
    errors: READ_ERRORS,
    cost: 5,
    handle: ({ api, head }, { status, cursor, limit = PAGE_ITEMS_DEFAULT, height }) => {
      const args = { limit, ...(status === undefined ? {} : { status }), ...(cursor === undefined ? {} : { cursor }) }
      const page = ask(api, 'proposals', args, resolveHeight(height, head))
      if (!page.ok) return err(refusedRead(page.error))
      const { items, nextCursor = null } = page.value.value
      return ok({ height: page.value.height, items, nextCursor })
    },
  }),
  defineMethod({
    name: 'gov_getProposal',
    summary: 'A proposal with its votes, who may vote, and how many yes it takes',
    params: { proposalId: described('of gov_listProposals', text({ max: 16 })), height: optional(heightField) },
    result: {
      name: 'proposal',
      field: object({
        height: uint(),
        proposal: proposalField,
        quorum: described('yes of so many members accept it', uint()),
        members: described(
          'who votes, and the party that acts for each',
          list(object({ organization: word, partyId: word }), { max: VALIDATORS_MAX }),
        ),
      }),
    },
    errors: READ_ERRORS,
    cost: 2,
    handle: ({ api, head }, { proposalId, height }) => {
      const found = ask(api, 'proposal', { proposalId }, resolveHeight(height, head))
      if (!found.ok) return err(refusedRead(found.error))
      const members = ask(api, 'members', {}, found.value.height)
      if (!members.ok) return err(refusedRead(members.error))
      const { items, quorum } = members.value.value
      return ok({ height: found.value.height, proposal: found.value.value, quorum, members: items })
    },
  }),
]

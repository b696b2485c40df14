import {
  choice,
  type FieldValue,
  jsonText,
  list,
  MODULE_ENTRY_FIELDS,
  MODULES_MAX,
  message,
  optional,
  SCHEDULED_MODULES_MAX,
  text,
  uint,
  union,
  VALIDATORS_MAX,
} from '@hanse/protocol'
import { hanse } from '../../generated/governance.js'
import { partyId, reference } from '../fields.ts'
import { MODULE_GENESIS_LENGTH_MAX, PAGE_SIZE_MAX } from './limits.ts'

const wire = hanse.governance.v1

export const STATUSES = ['open', 'scheduled', 'done', 'failed', 'cancelled', 'rejected', 'expired'] as const
export type Status = (typeof STATUSES)[number]

/** A validator's organization, as its record has it. */
export const member = () => text({ max: 64, pattern: /^[a-z0-9][a-z0-9-]*$/, description: 'organization of a validator' })
export const proposalId = () => text({ max: 16, pattern: /^[1-9][0-9]*$/, description: 'number of a proposal' })

export const actionCodec = union(wire.Action, {
  activateModule: message(wire.ActivateModule, {
    ...MODULE_ENTRY_FIELDS,
    /** Not before this height; default: as soon as the notice allows. */
    atHeight: optional(uint()),
    /** For the module's `initGenesis`. */
    genesis: optional(jsonText({ max: MODULE_GENESIS_LENGTH_MAX })),
  }),
  cancelActivation: message(wire.CancelActivation, { proposalId: proposalId() }),
})
/** What a proposal does when it is accepted: one of several kinds, each with its rules in `actions/`. */
export type Action = FieldValue<typeof actionCodec>

export const proposalCodec = message(wire.Proposal, {
  proposalId: proposalId(),
  proposer: member(),
  action: actionCodec,
  deadlineMs: uint(),
  yes: list(member(), { max: VALIDATORS_MAX }),
  no: list(member(), { max: VALIDATORS_MAX }),
  status: choice(...STATUSES),
  scheduledHeight: optional(uint()),
  failure: optional(choice('rules', 'genesis')),
  note: optional(reference()),
})
export type Proposal = FieldValue<typeof proposalCodec>

const memberPartyCodec = message(wire.MemberParty, { organization: member(), partyId: partyId() })

export const genesisCodec = message(wire.Genesis, { members: list(memberPartyCodec, { max: VALIDATORS_MAX }) })
/** Which party votes for an organization, where its id is not the organization's name. */
export type GovernanceGenesis = FieldValue<typeof genesisCodec>

export const proposeCodec = message(wire.Propose, {
  member: member(),
  action: actionCodec,
  deadlineMs: uint(),
  note: optional(reference()),
})
export const voteCodec = message(wire.Vote, { member: member(), proposalId: proposalId(), choice: choice('yes', 'no') })

export const proposalArgsCodec = message(wire.ProposalArgs, { proposalId: proposalId() })
export const listArgsCodec = message(wire.ListArgs, {
  status: optional(choice(...STATUSES)),
  cursor: optional(text({ max: 16, pattern: /^[0-9]+$/, words: 'nextCursor of the page before' })),
  limit: optional(uint({ min: 1, max: PAGE_SIZE_MAX })),
})
export const proposalPageCodec = message(wire.ProposalPage, {
  items: list(proposalCodec, { max: PAGE_SIZE_MAX }),
  nextCursor: optional(text({ max: 16 })),
})
export const noArgsCodec = message(wire.NoArgs, {})
const scheduledModuleCodec = message(wire.ScheduledModule, { proposalId: proposalId(), ...MODULE_ENTRY_FIELDS, height: uint() })
export const scheduleCodec = message(wire.Schedule, {
  scheduled: list(scheduledModuleCodec, { max: SCHEDULED_MODULES_MAX }),
  active: list(scheduledModuleCodec, { max: MODULES_MAX }),
})
export const membersCodec = message(wire.Members, { items: list(memberPartyCodec, { max: VALIDATORS_MAX }), quorum: uint() })

import type { Hex } from '@hanse/primitives'
import {
  ADDRESSES_PER_VALIDATOR_MAX,
  bytes,
  CHAIN_PARAMS_FIELDS,
  choice,
  described,
  ED25519_SIGNATURE_SIZE_BYTES,
  EVIDENCE_KINDS,
  type FieldValue,
  fixedHex,
  hash,
  jsonText,
  list,
  MODULE_ENTRY_FIELDS,
  MODULES_MAX,
  message,
  OBSERVERS_MAX,
  optional,
  PARAMS_CHANGE_FIELDS,
  PROTOCOL_VERSION_MAX,
  PUBLIC_KEY_FIELDS,
  SCHEDULED_MODULES_MAX,
  SCHEDULED_RULES_MAX,
  text,
  uint,
  union,
  VALIDATORS_MAX,
} from '@hanse/protocol'
import { hanse } from '../../generated/governance.js'
import { partyId, reference } from '../fields.ts'
import { CHECKPOINTS_MAX, EVIDENCE_MESSAGE_BYTES_MAX, EVIDENCE_PAGE_SIZE_MAX, MODULE_GENESIS_LENGTH_MAX, PAGE_SIZE_MAX } from './limits.ts'

const wire = hanse.governance.v1

export const STATUSES = ['open', 'scheduled', 'done', 'failed', 'cancelled', 'rejected', 'expired'] as const
export type Status = (typeof STATUSES)[number]

const CHECKPOINT_FIELDS = { height: uint(), headerHash: hash(), timeMs: uint() } as const

/** A validator's organization, as its record has it. */
export const member = () => text({ max: 64, pattern: /^[a-z0-9][a-z0-9-]*$/, description: 'organization of a validator' })
export const proposalId = () => text({ max: 16, pattern: /^[1-9][0-9]*$/, description: 'number of a proposal' })

const recordCodec = message(wire.Record, {
  organization: member(),
  consensusKey: message(wire.PublicKey, PUBLIC_KEY_FIELDS),
  peerId: text({ max: 128 }),
  addresses: list(text({ max: 256 }), { max: ADDRESSES_PER_VALIDATOR_MAX }),
})
const signature = () => fixedHex<Hex>(ED25519_SIGNATURE_SIZE_BYTES)
const paramsChangeCodec = message(wire.ParamsChange, PARAMS_CHANGE_FIELDS)

const readinessCodec = message(wire.Readiness, {
  height: uint(),
  headerHash: hash(),
  signature: described('of that checkpoint, by the observer’s consensus key', signature()),
})

export const actionCodec = union(wire.Action, {
  activateModule: message(wire.ActivateModule, {
    ...MODULE_ENTRY_FIELDS,
    /** Not before this height; default: as soon as the notice allows. */
    atHeight: optional(uint()),
    /** For the module's `initGenesis`. */
    genesis: optional(jsonText({ max: MODULE_GENESIS_LENGTH_MAX })),
  }),
  cancelActivation: message(wire.CancelActivation, { proposalId: proposalId() }),
  admitObserver: message(wire.AdmitObserver, {
    record: recordCodec,
    /** Votes for it once it is a validator; default: the party of the organization's name. */
    partyId: optional(partyId()),
    proof: described('of record and partyId, by the consensus key of the record', signature()),
  }),
  dropObserver: message(wire.DropObserver, { organization: member() }),
  addValidator: message(wire.AddValidator, { organization: member(), readiness: readinessCodec }),
  removeValidator: message(wire.RemoveValidator, { organization: member() }),
  replaceKey: message(wire.ReplaceKey, {
    record: recordCodec,
    proof: described('of the record, by its consensus key', signature()),
  }),
  changeParams: message(wire.ChangeParams, { params: paramsChangeCodec, atHeight: optional(uint()) }),
  scheduleUpgrade: message(wire.ScheduleUpgrade, {
    version: uint({ min: 1, max: PROTOCOL_VERSION_MAX }),
    atHeight: optional(uint()),
  }),
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
  evidenceId: optional(proposalId()),
})
export type Proposal = FieldValue<typeof proposalCodec>

export const checkpointsCodec = message(wire.Checkpoints, {
  items: list(message(wire.Checkpoint, CHECKPOINT_FIELDS), { max: CHECKPOINTS_MAX }),
})

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

const messageBytes = () => described('a SignedMessage of proto/consensus.proto', bytes({ min: 1, max: EVIDENCE_MESSAGE_BYTES_MAX }))

export const reportEvidenceCodec = message(wire.ReportEvidence, { first: messageBytes(), second: messageBytes() })

export const evidenceCodec = message(wire.Evidence, {
  evidenceId: proposalId(),
  kind: choice(...EVIDENCE_KINDS),
  organization: member(),
  /** As it was in that epoch: it may have another by now. */
  consensusKey: fixedHex<Hex>(32),
  epoch: uint(),
  height: uint(),
  /** Whose node has put it on the chain. */
  reporter: member(),
  recordedHeight: uint(),
  /** A leaf of that block's `evidenceRoot`. */
  hash: hash(),
  first: messageBytes(),
  second: messageBytes(),
  /** The vote that it opened. */
  proposalId: optional(proposalId()),
})
export type Evidence = FieldValue<typeof evidenceCodec>

export const evidenceArgsCodec = message(wire.EvidenceArgs, {
  organization: optional(member()),
  cursor: optional(text({ max: 16, pattern: /^[0-9]+$/, words: 'nextCursor of the page before' })),
  limit: optional(uint({ min: 1, max: EVIDENCE_PAGE_SIZE_MAX })),
})
export const evidencePageCodec = message(wire.EvidencePage, {
  items: list(evidenceCodec, { max: EVIDENCE_PAGE_SIZE_MAX }),
  nextCursor: optional(text({ max: 16 })),
})

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
export const observersCodec = message(wire.Observers, {
  items: list(message(wire.Observer, { record: recordCodec, partyId: partyId(), sinceHeight: uint() }), {
    max: OBSERVERS_MAX + VALIDATORS_MAX,
  }),
  checkpoints: list(message(wire.Checkpoint, CHECKPOINT_FIELDS), { max: CHECKPOINTS_MAX }),
})
export const rulesCodec = message(wire.Rules, {
  version: uint(),
  params: message(wire.ChainParams, CHAIN_PARAMS_FIELDS),
  scheduled: list(
    message(wire.ScheduledRules, {
      proposalId: proposalId(),
      height: uint(),
      version: optional(uint({ max: PROTOCOL_VERSION_MAX })),
      params: optional(paramsChangeCodec),
    }),
    { max: SCHEDULED_RULES_MAX },
  ),
})

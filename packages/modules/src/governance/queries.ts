import { err, ok } from '@hanse/primitives'
import { quorumSize, type VotedModule } from '@hanse/protocol'
import { defineQuery, observersOf, scheduledRules, votedModules } from '@hanse/state'
import { checkpointsOf } from './checkpoints.ts'
import {
  type Evidence,
  evidenceArgsCodec,
  evidencePageCodec,
  listArgsCodec,
  membersCodec,
  noArgsCodec,
  observersCodec,
  type Proposal,
  proposalArgsCodec,
  proposalCodec,
  proposalPageCodec,
  rulesCodec,
  scheduleCodec,
} from './codecs.ts'
import { EVIDENCE_PAGE_SIZE_MAX, PAGE_SIZE_DEFAULT, PROPOSALS_SCANNED_MAX } from './limits.ts'
import { partyOfMember } from './members.ts'
import { refuse } from './rejections.ts'
import { ALL, evidenceCount, proposalCount, proposals, evidence as records, voteless } from './store.ts'

export const proposal = defineQuery({
  summary: 'A proposal with its votes and what became of it',
  args: proposalArgsCodec,
  result: proposalCodec,
  read: (_block, state, { proposalId }) => {
    const found = proposals.get(state, proposalId)
    return found === undefined ? err(refuse('governance/unknown-proposal', `there is no proposal ${proposalId}`, 'proposalId')) : ok(found)
  },
})

export const listProposals = defineQuery({
  summary: 'Proposals, the youngest first, all or those of a status; a page may be short',
  args: listArgsCodec,
  result: proposalPageCodec,
  read: (_block, state, { status, cursor, limit = PAGE_SIZE_DEFAULT }) => {
    const count = proposalCount.get(state, ALL) ?? 0
    const start = cursor === undefined ? count : Math.min(Number(cursor), count)
    const items: Proposal[] = []
    let number = start
    for (; number > 0 && items.length < limit && start - number < PROPOSALS_SCANNED_MAX; number--) {
      const one = proposals.require(state, `${number}`)
      if (status === undefined || one.status === status) items.push(one)
    }
    return ok(number > 0 ? { items, nextCursor: `${number}` } : { items })
  },
})

export const evidence = defineQuery({
  summary: 'Proofs of misbehaviour on the chain, the youngest first, all or those against an organization; a page may be short',
  args: evidenceArgsCodec,
  result: evidencePageCodec,
  read: (_block, state, { organization, cursor, limit = EVIDENCE_PAGE_SIZE_MAX }) => {
    const count = evidenceCount.get(state, ALL) ?? 0
    const start = cursor === undefined ? count : Math.min(Number(cursor), count)
    const items: Evidence[] = []
    let number = start
    for (; number > 0 && items.length < limit && start - number < PROPOSALS_SCANNED_MAX; number--) {
      const one = records.require(state, `${number}`)
      if (organization === undefined || one.organization === organization) items.push(one)
    }
    return ok(number > 0 ? { items, nextCursor: `${number}` } : { items })
  },
})

function moduleView({ proposal: proposalId, module, height }: VotedModule) {
  return { proposalId, ...module, height }
}

export const schedule = defineQuery({
  summary: 'Which modules votes have brought, and which they bring at which height',
  args: noArgsCodec,
  result: scheduleCodec,
  read: (_block, state) => {
    const { scheduled, active } = votedModules(state)
    return ok({ scheduled: scheduled.map(moduleView), active: active.map(moduleView) })
  },
})

export const members = defineQuery({
  summary: 'Who votes: the validators’ organizations, the party of each, and how many yes it takes',
  args: noArgsCodec,
  result: membersCodec,
  read: ({ validators }, state) =>
    ok({
      items: validators
        .filter((organization) => !voteless.has(state, organization))
        .map((organization) => ({ organization, partyId: partyOfMember(state, organization) })),
      quorum: validators.length === 0 ? 0 : quorumSize(validators.length),
    }),
})

export const observers = defineQuery({
  summary:
    'Who follows the chain and may become a validator, with the party that would vote for it, and the blocks that an observer may sign for',
  args: noArgsCodec,
  result: observersCodec,
  read: (_block, state) =>
    ok({
      items: observersOf(state).map(({ record, partyId, sinceHeight }) => ({
        record,
        partyId: partyId ?? partyOfMember(state, record.organization),
        sinceHeight,
      })),
      checkpoints: [...checkpointsOf(state)],
    }),
})

export const rules = defineQuery({
  summary: 'The protocol’s version and the chain’s parameters of the next block, and what votes will make of them at which height',
  args: noArgsCodec,
  result: rulesCodec,
  read: (context, state) =>
    ok({
      ...context.rules,
      scheduled: scheduledRules(state).map(({ proposal: proposalId, ...change }) => ({ proposalId, ...change })),
    }),
})

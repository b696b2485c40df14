import { type Rejection, reject } from '@hanse/primitives'
import { type Module, scheduledRules, votedModules } from '@hanse/state'
import { rowsOf } from '../table-rows.ts'
import type { Proposal } from './codecs.ts'
import { ALL, evidence, evidenceCount, evidenceNumbers, MODULE_NAME, openCounts, proposalCount, proposals } from './store.ts'

const proposalTable = { module: MODULE_NAME, name: 'proposal', table: proposals }

function broken(message: string): Rejection {
  return reject('governance/invariant', message)
}

/** One vote a member: none twice, none on both sides. */
function voteFault({ proposalId, yes, no, proposer, evidenceId }: Proposal): Rejection | undefined {
  const votes = [...yes, ...no]
  if (new Set(votes).size !== votes.length) return broken(`a member has two votes on ${proposalId}`)
  // What evidence opens is nobody's yes.
  return yes.includes(proposer) || evidenceId !== undefined
    ? undefined
    : broken(`${proposer} proposed ${proposalId} and did not vote for it`)
}

export const invariants: Module['invariants'] = {
  'a member has one vote on a proposal': (state, keys) => {
    for (const { value } of rowsOf(state, keys, proposalTable)) {
      const fault = voteFault(value)
      if (fault !== undefined) return fault
    }
    return undefined
  },
  /** What bounds them is true. */
  'proposals are counted': (state, keys) => {
    let count = 0
    const open = new Map<string, number>()
    for (const { value } of rowsOf(state, keys, proposalTable)) {
      count += 1
      if (value.status === 'open') open.set(value.proposer, (open.get(value.proposer) ?? 0) + 1)
    }
    if (count !== (proposalCount.get(state, ALL) ?? 0)) return broken(`there are ${count} proposals, and another number is kept`)
    for (const { key, value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'open', table: openCounts })) {
      const [member = ''] = key
      if (open.get(member) !== value) return broken(`${member} has ${open.get(member) ?? 0} open proposals, ${value} are counted`)
      open.delete(member)
    }
    return open.size === 0 ? undefined : broken(`open proposals of ${[...open.keys()].join(', ')} are not counted`)
  },
  'evidence is counted, and each found by what it shows': (state, keys) => {
    let count = 0
    for (const { value } of rowsOf(state, keys, { module: MODULE_NAME, name: 'evidence', table: evidence })) {
      count += 1
      const { consensusKey, epoch, kind, evidenceId } = value
      if (evidenceNumbers.get(state, [consensusKey, `${epoch}`, kind]) !== evidenceId) return broken(`evidence ${evidenceId} is not found`)
    }
    return count === (evidenceCount.get(state, ALL) ?? 0) ? undefined : broken(`there are ${count} proofs, and another number is kept`)
  },
  /** What the proposals say is what the chain does. */
  'scheduled proposals are those of the schedule': (state, keys) => {
    const all = [...votedModules(state).scheduled, ...scheduledRules(state)]
    const scheduled = new Map(all.map(({ proposal, height }) => [proposal, height]))
    for (const { value } of rowsOf(state, keys, proposalTable)) {
      if (value.status !== 'scheduled') continue
      if (scheduled.get(value.proposalId) !== value.scheduledHeight) return broken(`proposal ${value.proposalId} is not in the schedule`)
      scheduled.delete(value.proposalId)
    }
    return scheduled.size === 0 ? undefined : broken(`the schedule has ${[...scheduled.keys()].join(', ')}, which no proposal says`)
  },
}

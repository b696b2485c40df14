import { defineModule } from '@hanse/state'
import { propose } from './commands/propose.ts'
import { reportEvidence } from './commands/report-evidence.ts'
import { vote } from './commands/vote.ts'
import { events } from './events.ts'
import { initGenesis } from './genesis.ts'
import { atBlock, onActivation } from './hooks.ts'
import { invariants } from './invariants.ts'
import { evidence, listProposals, members, observers, proposal, rules, schedule } from './queries.ts'
import { records } from './records.ts'
import { GOVERNANCE_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'

/** What the validators’ organizations decide together: who validates, which modules the chain has, and by which rules it runs. */
export const governance = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'Proposals and votes of the validators’ organizations: who validates, modules, parameters and protocol version',
  commands: { propose, vote, reportEvidence },
  queries: { proposal, proposals: listProposals, schedule, members, observers, rules, evidence },
  events,
  records,
  rejections: GOVERNANCE_REJECTIONS,
  invariants,
  uses: ['organizations'],
  atBlock,
  initGenesis,
  onActivation,
})

import { defineModule } from '@hanse/state'
import { attestReport } from './commands/attest-report.ts'
import { clearHeld } from './commands/clear-held.ts'
import { freeze } from './commands/freeze.ts'
import { publishRule } from './commands/publish-rule.ts'
import { unfreeze } from './commands/unfreeze.ts'
import { updateList } from './commands/update-list.ts'
import { events } from './events.ts'
import { initGenesis } from './genesis.ts'
import { atBlock } from './hooks.ts'
import { invariants } from './invariants.ts'
import {
  clearance,
  evaluation,
  freezes,
  list,
  listAll,
  listRules,
  listVersion,
  refusals,
  report,
  rule,
  ruleCount,
  ruleVersion,
  totals,
} from './queries.ts'
import { records } from './records.ts'
import { onRefusals } from './refusals.ts'
import { SUPERVISION_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'

/** What authorities publish, stop and attest. It uses no module that holds values, so the runtime keeps it from moving any: domain §9 (2). */
export const supervision = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'Supervision: rules and sanctions lists by version and height, freezes, reports of what the chain counted',
  commands: { updateList, publishRule, clearHeld, freeze, unfreeze, attestReport },
  queries: {
    list,
    lists: listAll,
    listVersion,
    rule,
    ruleVersion,
    rules: listRules,
    evaluation,
    clearance,
    freezes,
    totals,
    refusals,
    ruleCount,
    report,
  },
  events,
  records,
  rejections: SUPERVISION_REJECTIONS,
  invariants,
  uses: ['organizations'],
  atBlock,
  onRefusals,
  initGenesis,
})

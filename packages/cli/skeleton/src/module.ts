import { defineModule } from '@hanse/state'
import { grant } from './commands/grant.ts'
import { events } from './events.ts'
import { initGenesis } from './genesis.ts'
import { invariants } from './invariants.ts'
import { account } from './queries.ts'
import { REJECTIONS } from './rejections.ts'
import { MODULE_NAME, records } from './store.ts'

/** What the chain gets. Name and version are part of consensus: a change of any rule is a new version. */
export const module = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'Points that a firm gives to its partners',
  commands: { grant },
  queries: { account },
  events,
  records,
  rejections: REJECTIONS,
  invariants,
  uses: ['organizations'],
  initGenesis,
})

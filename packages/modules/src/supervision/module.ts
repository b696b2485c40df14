import { defineModule } from '@hanse/state'
import { updateList } from './commands/update-list.ts'
import { events } from './events.ts'
import { atBlock } from './hooks.ts'
import { invariants } from './invariants.ts'
import { list, listAll, listVersion } from './queries.ts'
import { records } from './records.ts'
import { SUPERVISION_REJECTIONS } from './rejections.ts'
import { MODULE_NAME } from './store.ts'

/** What authorities publish and stop. It uses no module that holds values, so the runtime keeps it from moving any. */
export const supervision = defineModule({
  name: MODULE_NAME,
  version: 1,
  summary: 'Supervision: sanctions lists by version and height, which can be proven against',
  commands: { updateList },
  queries: { list, lists: listAll, listVersion },
  events,
  records,
  rejections: SUPERVISION_REJECTIONS,
  invariants,
  uses: ['organizations'],
  atBlock,
})

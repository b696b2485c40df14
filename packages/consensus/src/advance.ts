import { requestBatch } from './batches.ts'
import { commitWhatIsExecuted } from './commit.ts'
import { discardStale, executeNext } from './execution.ts'
import { fetchMissing } from './fetching.ts'
import { finalize } from './finality.ts'
import { prepareWhatPassed } from './prepare.ts'
import { adjustRateWindow } from './rate.ts'
import type { Context } from './replica-state.ts'
import { adjustViewTimer } from './timers.ts'
import { announceNewView, askIfStarved, leaveIfOthersDo } from './view-change.ts'
import { enterAnnouncedView } from './view-entry.ts'

/** Does everything that the state allows after an input, in an order in which no part has to wait for the next input. */
export function advance(context: Context): void {
  askIfStarved(context)
  leaveIfOthersDo(context)
  announceNewView(context)
  enterAnnouncedView(context)
  finalize(context)
  if (context.state.ended) return
  discardStale(context)
  prepareWhatPassed(context)
  executeNext(context)
  commitWhatIsExecuted(context)
  requestBatch(context)
  fetchMissing(context)
  adjustRateWindow(context)
  adjustViewTimer(context)
}

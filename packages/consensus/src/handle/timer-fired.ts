import { unreachable } from '@hanse/primitives'
import { fetchNewView, fetchReachedView, onFetchTimer } from '../fetching.ts'
import type { TimerId } from '../input.ts'
import { onRateTimer } from '../rate.ts'
import { type Context, isInView } from '../replica-state.ts'
import { reconsiderRefusals } from '../slots.ts'
import { sendStatus } from '../status.ts'
import { isPrimaryLost, onViewTimerSlice } from '../timers.ts'
import { askForNextView, resendViewChange } from '../view-change.ts'

export function onTimerFired(context: Context, timer: TimerId): void {
  const { state } = context
  switch (timer) {
    case 'view':
      if (onViewTimerSlice(context)) askForNextView(context, isPrimaryLost(context) ? 'primary-lost' : 'timeout')
      return
    case 'batch':
      if (state.batch.wait === 'running') state.batch.wait = 'over'
      return
    case 'heartbeat':
      state.heartbeatDue = true
      return
    case 'status':
      return onStatusTimer(context)
    case 'fetch':
      return onFetchTimer(context)
    case 'rate':
      return onRateTimer(context)
    default:
      return unreachable(timer)
  }
}

function onStatusTimer(context: Context): void {
  const { state, options } = context
  state.statusTicks += 1
  state.helped.clear()
  state.answered.clear()
  state.batch.dry = false
  reconsiderRefusals(state)
  sendStatus(context)
  if (!isInView(state)) {
    resendViewChange(context)
    fetchNewView(context)
  }
  fetchReachedView(context)
  context.emit({ type: 'start-timer', timer: 'status', durationMs: options.timeouts.statusMs })
}

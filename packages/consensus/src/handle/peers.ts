import type { Input } from '../input.ts'
import { type Context, isInView } from '../replica-state.ts'
import { restartViewTimer } from '../timers.ts'

/** When fewer than q live validators become q, the timeouts start over: nobody could have done anything. */
export function onPeers(context: Context, { connected }: Extract<Input, { readonly type: 'peers' }>): void {
  const { state, options, sizes } = context
  state.connected.clear()
  for (const validator of connected) if (validator !== options.self) state.connected.add(validator)
  const live = state.connected.size + (options.self === undefined ? 0 : 1)
  const becameQuorum = live >= sizes.quorum && !state.quorumConnected
  state.quorumConnected = live >= sizes.quorum
  if (!becameQuorum) return
  state.failedViews = 0
  if (isInView(state) && (state.wantsReason === 'timeout' || state.wantsReason === 'primary-lost')) {
    state.wants = state.view
    state.wantsReason = undefined
  }
  restartViewTimer(context)
}

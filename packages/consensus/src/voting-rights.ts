import type { Height, View } from '@hanse/protocol'
import { type Context, isInView } from './replica-state.ts'

/** True when this replica may sign at all now, and for `view`: see `Role`. */
export function mayAskFor({ options, state }: Context, view: View): boolean {
  if (options.self === undefined) return false
  switch (state.role.type) {
    case 'validator':
      return true
    case 'observer':
      return false
    case 'recovering': {
      const { until } = state.role
      // What was promised in one epoch says nothing of the next, whose first height may lie below the last that was voted on.
      if (options.epoch !== until.epoch) return options.epoch > until.epoch
      return state.head.height >= until.height && view >= until.view
    }
  }
}

/**
 * True when this replica may Prepare or Commit at `height` in the entered view, as far as its promises go. One that recovers has its
 * guard's height at or below head here, and votes above head. A store may be behind the log: what was voted up to the log's head was
 * released from it, and would be forgotten.
 */
export function mayVote(context: Context, height: Height): boolean {
  const { state } = context
  const finalHeight = Math.max(state.head.height, state.loggedHead?.height ?? 0)
  return isInView(state) && height > finalHeight && mayAskFor(context, state.view)
}

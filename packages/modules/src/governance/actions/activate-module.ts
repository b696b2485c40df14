import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import { describeModule, type ModuleEntry, SCHEDULED_MODULES_MAX } from '@hanse/protocol'
import { type BlockContext, type StateReader, type StateWriter, scheduleModule, votedModules } from '@hanse/state'
import type { Action } from '../codecs.ts'
import { NOTICE_HEIGHTS_MIN } from '../limits.ts'
import { heightFault } from '../notice.ts'
import { refuse } from '../rejections.ts'

type ActivateModule = Extract<Action, { type: 'activateModule' }>

function entryOf({ name, version, hash }: ActivateModule): ModuleEntry {
  return hash === undefined ? { name, version } : { name, version, hash }
}

export function activationFault(context: BlockContext, state: StateReader, action: ActivateModule): Rejection | undefined {
  const { name, version, atHeight } = action
  const tooFar = heightFault(context, atHeight)
  if (tooFar !== undefined) return tooFar
  const inForce = votedModules(state).active.find(({ module }) => module.name === name)?.module
  return inForce === undefined || inForce.version < version
    ? scheduledFault(state, action)
    : refuse('governance/module-in-force', `${describeModule(inForce)} is in force`, 'action.version')
}

/** Of two packages of one version the later could not come into force: every node would install it for nothing. */
function scheduledFault(state: StateReader, { name, version }: ActivateModule): Rejection | undefined {
  const other = votedModules(state).scheduled.find(({ module }) => module.name === name && module.version === version)
  if (other === undefined) return undefined
  const message = `${describeModule(other.module)} is scheduled for height ${other.height} by proposal ${other.proposal}`
  return refuse('governance/module-scheduled', message, 'action.version')
}

/** The height from which on the chain has the module. */
export function scheduleActivation(
  context: BlockContext,
  state: StateWriter,
  proposal: string,
  action: ActivateModule,
): Result<number | undefined> {
  if (votedModules(state).scheduled.length >= SCHEDULED_MODULES_MAX) {
    return err(refuse('governance/schedule-full', `${SCHEDULED_MODULES_MAX} modules are scheduled`))
  }
  const fault = scheduledFault(state, action)
  if (fault !== undefined) return err(fault)
  const height = Math.max(action.atHeight ?? 0, context.height + NOTICE_HEIGHTS_MIN)
  scheduleModule(state, { proposal, module: entryOf(action), height }, action.genesis)
  return ok(height)
}

import type { ActivationOutcome, BlockContext, StateWriter } from '@hanse/state'
import { close } from './decide.ts'
import { DUE_ITEMS_PER_BLOCK_MAX } from './limits.ts'
import { deadlines, emit, proposals } from './store.ts'

/** Ends the voting where its time is over. Votes judge the time themselves: a late sweep makes nothing valid longer. */
export function atBlock({ timeMs }: BlockContext, state: StateWriter): void {
  deadlines.workOff(state, timeMs, { itemsMax: DUE_ITEMS_PER_BLOCK_MAX, eventsPerItemMax: 1 }, (proposalId) => {
    const proposal = proposals.require(state, proposalId)
    if (proposal.status !== 'open') return
    close(state, proposal, 'expired')
    emit(state, 'expired', { proposalId })
  })
}

/** The height of a scheduled module has come. */
export function onActivation(_block: BlockContext, state: StateWriter, { proposal: proposalId, module, failure }: ActivationOutcome): void {
  const proposal = proposals.require(state, proposalId)
  const outcome = failure === undefined ? { status: 'done' as const } : { status: 'failed' as const, failure }
  proposals.put(state, proposalId, { ...proposal, ...outcome })
  if (module === undefined) return
  const { name, version, hash } = module
  const told = { hash, name, proposalId, version }
  if (failure === undefined) emit(state, 'moduleActivated', told)
  else emit(state, 'activationFailed', { ...told, failure })
}

import type { ActivationOutcome, BlockContext, StateWriter } from '@hanse/state'
import { keepCheckpoint } from './checkpoints.ts'
import { close } from './decide.ts'
import { DUE_ITEMS_PER_BLOCK_MAX } from './limits.ts'
import { deadlines, emit, proposals } from './store.ts'

export function atBlock(block: BlockContext, state: StateWriter): void {
  keepCheckpoint(block, state)
  endVoting(block, state)
}

/** Ends the voting where its time is over. Votes judge the time themselves: a late sweep makes nothing valid longer. */
function endVoting({ timeMs }: BlockContext, state: StateWriter): void {
  deadlines.workOff(state, timeMs, { itemsMax: DUE_ITEMS_PER_BLOCK_MAX, eventsPerItemMax: 1 }, (proposalId) => {
    const proposal = proposals.require(state, proposalId)
    if (proposal.status !== 'open') return
    close(state, proposal, 'expired')
    emit(state, 'expired', { proposalId })
  })
}

/** The height of what was scheduled has come. */
export function onActivation(block: BlockContext, state: StateWriter, { proposal: proposalId, module, failure }: ActivationOutcome): void {
  const proposal = proposals.require(state, proposalId)
  const outcome = failure === undefined ? { status: 'done' as const } : { status: 'failed' as const, failure }
  proposals.put(state, proposalId, { ...proposal, ...outcome })
  if (module === undefined) {
    if (failure === undefined) emit(state, 'rulesChanged', { proposalId, version: block.rules.version })
    else emit(state, 'rulesFailed', { proposalId })
    return
  }
  const { name, version, hash } = module
  const told = { hash, name, proposalId, version }
  if (failure === undefined) emit(state, 'moduleActivated', told)
  else emit(state, 'activationFailed', { ...told, failure })
}

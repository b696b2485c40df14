import { assert } from '@hanse/primitives'
import {
  canonicalJson,
  type Json,
  type ModuleSet,
  moduleSetCodec,
  NO_VOTED_MODULES,
  SCHEDULED_MODULES_MAX,
  type VotedModule,
} from '@hanse/protocol'
import { table } from '../data/table.ts'
import { textValue } from '../data/value-codec.ts'
import type { StateReader, StateWriter } from '../module.ts'

/** What votes made of the modules stands under a name that no module can have. The module that governs may write there. */
export const MODULE_SET_SPACE = '_modules'
const sets = table({ module: MODULE_SET_SPACE, name: 'set', value: moduleSetCodec })
/** What the `initGenesis` of a scheduled module gets, by proposal: RFC 8785 JSON. */
const genesisTexts = table({ module: MODULE_SET_SPACE, name: 'genesis', value: textValue })
/** The set is one record. */
const WHOLE: readonly string[] = []

/** Absent until the first vote: a chain without votes has the state that it always had. */
export function votedModules(state: StateReader): ModuleSet {
  return sets.get(state, WHOLE) ?? NO_VOTED_MODULES
}

export function putVotedModules(state: StateWriter, set: ModuleSet): void {
  sets.put(state, WHOLE, set)
}

/**
 * For the module that governs: brings a module into force at the start of the block of `voted.height`, which lies ahead. `genesis` is
 * what its `initGenesis` gets then. The caller has seen that there is room (`SCHEDULED_MODULES_MAX`).
 */
export function scheduleModule(state: StateWriter, voted: VotedModule, genesis: Json | undefined): void {
  const set = votedModules(state)
  assert(set.scheduled.length < SCHEDULED_MODULES_MAX, 'too many modules are scheduled')
  assert(
    set.scheduled.every(({ proposal }) => proposal !== voted.proposal),
    `proposal ${voted.proposal} is scheduled already`,
  )
  const after = set.scheduled.findIndex(({ height }) => height > voted.height)
  const at = after < 0 ? set.scheduled.length : after
  putVotedModules(state, { ...set, scheduled: set.scheduled.toSpliced(at, 0, voted) })
  if (genesis === undefined) return
  const text = canonicalJson(genesis)
  assert(text.ok, 'the genesis of a scheduled module is JSON')
  genesisTexts.put(state, voted.proposal, text.value)
}

/** Takes a scheduled module back. False when none is scheduled by this proposal, or its height has come. */
export function unscheduleModule(state: StateWriter, proposal: string): boolean {
  const set = votedModules(state)
  const scheduled = set.scheduled.filter((one) => one.proposal !== proposal)
  if (scheduled.length === set.scheduled.length) return false
  putVotedModules(state, { ...set, scheduled })
  genesisTexts.delete(state, proposal)
  return true
}

/** What the `initGenesis` of this proposal's module gets. It is kept until then. */
export function takeScheduledGenesis(state: StateWriter, proposal: string): Json | undefined {
  const text = genesisTexts.get(state, proposal)
  if (text === undefined) return undefined
  genesisTexts.delete(state, proposal)
  return JSON.parse(text) as Json
}

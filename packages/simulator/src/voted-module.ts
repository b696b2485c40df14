import type { Hash } from '@hanse/primitives'
import { defineMessage, uint } from '@hanse/protocol'
import { defineCommand, type InstalledModule, table } from '@hanse/state'

/** Validators of a chain whose members vote: as many as the firms of the simulated chain can give a quorum to. */
export const VOTING_VALIDATORS = 4
const NAME = 'tally'
const counters = table({ module: NAME, name: 'count', value: defineMessage({ count: [1, uint()] }) })

/** Counts blocks and calls: what does it otherwise comes to another state in the very block that brings it. */
function tally(packageHash: Hash, step: number): InstalledModule {
  const count = (state: Parameters<typeof counters.put>[0]): void =>
    counters.put(state, 'all', { count: (counters.get(state, 'all')?.count ?? 0) + step })
  return {
    name: NAME,
    version: 1,
    summary: 'counts blocks and calls',
    commands: { add: defineCommand({ summary: 'counts on', params: defineMessage({}), execute: (_context, state) => void count(state) }) },
    queries: {},
    invariants: {},
    uses: [],
    atBlock: (_block, state) => count(state),
    packageHash,
  }
}

/** What the members vote for. */
export const VOTED = tally(`0x${'7a'.repeat(32)}` as Hash, 1)
/** What some have by mistake: of the same name and version, and not the same. */
export const MISTAKEN = tally(`0x${'e4'.repeat(32)}` as Hash, 10)

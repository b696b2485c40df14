import type { Oracle } from '@hanse/explorer'

/** One planted bug: in `file` of the engine's source, `find` becomes `replace`. */
export interface Replacement {
  readonly file: string
  readonly find: string
  readonly replace: string
}

export interface PlantedBug {
  readonly name: string
  readonly replacements: readonly Replacement[]
  /** What must find it. Absent: whichever is first. */
  readonly oracles?: readonly Oracle[]
  /** Scenarios 1 to this one are tried. */
  readonly scenariosMax: number
}

const PARENT_NOT_FINAL: Replacement = {
  file: 'commit.ts',
  find: 'return slot.height === state.head.height + 1 && state.executed.get(slot.height)?.parentHash === state.head.hash',
  replace: 'return state.executed.has(slot.height) || slot.height > 0',
}
const VIEWS_ADD_UP: Replacement = {
  file: 'handle/message.ts',
  find: 'if (message.view === state.entered.view) return storeVote(context, signed)',
  replace: 'if (message.view <= state.entered.view) return storeVote(context, signed)',
}

/** Where nobody looks at evidence, the weaker rule of the first trace must show as what it is: a fork. */
export const TRACE_1_FORK: PlantedBug = {
  name: 'trace 1, by its fork alone',
  replacements: [PARENT_NOT_FINAL],
  oracles: ['fork'],
  scenariosMax: 2_000,
}

/** The weaker rules of docs/consensus.md, "Traces that weaker rules fail", and other mistakes that somebody could make. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  { name: 'trace 1: a Commit whose parent is only prepared', replacements: [PARENT_NOT_FINAL], scenariosMax: 100 },
  { name: 'trace 2: votes of different views add up', replacements: [VIEWS_ADD_UP], scenariosMax: 100 },
  {
    name: 'trace 2, by its certificate alone',
    replacements: [VIEWS_ADD_UP],
    oracles: ['fork', 'certificate'],
    scenariosMax: 400,
  },
  {
    name: 'trace 3: two Commits of one slot',
    replacements: [
      PARENT_NOT_FINAL,
      {
        file: 'commit.ts',
        find: 'if (state.ownVotes.commitAt(state.view, height) !== undefined) return',
        replace: 'if (state.ownVotes.commitAt(state.view, height)?.headerHash === executed.headerHash) return',
      },
      { file: 'own-votes.ts', find: 'if (!kept.has(vote.view)) kept.set(vote.view, vote)', replace: 'kept.set(vote.view, vote)' },
    ],
    scenariosMax: 100,
  },
  {
    name: 'trace 3, before that: own votes forgotten by a restart',
    replacements: [{ file: 'handle/start.ts', find: 'state.ownVotes.add(type, vote)', replace: 'return' }],
    scenariosMax: 200,
  },
  {
    name: 'trace 4: the certificate of the parent is not in the log',
    replacements: [
      {
        file: 'finality.ts',
        find: "context.emit({ type: 'persist', record: { type: 'committed', ...head.certificate } })",
        replace: '',
      },
    ],
    scenariosMax: 1_000,
  },
  {
    name: 'trace 5: bytes are not in the log',
    replacements: [{ file: 'prepare.ts', find: "emit({ type: 'persist', record })", replace: '' }],
    scenariosMax: 400,
  },
  {
    name: 'trace 6: a height that a NewView fixed is judged like a fresh one',
    replacements: [
      { file: 'prepare.ts', find: 'body, digest, fresh, holders: holdersOf', replace: 'body, digest, fresh: true, holders: holdersOf' },
    ],
    scenariosMax: 400,
  },
  {
    name: 'trace 7: a guard ordered by height',
    replacements: [
      {
        file: 'voting-rights.ts',
        find: 'return isInView(state) && height > finalHeight && mayAskFor(context, state.view)',
        replace: 'return isInView(state) && state.ownVotes.ofView(state.view).every(({ vote }) => vote.height <= height)',
      },
    ],
    scenariosMax: 100,
  },
  {
    name: 'trace 8: the timer of a view starts before q validators are there',
    replacements: [
      {
        file: 'timers.ts',
        find: 'if (!isInView(state)) return viewChangesFor(state) >= sizes.quorum',
        replace: 'if (!isInView(state)) return true',
      },
    ],
    scenariosMax: 100,
  },
  {
    name: 'a quorum of 2f',
    replacements: [{ file: 'params.ts', find: 'quorum: quorumSize(validators)', replace: 'quorum: Math.max(2, 2 * faults)' }],
    scenariosMax: 100,
  },
  {
    name: 'a signer counted twice',
    replacements: [
      {
        file: 'vote-set.ts',
        find: 'if (first.key === key || this.#conflicting.has(signer)) return KNOWN',
        replace: 'if (first.key === key || this.#conflicting.has(signer)) { this.#count(key); return KNOWN }',
      },
    ],
    scenariosMax: 100,
  },
  {
    name: 'a ViewChange without what is prepared',
    replacements: [{ file: 'view-change.ts', find: '...(prepared === undefined ? {} : { prepared })', replace: '' }],
    scenariosMax: 100,
  },
  {
    name: 'a restart forgets what was prepared',
    replacements: [{ file: 'handle/start.ts', find: 'state.prepared.set(record.height, certificate)', replace: '' }],
    scenariosMax: 400,
  },
  {
    name: 'a restart forgets the view that was promised',
    replacements: [
      {
        file: 'handle/start.ts',
        find: 'state.view = asView(Math.max(state.entered.view, viewChange?.viewChange.newView ?? 0))',
        replace: 'state.view = state.entered.view',
      },
    ],
    scenariosMax: 1_000,
  },
  {
    name: 'the base of a NewView is its lowest head',
    replacements: [
      {
        file: 'new-view.ts',
        find: 'if (headHeight(viewChange) > base) base = headHeight(viewChange)',
        replace: 'if (base === 0 || headHeight(viewChange) < base) base = headHeight(viewChange)',
      },
    ],
    scenariosMax: 2_000,
  },
  {
    name: 'an overlay stays when the batch is another one',
    replacements: [
      {
        file: 'execution.ts',
        find: 'if (execution.parentHash !== parentHash || (required !== undefined && execution.digest !== required))',
        replace: 'if (execution.parentHash !== parentHash)',
      },
    ],
    scenariosMax: 100,
  },
]

import { test } from 'tap'
import { loadMutant, type Replacement } from './mutant.ts'
import { runSchedule } from './support/schedule.ts'

interface PlantedBug {
  readonly name: string
  readonly replacements: readonly Replacement[]
}

/** Each is found by the oracles of the random schedules, on seeds that were not chosen for it. */
const BUGS: readonly PlantedBug[] = [
  {
    name: 'a quorum of 2f',
    replacements: [{ file: 'params.ts', find: 'quorum: quorumSize(validators)', replace: 'quorum: Math.max(2, 2 * faults)' }],
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
  },
  {
    name: 'own votes forgotten after a restart',
    replacements: [{ file: 'handle/start.ts', find: 'state.ownVotes.add(type, vote)', replace: 'return' }],
  },
  {
    name: 'Commit before the height below is final',
    replacements: [
      {
        file: 'commit.ts',
        find: 'return slot.height === state.head.height + 1 && state.executed.get(slot.height)?.parentHash === state.head.hash',
        replace: 'return state.executed.has(slot.height)',
      },
    ],
  },
  {
    name: 'a ViewChange without what is prepared',
    replacements: [{ file: 'view-change.ts', find: '...(prepared === undefined ? {} : { prepared })', replace: '' }],
  },
  {
    name: 'a Prepare before its bytes are in the log',
    replacements: [{ file: 'prepare.ts', find: "emit({ type: 'persist', record })", replace: '' }],
  },
]

const SEEDS_MAX = 120
const FAULTY_MS = 4_000

function firstFault(module: Awaited<ReturnType<typeof loadMutant>>): string | undefined {
  for (let seed = 1; seed <= SEEDS_MAX; seed++) {
    try {
      const { faults } = runSchedule(module, seed, {
        faultyMs: FAULTY_MS,
        smallScope: seed % 2 === 0,
        ...(seed % 2 === 0 ? { validators: 4 } : {}),
      })
      if (faults[0] !== undefined) return `seed ${seed}: ${faults[0]}`
    } catch (error) {
      // A broken invariant stops the replica: found too.
      return `seed ${seed}: ${error instanceof Error ? error.message : String(error)}`
    }
  }
  return undefined
}

for (const { name, replacements } of BUGS) {
  test(`found: ${name}`, async (t) => {
    const found = firstFault(await loadMutant(...replacements))
    t.ok(found, found ?? `not within ${SEEDS_MAX} seeds`)
  })
}

test('a mutant whose source has changed is refused', async (t) => {
  await t.rejects(loadMutant({ file: 'params.ts', find: 'no such line', replace: '' }), /has 0 times/)
  await t.rejects(loadMutant({ file: 'params.ts', find: 'export', replace: '' }), /times/)
})

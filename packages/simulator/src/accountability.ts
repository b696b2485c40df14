import { type Fork, findCulprits, KeptFacts } from '@hanse/consensus'
import { faultsMax, type LogRecord, type ValidatorIndex } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import type { SimulationResult } from './result.ts'
import { Violation, violationOf } from './violation.ts'

/** Heights for which evidence is kept in a simulation: fewer than a run makes. */
const EVIDENCE_BLOCKS = 32

/**
 * Oracle 16, where more than f validators lie: should two blocks of one height become final, what honest validators keep names at least
 * f + 1 that broke the protocol, and no honest one; and as long as nothing shows a fork, nothing is claimed.
 */
export class Accountability {
  readonly #honest: ReadonlySet<ValidatorIndex>
  readonly #culpritsMin: number
  readonly #kept: ReadonlyMap<ValidatorIndex, KeptFacts>

  constructor(honest: ReadonlySet<ValidatorIndex>, validators: number) {
    this.#honest = honest
    this.#culpritsMin = faultsMax(validators) + 1
    this.#kept = new Map([...honest].map((node) => [node, new KeptFacts(EVIDENCE_BLOCKS)]))
  }

  onLogged(node: ValidatorIndex, record: LogRecord): void {
    this.#kept.get(node)?.add(record)
  }

  onStored(node: ValidatorIndex, { certificate }: FinalBlock): void {
    this.#kept.get(node)?.add({ type: 'committed', ...certificate })
  }

  /** Two blocks of a height are final at honest validators. */
  onFork(): Fork {
    const fork = this.#fork()
    if (fork === undefined) throw new Violation(16, 'two blocks of one height are final, and nobody can show it')
    return this.#judged(fork)
  }

  /** The run is over. Two certificates are a fork, too, when one of them has made nothing final: what they show is judged alike. */
  onEnd(): Fork | undefined {
    const fork = this.#fork()
    return fork === undefined ? undefined : this.#judged(fork)
  }

  #judged(fork: Fork): Fork {
    const named = fork.evidence.map(({ culprit }) => culprit)
    const innocent = named.find((culprit) => this.#honest.has(culprit))
    if (innocent !== undefined) throw new Violation(16, `honest validator ${innocent} is named for the fork at height ${fork.height}`)
    if (named.length < this.#culpritsMin)
      throw new Violation(16, `only ${named.length} of at least ${this.#culpritsMin} are named for the fork at height ${fork.height}`)
    return fork
  }

  #fork(): Fork | undefined {
    return findCulprits([...this.#kept.values()].flatMap((kept) => [...kept.facts()]))
  }
}

/** A fork is a violation, unless more lie than the set can bear: then it is who is named for it that counts. */
export function judge(
  error: unknown,
  accountability: Accountability | undefined,
): { readonly violation?: NonNullable<SimulationResult['violation']>; readonly fork?: Fork } {
  const violation = violationOf(error)
  if (accountability === undefined || violation.oracle !== 1) return { violation }
  try {
    return { fork: accountability.onFork() }
  } catch (unnamed) {
    return { violation: violationOf(unnamed) }
  }
}

/** What a result tells of a fork. */
export function forkOf({ height, evidence }: Fork): NonNullable<SimulationResult['fork']> {
  const kinds: Record<string, number> = {}
  for (const { kind } of evidence) kinds[kind] = (kinds[kind] ?? 0) + 1
  return { height, culprits: evidence.map(({ culprit }) => culprit), evidence: kinds }
}

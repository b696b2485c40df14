import { BYZANTINE_STRATEGIES, type ByzantineStrategy } from './byzantine/strategies.ts'
import { FAULT_CONTEXTS, type FaultContext } from './directed-plan.ts'
import type { SimulationResult } from './result.ts'

/** What became of one strategy in one context. */
export interface MatrixCell {
  readonly strategy: ByzantineStrategy
  readonly context: FaultContext
  readonly runs: number
  /** Of them: every liar lied, every fault happened, and enough became final. */
  readonly counted: number
  readonly lies: number
  readonly violations: number
}

const CELLS = BYZANTINE_STRATEGIES.flatMap((strategy) => FAULT_CONTEXTS.map((context) => ({ strategy, context })))

/** Seeds go through the cells one after the other: any so many in a row come to each once. */
export function cellOf(seed: number): Pick<MatrixCell, 'strategy' | 'context'> {
  return CELLS[seed % CELLS.length] as (typeof CELLS)[number]
}

export function matrixOf(results: readonly SimulationResult[]): readonly MatrixCell[] {
  return CELLS.map(({ strategy, context }) => {
    const runs = results.filter((result) => result.strategy === strategy && result.context === context)
    return {
      strategy,
      context,
      runs: runs.length,
      counted: runs.filter(({ violation, notCounted }) => violation === undefined && notCounted === undefined).length,
      lies: runs.reduce((sum, { lies }) => sum + (lies[strategy] ?? 0), 0),
      violations: runs.filter(({ violation }) => violation !== undefined).length,
    }
  })
}

const NAME_WIDTH = Math.max(...BYZANTINE_STRATEGIES.map((name) => name.length)) + 2
const COLUMN_WIDTH = Math.max(...FAULT_CONTEXTS.map((name) => name.length), 9) + 2

/** Counted seeds of each cell, violations with an exclamation mark. */
export function matrixText(cells: readonly MatrixCell[]): string {
  const row = (name: string, columns: readonly string[]): string =>
    name.padEnd(NAME_WIDTH) + columns.map((text) => text.padStart(COLUMN_WIDTH)).join('')
  const rows = BYZANTINE_STRATEGIES.map((strategy) =>
    row(
      strategy,
      cells
        .filter((cell) => cell.strategy === strategy)
        .map(({ counted, violations }) => `${counted}${violations === 0 ? '' : ` !${violations}`}`),
    ),
  )
  const covered = cells.filter(({ counted }) => counted > 0).length
  return [row('counted seeds', FAULT_CONTEXTS), ...rows, `${covered} of ${cells.length} cells have counted seeds`].join('\n')
}

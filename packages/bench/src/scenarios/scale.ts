import { type NetworkRun, runNetwork } from '../scale/replica-network.ts'
import { STAGES, type Stage } from '../scale/stages.ts'
import { defineScenario } from '../scenario.ts'
import { distributionOf } from '../statistics.ts'

/** Validators of each network. */
const SIZES = [4, 7, 10, 16, 31] as const
/** What the largest may cost, in times the smallest. */
const RATIO_MAX = 2.5
const VALIDATORS_MAX = 100

interface SizeFigures {
  readonly validators: number
  readonly transactions: number
  readonly blocks: number
  readonly viewChanges: number
  /** Processor time of one validator for one transaction, the median over the runs, and what of it each stage takes. */
  readonly cpuUs: number
  readonly stagesUs: Readonly<Record<Stage, number>>
  readonly ratioToSmallest: number
  /** Of one validator. */
  readonly messagesPerBlock: number
  readonly bytesSentPerTransaction: number
}

interface ScaleFigures {
  readonly scenario: 'scale'
  readonly transactionsPerBlock: number
  readonly runs: number
  readonly sizes: readonly SizeFigures[]
}

export const scaleScenario = defineScenario({
  name: 'scale',
  summary: 'what a transaction costs a validator, in processor time, in networks of 4 to 31 in one process',
  options: {
    blocks: { default: 8, min: 1, max: 1_000 },
    transactions: { default: 500, min: 10, max: 2_000 },
    runs: { default: 3, min: 1, max: 100 },
    validators: { default: SIZES.at(-1) as number, min: SIZES[0], max: VALIDATORS_MAX },
  },
  run: async ({ blocks, transactions, runs, validators }, onProgress) => {
    const sizes = [...SIZES.filter((size) => size < validators), validators]
    const all: NetworkRun[] = []
    for (let run = 0; run < runs; run++) {
      for (const size of sizes) {
        all.push(runNetwork(size, blocks, transactions, (final, of) => onProgress(final, of, `${size} validators, run ${run + 1}`)))
        // So that who listens to signals has a turn.
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const figures: ScaleFigures = {
      ...{ scenario: 'scale', transactionsPerBlock: transactions, runs },
      sizes: sizes.map((size) => figuresOf(size, all)),
    }
    const isSlow = figures.sizes.some((size) => size.validators <= (SIZES.at(-1) as number) && size.ratioToSmallest > RATIO_MAX)
    return { lines: linesOf(figures), figures, failed: isSlow || all.some(({ viewChanges }) => viewChanges > 0) }
  },
})

function cpuOf({ cpuUs, transactions, validators }: NetworkRun): number {
  return cpuUs / transactions / validators
}

/** The run in the middle. */
function medianRun(runs: readonly NetworkRun[]): NetworkRun {
  const { p50 } = distributionOf(runs.map(cpuOf))
  return runs.find((run) => cpuOf(run) === p50) as NetworkRun
}

function figuresOf(validators: number, all: readonly NetworkRun[]): SizeFigures {
  const runOf = (size: number): NetworkRun => medianRun(all.filter((run) => run.validators === size))
  const run = runOf(validators)
  const cpuUs = cpuOf(run)
  return {
    ...{ validators, cpuUs, transactions: run.transactions, blocks: run.blocks, viewChanges: run.viewChanges },
    stagesUs: Object.fromEntries(STAGES.map((stage) => [stage, run.shares[stage] * cpuUs])) as Record<Stage, number>,
    ratioToSmallest: cpuUs / cpuOf(runOf(SIZES[0])),
    messagesPerBlock: run.messages / run.blocks / validators,
    bytesSentPerTransaction: run.bytesSent / run.transactions / validators,
  }
}

function linesOf({ transactionsPerBlock, runs, sizes }: ScaleFigures): readonly string[] {
  return [
    `scale: processor time of one validator for one transaction, in µs; blocks of ${transactionsPerBlock}, median of ${runs} runs`,
    `  validators      µs  ratio  ${STAGES.map((stage) => stage.padStart(12)).join(' ')}  messages a block  bytes sent a transaction`,
    ...sizes.map(rowOf),
  ]
}

function rowOf({ validators, cpuUs, ratioToSmallest, stagesUs, viewChanges, ...size }: SizeFigures): string {
  const stages = STAGES.map((stage) => stagesUs[stage].toFixed(1).padStart(12)).join(' ')
  const row = `  ${`${validators}`.padStart(10)} ${cpuUs.toFixed(1).padStart(7)} ${ratioToSmallest.toFixed(2).padStart(6)}  ${stages}`
  const traffic = `${size.messagesPerBlock.toFixed(0).padStart(16)} ${size.bytesSentPerTransaction.toFixed(0).padStart(25)}`
  return `${row}  ${traffic}${viewChanges === 0 ? '' : `  ${viewChanges} view changes`}`
}

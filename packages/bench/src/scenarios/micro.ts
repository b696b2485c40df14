import { type Baseline, baselineFaults, baselineOf, calibrationOf, readBaseline, timesBaseline, writeBaseline } from '../micro/baseline.ts'
import { CALIBRATIONS, type Calibration } from '../micro/calibration.ts'
import type { Measured } from '../micro/measure.ts'
import { measureAgainst, measureForBaseline, passesIn } from '../micro/run-micro.ts'
import { defineScenario } from '../scenario.ts'

const YES_OR_NO = { default: 'no', choices: ['yes', 'no'] } as const
/** Of --only. */
const EVERYTHING = 'everything'

interface MicroFigures {
  readonly scenario: 'micro'
  readonly calibration: number
  readonly operations: readonly Measured[]
  readonly faults: readonly string[]
}

export const microScenario = defineScenario({
  name: 'micro',
  summary: 'what each operation of a node costs, in processor time and in steps of a calibration loop, beside the recorded baseline',
  options: {
    batches: { default: 15, min: 3, max: 1_000 },
    'batch-ms': { default: 10, min: 1, max: 1_000 },
    only: { default: EVERYTHING },
    check: YES_OR_NO,
    record: YES_OR_NO,
  },
  run: async ({ batches, 'batch-ms': batchMs, only, check, record }, onProgress) => {
    const isRecording = record === 'yes'
    if (isRecording && (only !== EVERYTHING || check === 'yes'))
      throw new Error('a baseline is recorded of everything, and compared with nothing')
    // A new baseline rests on the newest calibration; what is compared, on that of the old one.
    const baseline = isRecording ? undefined : readBaseline()
    const calibration = baseline === undefined ? (CALIBRATIONS.at(-1) as Calibration) : calibrationOf(baseline)
    const chosen = only === EVERYTHING ? {} : { only }
    const pass = passesIn({ version: calibration.version, batches, batchMs, ...chosen }, onProgress)
    const measured = await (baseline === undefined ? measureForBaseline(pass) : measureAgainst(baseline, pass))
    if (measured.length === 0) throw new Error(`no operation has ${only} in its name`)
    if (isRecording) writeBaseline(baselineOf(measured, calibration))
    const faults = check === 'yes' && baseline !== undefined ? baselineFaults(measured, among(baseline, measured, only)) : []
    const figures: MicroFigures = { scenario: 'micro', calibration: calibration.version, operations: measured, faults }
    return { lines: linesOf(figures, baseline), figures, failed: faults.length > 0 }
  },
})

/** Of a part that is measured alone, the others are not missed. */
function among(baseline: Baseline, measured: readonly Measured[], only: string): Baseline {
  if (only === EVERYTHING) return baseline
  const names = new Set(measured.map(({ name }) => name))
  return { ...baseline, ratios: Object.fromEntries(Object.entries(baseline.ratios).filter(([name]) => names.has(name))) }
}

function linesOf({ operations, calibration, faults }: MicroFigures, baseline: Baseline | undefined): readonly string[] {
  return [
    `micro: processor time of each operation, ratio in steps of calibration ${calibration}`,
    `  ${''.padEnd(30)} ${'µs'.padStart(9)} ${'ratio'.padStart(9)} ${'baseline'.padStart(9)} ${'times'.padStart(6)}`,
    ...operations.map((measured) => rowOf(measured, baseline)),
    ...faults.map((fault) => `  failed: ${fault}`),
  ]
}

function rowOf(measured: Measured, baseline: Baseline | undefined): string {
  const { name, unit, medianUs, ratio } = measured
  const before = baseline?.ratios[name]
  const times = baseline === undefined ? undefined : timesBaseline(measured, baseline)
  const compared = `${(before?.toPrecision(3) ?? '-').padStart(9)} ${(times?.toFixed(2) ?? '-').padStart(6)}`
  return `  ${name.padEnd(30)} ${medianUs.toFixed(2).padStart(9)} ${ratio.toPrecision(3).padStart(9)} ${compared}  ${unit}`
}

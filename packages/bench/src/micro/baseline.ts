import { readFileSync, writeFileSync } from 'node:fs'
import { type Calibration, calibrationOfVersion, calibrationSource } from './calibration.ts'
import type { Measured } from './measure.ts'

/** What each operation cost when it was last looked at, in steps of a calibration: an old machine and a new one have the same figures. */
export interface Baseline {
  readonly calibration: { readonly version: number; readonly source: string }
  readonly ratios: Readonly<Record<string, number>>
}

/** Slower by more than this fails. Less is what machines differ by. */
const RATIO_MAX = 2
const DIGITS = 4

const BASELINE = new URL('../../baseline/micro.json', import.meta.url)

export function readBaseline(): Baseline {
  return JSON.parse(readFileSync(BASELINE, 'utf8')) as Baseline
}

export function baselineOf(measured: readonly Measured[], { version }: Calibration): Baseline {
  const ratios = measured.map(({ name, ratio }) => [name, Number(ratio.toPrecision(DIGITS))] as const)
  return { calibration: { version, source: calibrationSource(version) }, ratios: Object.fromEntries(ratios) }
}

export function writeBaseline(baseline: Baseline): void {
  writeFileSync(BASELINE, `${JSON.stringify(baseline, null, 2)}\n`)
}

/** The mix that a baseline rests on. @throws Error where there is none of this version, or its file has changed since */
export function calibrationOf({ calibration: { version, source } }: Baseline): Calibration {
  const found = calibrationOfVersion(version)
  if (calibrationSource(version) === source) return found
  throw new Error(
    `calibration-${version}.ts is not what the baseline was recorded with, so its figures mean nothing now. A calibration never changes: ` +
      'put it back, and add another beside it (see calibration.ts).',
  )
}

/** How many times its baseline an operation takes; undefined for one that the baseline lacks. */
export function timesBaseline({ name, ratio }: Measured, { ratios }: Baseline): number | undefined {
  const before = ratios[name]
  return before === undefined ? undefined : ratio / before
}

export function isSlower(measured: Measured, baseline: Baseline): boolean {
  return (timesBaseline(measured, baseline) ?? 0) > RATIO_MAX
}

/** What a check has to say: operations that are too slow, and those that only one of the two knows. */
export function baselineFaults(measured: readonly Measured[], baseline: Baseline): readonly string[] {
  const names = new Set(measured.map(({ name }) => name))
  return [
    ...measured.flatMap((one) => faultOf(one, baseline)),
    ...Object.keys(baseline.ratios)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: in the baseline, and not measured any more: npm run bench -- micro --record yes`),
  ]
}

function faultOf(measured: Measured, baseline: Baseline): readonly string[] {
  const { name, unit, ratio, medianUs } = measured
  const times = timesBaseline(measured, baseline)
  if (times === undefined) return [`${name}: not in the baseline: npm run bench -- micro --record yes`]
  if (times <= RATIO_MAX) return []
  return [
    `${name}: ${ratio.toPrecision(DIGITS)} calibration steps ${unit} (${medianUs.toFixed(2)} µs), the baseline says ${baseline.ratios[name]}: ` +
      `${times.toFixed(1)} times as much, at most ${RATIO_MAX} is let pass. Profile it: npm run bench -- micro --only "${name}" shows it ` +
      'alone. Where it is worth what it costs now, record the baseline anew with --record yes and say why.',
  ]
}

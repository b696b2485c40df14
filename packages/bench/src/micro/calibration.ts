import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { calibration1 } from './calibration-1.ts'

export interface Calibration {
  readonly version: number
  /** Does so many steps of the mix; the answer depends on all of them. */
  readonly run: (steps: number) => string
}

/**
 * Every mix that a baseline may rest on, the newest last. To change it takes two commits, because figures of two mixes cannot be compared:
 * the first adds `calibration-2.ts` and its line here, while the baseline still rests on 1; the second records the baseline anew
 * (`npm run bench -- micro --record yes`), which takes the newest, and drops the old file. Calibration and baseline never change in one
 * commit.
 */
export const CALIBRATIONS: readonly Calibration[] = [{ version: 1, run: calibration1 }]

/** @throws Error where there is none */
export function calibrationOfVersion(version: number): Calibration {
  const found = CALIBRATIONS.find((calibration) => calibration.version === version)
  if (found === undefined)
    throw new Error(`there is no calibration ${version}: the baseline is recorded anew by npm run bench -- micro --record yes`)
  return found
}

/** Where the sources lie, seen from `src` and from `dist` alike. */
const SOURCES = new URL('../../src/micro/', import.meta.url)

/** SHA-256 of a mix as it is written: one that was changed in place is told by it. */
export function calibrationSource(version: number): string {
  const source = readFileSync(new URL(`calibration-${version}.ts`, SOURCES))
  return createHash('sha256').update(source).digest('hex')
}

import { parentPort, workerData } from 'node:worker_threads'
import { calibrationOfVersion } from './calibration.ts'
import { type Measured, measureAll } from './measure.ts'
import { createOperations } from './operations.ts'

export interface MeasureRequest {
  /** Of the calibration. */
  readonly version: number
  readonly batches: number
  readonly batchMs: number
  /** Absent: all. A name that is none gives nothing. */
  readonly names?: readonly string[]
  /** Those whose name has this in it. */
  readonly only?: string
}

export type MeasureWord =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly what: string }
  | { readonly type: 'measured'; readonly measured: readonly Measured[] }

function tell(word: MeasureWord): void {
  parentPort?.postMessage(word)
}

const { version, batches, batchMs, names, only = '' } = workerData as MeasureRequest
const { operations, close } = await createOperations()
const chosen = operations.filter(({ name }) => name.includes(only) && (names === undefined || names.includes(name)))
const onProgress = (done: number, total: number, what: string): void => tell({ type: 'progress', done, total, what })
const measured = await measureAll(chosen, { calibration: calibrationOfVersion(version), batches, batchMs, onProgress })
await close()
tell({ type: 'measured', measured })

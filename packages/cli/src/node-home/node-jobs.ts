import { setTimeout as sleep } from 'node:timers/promises'
import { reject } from '@hanse/primitives'
import { choice, type FieldValue, object, optional, parseField, text, uint } from '@hanse/protocol'
import type { HanseClient } from '@hanse/sdk'
import { CliError } from '../cli-error.ts'
import { isJsonObject } from '../json.ts'
import { createProgressSteps } from '../terminal/progress.ts'
import { adminClientOf } from './admin-client.ts'

const POLL_MS = 250
const PATH = text({ max: 4_096 })
const WORDS = text({ max: 1_024 })

const jobField = object({
  state: choice('running', 'done', 'failed'),
  step: WORDS,
  done: uint(),
  total: optional(uint()),
  folder: optional(PATH),
  height: optional(uint()),
  sizeBytes: optional(uint()),
  code: optional(WORDS),
  message: optional(WORDS),
  hint: optional(WORDS),
})
type Job = FieldValue<typeof jobField>

export interface MadeByNode {
  readonly folder: string
  readonly height: number
  readonly sizeBytes: number
}

type OnProgress = (progress: { readonly what: string; readonly done: number; readonly total?: number }) => void

export interface Making {
  /** Asks the node that runs to begin. */
  readonly start: (admin: HanseClient) => Promise<unknown>
  /** Does it here, from the folder of a stopped node. Refuses with `storage/locked` where one runs. */
  readonly offline: (onProgress: OnProgress) => Promise<MadeByNode>
}

/** Lets the node of a home make something of its chain, or makes it of the folder where the node is stopped. @throws CliError */
export async function makeWhereItRuns(home: string, kind: string, { start, offline }: Making): Promise<MadeByNode> {
  const steps = createProgressSteps()
  try {
    const { folder, height, sizeBytes } = await offline(({ what, done, total }) => steps.reach(what, done, total))
    return { folder, height, sizeBytes }
  } catch (error) {
    if (!(error instanceof CliError) || error.rejection.code !== 'storage/locked') throw error
    const admin = await adminClientOf(home)
    let job = readJob(await start(admin), kind)
    while (job.state === 'running') {
      steps.reach(job.step, job.done, job.total)
      await sleep(POLL_MS)
      const answer = await admin.callRaw('admin_getJob')
      job = readJob(isJsonObject(answer) ? answer['job'] : undefined, kind)
    }
    return madeBy(job)
  } finally {
    steps.clear()
  }
}

function readJob(json: unknown, kind: string): Job {
  const known = isJsonObject(json) && json['kind'] === kind ? json : undefined
  const { kind: _kind, startedAtMs: _started, endedAtMs: _ended, ...rest } = known ?? {}
  const job = parseField(jobField, rest as never)
  if (known !== undefined && job.ok) return job.value
  throw new CliError(reject('sdk/bad-reply', `the node does not tell of its ${kind}`, { hint: 'Is it of this release? hanse node status' }))
}

function madeBy({ folder, height, sizeBytes, code, message, hint }: Job): MadeByNode {
  if (folder !== undefined && height !== undefined && sizeBytes !== undefined) return { folder, height, sizeBytes }
  throw new CliError(reject(code ?? 'node/failed', message ?? 'the node gave up', hint === undefined ? {} : { hint }))
}

import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, runningPid, startNodeProcess, statusOf, stopNodeProcess } from '@hanse/devnet'
import { usageOf } from '../process-usage.ts'

const POLL_MS = 20
const START_TIMEOUT_MS = 600_000

/** From the start of a node's process. */
export interface TimedStart {
  /** Until its RPC answers. */
  readonly answerSeconds: number
  /** Until its store is verified, so that it may vote. */
  readonly verifiedSeconds: number
  /** Processor time until then: less where others use the machine too. */
  readonly cpuSeconds: number
  readonly residentMb: number
}

/** Starts a node by itself, and stops it once all of its store is verified. */
export async function timeStart(devnet: Devnet, name: string): Promise<TimedStart> {
  const node = devnet.nodes.find((one) => one.name === name)
  if (node === undefined) throw new Error(`the devnet has no ${name}`)
  const startedMs = performance.now()
  const seconds = (): number => (performance.now() - startedMs) / 1000
  const pid = await startNodeProcess(devnet, name)
  try {
    let answerSeconds: number | undefined
    while (seconds() * 1000 < START_TIMEOUT_MS) {
      const status = await statusOf(node)
      if (status !== undefined) answerSeconds ??= seconds()
      if (answerSeconds !== undefined && status !== undefined && status.state !== 'starting') {
        const { cpuSeconds, residentBytes } = usageOf(pid) ?? { cpuSeconds: 0, residentBytes: 0 }
        return { answerSeconds, verifiedSeconds: seconds(), cpuSeconds, residentMb: residentBytes / 1024 / 1024 }
      }
      if (runningPid(devnet, name) === undefined) throw new Error(`${name} ended while it started`)
      await sleep(POLL_MS)
    }
    throw new Error(`${name} is not verified after ${START_TIMEOUT_MS / 1000} s`)
  } finally {
    await stopNodeProcess(devnet, name)
  }
}

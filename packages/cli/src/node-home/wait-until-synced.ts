import { setTimeout as sleep } from 'node:timers/promises'
import { reject } from '@hanse/primitives'
import { type HanseClient, isPassing, type NodeStatus } from '@hanse/sdk'
import { CliError } from '../cli-error.ts'
import { EXIT_CODE } from '../exit-code.ts'
import { createProgress, type Progress } from '../terminal/progress.ts'

const POLL_MS = 250

/**
 * Asks until the node is in step with the chain; a bar shows the blocks that it fetches. A node that does not answer yet is waited for too.
 * @throws CliError exit code 4 when the time is over, and what the SDK throws when nobody answered by then
 */
export async function waitUntilSynced(client: Pick<HanseClient, 'call'>, timeoutMs: number): Promise<void> {
  const endsMs = performance.now() + timeoutMs
  const bar = new SyncBar()
  try {
    for (;;) {
      const now = await statusOf(client, endsMs)
      if (now?.state === 'synced') return
      if (now !== undefined) {
        bar.show(now)
        if (performance.now() >= endsMs) throw notInStep(now, timeoutMs)
      }
      await sleep(POLL_MS)
    }
  } finally {
    bar.clear()
  }
}

/** Undefined while nobody answers; at the end that is an error. */
async function statusOf(client: Pick<HanseClient, 'call'>, endsMs: number): Promise<NodeStatus | undefined> {
  try {
    return await client.call('node_status')
  } catch (error) {
    if (!isPassing(error) || performance.now() >= endsMs) throw error
    return undefined
  }
}

function notInStep(status: NodeStatus, timeoutMs: number): CliError {
  const { state, lag, reasons } = status
  const hint = 'Wait longer with --timeout SECONDS; the log of the node says what it does.'
  const message = `after ${timeoutMs / 1000} s the node is ${state}, ${lag} blocks behind: ${reasons.join(', ')}`
  return new CliError(reject('node/not-in-step', message, { hint }), { exitCode: EXIT_CODE.timedOut, data: { status } })
}

class SyncBar {
  #progress: Progress | undefined
  #firstHeight = 0

  show({ height, lag }: NodeStatus): void {
    if (this.#progress === undefined) {
      if (lag === 0) return
      this.#progress = createProgress('blocks', lag)
      this.#firstHeight = height
    }
    this.#progress.reach(height - this.#firstHeight, height + lag - this.#firstHeight)
  }

  clear(): void {
    this.#progress?.clear()
  }
}

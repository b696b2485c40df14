import { setTimeout as sleep } from 'node:timers/promises'
import type { Hex } from '@hanse/primitives'
import type { RpcSocket } from './rpc-socket.ts'

/** Load is offered in steps of this length, in ms. */
const STEP_MS = 10
/** How long a client waits for a receipt, in ms. */
const RECEIPT_TIMEOUT_MS = 30_000

export interface LoadResult {
  /** Send to final, one a committed transaction, in ms. */
  readonly latenciesMs: readonly number[]
  /** Of them, those that were final while load was still offered: a rate by it does not depend on how the last ones fared. */
  readonly committedInTime: number
  readonly rejected: number
  readonly failures: ReadonlyMap<string, number>
  /** From the first send to the last receipt. */
  readonly elapsedMs: number
}

/** Offers transactions at a fixed rate whatever the answers do (open loop), spread over all sockets, and waits for every receipt. */
export async function offerLoad(
  sockets: readonly RpcSocket[],
  transactions: readonly Hex[],
  ratePerSecond: number,
  onStep: (sent: number) => void,
): Promise<LoadResult> {
  const latenciesMs: number[] = []
  const failures = new Map<string, number>()
  const inFlight: Promise<void>[] = []
  let rejected = 0
  let committedInTime = 0
  let offering = true
  const startMs = performance.now()
  const send = async (raw: Hex, socket: RpcSocket): Promise<void> => {
    const sentMs = performance.now()
    try {
      const receipt = await socket.call<{ outcome: string }>('tx_sendAndWait', { raw, timeoutMs: RECEIPT_TIMEOUT_MS })
      if (receipt.outcome === 'success') {
        latenciesMs.push(performance.now() - sentMs)
        if (offering) committedInTime += 1
      } else rejected += 1
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split(':', 1)[0] as string) : 'unknown'
      failures.set(reason, (failures.get(reason) ?? 0) + 1)
    }
  }
  for (let sent = 0; sent < transactions.length; ) {
    const due = Math.min(transactions.length, Math.floor(((performance.now() - startMs) / 1000) * ratePerSecond))
    for (; sent < due; sent++) inFlight.push(send(transactions[sent] as Hex, sockets[sent % sockets.length] as RpcSocket))
    onStep(sent)
    await sleep(STEP_MS)
  }
  offering = false
  await Promise.all(inFlight)
  return { latenciesMs, committedInTime, rejected, failures, elapsedMs: performance.now() - startMs }
}

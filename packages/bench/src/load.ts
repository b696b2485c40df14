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
  /** When each of them was final, since the first send, in ms. */
  readonly finalMs: readonly number[]
  readonly rejected: number
  readonly failures: ReadonlyMap<string, number>
  /** From the first send to the last receipt. */
  readonly elapsedMs: number
}

export interface OpenLoad {
  /** Sends no more. */
  stop(): void
  /** Transactions that were final with success so far. */
  committed(): number
  /** Resolves when all is sent, or it was stopped, and every receipt that is due is there. */
  readonly ended: Promise<LoadResult>
}

/**
 * Offers transactions at a fixed rate whatever the answers do (open loop), spread over all sockets, and waits for every receipt. `next`
 * gives them by number, and undefined after the last.
 */
export function startLoad(
  sockets: readonly RpcSocket[],
  next: (index: number) => Hex | undefined,
  ratePerSecond: number,
  onStep: (sent: number) => void = () => undefined,
): OpenLoad {
  const latenciesMs: number[] = []
  const failures = new Map<string, number>()
  const inFlight = new Set<Promise<void>>()
  const finalMs: number[] = []
  let [rejected, isOffering] = [0, true]
  const startMs = performance.now()
  const send = async (raw: Hex, socket: RpcSocket): Promise<void> => {
    const sentMs = performance.now()
    try {
      const receipt = await socket.call<{ outcome: string }>('tx_sendAndWait', { raw, timeoutMs: RECEIPT_TIMEOUT_MS })
      if (receipt.outcome === 'success') {
        const nowMs = performance.now()
        latenciesMs.push(nowMs - sentMs)
        finalMs.push(nowMs - startMs)
      } else rejected += 1
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split(':', 1)[0] as string) : 'unknown'
      failures.set(reason, (failures.get(reason) ?? 0) + 1)
    }
  }
  const run = async (): Promise<LoadResult> => {
    for (let sent = 0; isOffering; ) {
      const due = Math.floor(((performance.now() - startMs) / 1000) * ratePerSecond)
      for (; isOffering && sent < due; sent++) {
        const raw = next(sent)
        if (raw === undefined) isOffering = false
        else {
          const call = send(raw, sockets[sent % sockets.length] as RpcSocket).finally(() => inFlight.delete(call))
          inFlight.add(call)
        }
      }
      onStep(sent)
      if (isOffering) await sleep(STEP_MS)
    }
    await Promise.all(inFlight)
    return { latenciesMs, finalMs, rejected, failures, elapsedMs: performance.now() - startMs }
  }
  const stop = (): void => {
    isOffering = false
  }
  return { stop, committed: () => latenciesMs.length, ended: run() }
}

/** A load of these transactions, to its end. */
export async function offerLoad(
  sockets: readonly RpcSocket[],
  transactions: readonly Hex[],
  ratePerSecond: number,
  onStep: (sent: number) => void,
): Promise<LoadResult> {
  return await startLoad(sockets, (index) => transactions[index], ratePerSecond, onStep).ended
}

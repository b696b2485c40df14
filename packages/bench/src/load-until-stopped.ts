import { setTimeout as sleep } from 'node:timers/promises'
import type { Hex } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import type { RpcSocket } from './rpc-socket.ts'
import { transferSigner } from './transfers.ts'

const STEP_MS = 10
/** How long a client waits for a receipt, in ms. */
const RECEIPT_TIMEOUT_MS = 30_000

export interface OpenLoad {
  /** Sends no more, waits for the receipts that are due, and tells what came of all. */
  stop(): Promise<{ readonly committed: number; readonly failures: ReadonlyMap<string, number> }>
}

/** Offers transfers at a fixed rate, whatever the answers do, until it is stopped. They are signed as they go: a run may outlast their expiry. */
export function startLoad(sockets: readonly RpcSocket[], chain: Chain, ratePerSecond: number): OpenLoad {
  const sign = transferSigner(chain)
  const inFlight = new Set<Promise<void>>()
  const failures = new Map<string, number>()
  let [sent, committed, isStopped] = [0, 0, false]
  const send = async (raw: Hex, socket: RpcSocket): Promise<void> => {
    try {
      await socket.call('tx_sendAndWait', { raw, timeoutMs: RECEIPT_TIMEOUT_MS })
      committed += 1
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split(':', 1)[0] as string) : 'unknown'
      failures.set(reason, (failures.get(reason) ?? 0) + 1)
    }
  }
  const startMs = performance.now()
  const run = async (): Promise<void> => {
    while (!isStopped) {
      const due = Math.floor(((performance.now() - startMs) / 1000) * ratePerSecond)
      for (; sent < due; sent++) {
        const call = send(sign(sent, Date.now()), sockets[sent % sockets.length] as RpcSocket).finally(() => inFlight.delete(call))
        inFlight.add(call)
      }
      await sleep(STEP_MS)
    }
  }
  const running = run()
  return {
    stop: async () => {
      isStopped = true
      await running
      await Promise.all(inFlight)
      return { committed, failures }
    },
  }
}

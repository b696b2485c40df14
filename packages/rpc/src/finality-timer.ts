import type { Meter } from '@hanse/ports'
import { TIMED_TRANSACTIONS_MAX } from './limits.ts'
import type { StoredBlock } from './node-api.ts'

/** Measures how long the transactions that came in here took to be final. */
export class FinalityTimer {
  readonly #submittedAtMs = new Map<string, number>()
  readonly #meter: Meter

  constructor(meter: Meter) {
    this.#meter = meter
  }

  submitted(id: string, nowMs: number): void {
    // The eldest is most likely one that expired.
    if (this.#submittedAtMs.size >= TIMED_TRANSACTIONS_MAX) this.#submittedAtMs.delete(this.#submittedAtMs.keys().next().value as string)
    this.#submittedAtMs.set(id, nowMs)
  }

  finalized({ receipts }: StoredBlock, nowMs: number): void {
    for (const { txId } of receipts) {
      const submittedAtMs = this.#submittedAtMs.get(txId)
      if (submittedAtMs === undefined) continue
      this.#submittedAtMs.delete(txId)
      this.#meter.observe('hanse_tx_final_seconds', (nowMs - submittedAtMs) / 1000)
    }
  }
}

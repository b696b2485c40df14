import type { Clock, Meter } from '@hanse/ports'
import type { FinalBlock } from '@hanse/replica'
import type { HostEffect } from './driver.ts'
import type { Roster } from './roster.ts'

/** What the node measures of its own work; names as in docs/operating.md. Gauges that are read off the node the RPC sets at each scrape. */
export interface NodeMetrics {
  executed(durationMs: number): void
  finalized(final: FinalBlock): void
  effect(effect: HostEffect): void
  /** Bytes of store and log. */
  stored(bytes: number): void
}

export function createNodeMetrics(parts: { readonly meter: Meter; readonly clock: Clock; readonly roster: Roster }): NodeMetrics {
  const { meter, clock, roster } = parts
  /** When the heights in flight entered a phase. */
  const phases = new Map<number, { readonly phase: string; readonly atMs: number }>()
  return {
    executed: (durationMs) => meter.observe('hanse_block_execute_seconds', durationMs / 1000),
    stored: (bytes) => meter.gauge('hanse_store_bytes', bytes),
    finalized: ({ block, certificate }) => {
      const { height, timeMs, epoch } = block.header
      meter.gauge('hanse_height', height)
      meter.gauge('hanse_head_time_seconds', timeMs / 1000)
      for (const { signer } of certificate.signatures) {
        meter.gauge('hanse_validator_last_signed_height', height, { validator: roster.organization(signer, epoch) })
      }
      meter.count('hanse_transactions_total', {}, block.included.length)
      // Of this one it is told a moment later that it is committed.
      for (const known of phases.keys()) if (known < height) phases.delete(known)
    },
    effect: (effect) => {
      if (effect.type === 'report') meter.count('hanse_evidence_total')
      if (effect.type !== 'note') return
      const { note } = effect
      if (note.type === 'view-entered') meter.gauge('hanse_view', note.view)
      else if (note.type === 'view-left') meter.count('hanse_view_changes_total', { reason: note.reason })
      else if (note.type === 'phase') {
        const nowMs = clock.nowMs()
        const before = phases.get(note.height)
        if (before !== undefined) meter.observe('hanse_phase_seconds', (nowMs - before.atMs) / 1000, { phase: note.phase })
        phases.set(note.height, { phase: note.phase, atMs: nowMs })
      }
    },
  }
}

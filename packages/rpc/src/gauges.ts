import type { Clock, Meter } from '@hanse/ports'
import type { NodeApi } from './node-api.ts'
import { readiness } from './readiness.ts'

/** Reads off the node what changes by itself; called at each scrape. */
export function refreshGauges(api: NodeApi, meter: Meter, clock: Clock): void {
  const status = api.status()
  const pool = api.pool()
  meter.gauge('hanse_height', status.height)
  meter.gauge('hanse_head_age_seconds', Math.max(0, clock.nowMs() - status.headTime) / 1000)
  meter.gauge('hanse_view', status.view)
  meter.gauge('hanse_sync_lag_blocks', status.lag)
  meter.gauge('hanse_pool_size', pool.size)
  meter.gauge('hanse_pool_bytes', pool.sizeBytes)
  meter.gauge('hanse_validators', api.validators().length)
  for (const { organization, connected } of api.peers()) {
    if (organization !== undefined) meter.gauge('hanse_peers', connected ? 1 : 0, { organization })
  }
  const { ready, checks } = readiness(status, {})
  meter.gauge('hanse_ready', ready ? 1 : 0, { check: 'all' })
  for (const [check, passes] of Object.entries(checks)) meter.gauge('hanse_ready', passes ? 1 : 0, { check })
}

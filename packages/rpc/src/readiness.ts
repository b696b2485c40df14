import type { NodeStatus } from './node-api.ts'

export interface ReadinessQuery {
  readonly minPeers?: number
  readonly maxLag?: number
}

export interface Readiness {
  readonly ready: boolean
  readonly checks: Readonly<Record<'state' | 'peers' | 'lag', boolean>>
  readonly reasons: readonly string[]
  readonly state: string
  readonly height: number
  readonly lag: number
  readonly peers: number
}

const COUNT = /^[0-9]{1,9}$/

/** Undefined when a member is there and not a count. */
export function parseReadinessQuery(query: Readonly<Record<string, unknown>>): ReadinessQuery | undefined {
  const { minPeers, maxLag } = query
  for (const value of [minPeers, maxLag]) if (value !== undefined && !(typeof value === 'string' && COUNT.test(value))) return undefined
  return {
    ...(minPeers === undefined ? {} : { minPeers: Number(minPeers) }),
    ...(maxLag === undefined ? {} : { maxLag: Number(maxLag) }),
  }
}

/** Whether a load balancer should send clients here: synced, and as near and connected as it asks. */
export function readiness(status: NodeStatus, { minPeers = 0, maxLag = Number.POSITIVE_INFINITY }: ReadinessQuery): Readiness {
  const { state, height, lag, peers } = status
  const checks = { state: state === 'synced', peers: peers >= minPeers, lag: lag <= maxLag }
  const reasons = [
    ...(checks.state ? [] : [`the node is ${state}`, ...status.reasons]),
    ...(checks.peers ? [] : [`${peers} peers, ${minPeers} are asked for`]),
    ...(checks.lag ? [] : [`${lag} blocks behind, at most ${maxLag} are asked for`]),
  ]
  return { ready: reasons.length === 0, checks, reasons, state, height, lag, peers }
}

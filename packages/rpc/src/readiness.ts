import { didYouMean, err, ok, type Result } from '@hanse/primitives'
import type { NodeStatus } from './node-api.ts'

export interface ReadinessQuery {
  readonly minPeers?: number
  readonly maxLag?: number
}

export interface Readiness {
  readonly ready: boolean
  readonly checks: Readonly<Record<'state' | 'peers' | 'lag' | 'verified', boolean>>
  readonly reasons: readonly string[]
  readonly state: string
  readonly height: number
  readonly lag: number
  readonly peers: number
}

const COUNT = /^[0-9]{1,9}$/

const PARAMETERS = ['minPeers', 'maxLag'] as const

/** What is wrong is a message. A parameter that nobody reads would ask for less than was meant. */
export function parseReadinessQuery(query: Readonly<Record<string, unknown>>): Result<ReadinessQuery, string> {
  const unknown = Object.keys(query).find((name) => !PARAMETERS.some((parameter) => parameter === name))
  if (unknown !== undefined) {
    return err(`there is no parameter ${unknown}${didYouMean(unknown, PARAMETERS) || ': /readyz takes minPeers and maxLag'}`)
  }
  const counts: Partial<Record<(typeof PARAMETERS)[number], number>> = {}
  for (const name of PARAMETERS) {
    const value = query[name]
    if (value === undefined) continue
    if (typeof value !== 'string' || !COUNT.test(value)) return err('minPeers and maxLag are counts')
    counts[name] = Number(value)
  }
  return ok(counts)
}

/** Whether a load balancer should send clients here: synced, and as near and connected as it asks. */
export function readiness(status: NodeStatus, { minPeers = 0, maxLag = Number.POSITIVE_INFINITY }: ReadinessQuery): Readiness {
  const { state, height, lag, peers, peersNeeded = 0, verified = true } = status
  const checks = { state: state === 'synced', peers: peers >= Math.max(minPeers, peersNeeded), lag: lag <= maxLag, verified }
  const reasons = [
    ...(checks.state ? [] : [`the node is ${state}`, ...status.reasons]),
    ...(peers >= minPeers ? [] : [`${peers} peers, ${minPeers} are asked for`]),
    ...(checks.lag ? [] : [`${lag} blocks behind, at most ${maxLag} are asked for`]),
  ]
  return { ready: reasons.length === 0, checks, reasons, state, height, lag, peers }
}

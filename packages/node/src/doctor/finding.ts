import type { Rejection } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import type { NodeConfig } from '../config.ts'
import type { Inspection } from '../inspect/inspect-node.ts'
import type { OwnModules } from '../own-modules/load-module.ts'
import type { MembersInForce } from './members-in-force.ts'
import type { RunningNodeFacts } from './running-node.ts'

/** In the order in which they are told. */
export const CHECKS = [
  'versions',
  'home',
  'config',
  'genesis',
  'modules',
  'keys',
  'guard',
  'disk',
  'data',
  'log',
  'ports',
  'tls',
  'clock',
  'peers',
] as const
export type CheckName = (typeof CHECKS)[number]

/** One line of the doctor's, and what to do where it is not good. */
export interface Finding {
  readonly check: CheckName
  /** `failed`: the node does not start, or must not run like this. `warning`: it runs, look at it. */
  readonly status: 'good' | 'warning' | 'failed'
  readonly message: string
  readonly fix?: string
}

/** What is known of a home when a check looks at it. Members that could not be read are absent; another check says why. */
export interface Sight {
  readonly home: string
  readonly config?: NodeConfig
  readonly chain?: Chain
  /** Absent where the chain is. */
  readonly members?: MembersInForce
  /** Undefined where nobody answers at the configured ports. */
  readonly running?: RunningNodeFacts
  readonly inspection: Inspection
  /** The modules that the configuration names. */
  readonly own: OwnModules
  readonly nowMs: number
}

/** A finding without the name of its check. */
export type Found = Omit<Finding, 'check'>

export function good(message: string): Found {
  return { status: 'good', message }
}

export function warning(message: string, fix: string): Found {
  return { status: 'warning', message, fix }
}

export function failed(message: string, fix: string): Found {
  return { status: 'failed', message, fix }
}

export function failedBy({ code, message, hint }: Rejection): Found {
  return failed(`${message} [${code}]`, hint ?? 'docs/operating.md, "When a node refuses to start", has every code')
}

/** Whether another process has the store open: the node that runs, or a stranger. */
export function isHeld({ store }: Inspection): boolean {
  return store?.problems.some(({ code }) => code === 'storage/locked') === true
}

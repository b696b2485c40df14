import type { Hex } from '@hanse/primitives'

/** What an attacker did and saw, added up over all its connections. */
export interface Tally {
  connections: number
  /** Requests, messages or frames: what the attack is made of. */
  sent: number
  /** Of what was due, what no connection took any more: the node left their requests unread or unanswered. */
  held: number
  answered: number
  /** Answers that said no: errors of any kind. */
  refused: number
  /** Connections that the node ended or did not take. */
  cut: number
}

/** What an attacker knows of its victim. */
export interface Target {
  readonly port: number
  /** Where the attacker's connections come from: another client than the honest one. */
  readonly localAddress: string
  /** Well-formed transactions with signatures that do not hold. */
  readonly forged: readonly Hex[]
  /** Of one processor, what the control of an attack takes. */
  readonly cpuPercent: number
  readonly signal: AbortSignal
  readonly tally: Tally
}

/** One way to do harm. */
export interface Attack {
  readonly name: string
  readonly summary: string
  /** Requests a second that the attack is meant to have; without it, as many as are answered. */
  readonly ratePerSecond?: number
  /** Goes on until the target's signal ends it. */
  run(target: Target): Promise<void>
}

export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs)
  })
}

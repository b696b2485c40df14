import type { Hex } from '@hanse/primitives'

/** What an attacker did and saw, added up over all its connections. */
export interface Tally {
  connections: number
  /** Requests, messages or frames: what the attack is made of. */
  sent: number
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

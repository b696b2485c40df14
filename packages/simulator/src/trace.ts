import { createHash } from 'node:crypto'
import { describeState, type EngineDescription } from '@hanse/consensus'
import type { ValidatorIndex } from '@hanse/protocol'
import { describeFrame } from './describe-frame.ts'
import type { SimEvent } from './sim-event.ts'

/** Everything that happens, in order: as a hash, and as text for who asks. */
export class Trace {
  readonly #hash = createHash('sha256')
  readonly #states = new Map<ValidatorIndex, string>()
  readonly #write: ((line: string) => void) | undefined

  constructor(write: ((line: string) => void) | undefined) {
    this.#write = write
  }

  event(nowUs: number, event: SimEvent): void {
    this.#hash.update(`${nowUs} ${eventKey(event)}\n`)
    if (event.type === 'deliver') this.#hash.update(event.wire.bytes)
    this.#write?.(`${stamp(nowUs)} ${eventText(event)}`)
  }

  note(nowUs: number, text: string): void {
    this.#hash.update(`${nowUs} ${text}\n`)
    this.#write?.(`${stamp(nowUs)} ! ${text}`)
  }

  /** For readers only: what a node looks like now, when that is not what it looked like before. */
  state(nowUs: number, node: ValidatorIndex, describe: () => EngineDescription): void {
    if (this.#write === undefined) return
    const state = describeState(describe())
    if (this.#states.get(node) === state) return
    this.#states.set(node, state)
    this.say(nowUs, `${node}: ${state}`)
  }

  /** For readers only. */
  say(nowUs: number, text: string): void {
    this.#write?.(`${stamp(nowUs)}   ${text}`)
  }

  /** The hash of all so far. Nothing can be added after. */
  digest(): string {
    return this.#hash.digest('hex')
  }
}

function stamp(nowUs: number): string {
  return (nowUs / 1_000_000).toFixed(6).padStart(11)
}

function eventKey(event: SimEvent): string {
  switch (event.type) {
    case 'deliver':
      return `deliver ${event.from} ${event.to} ${event.wire.channel}`
    case 'timer':
      return `timer ${event.node} ${event.timer}`
    case 'round':
    case 'boot':
    case 'resume':
      return `${event.type} ${event.node}`
    case 'over':
      return `${event.type} ${event.name}`
    default:
      return event.type
  }
}

function eventText(event: SimEvent): string {
  return event.type === 'deliver' ? `${event.from} → ${event.to}  ${describeFrame(event.wire)}` : eventKey(event)
}

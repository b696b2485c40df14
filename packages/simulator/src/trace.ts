import { createHash, hash } from 'node:crypto'
import { describeState, type EngineDescription } from '@hanse/consensus'
import type { ValidatorIndex } from '@hanse/protocol'
import { describeFrame } from './describe-frame.ts'
import type { WireFrame } from './frame.ts'
import type { SimEvent } from './sim-event.ts'

/** Texts go to the hash in pieces of such a length: each call costs more than its text. */
const PENDING_CHARACTERS_MAX = 16 * 1024

/** Everything that happens, in order: as a hash, and as text for who asks. */
export class Trace {
  readonly #hash = createHash('sha256')
  readonly #states = new Map<ValidatorIndex, string>()
  #pending = ''
  readonly #write: ((line: string) => void) | undefined

  constructor(write: ((line: string) => void) | undefined) {
    this.#write = write
  }

  event(nowUs: number, event: SimEvent): void {
    this.#update(`${nowUs} ${eventKey(event)}`)
    this.#write?.(`${stamp(nowUs)} ${eventText(event)}`)
  }

  note(nowUs: number, text: string): void {
    this.#update(`${nowUs} ${text}`)
    this.#write?.(`${stamp(nowUs)} ! ${text}`)
  }

  #update(line: string): void {
    this.#pending += `${line}\n`
    if (this.#pending.length < PENDING_CHARACTERS_MAX) return
    this.#hash.update(this.#pending)
    this.#pending = ''
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
    this.#hash.update(this.#pending)
    return this.#hash.digest('hex')
  }
}

function stamp(nowUs: number): string {
  return (nowUs / 1_000_000).toFixed(6).padStart(11)
}

function eventKey(event: SimEvent): string {
  switch (event.type) {
    case 'deliver':
      return `deliver ${event.from} ${event.to} ${event.wire.once('fingerprint', () => fingerprint(event.wire))}`
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

/** A signature stands for what it signs, and is there without encoding the frame; transactions are known by the proposals that name them. */
function fingerprint(wire: WireFrame): string {
  const { channel, sent } = wire
  if ('frame' in sent) {
    if (sent.frame.type === 'signed') return sent.frame.signed.signature
    if (sent.frame.type === 'transactions') return `${channel} ${sent.frame.transactions.length}`
    if (sent.frame.type === 'certificate') return `${sent.frame.certificate.headerHash} ${sent.frame.certificate.signatures.length}`
  }
  return `${channel} ${hash('sha256', wire.bytes)}`
}

function eventText(event: SimEvent): string {
  return event.type === 'deliver' ? `${event.from} → ${event.to}  ${describeFrame(event.wire)}` : eventKey(event)
}

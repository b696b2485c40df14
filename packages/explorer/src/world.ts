import { describeInput, type Effect, type Engine, type Input } from '@hanse/consensus'
import type { Hash, Prng } from '@hanse/primitives'
import { asEpoch, type CommitCertificate, type Epoch, type SignedMessage, type ValidatorIndex } from '@hanse/protocol'
import { type EngineModule, numberedHash } from './chain.ts'
import { Epochs } from './epochs.ts'
import { Instance } from './instance.ts'
import { Ledger, type Oracle } from './ledger.ts'
import { classOf, describePacket, type Packet } from './packet.ts'
import { OPEN, type Policy } from './policy.ts'

/** Packets that were kept back, for a later round. */
const HELD_MAX = 400

export interface WorldOptions {
  readonly module: EngineModule
  readonly prng: Prng
  /** Members of each epoch, by index; all of them run from the beginning. */
  readonly members: readonly (readonly number[])[]
  /** Members that may do anything. */
  readonly byzantine: readonly number[]
  /** A Byzantine member runs two honest engines with one key; otherwise none, and the adversary speaks for it. */
  readonly twins: boolean
  readonly window: number
  /** One in so many deliveries overtakes others. 0: none. */
  readonly overtaking: number
  /** What is not let through comes later instead of never. */
  readonly holdsBack: boolean
  /** Final blocks reach the disk at the end of a round. */
  readonly isStoreLate: boolean
  readonly oracles: readonly Oracle[]
  readonly trace?: ((line: string) => void) | undefined
}

interface Delivery {
  readonly from: Instance
  readonly to: Instance
  /** Of a packet to itself: of which life. */
  readonly life: number | undefined
  readonly packet: Packet
}

/** All instances, and what is on its way between them. Nothing is random but by the scenario's stream. */
export class World {
  readonly module: EngineModule
  readonly prng: Prng
  readonly epochs: Epochs
  readonly ledger: Ledger
  readonly window: number
  readonly isStoreLate: boolean
  readonly traces: boolean
  /** Of every member, those that run: none where the adversary speaks, two of a twin. */
  readonly instancesOf: readonly (readonly Instance[])[]
  readonly instances: readonly Instance[]
  readonly transactions: Hash[] = []
  policy: Policy = OPEN
  /** Answers what a Byzantine validator without an engine is asked. */
  onAsked: ((from: Instance, packet: Packet) => void) | undefined
  nowMs = 0
  steps = 0
  readonly #options: WorldOptions
  #queue: Delivery[] = []
  #next = 0
  #held: Delivery[] = []
  #timeMs = 0

  constructor(options: WorldOptions) {
    const { module, prng, members, byzantine, twins } = options
    this.#options = options
    this.module = module
    this.prng = prng
    this.window = options.window
    this.isStoreLate = options.isStoreLate
    this.traces = options.trace !== undefined
    this.epochs = new Epochs(members)
    this.ledger = new Ledger(this.epochs, new Set(byzantine), options.oracles)
    this.instancesOf = Array.from({ length: 1 + Math.max(...members.flat()) }, (_, member) => {
      const name = String.fromCharCode('A'.charCodeAt(0) + member)
      if (!byzantine.includes(member)) return [new Instance(this, member, name, true)]
      return twins ? [new Instance(this, member, name, false), new Instance(this, member, `${name}'`, false)] : []
    })
    this.instances = this.instancesOf.flat()
  }

  get honest(): readonly Instance[] {
    return this.instances.filter(({ isHonest }) => isHonest)
  }

  note(instance: Instance, line: string): void {
    this.#options.trace?.(`${instance.name}  ${line}`)
  }

  say(line: string): void {
    this.#options.trace?.(line)
  }

  stepEngine(instance: Instance, engine: Engine, input: Input): readonly Effect[] {
    this.steps += 1
    if (this.traces) this.note(instance, describeInput(input))
    return engine.step(input)
  }

  /** Two batches with the same transactions are still two: each has a time of its own. */
  nextTimeMs(): number {
    this.#timeMs += 1
    return this.#timeMs
  }

  newTransaction(): Hash {
    const id = numberedHash('transaction', this.transactions.length + 1)
    this.transactions.push(id)
    return id
  }

  sendToSelf(self: Instance, packet: Packet): void {
    this.#queue.push({ from: self, to: self, life: self.life, packet })
  }

  sendToOthers(from: Instance, packet: Packet): void {
    for (let member = 0; member < this.instancesOf.length; member++) if (member !== from.member) this.#sendToMember(from, member, packet)
  }

  /** `to` is an index of the sender's epoch. */
  sendTo(from: Instance, to: ValidatorIndex, packet: Packet): void {
    this.#sendToMember(from, this.epochs.memberAt(from.epoch, to), packet)
  }

  #sendToMember(from: Instance, member: number, packet: Packet): void {
    const targets = this.instancesOf[member] ?? []
    if (targets.length === 0) this.onAsked?.(from, packet)
    for (const target of targets) this.send(from, target, packet)
  }

  /** Who of its epoch's set an instance reaches. */
  tellPeersTo(instance: Instance): void {
    const connected = this.epochs.membersOf(instance.epoch).flatMap((member) => {
      if (member === instance.member) return []
      const others = this.instancesOf[member] ?? []
      const reached = others.some((other) => other.isUp && this.policy.passes(this.prng, instance, other, 'status'))
      return reached || others.length === 0 ? [this.epochs.indexOf(instance.epoch, member) as ValidatorIndex] : []
    })
    instance.step({ type: 'peers', connected })
  }

  send(from: Instance, to: Instance, packet: Packet): void {
    const delivery: Delivery = { from, to, life: undefined, packet }
    if (this.policy.passes(this.prng, from, to, classOf(packet))) this.#queue.push(delivery)
    else if (this.#options.holdsBack && this.#held.length < HELD_MAX) this.#held.push(delivery)
  }

  /** What somebody without an instance says: nothing is in its way. */
  inject(to: Instance, packet: Packet): void {
    this.#queue.push({ from: to, to, life: to.life, packet })
  }

  /** Some of what was kept back is on its way now. */
  release(numerator: number, denominator: number): void {
    const held = this.#held
    this.#held = []
    for (const delivery of held) (this.prng.chance(numerator, denominator) && delivery.to.isUp ? this.#queue : this.#held).push(delivery)
  }

  /** Delivers until nothing is on its way, or `stepsMax` is reached. */
  settle(stepsMax: number): void {
    const { overtaking } = this.#options
    while (this.#next < this.#queue.length && this.steps < stepsMax && this.ledger.violations.length === 0) {
      const first = this.#next++
      const waiting = this.#queue.length - this.#next
      if (waiting > 0 && overtaking > 0 && this.prng.below(overtaking) === 0) this.#swap(first, this.#next + this.prng.below(waiting))
      const delivery = this.#queue[first]
      if (delivery !== undefined) this.#deliver(delivery)
    }
    if (this.#next < this.#queue.length) return
    this.#queue = []
    this.#next = 0
  }

  #swap(left: number, right: number): void {
    const moved = this.#queue[left]
    const other = this.#queue[right]
    if (moved === undefined || other === undefined) return
    this.#queue[left] = other
    this.#queue[right] = moved
  }

  #deliver({ from, to, life, packet }: Delivery): void {
    if (!to.isUp || (life !== undefined && life !== to.life) || !this.#isGenuine(packet)) return
    if (this.traces && from !== to) this.note(to, `← ${from.name} ${describePacket(packet)}`)
    to.receive(from, packet)
  }

  /** The gate: certificates that do not hold do not come in. Of signatures there are none but those that were made. */
  #isGenuine(packet: Packet): boolean {
    if (packet.type !== 'input') return true
    const { input } = packet
    if (input.type === 'certificate') return this.ledger.isGenuine(input.certificate)
    return input.type !== 'message' || this.#isGenuineMessage(input.signed)
  }

  /** A ViewChange of a later epoch has a head: of its epoch, or the last certificate of the one before. */
  #isHeadOf(epoch: Epoch, head: CommitCertificate | undefined): boolean {
    if (head === undefined) return epoch === 0
    if (!this.ledger.isGenuine(head)) return false
    const end = epoch === 0 ? undefined : this.ledger.ends.get(asEpoch(epoch - 1))
    return head.epoch === epoch ? head.height > (end?.height ?? 0) : head.headerHash === end?.headerHash
  }

  #isGenuineMessage({ epoch, message }: SignedMessage): boolean {
    if (message.type !== 'viewChange') return true
    const { head, prepared, newView } = message
    if (!this.#isHeadOf(epoch, head)) return false
    if (prepared === undefined) return true
    if (prepared.epoch !== epoch) return false
    return prepared.view < newView && prepared.height === (head?.height ?? 0) + 1 && this.ledger.isGenuine(prepared)
  }
}

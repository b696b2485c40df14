import type { Result } from '@hanse/primitives'
import type { ConsensusFrame, Epoch, PeerId, SyncFrame, TransactionsFrame } from '@hanse/protocol'
import type { ChainReader, Gate, Replica, ReplicaInput } from '@hanse/replica'
import { certifiedBlockOf, type SimFrame, type WireFrame } from './frame.ts'
import type { SharedWork } from './shared-work.ts'
import { type TransactionCheck, verifiedAnswer, verifiedTransactions } from './verified-frames.ts'

const SYNC_ANSWER_BYTES = 256 * 1024

/** Whose frames these are. */
interface Receiver {
  readonly replica: Replica
  readonly reader: ChainReader
  accept(input: ReplicaInput): void
  answer(to: PeerId, frame: SimFrame): void
  /** What came from a peer costs it its connection. */
  refuse(from: PeerId, what: string): void
}

/** What the gate makes of a frame of the consensus channel in an epoch. */
function inputIn(epoch: Epoch): string {
  return `input in epoch ${epoch}`
}

/** Who has verified its own message has done so for all that it is sent to. */
export function shareInput(wire: WireFrame, epoch: Epoch, input: Result<ReplicaInput>): void {
  wire.once(inputIn(epoch), () => input)
}

/** From frames of the wire to inputs of the replica. What does not verify is dropped: the sender's connection would be. */
export class Inbound {
  readonly #gate: Gate
  readonly #check: TransactionCheck
  readonly #receiver: Receiver
  /** Peers of which a frame has come that the network had changed. */
  readonly #damagedFrom = new Set<PeerId>()

  constructor(gate: Gate, receiver: Receiver, shared: SharedWork | undefined) {
    this.#gate = gate
    const verify: TransactionCheck = (raw) => gate.transaction(raw)
    this.#check = shared === undefined ? verify : (raw) => shared.transaction(raw, () => verify(raw))
    this.#receiver = receiver
  }

  receive(from: PeerId, wire: WireFrame): void {
    if (wire.isDamaged) this.#damagedFrom.add(from)
    const decoded = wire.decode()
    if (!decoded.ok) return this.refuse(from, decoded.error.message)
    const { channel, frame } = decoded.value
    if (channel === 'consensus') this.#consensus(from, wire, frame)
    else if (channel === 'transactions') this.#transactions(from, wire, frame)
    else this.#sync(from, frame)
  }

  /** What the network has damaged no peer is to blame for. */
  refuse(from: PeerId, what: string): void {
    if (!this.#damagedFrom.has(from)) this.#receiver.refuse(from, what)
  }

  #consensus(from: PeerId, wire: WireFrame, frame: ConsensusFrame): void {
    if (frame.type === 'hello' || (frame.type === 'signed' && this.#receiver.replica.ignores(frame.signed.message))) return
    const input = wire.once(inputIn(this.#gate.epoch), () => this.#gate.consensusInput(from, frame))
    if (!input.ok) this.refuse(from, input.error.message)
    else if (input.value !== undefined) this.#receiver.accept(input.value)
  }

  #transactions(from: PeerId, wire: WireFrame, frame: TransactionsFrame): void {
    if (frame.type === 'fetch') return this.#receiver.accept({ type: 'fetch-transactions', from, ids: frame.ids })
    const verified = wire.once('transactions', () => verifiedTransactions(this.#check, frame.transactions))
    if (verified === undefined) return this.refuse(from, 'a transaction does not verify')
    const transactions = verified.filter(({ id }) => !this.#receiver.replica.knows(id))
    if (transactions.length > 0) this.#receiver.accept({ type: 'transactions', from, transactions })
  }

  #sync(from: PeerId, frame: SyncFrame): void {
    // No record of a simulated store is damaged by itself: nobody asks for one.
    if (frame.type === 'fetchRecord' || frame.type === 'record') return
    const { replica, reader } = this.#receiver
    if (frame.type === 'fetch') {
      const blocks = reader.certifiedFrom(frame.from, frame.limit, SYNC_ANSWER_BYTES).map(certifiedBlockOf)
      return this.#receiver.answer(from, { channel: 'sync', frame: { type: 'blocks', from: frame.from, blocks } })
    }
    const answer = verifiedAnswer(this.#gate, this.#check, frame, replica.unwantedBlocks(from, frame.from, frame.blocks.length))
    if (answer !== undefined) return this.#receiver.accept({ type: 'blocks', from, ...answer })
    this.refuse(from, 'a block does not verify')
    this.#receiver.accept({ type: 'peer-lied', from })
  }
}

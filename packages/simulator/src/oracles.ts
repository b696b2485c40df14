import { assert, equalBytes, type Hash, type Prng } from '@hanse/primitives'
import {
  asPeerId,
  type Chain,
  type CommitCertificate,
  type Epoch,
  epochAfter,
  type LogRecord,
  type SignedMessage,
  type ValidatorIndex,
  type ValidatorSet,
} from '@hanse/protocol'
import type { FinalBlock, ReplicaEffect } from '@hanse/replica'
import { createLedger, type ExecutionPort, type InstalledModule, type Ledger } from '@hanse/state'
import { BankOracle } from './bank-oracle.ts'
import { HistoryOracle } from './history-oracle.ts'
import { NATIVE_SHA256 } from './native-hash.ts'
import { NewViewOracle } from './new-view-oracle.ts'
import { UNDO_HEIGHTS } from './open-ledger.ts'
import { SigningOracle } from './signing-oracle.ts'
import { genesisStateOf, nodeOfSimPeer, SIM_MODULES } from './sim-chain.ts'
import type { SimNode } from './sim-node.ts'
import type { TradeDesk } from './trade/desk.ts'
import { MoneyOracle } from './trade/money-oracle.ts'
import { ViewOracle } from './view-oracle.ts'
import { Violation } from './violation.ts'
import { VOTED } from './voted-module.ts'
import type { Workload } from './workload.ts'

/** Blocks below what a node told that are looked up whenever it starts. At the end of a run they all are. */
const HEIGHTS_LOOKED_UP = 8

/** Oracles 1 to 5, 7, 10 to 13, 15 and 19 to 21. They keep what honest nodes did outside of their memory: the world does not crash with them. */
export class Oracles {
  readonly #honest: ReadonlySet<ValidatorIndex>
  readonly #reference: Reference
  readonly #signing = new SigningOracle()
  readonly #views: ViewOracle
  readonly #newViews: NewViewOracle
  readonly #bank: BankOracle
  readonly #money: MoneyOracle
  readonly #trade: TradeDesk | undefined
  readonly #history = new HistoryOracle()
  readonly #nowUs: () => number
  /** The one block of each height. */
  readonly #agreed = new Map<number, Hash>()
  /** Of each of these heights, the nodes that decide on it, in the order of their indices. */
  readonly #deciding = new Map<number, readonly ValidatorIndex[]>()
  /** … of each of these epochs. */
  readonly #seats = new Map<Epoch, readonly ValidatorIndex[]>()
  readonly #executed = new Set<Hash>()
  /** Of each height, records that were read and are right: those of nodes differ in who signed the certificate. */
  readonly #rightRecords = new Map<number, readonly Uint8Array[]>()
  #versionHeight: number | undefined
  readonly #submitted: ReadonlySet<Hash>
  /** Up to where each node has told its clients. */
  readonly #told = new Map<ValidatorIndex, number>()

  constructor(
    chain: Chain,
    honest: ReadonlySet<ValidatorIndex>,
    { submitted, transfers, trade }: Pick<Workload, 'submitted' | 'transfers' | 'trade'>,
    nowUs: () => number,
    liars = chain.genesis.validators.length - honest.size,
    executions?: ExecutionPort,
  ) {
    this.#honest = honest
    this.#submitted = submitted
    this.#money = new MoneyOracle(transfers)
    this.#trade = trade
    this.#reference = new Reference(chain, executions, this.#money)
    this.#money.onGenesis()
    this.#views = new ViewOracle(liars, (epoch) => this.seatsOf(epoch).length)
    this.#newViews = new NewViewOracle({ honest, signing: this.#signing, seatsOf: (epoch) => this.seatsOf(epoch) })
    this.#bank = new BankOracle(transfers)
    this.#nowUs = nowUs
  }

  /** By the reference execution. */
  isInForce({ name, packageHash }: InstalledModule): boolean {
    return this.#reference.modules.entries.some((entry) => entry.name === name && entry.hash === packageHash)
  }

  /** The height from which on a vote has brought it. */
  inForceSince({ name, packageHash }: InstalledModule): number | undefined {
    return this.#reference.modules.set.active.find(({ module }) => module.name === name && module.hash === packageHash)?.height
  }

  get height(): number {
    return this.#reference.head.header.height
  }

  /** Of the block above. */
  get epoch(): number {
    return epochAfter(this.#reference.head.header)
  }

  /** The height from which on another version of the protocol is in force, once it is scheduled. */
  get versionHeight(): number | undefined {
    return this.#versionHeight
  }

  /** The nodes that validate in this epoch, in the order of their indices. Of one that has not begun: those that validate now. */
  seatsOf(epoch: Epoch): readonly ValidatorIndex[] {
    let seats = this.#seats.get(epoch)
    if (seats !== undefined) return seats
    const known = this.#reference.ledger.validatorsOf(epoch)
    seats = nodesOf(known ?? this.#reference.ledger.validators)
    if (known !== undefined) this.#seats.set(epoch, seats)
    return seats
  }

  /** Steps of trades that succeeded, by command. */
  get trades(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#trade?.done ?? [])
  }

  get transactions(): number {
    return this.#executed.size
  }

  onSigned(node: ValidatorIndex, signed: SignedMessage): void {
    if (!this.#honest.has(node)) return
    this.#signing.onSigned(node, signed)
    this.#views.onSigned(node, signed)
  }

  /** Oracles 2 and 19. */
  onLogged(node: ValidatorIndex, record: LogRecord): void {
    if (this.#honest.has(node)) this.#newViews.onLogged(node, record)
  }

  /** Oracle 13: no honest node appears in evidence. */
  onReport({ evidence: { kind, culprit, first } }: Extract<ReplicaEffect, { type: 'report' }>): void {
    const node = this.seatsOf(first.epoch)[culprit]
    if (node === undefined || this.#honest.has(node))
      throw new Violation(13, `evidence ${kind} against honest validator ${node ?? culprit}`)
  }

  /** Oracles 1 to 4, for every block that an honest node makes final. */
  onStored(node: ValidatorIndex, { block, certificate }: FinalBlock): void {
    if (!this.#honest.has(node)) return
    const { height } = block.header
    const agreed = this.#agreed.get(height)
    if (agreed !== undefined && agreed !== block.hash)
      throw new Violation(1, `height ${height}: ${agreed} and ${block.hash} are both final`)
    this.#checkCertificate(certificate, block.hash)
    if (agreed === undefined) this.#extend(block)
  }

  /** Oracle 13: what one honest node says never costs it its connection to another. */
  onRefused(node: ValidatorIndex, from: ValidatorIndex, what: string): void {
    if (this.#honest.has(node) && this.#honest.has(from))
      throw new Violation(13, `validator ${node} drops honest validator ${from}: ${what}`)
  }

  /** A client sends a transaction, for the first time or again. */
  onSubmitted(id: Hash): void {
    this.#history.onInvoked(id, this.#nowUs())
  }

  /** Oracles 10 and 12: a client reads from an honest node that is up. */
  read(node: SimNode, prng: Prng): void {
    this.#history.read(node, prng)
    this.#bank.check(`validator ${node.index}`, node.ledger)
  }

  onFinalized(node: ValidatorIndex, final: FinalBlock): void {
    if (!this.#honest.has(node)) return
    const { block } = final
    this.#history.onTold(node, final, this.#nowUs())
    this.#told.set(node, Math.max(this.#told.get(node) ?? 0, block.header.height))
  }

  /** The node's disk is an older one now: what it told is not on it, but on those of the others. */
  onRestored(node: SimNode): void {
    this.#told.set(node.index, node.reader.head()?.height ?? 0)
    this.#signing.onRestored(node.index)
    this.#history.onRestored(node.index)
  }

  /** Its process is about to begin. */
  onStarting(node: ValidatorIndex): void {
    if (this.#honest.has(node)) this.#views.onStarting(node)
  }

  /** Oracle 5: after a start the node has every block that it told of, and they are those agreed on. */
  onBooted(node: SimNode): void {
    const told = this.#told.get(node.index) ?? 0
    this.#checkBlocks(node, told, told - HEIGHTS_LOOKED_UP)
  }

  /** Oracle 11, and oracles 1, 5 and 10 once more at every node: every block that was told, every transaction, every account. */
  onEnd(nodes: readonly SimNode[], acknowledged: ReadonlySet<Hash>): void {
    this.#history.onEnd()
    for (const node of nodes) this.#onEnd(node, acknowledged)
  }

  #onEnd(node: SimNode, acknowledged: ReadonlySet<Hash>): void {
    this.#bank.check(`validator ${node.index}`, node.ledger)
    this.#checkBlocks(node, this.#told.get(node.index) ?? 0, 1)
    for (const id of acknowledged) {
      const height = node.reader.heightOfTransaction(id)
      if (height === undefined) throw new Violation(5, `validator ${node.index} does not have transaction ${id}, which was told final`)
    }
  }

  #checkBlocks(node: SimNode, told: number, from: number): void {
    const head = node.reader.head()?.height ?? 0
    if (head < told) throw new Violation(5, `validator ${node.index} told height ${told} final and came back with ${head}`)
    for (let height = Math.max(1, from); height <= told; height++) {
      const agreed = this.#agreed.get(height)
      assert(agreed !== undefined, `height ${height} was told and never stored`)
      if (!this.#hasRecord(node, height, agreed) || node.reader.heightOfHash(agreed) !== height)
        throw new Violation(5, `validator ${node.index} lost height ${height}`)
    }
  }

  #hasRecord({ reader }: SimNode, height: number, agreed: Hash): boolean {
    const bytes = reader.recordBytes(height)
    if (bytes === undefined) return false
    const right = this.#rightRecords.get(height) ?? []
    if (right.some((known) => equalBytes(known, bytes))) return true
    if (reader.record(height)?.certified?.certificate.headerHash !== agreed) return false
    this.#rightRecords.set(height, [...right, bytes])
    return true
  }

  /** The reference executes every block once, alone, on its own state. */
  #extend(block: FinalBlock['block']): void {
    const { height } = block.header
    if (height !== this.height + 1) throw new Violation(1, `height ${height} is final before height ${this.height + 1}`)
    for (const { id } of block.included) {
      if (!this.#submitted.has(id)) throw new Violation(3, `height ${height} has a transaction that nobody sent`)
      if (this.#executed.has(id)) throw new Violation(3, `transaction ${id} was executed twice`)
      this.#executed.add(id)
    }
    if (this.#reference.execute(block) !== block.hash)
      throw new Violation(4, `height ${height}: the reference execution gives another header`)
    this.#versionHeight ??= this.#reference.ledger.rules.scheduled.find(({ version }) => version !== undefined)?.height
    this.#agreed.set(height, block.hash)
    this.#bank.onBlock(block, this.#reference.ledger)
    this.#money.onBlock(block)
    this.#trade?.onBlock(block)
  }

  /** Who decides on a height that is final, or on the next one. */
  #decidingOn(height: number): readonly ValidatorIndex[] {
    let nodes = this.#deciding.get(height)
    if (nodes === undefined) {
      nodes = nodesOf(this.#reference.ledger.validators)
      this.#deciding.set(height, nodes)
    }
    return nodes
  }

  /** Oracle 2, by its own arithmetic: q distinct members, and each honest one has signed this very vote on this chain. */
  #checkCertificate(certificate: CommitCertificate, hash: Hash): void {
    const { height, headerHash, signatures } = certificate
    const nodes = this.#decidingOn(height)
    const n = nodes.length
    const f = Math.floor((n - 1) / 3)
    const signers = new Set<ValidatorIndex>(signatures.map(({ signer }) => signer))
    if (signers.size < Math.ceil((n + f + 1) / 2))
      throw new Violation(2, `the certificate of height ${height} has ${signers.size} distinct signers of ${n}`)
    if (headerHash !== hash) throw new Violation(2, `the certificate of height ${height} is of another header`)
    for (const signer of signers) {
      const node = nodes[signer]
      if (node === undefined) throw new Violation(2, `the certificate of height ${height} is signed by no member`)
      if (this.#honest.has(node) && !this.#signing.hasCommitted(node, certificate)) {
        throw new Violation(2, `the certificate of height ${height} has a signature that validator ${node} never made on this chain`)
      }
    }
  }
}

/** Validators change places from epoch to epoch; nodes do not. */
function nodesOf({ validators }: ValidatorSet): readonly ValidatorIndex[] {
  return validators.map(({ peerId }) => nodeOfSimPeer(asPeerId(peerId)))
}

/** One node alone, that executes what the others have agreed on. */
class Reference {
  readonly #records = new Map<string, Uint8Array>()
  readonly #ledger: Ledger
  readonly #money: Pick<MoneyOracle, 'onRecord'>

  constructor(chain: Chain, executions: ExecutionPort | undefined, money: Pick<MoneyOracle, 'onRecord'>) {
    this.#money = money
    const genesis = genesisStateOf(chain)
    this.#write(genesis.writes)
    const source = { get: (key: Uint8Array) => this.#records.get(keyText(key)) }
    this.#ledger = createLedger({
      chain,
      modules: [...SIM_MODULES, VOTED],
      source,
      head: genesis,
      recent: [],
      undoHeights: UNDO_HEIGHTS,
      hasher: NATIVE_SHA256,
      ...(executions === undefined ? {} : { executions }),
    })
  }

  get ledger(): Ledger {
    return this.#ledger
  }

  get modules(): Ledger['modules'] {
    return this.#ledger.modules
  }

  get head(): Ledger['head'] {
    return this.#ledger.head
  }

  /** Executes what the block says was included, and gives the header's hash that follows. */
  execute({ body, included }: FinalBlock['block']): Hash {
    const ids = included.map(({ id }) => id)
    const expected = this.#ledger.execute(this.#ledger.head.hash, { ...body, ids }, included)
    this.#write(this.#ledger.finalize(expected.hash).writes)
    this.#ledger.stored(body.height)
    return expected.hash
  }

  #write({ puts, deletes }: FinalBlock['writes']): void {
    for (const { key, value } of puts) this.#put(keyText(key), value)
    for (const key of deletes) this.#put(keyText(key), undefined)
  }

  #put(key: string, value: Uint8Array | undefined): void {
    if (value === undefined) this.#records.delete(key)
    else this.#records.set(key, value)
    this.#money.onRecord(key, value)
  }
}

function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1')
}

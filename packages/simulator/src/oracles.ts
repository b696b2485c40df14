import { MODULES } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import { type Chain, type CommitCertificate, proposalDigest, type SignedMessage, type ValidatorIndex } from '@hanse/protocol'
import type { FinalBlock, ReplicaEffect } from '@hanse/replica'
import { createGenesisState, createLedger, type Ledger } from '@hanse/state'
import type { SimNode } from './sim-node.ts'

/** A sentence of consensus.md's "What must be true" that did not hold. */
export class Violation extends Error {
  override readonly name = 'Violation'
  /** 1–9, as in docs/testing.md. */
  readonly oracle: number

  constructor(oracle: number, message: string) {
    super(`oracle ${oracle}: ${message}`)
    this.oracle = oracle
  }
}

interface VoteKey {
  readonly slot: string
  readonly content: string
}

/** A vote as the oracles see it: they do not use the protocol's sign bytes, which are what is tested. */
function voteOf({ epoch, message }: SignedMessage): VoteKey | undefined {
  switch (message.type) {
    case 'proposal':
      return { slot: `prepare/${epoch}/${message.view}/${message.body.height}`, content: proposalDigest(message.body) }
    case 'prepare':
      return { slot: `prepare/${epoch}/${message.view}/${message.height}`, content: message.digest }
    case 'commit':
      return { slot: `commit/${epoch}/${message.view}/${message.height}`, content: `${message.digest}/${message.headerHash}` }
    default:
      return undefined
  }
}

/** Checked after every event. Keeps what honest nodes did outside of their memory: the world does not crash with them. */
export class Oracles {
  readonly #validators: number
  readonly #honest: ReadonlySet<ValidatorIndex>
  readonly #reference: Ledger
  /** The one block of each height. */
  readonly #agreed = new Map<number, Hash>()
  readonly #executed = new Set<Hash>()
  readonly #submitted: ReadonlySet<Hash>
  /** `signer/slot` → content, for honest signers. */
  readonly #votes = new Map<string, string>()
  /** What each node told as final. */
  readonly #told = new Map<ValidatorIndex, number>()

  constructor(chain: Chain, honest: ReadonlySet<ValidatorIndex>, submitted: ReadonlySet<Hash>) {
    this.#validators = chain.genesis.validators.length
    this.#honest = honest
    this.#submitted = submitted
    const genesis = createGenesisState(chain, MODULES)
    const records = new Map<string, Uint8Array>()
    const source = { get: (key: Uint8Array) => records.get(Buffer.from(key).toString('latin1')) }
    for (const { key, value } of genesis.writes.puts) records.set(Buffer.from(key).toString('latin1'), value)
    this.#reference = createLedger({ chain, modules: MODULES, source, head: genesis, recent: [], undoHeights: 8 })
    this.#apply = (writes) => {
      for (const { key, value } of writes.puts) records.set(Buffer.from(key).toString('latin1'), value)
      for (const key of writes.deletes) records.delete(Buffer.from(key).toString('latin1'))
    }
  }

  readonly #apply: (writes: FinalBlock['writes']) => void

  get height(): number {
    return this.#reference.head.header.height
  }

  get transactions(): number {
    return this.#executed.size
  }

  agreedAt(height: number): Hash | undefined {
    return this.#agreed.get(height)
  }

  /** Oracle 7, on the signer's output: no honest key signs two contents for one slot, whatever its node remembers. */
  onSigned(node: ValidatorIndex, signed: SignedMessage): void {
    const vote = voteOf(signed)
    if (vote === undefined || !this.#honest.has(node)) return
    const key = `${node}/${vote.slot}`
    const before = this.#votes.get(key)
    if (before !== undefined && before !== vote.content) throw new Violation(7, `honest validator ${node} signed twice for ${vote.slot}`)
    this.#votes.set(key, vote.content)
  }

  /** Oracle 7: no honest node appears in evidence. */
  onReport({ evidence }: Extract<ReplicaEffect, { type: 'report' }>): void {
    if (this.#honest.has(evidence.culprit)) throw new Violation(7, `evidence ${evidence.kind} against honest validator ${evidence.culprit}`)
  }

  /** Oracles 1 to 4, for every block that an honest node makes final. */
  onStored(node: ValidatorIndex, { block, certificate }: FinalBlock): void {
    if (!this.#honest.has(node)) return
    const { height } = block.header
    const agreed = this.#agreed.get(height)
    if (agreed !== undefined && agreed !== block.hash) throw new Violation(1, `height ${height}: ${agreed} and ${block.hash} are both final`)
    this.#checkCertificate(certificate, block.hash)
    if (agreed === undefined) this.#extend(block)
  }

  /** Oracle 5: what was told final. */
  onFinalized(node: ValidatorIndex, { block }: FinalBlock): void {
    this.#told.set(node, Math.max(this.#told.get(node) ?? 0, block.header.height))
  }

  /** Oracle 5: after a start the node has every block that it told of, and they are those agreed on. */
  onBooted(node: SimNode): void {
    const told = this.#told.get(node.index) ?? 0
    const head = node.reader.head()?.height ?? 0
    if (head < told) throw new Violation(5, `validator ${node.index} told height ${told} final and came back with ${head}`)
    for (let height = Math.max(1, told - 8); height <= told; height++) {
      const record = node.reader.record(height)
      const hash = record === undefined ? undefined : node.reader.heightOfHash(this.#agreed.get(height) as Hash)
      if (hash !== height) throw new Violation(5, `validator ${node.index} lost height ${height}`)
    }
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
    const { hash: parent } = this.#reference.head
    const transactions = block.included
    const expected = this.#reference.execute(parent, { ...block.body, ids: transactions.map(({ id }) => id) }, transactions)
    if (expected.header.stateRoot !== block.header.stateRoot || expected.hash !== block.hash) {
      throw new Violation(4, `height ${height}: the reference execution gives another header`)
    }
    this.#apply(this.#reference.finalize(expected.hash).writes)
    this.#reference.stored(height)
    this.#agreed.set(height, block.hash)
  }

  /** Oracle 2, by its own arithmetic: q distinct members, and each honest signature was made by its signer for this very vote. */
  #checkCertificate({ epoch, view, height, digest, headerHash, signatures }: CommitCertificate, hash: Hash): void {
    const n = this.#validators
    const f = Math.floor((n - 1) / 3)
    const signers = new Set<ValidatorIndex>(signatures.map(({ signer }) => signer))
    if (signers.size < Math.ceil((n + f + 1) / 2)) throw new Violation(2, `the certificate of height ${height} has ${signers.size} distinct signers of ${n}`)
    if (headerHash !== hash) throw new Violation(2, `the certificate of height ${height} is of another header`)
    for (const signer of signers) {
      if (signer >= n) throw new Violation(2, `the certificate of height ${height} is signed by no member`)
      if (!this.#honest.has(signer)) continue
      if (this.#votes.get(`${signer}/commit/${epoch}/${view}/${height}`) !== `${digest}/${headerHash}`) {
        throw new Violation(2, `the certificate of height ${height} has a signature that validator ${signer} never made on this chain`)
      }
    }
  }
}

import { bytesToHash, compareBytes } from '@hanse/primitives'
import { type Transaction, type Verified, verifyStateProof } from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { createLedger } from '../src/chain/create-ledger.ts'
import type { ExecutedBlock, Ledger, StateView, StateWrites } from '../src/ledger.ts'
import { STATE_VALUES_RANGE, stateEntries } from '../src/store/layout.ts'
import { createStateHasher } from '../src/tree/hasher.ts'
import { byKeyHash } from '../src/tree/leaves.ts'
import { Page } from '../src/tree/page.ts'
import { stateRootOf } from '../src/tree/root-of.ts'
import { updateTree } from '../src/tree/update-tree.ts'
import { balanceKey, bank } from './support/bank.ts'
import { bodyOf, GENESIS_TIME_MS, type TestCall, testChain, transactionOf } from './support/chain.ts'

const ACCOUNTS = Array.from({ length: 24 }, (_, index) => String.fromCharCode(97 + index))
/** Enough for pages below the root's. */
const FILLERS = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`filler-${index}`, '1']))
const hasher = createStateHasher()

type Balances = ReadonlyMap<string, bigint>
type BankCall = readonly [command: string, params: object]

/** The bank as one would write it in ten lines. */
function applyToModel(before: Balances, calls: readonly BankCall[]): Balances {
  const after = new Map(before)
  for (const [command, params] of calls) {
    const { from, to, amount } = params as { from?: string; to: string; amount: bigint }
    if (command === 'remind') continue
    if (from !== undefined) {
      if ((after.get(from) ?? 0n) < amount) return before
      if (from === to) continue
      after.set(from, (after.get(from) ?? 0n) - amount)
    }
    after.set(to, (after.get(to) ?? 0n) + amount)
  }
  return after
}

const account = fc.constantFrom(...ACCOUNTS)
const amount = fc.nat({ max: 12 }).map(BigInt)
const call: fc.Arbitrary<BankCall> = fc.oneof(
  fc.record({ to: account, amount }).map((params): BankCall => ['mint', params]),
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.uniqueArray(account, { minLength: 2, maxLength: 2 }), amount)
      .map(([[from = '', to = ''], moved]): BankCall => ['transfer', { from, to, amount: moved }]),
  },
  fc
    .record({ note: account, inMs: fc.nat({ max: 9_000 }) })
    .map(({ note, inMs }): BankCall => ['remind', { note, atMs: GENESIS_TIME_MS + inMs }]),
)
const round = fc.record({
  batch: fc.array(
    fc.record({ calls: fc.array(call, { minLength: 1, maxLength: 3 }), timeToLiveMs: fc.constantFrom(500, 4_000, 300_000, 300_000) }),
    {
      maxLength: 6,
    },
  ),
  /** Repeats transactions of earlier blocks, and one of this batch. */
  repeats: fc.array(fc.nat({ max: 40 }), { maxLength: 2 }),
  rival: fc.boolean(),
  /** Blocks that are executed on it before it is final. */
  ahead: fc.array(fc.array(call, { maxLength: 3 }), { maxLength: 4 }),
  /** Blocks that may stay on their way to the store. */
  lag: fc.nat({ max: 6 }),
  restart: fc.nat({ max: 5 }).map((n) => n === 0),
  lookBack: fc.nat({ max: 9 }),
})
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never

interface Sent {
  readonly tx: Verified<Transaction>
  readonly calls: readonly BankCall[]
}

interface Options {
  readonly undoHeights: number
  readonly otherUndoHeights: number
  readonly cacheBytesMax: number
}

/** Drives a ledger and the model side by side. */
class History {
  readonly #chain: ReturnType<typeof testChain>
  #options: Options
  readonly #snapshots: Balances[] = [new Map([['a', 50n]])]
  readonly #sent: Sent[] = []
  #ledger: Ledger
  readonly #unwritten: StateWrites[] = []
  readonly #recent: { readonly id: Transaction['id']; readonly expiresAtMs: number }[] = []
  proofs = 0

  constructor(options: Options) {
    this.#options = options
    this.#chain = testChain([bank], { bank: { a: '50', ...FILLERS } }, options)
    this.#ledger = this.#chain.ledger
  }

  run({ batch, repeats, rival, ahead, lag, restart, lookBack }: Round): void {
    const fresh = batch.map(({ calls, timeToLiveMs }) => this.#make(calls, timeToLiveMs))
    const again = repeats.flatMap((index) => [...this.#sent, ...fresh][index] ?? [])
    const block = this.#execute(this.#ledger.head, [...fresh, ...again])
    if (rival) this.#execute(this.#ledger.head, fresh.slice(0, 1), 7)
    const chain = [{ block, fresh }]
    for (const calls of ahead) {
      const parent = chain.at(-1)?.block ?? block
      const more = calls.map((one) => this.#make([one], 300_000))
      chain.push({ block: this.#execute(parent, [...fresh.slice(0, 1), ...more]), fresh: more })
    }
    for (const link of chain) {
      if (!this.#ledger.has(link.block.hash)) throw new Error('a descendant of the new head is gone')
      this.#finalize(link.block, link.fresh)
    }
    this.#store(restart ? 0 : lag)
    if (restart) this.#restart()
    this.#check(this.#height - (lookBack % (this.#served() + 1)))
  }

  /** Blocks without changes until nothing older is served: then the store holds the state and nothing else. */
  settle(): void {
    for (let count = 0; count <= 60; count++) this.#finalize(this.#execute(this.#ledger.head, []), [])
    this.#store(0)
    const records = this.#chain.source.records()
    const entries = [...stateEntries(records)]
    const values = records.filter(({ key }) => compareBytes(key, STATE_VALUES_RANGE.from) >= 0)
    if (values.length !== entries.length) throw new Error('deleted keys left records behind')
    const leaves = entries.map(({ key, value }) => ({ keyHash: hasher.sha256(key), valueHash: hasher.sha256(value) })).sort(byKeyHash)
    const none = { page: (): never => assertNever() }
    const pages = updateTree(none, Page.empty(0), leaves, 1, hasher).written.size
    const stored = records.filter(({ key }) => key[0] === 0).length
    if (stored !== Math.max(1, pages)) throw new Error(`${stored} pages are stored where ${pages} are needed`)
    const undos = records.filter(({ key }) => key[0] === 1).length
    if (undos !== this.#options.undoHeights) throw new Error(`${undos} undo records`)
  }

  #make(calls: readonly BankCall[], timeToLiveMs: number): Sent {
    return {
      tx: transactionOf(
        this.#chain.chain,
        calls.map(([command, params]): TestCall => [bank, command, params]),
        { expiresAtMs: this.#ledger.head.header.timeMs + timeToLiveMs },
      ),
      calls,
    }
  }

  /** Heights below the head that are served: fewer than asked for after a start that kept fewer. */
  #served(): number {
    let depth = 0
    while (depth < this.#options.undoHeights && this.#ledger.view(this.#height - depth - 1).ok) depth += 1
    return depth
  }

  get #height(): number {
    return this.#ledger.head.header.height
  }

  #execute(parent: Pick<ExecutedBlock, 'header' | 'hash'>, batch: readonly Sent[], proposer = 0): ExecutedBlock {
    const unique = batch.map(({ tx }) => tx)
    const body = { ...bodyOf(parent, unique), proposer: proposer as never }
    const block = this.#ledger.execute(parent.hash, body, unique)
    if (proposer !== 0) return block
    this.#ledger.discardFrom(block.header.height)
    const twice = this.#ledger.execute(parent.hash, body, unique)
    if (twice.hash !== block.hash) throw new Error('executing again gave another block')
    return twice
  }

  #finalize(block: ExecutedBlock, fresh: readonly Sent[]): void {
    const { writes } = this.#ledger.finalize(block.hash)
    this.#unwritten.push(writes)
    let balances = this.#snapshots.at(-1) as Balances
    const onTime = fresh.filter(({ tx }) => tx.body.expiresAtMs > block.header.timeMs)
    for (const { calls } of onTime) balances = applyToModel(balances, calls)
    this.#snapshots.push(balances)
    this.#sent.push(...onTime)
    this.#recent.push(...onTime.map(({ tx }) => ({ id: tx.id, expiresAtMs: tx.body.expiresAtMs })))
    if (block.included.length !== onTime.length) throw new Error(`${block.included.length} included where ${onTime.length} are new`)
  }

  #store(lag: number): void {
    const ready = this.#unwritten.splice(0, Math.max(0, this.#unwritten.length - lag))
    for (const writes of ready) this.#chain.source.apply(writes)
    this.#ledger.stored(this.#height - this.#unwritten.length)
    if (this.#unwritten.length > 0) return
    const root = stateRootOf(stateEntries(this.#chain.source.records()))
    if (root !== this.#ledger.head.header.stateRoot) throw new Error('the values have another root')
  }

  /** Sometimes with another depth of history. */
  #restart(): void {
    const { undoHeights, otherUndoHeights } = this.#options
    this.#options = { ...this.#options, undoHeights: otherUndoHeights, otherUndoHeights: undoHeights }
    const { chain, modules, source } = this.#chain
    this.#ledger = createLedger({ chain, modules, source, head: this.#ledger.head, recent: this.#recent, ...this.#options })
  }

  #check(height: number): void {
    const view = this.#ledger.view(height)
    if (!view.ok) throw new Error(`${height}: ${view.error.message}`)
    const model = this.#snapshots[height] as Balances
    for (const name of ACCOUNTS) this.#checkAccount(view.value, name, model.get(name) ?? 0n)
    const older = this.#ledger.view(this.#height - this.#options.undoHeights - 1)
    if (older.ok) throw new Error('an older height is served')
  }

  #checkAccount(view: StateView, name: string, held: bigint): void {
    const answer = view.query('bank', 'balance', { account: name })
    if (!answer.ok || answer.value !== `${held}`) throw new Error(`${name} holds another amount at height ${view.header.height}`)
    const proof = view.proof(balanceKey(name))
    if (!proof.ok) throw new Error(proof.error.message)
    const verified = verifyStateProof(view.header.stateRoot, balanceKey(name), proof.value)
    if (!verified.ok || (verified.value.type === 'present') !== held > 0n)
      throw new Error(`no proof of ${name} at height ${view.header.height}`)
    this.proofs += 1
  }
}

function assertNever(): never {
  throw new Error('no page is there')
}

test('any history agrees with the model, at every height that is served, through forks, lag and restarts', (t) => {
  let proofs = 0
  const depth = fc.constantFrom(0, 1, 4, 9, 30)
  const options = fc.record({ undoHeights: depth, otherUndoHeights: depth, cacheBytesMax: fc.constantFrom(0, 10_000, 1_000_000) })
  fc.assert(
    fc.property(fc.array(round, { maxLength: 14, size: 'max' }), options, (rounds, chosen) => {
      const history = new History(chosen)
      for (const one of rounds) history.run(one)
      history.settle()
      proofs += history.proofs
    }),
    { numRuns: 40 },
  )
  t.ok(proofs > 1_000, `${proofs} proofs at present and past heights`)
  t.equal(bytesToHash(Page.empty(0).topHash), stateRootOf([]), 'an empty state has the empty root')
  t.end()
})

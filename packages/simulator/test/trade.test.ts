import { createPrng } from '@hanse/primitives'
import { asValidatorIndex } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import { test } from 'tap'
import type { FaultPlan } from '../src/fault.ts'
import { Crash, FaultInjector, type FaultWorld } from '../src/fault-injector.ts'
import { planFaults } from '../src/fault-plan.ts'
import { SIM_CURRENCY } from '../src/sim-chain.ts'
import { simulate } from '../src/simulation.ts'
import { MoneyOracle } from '../src/trade/money-oracle.ts'
import { withoutTrade } from '../src/trade/plan-trade.ts'
import { STEP_MOMENTS } from '../src/trade/step-watch.ts'

const CALM: FaultPlan = {
  network: { lossPercent: 0, duplicatePercent: 0, flipPerTenThousand: 0, delayUsMin: 100, delayUsMax: 1_000 },
  scheduled: [],
  byzantine: new Map(),
  load: { burstMax: 8, waitMsMax: 60, oddities: [] },
  replayHeights: [],
  clockOffsetsMs: [0, 0, 0, 0],
  isTrading: true,
  realSignatures: false,
}

test('trades come to their ends, and every step to what its client expects', { timeout: 280_000 }, async (t) => {
  const done = new Map<string, number>()
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const { violation, trades } = simulate({ seed, validators: 4, plan: CALM, goal: { heights: 90, transactions: 250 } })
    t.equal(violation, undefined, `seed ${seed}`)
    for (const [name, count] of Object.entries(trades)) done.set(name, (done.get(name) ?? 0) + count)
  }
  for (const command of ['initiate', 'screen', 'hold', 'release', 'quote', 'acceptQuote', 'lock', 'cancel', 'settlePvP', 'confirmCredit'])
    t.ok((done.get(`payments.${command}`) ?? 0) > 0, command)
  for (const command of ['recall', 'respondToRecall', 'returnPayment']) t.ok((done.get(`payments.${command}`) ?? 0) > 0, command)
  for (const command of ['issue', 'accept', 'reject', 'split', 'transfer', 'acceptTransfer', 'requestFinance', 'finance', 'redeem'])
    t.ok((done.get(`receivables.${command}`) ?? 0) > 0, command)
  for (const command of ['bid', 'reveal', 'acceptBid', 'freeze', 'unfreeze']) t.ok((done.get(`receivables.${command}`) ?? 0) > 0, command)
})

test('a process ends at each moment of a block with a step, and the run goes on', { timeout: 280_000 }, async (t) => {
  for (const [place, moment] of STEP_MOMENTS.entries()) {
    const scheduled = [0, 1].map((node) => {
      return { type: 'step-crash', atHeight: 8, target: asValidatorIndex(node), moment, downMs: 200 + 300 * node } as const
    })
    const goal = { heights: 40, transactions: 100 }
    const options = { seed: place, validators: 4, plan: { ...CALM, scheduled, ...(place % 2 === 0 ? { roundUs: 500 } : {}) }, goal }
    const result = simulate(options)
    t.equal(result.violation, undefined, moment)
    t.equal(result.notCounted, undefined, moment)
    t.equal(result.faultsFired[`step-crash ${moment}`], 2, moment)
    if (place === 0) t.equal(simulate({ ...options, alone: true }).traceHash, result.traceHash, 'each node for itself: the same run')
  }
})

test('a crash at a step waits for its node and its moment, and after 24 heights takes any moment', async (t) => {
  const [a, b] = [asValidatorIndex(0), asValidatorIndex(1)]
  const world = { nodes: [a, b], meet: () => a, note: () => undefined } as unknown as FaultWorld
  const faults = new FaultInjector([{ type: 'step-crash', atHeight: 5, target: 'primary', moment: 'store', downMs: 7 }], world)
  faults.fire(4)
  faults.reachStep(a, 'store')
  faults.fire(5)
  faults.reachStep(a, 'commit')
  faults.reachStep(b, 'store')
  t.equal(faults.firedCount, 0)
  faults.fire(29)
  t.throws(() => faults.reachStep(a, 'commit'), Crash)
  t.strictSame([...faults.fired], [['step-crash commit', 1]])
  faults.reachStep(a, 'store')
})

test('in one of twelve seeds there is trade, and nothing else is drawn otherwise for it', async (t) => {
  let trading = 0
  for (let seed = 0; seed < 400; seed++) {
    const plan = planFaults(createPrng(seed), 4, undefined)
    const told = planFaults(createPrng(seed), 4, undefined, true)
    if (plan.isTrading === true) {
      trading += 1
      t.strictSame(told, plan)
      t.ok(plan.scheduled.some(({ type }) => type === 'step-crash'))
    } else t.strictSame(withoutTrade(told), plan)
  }
  t.ok(trading > 18 && trading < 52, `${trading}`)
})

/** A bigint is an amount, in bytes. */
type Value = string | bigint | number | readonly Field[]
type Field = readonly [number: number, value: Value]

/** A record as a store has it: amounts are bytes, and below 2^32. */
function stored(...fields: readonly Field[]): Uint8Array {
  return Uint8Array.of(1, 0, 0, 0, 0, 0, 0, ...wire(fields))
}

function wire(fields: readonly Field[]): number[] {
  return fields.flatMap(([number, value]) => {
    if (typeof value === 'number') return [...varint(number * 8), ...varint(value)]
    const bytes = typeof value === 'string' ? [...Buffer.from(value)] : typeof value === 'bigint' ? bytesOf(value) : wire(value)
    if (bytes.length === 0 && typeof value !== 'object') return []
    return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes]
  })
}

function bytesOf(value: bigint): number[] {
  return value === 0n ? [] : [...bytesOf(value >> 8n), Number(value & 0xffn)]
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))]
}

type Records = Readonly<Record<string, Uint8Array | undefined>>

const balance = (currency: string, account: string, amount: bigint): Records => ({
  [`settlement\0balance\0${currency}\0${account}`]: amount === 0n ? undefined : stored([1, amount]),
})
const reserved = (currency: string, party: string, amount: bigint): Records => ({
  [`settlement\0reserved\0${currency}\0${party}`]: amount === 0n ? undefined : stored([1, amount]),
})
const currency = (code: string, minted: bigint): Records => ({ [`settlement\0currency\0${code}`]: stored([1, 'issuer'], [2, minted]) })

/** Bank `a` pays 100 CNY to `b` by way of `lp`, which gives 300 VND. */
function payment(status: string, more: readonly Field[] = []): Records {
  const terms: readonly Field[] = [...PAYMENT, [10, status], [12, [[1, 'lp']]], [13, 300n], ...more]
  return { 'payments\0payment\0u': stored(...terms) }
}

const PAYMENT: readonly Field[] = [
  [1, 'u'],
  [2, 'a'],
  [3, 'b'],
  [4, 'CNY'],
  [5, 100n],
  [7, 'SHAR'],
  [8, 'VND'],
]

function issue(redeemed: bigint): Records {
  return { 'receivables\0root\0R': stored([2, 'core'], [5, 'CNY'], [6, 100n], [13, redeemed]) }
}

interface Sale {
  readonly bank: string
  readonly paid: bigint
}

function certificate(certNo: string, holder: string, outstanding: bigint, status: string, sale?: Sale): Records {
  const financing: readonly Field[] =
    sale === undefined
      ? []
      : [
          [
            13,
            [
              [1, sale.bank],
              [2, 's'],
              [5, outstanding - sale.paid],
              [6, sale.paid],
            ],
          ],
        ]
  const terms: readonly Field[] = [[1, certNo], [2, 'R'], [5, holder], [8, outstanding], [9, status], ...financing]
  return { [`receivables\0certificate\0${certNo}`]: stored(...terms) }
}

const GENESIS: readonly Records[] = [
  ...[currency('CNY', 1_000n), currency('VND', 300n)],
  ...[balance('CNY', 'a', 500n), balance('CNY', 'core', 300n), balance('CNY', 'f', 200n), balance('VND', 'lp', 300n)],
]

/** What the oracle says of blocks with these records, one after the other; undefined when it has nothing to say. */
function judged(...blocks: readonly (readonly Records[])[]): string | undefined {
  const oracle = new MoneyOracle(new Map())
  const write = (records: readonly Records[]): void => {
    for (const [key, value] of records.flatMap((one) => Object.entries(one))) oracle.onRecord(key, value)
  }
  write(GENESIS)
  oracle.onGenesis()
  for (const [place, records] of blocks.entries()) {
    write(records)
    const block = { header: { height: place + 1 }, included: [], receipts: [] } as unknown as FinalBlock['block']
    try {
      oracle.onBlock(block)
    } catch (error) {
      return `${(error as { readonly oracle: number }).oracle}: ${(error as Error).message}`
    }
  }
  return undefined
}

const PAYER_WAITS = [balance('CNY', 'a', 400n), balance('CNY', 'vault:payments:u', 100n), reserved('CNY', 'a', 100n)]
const PROVIDER_WAITS = [balance('VND', 'lp', 0n), balance('VND', 'vault:payments:u', 300n), reserved('VND', 'lp', 300n)]
const PAYER_GOES = [balance('CNY', 'lp', 100n), balance('CNY', 'vault:payments:u', 0n), reserved('CNY', 'a', 0n)]
const PROVIDER_GOES = [balance('VND', 'b', 300n), balance('VND', 'vault:payments:u', 0n), reserved('VND', 'lp', 0n)]
const LOCKED = [payment('ACSP'), ...PAYER_WAITS, ...PROVIDER_WAITS]
const SETTLED = [payment('ACSC'), ...PAYER_GOES, ...PROVIDER_GOES]

test('oracle 20: money is what was issued of it', async (t) => {
  t.equal(judged([]), undefined)
  t.equal(
    judged([currency('CNY', 1_001n), balance('CNY', 'issuer', 1n)]),
    '21: height 1: CNY issuer has 1 more than is explained by nothing but transfers',
  )
  t.equal(judged([balance('CNY', 'a', 501n)]), '20: height 1: accounts of CNY sum to 1 more than was issued')
  t.equal(judged([balance('CNY', 'a', 0n)]), '20: height 1: accounts of CNY sum to -500 more than was issued')
  t.throws(() => {
    const oracle = new MoneyOracle(new Map())
    for (const [key, value] of Object.entries({ ...currency('CNY', 1n) })) oracle.onRecord(key, value)
    oracle.onGenesis()
  }, /at genesis there is -1 CNY too much/)
})

test('oracle 21: of a payment versus payment both legs wait, both go on, or both come back', async (t) => {
  t.equal(judged([payment('ACCP')], LOCKED, SETTLED, [payment('ACCC')]), undefined)
  t.match(judged(LOCKED, [payment('ACSC'), ...PAYER_GOES]), /^21: height 2: VND lp .* payment u \(ACSC\)$|^21: height 2: VND/)
  t.match(judged(LOCKED, [payment('ACSC'), ...PROVIDER_GOES]), /^21: height 2: CNY/)
  t.match(judged(LOCKED, [payment('ACSP'), ...PAYER_GOES]), /^21: height 2: CNY/)
  t.match(judged([payment('ACSP'), ...PAYER_WAITS]), /^21: height 1: VND/)
  t.match(judged([payment('ACCP'), ...PAYER_WAITS, ...PROVIDER_WAITS]), /^21: height 1/)
  const payerBack = [balance('CNY', 'a', 500n), balance('CNY', 'vault:payments:u', 0n), reserved('CNY', 'a', 0n)]
  const providerBack = [balance('VND', 'lp', 300n), balance('VND', 'vault:payments:u', 0n), reserved('VND', 'lp', 0n)]
  t.equal(judged(LOCKED, [payment('RJCT'), ...payerBack, ...providerBack]), undefined)
  t.match(judged(LOCKED, [payment('RJCT'), ...payerBack]), /^21: height 2: VND/)
  t.equal(judged([payment('PDNG'), ...PAYER_WAITS], [payment('RJCT'), ...payerBack]), undefined)
  t.match(judged(LOCKED, SETTLED, [payment('ACSC'), balance('VND', 'b', 0n), balance('VND', 'a', 300n)]), /^21: height 3/)
  const returned = payment('ACSC', [
    [
      24,
      [
        [1, 'DUPL'],
        [2, 300n],
      ],
    ],
  ])
  t.equal(judged(LOCKED, SETTLED, [returned, balance('VND', 'b', 0n), balance('VND', 'a', 300n)]), undefined)
  t.match(judged(LOCKED, [payment('ACSP'), reserved('CNY', 'a', 0n)]), /^21: height 2: CNY reserved a has -100/)
})

const ISSUED = [issue(0n), certificate('R', 's', 100n, 'ACTIVE')]
const SPLIT = [certificate('R', 's', 0n, 'SPLIT'), certificate('R.1', 's', 40n, 'ACTIVE'), certificate('R.2', 's', 60n, 'ACTIVE')]

test('oracle 20: what is owed on an issue, paid on it and written off is its face', async (t) => {
  t.equal(judged(ISSUED, SPLIT), undefined)
  t.equal(
    judged(ISSUED, [...SPLIT, certificate('R.2', 's', 61n, 'ACTIVE')]),
    '20: height 2: on issue R of 100 there are owed 101, redeemed 0, written off 0',
  )
  t.match(judged(ISSUED, [certificate('R', 's', 0n, 'SPLIT'), certificate('R.1', 's', 99n, 'ACTIVE')]), /^20: height 2/)
  t.equal(judged([issue(0n), certificate('R', 's', 100n, 'OFFERED')], [certificate('R', 's', 0n, 'CANCELLED')]), undefined)
  t.match(judged([certificate('R', 's', 100n, 'ACTIVE')]), /^20: there are certificates of R/)
  const paid = [balance('CNY', 'core', 200n), balance('CNY', 's', 100n)]
  const settled = [certificate('R.1', 's', 0n, 'SETTLED'), certificate('R.2', 's', 0n, 'SETTLED')]
  t.equal(judged(ISSUED, SPLIT, [issue(100n), ...settled, ...paid]), undefined)
  t.match(judged(ISSUED, SPLIT, [issue(100n), ...settled]), /^21: height 3: CNY core has 100 more/)
  t.match(judged(ISSUED, SPLIT, [issue(40n), ...settled]), /^20: height 3/)
})

test('oracle 21: of a delivery versus payment claim and money move, or neither', async (t) => {
  const sold = certificate('R', 'f', 100n, 'FINANCED', { bank: 'f', paid: 97n })
  const paid = [balance('CNY', 'f', 103n), balance('CNY', 's', 97n)]
  t.equal(judged(ISSUED, [sold, ...paid]), undefined)
  t.match(judged(ISSUED, [sold]), /^21: height 2: CNY f has 97 more .* certificate R \(FINANCED\)/)
  t.match(judged(ISSUED, paid), /^21: height 2: CNY f has -97 more than is explained by nothing but transfers/)
  t.match(judged(ISSUED, [certificate('R', 's', 100n, 'FINANCED', { bank: 'f', paid: 97n }), ...paid]), /^21: height 2: f pays 97 for 100/)
})

/** Of certificate R: `f` and `a` bid. */
function auction(best: number, escrow: bigint, outcome = 'OPEN'): Records {
  return { 'receivables\0auction\0R': stored([4, [[1, 'f']]], [4, [[1, 'a']]], [5, best], [6, escrow], [7, outcome]) }
}

const VAULT = 'vault:receivables:bid:R'
const F_WAITS = [auction(0, 98n), balance('CNY', 'f', 102n), balance('CNY', VAULT, 98n)]

test('oracle 21: the money of the best bid waits, comes back when it is beaten, and pays for the claim when it is not', async (t) => {
  const beaten = [auction(1, 99n), balance('CNY', 'a', 401n), balance('CNY', VAULT, 99n)]
  const back = balance('CNY', 'f', 200n)
  const sold = certificate('R', 'a', 100n, 'FINANCED', { bank: 'a', paid: 97n })
  const awarded = [auction(1, 0n, 'AWARDED'), balance('CNY', 'a', 403n), balance('CNY', VAULT, 0n)]
  t.equal(judged(ISSUED, F_WAITS, [...beaten, back], [...awarded, sold, balance('CNY', 's', 97n)]), undefined)
  t.equal(judged(ISSUED, F_WAITS, [auction(0, 0n, 'VOID'), back, balance('CNY', VAULT, 0n)]), undefined)
  t.match(judged(ISSUED, F_WAITS.slice(1)), /^21: height 2: CNY f has -98 more than is explained by nothing but transfers/)
  t.match(judged(ISSUED, F_WAITS, beaten), /^20: height 3: accounts of CNY sum to -98 more/)
  const kept = balance('CNY', VAULT, 197n)
  t.match(judged(ISSUED, F_WAITS, [...beaten, kept]), /^21: height 3: CNY vault:receivables:bid:R has 98 more .* auction of R \(OPEN\)/)
  const short = [auction(1, 0n, 'AWARDED'), balance('CNY', VAULT, 0n)]
  t.match(judged(ISSUED, F_WAITS, [...beaten, back], [...short, sold, balance('CNY', 's', 99n)]), /^21: height 4: CNY (s|a) has/)
})

test('transfers explain what they move when they succeed', async (t) => {
  const transfers = new Map([['0x01', { from: 'a', to: 'f', amount: 5n }]]) as unknown as ConstructorParameters<typeof MoneyOracle>[0]
  for (const outcome of ['success', 'rejected']) {
    const oracle = new MoneyOracle(transfers)
    for (const [key, value] of GENESIS.flatMap((one) => Object.entries(one))) oracle.onRecord(key, value)
    oracle.onGenesis()
    for (const records of [balance(SIM_CURRENCY, 'a', 495n), balance(SIM_CURRENCY, 'f', 205n)])
      for (const [key, value] of Object.entries(records)) oracle.onRecord(key, value)
    const block = { header: { height: 1 }, included: [{ id: '0x01' }], receipts: [{ outcome }] } as unknown as FinalBlock['block']
    if (outcome === 'success') oracle.onBlock(block)
    else t.throws(() => oracle.onBlock(block), /CNY a has -5 more/)
  }
})

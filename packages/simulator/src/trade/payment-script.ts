import type { Json } from '@hanse/protocol'
import { CREDITOR, DEBTOR, LIST_VERSION, leiOf, SANCTIONS, sanctionsList, TODAY } from './cast.ts'
import {
  alone,
  callOf,
  drawUetr,
  fourEyes,
  type Script,
  type ScriptWorld,
  SUCCESS,
  send,
  type TradeCall,
  type TradeRequest,
} from './script.ts'

const MODULE = 'payments'
const AGENT = 'foshan-bank'
const RATE = 3_520n
const CNY_MINOR_UNITS = 100n
const INSTRUCTED_MAX = 5_000_000
const QUOTE_MS = 20 * 60 * 1000
/** A hold that runs out within the run. */
const SHORT_HOLD_MS = 3_000
/** Deadlines are worked off within a second; a block that comes later comes later. */
const SWEPT_MS = 1_000
const LONG_HOLD_MS = 2 * 3600 * 1000
const REJECTED = 'payments/wrong-status'

interface Payment {
  readonly uetr: string
  readonly creditorAgent: string
  /** Minor units of VND. */
  readonly settled: bigint
}

/** A payment across a border, from pacs.008 to ACCC, or to one of the other ends that it can come to. */
export function* payment(world: ScriptWorld): Script {
  const { prng } = world
  const isCapped = prng.chance(1, 5)
  const terms: Payment = yield* initiate(world, isCapped ? 'capped-bank' : 'viet-bank')
  const { uetr, creditorAgent } = terms
  if (prng.chance(1, 4)) yield* send(debtorAgent('lock', { uetr }, [REJECTED]))
  if (prng.chance(1, 10)) {
    yield* send(callOf(MODULE, 'screen', alone(creditorAgent), { uetr, agent: creditorAgent, result: 'HIT', lists: [] }))
    yield* send(debtorAgent('lock', { uetr }, [REJECTED]))
    return
  }
  yield* screen(terms)
  if (prng.chance(1, 4) && !(yield* hold(world, terms))) return
  if (prng.chance(1, 5)) yield* lackOfMoney(world, terms)
  yield* exchange(world, terms, 'lp')
  yield* send(debtorAgent('lock', { uetr }))
  if (isCapped || prng.chance(1, 8)) {
    // A leg that cannot arrive keeps the other from going: both wait, and both go back.
    if (isCapped) yield* send(debtorAgent('settlePvP', { uetr }, ['settlement/hold-limit']))
    yield* send(debtorAgent('cancel', { uetr, reason: 'DUPL' }))
    yield* send(debtorAgent('settlePvP', { uetr }, [REJECTED]))
    return
  }
  yield* send(debtorAgent('settlePvP', { uetr }))
  yield* credit(world, terms)
}

function debtorAgent(command: string, params: TradeCall['params'], expected?: readonly string[]): TradeCall {
  return callOf(MODULE, command, alone(AGENT), params, expected)
}

function* initiate({ prng }: ScriptWorld, creditorAgent: string): Generator<TradeRequest, Payment, readonly string[]> {
  const uetr = drawUetr(prng)
  const instructed = 1_000n + BigInt(prng.below(INSTRUCTED_MAX))
  const bearer = prng.pick(['SHAR', 'DEBT', 'CRED', 'SLEV'] as const)
  const charges = bearer === 'CRED' || prng.chance(1, 2) ? BigInt(1 + prng.below(900)) : undefined
  const exchanged = bearer === 'CRED' ? instructed - (charges ?? 0n) : instructed
  const details: Json = {
    ...{ messageId: `M-${uetr.slice(0, 8)}`, endToEndId: 'E2E', purpose: 'GDDS' },
    ...{ debtor: { ...DEBTOR, lei: leiOf(DEBTOR.partyId) }, creditor: { ...CREDITOR } },
  }
  const instruction = {
    ...{ uetr, debtorAgent: AGENT, creditorAgent, currency: 'CNY', instructedAmount: cnyText(instructed) },
    ...(charges === undefined ? {} : { charges: cnyText(charges) }),
    ...{ chargeBearer: bearer, settlementCurrency: 'VND', settlementDate: TODAY, details },
  }
  yield* send(callOf(MODULE, 'initiate', fourEyes(AGENT), instruction))
  if (prng.chance(1, 8)) yield* send(callOf(MODULE, 'initiate', fourEyes(AGENT), instruction, ['payments/duplicate-uetr']))
  return { uetr, creditorAgent, settled: (2n * exchanged * RATE + CNY_MINOR_UNITS) / (2n * CNY_MINOR_UNITS) }
}

function cnyText(minorUnits: bigint): string {
  return `${minorUnits / CNY_MINOR_UNITS}.${`${minorUnits % CNY_MINOR_UNITS}`.padStart(2, '0')}`
}

/** Both agents, at once. */
function* screen({ uetr, creditorAgent }: Payment): Generator<TradeRequest, void, readonly string[]> {
  const lists = [{ listId: SANCTIONS, version: LIST_VERSION, absences: [...sanctionsList().absences] }]
  yield {
    calls: [AGENT, creditorAgent].map((agent) => callOf(MODULE, 'screen', alone(agent), { uetr, agent, result: 'CLEAR', lists })),
  }
}

/** PDNG, and on again, or back to the payer when its deadline has passed: then false. */
function* hold(world: ScriptWorld, { uetr, creditorAgent: agent }: Payment): Generator<TradeRequest, boolean, readonly string[]> {
  const isShort = world.prng.chance(1, 2)
  const deadlineMs = world.timeMs + (isShort ? SHORT_HOLD_MS : LONG_HOLD_MS)
  const params = { uetr, agent, reason: 'NARR', note: 'invoice asked for', deadlineMs }
  const code = yield* send(callOf(MODULE, 'hold', alone(agent), params, isShort ? [SUCCESS, 'payments/bad-deadline'] : [SUCCESS]))
  if (code !== SUCCESS) return true
  if (!isShort) {
    yield* send(callOf(MODULE, 'release', alone(agent), { uetr, agent }))
    return true
  }
  yield { untilMs: deadlineMs + SWEPT_MS }
  yield* send(debtorAgent('lock', { uetr }, [REJECTED]))
  return false
}

/** A provider that has nothing to give: its leg cannot be locked, so that of the payer stays. */
function* lackOfMoney(world: ScriptWorld, terms: Payment): Generator<TradeRequest, void, readonly string[]> {
  yield* exchange(world, terms, 'poor-lp')
  yield* send(debtorAgent('lock', { uetr: terms.uetr }, ['settlement/insufficient-funds']))
}

function* exchange(
  { timeMs }: ScriptWorld,
  { uetr, settled }: Payment,
  provider: string,
): Generator<TradeRequest, void, readonly string[]> {
  const rate = `${RATE}`
  yield* send(callOf(MODULE, 'quote', alone(provider), { uetr, provider, rate, validUntilMs: timeMs + QUOTE_MS }))
  yield* send(debtorAgent('acceptQuote', { uetr, provider, rate, settledAmount: `${settled}` }))
}

/** ACCC, or a recall: refused, and then ACCC, or granted, and the money comes back. */
function* credit({ prng }: ScriptWorld, { uetr, creditorAgent, settled }: Payment): Generator<TradeRequest, void, readonly string[]> {
  const call = (command: string, params: TradeCall['params'], expected?: readonly string[]): TradeCall =>
    callOf(MODULE, command, alone(creditorAgent), { uetr, ...params }, expected)
  const confirm = call('confirmCredit', { creditedAmount: `${settled}` })
  if (!prng.chance(1, 3)) return void (yield* send(confirm))
  yield* send(debtorAgent('recall', { uetr, reason: 'DUPL' }))
  yield* send({ ...confirm, expected: ['payments/recall-pending'] })
  if (prng.chance(1, 2)) {
    yield* send(call('respondToRecall', { answer: 'RJCR', reason: 'CUST' }))
    yield* send(confirm)
    return
  }
  yield* send(call('respondToRecall', { answer: 'CNCL' }))
  const returned = prng.chance(1, 2) ? settled : settled - 1n
  yield* send(call('returnPayment', { amount: `${returned}`, reason: 'DUPL' }))
  yield* send(call('returnPayment', { amount: '1', reason: 'DUPL' }, ['payments/already-returned']))
}

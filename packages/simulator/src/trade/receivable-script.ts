import type { Prng } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { Violation } from '../violation.ts'
import { sellByAuction } from './auction-script.ts'
import { DUE_DATE, LINE_ID, leiOf, OFFER_MS, TODAY } from './cast.ts'
import {
  alone,
  callOf,
  drawHash,
  fourEyes,
  type Script,
  type ScriptWorld,
  SUCCESS,
  send,
  type TradeCall,
  type TradeRequest,
} from './script.ts'

const MODULE = 'receivables'
const CORE = 'core'
const SELLER = 'nanhai'
const TRANSFEREE = 'sanshui'
const NET_MAX = 50_000_000
/** VAT of 13 %: nets are multiples of 100, so that it needs no rounding. */
const VAT_PERCENT = 13n
const RATE_PPM = 38_500

interface Claim {
  readonly certNo: string
  readonly amount: bigint
}

/** A certificate from the invoice to the last redemption: split, passed on, sold to banks. */
export function* certificate(world: ScriptWorld): Script {
  const { prng } = world
  const whole = yield* issue(world)
  const { certNo } = whole
  if (prng.chance(1, 8)) return void (yield* send(callOf(MODULE, 'reject', alone(SELLER), { certNo })))
  yield* send(callOf(MODULE, 'accept', alone(SELLER), { certNo }))
  for (const claim of yield* split(prng, whole)) {
    const holder = prng.chance(1, 3) ? yield* transfer(world, claim) : SELLER
    if (prng.chance(1, 8)) yield* freezeAndLift(world, claim.certNo, holder)
    if (prng.chance(1, 3)) yield* sellByAuction(world, claim.certNo, holder)
    else if (prng.chance(2, 3)) yield* finance(world, claim, holder)
  }
  const redeem = (amount?: bigint): TradeCall =>
    callOf(MODULE, 'redeem', alone(CORE), { certNo, ...(amount === undefined ? {} : { amount: `${amount}` }) })
  if (prng.chance(1, 2)) yield* send(redeem(1n + BigInt(prng.below(Number(whole.amount) - 1))))
  yield* send(redeem())
  yield* send({ ...redeem(1n), expected: ['receivables/ended'] })
}

function* issue({ prng, number, timeMs }: ScriptWorld): Generator<TradeRequest, Claim, readonly string[]> {
  const place = number()
  const net = 100n * BigInt(10 + prng.below(NET_MAX / 100))
  const amount = net + (net * VAT_PERCENT) / 100n
  const invoiceNo = `27440${`${place}`.padStart(15, '0')}`
  yield* send(callOf('invoices', 'issue', alone(SELLER), invoice(invoiceNo, net, amount)))
  const terms = {
    ...{ certNo: `C-${place}`, lineId: LINE_ID, payee: SELLER, clearingBank: 'settlement-bank', dueDate: DUE_DATE },
    ...{ documents: tradeDocuments(place, amount), acceptUntilMs: timeMs + OFFER_MS },
    invoices: [{ invoiceId: `CN:${leiOf(SELLER)}:380:${invoiceNo}`, amount: `${amount}` }],
  }
  yield* send(callOf(MODULE, 'issue', fourEyes(CORE), terms))
  if (prng.chance(1, 6))
    yield* send(callOf(MODULE, 'issue', fourEyes(CORE), { ...terms, certNo: `D-${place}` }, ['receivables/invoice-not-free']))
  return { certNo: terms.certNo, amount }
}

/** An order and a goods receipt of the whole amount. */
function tradeDocuments(place: number, amount: bigint): Json {
  const hashOf = (digit: number): string => `0x${`${digit}${place}`.padStart(64, '0')}`
  return [
    { type: 'order', reference: `PO-${place}`, hash: hashOf(1), amount: `${amount}` },
    { type: 'receipt-advice', reference: `GR-${place}`, hash: hashOf(2), amount: `${amount}` },
  ]
}

function invoice(number: string, net: bigint, gross: bigint): TradeCall['params'] {
  const [netAmount, taxAmount, grossTotal] = [net, gross - net, gross].map((value) => `${value}`) as [string, string, string]
  const line: Json = {
    ...{ id: '1', name: 'Moulds', quantity: '1', unitCode: 'H87', netAmount, unitPrice: `${net / 100n}.00` },
    ...{ vatCategory: 'S', vatRate: `${VAT_PERCENT}`, allowances: [], charges: [] },
  }
  return {
    ...{ number, issueDate: TODAY, typeCode: '380', currency: 'CNY', allowances: [], charges: [] },
    seller: { partyId: SELLER, name: SELLER, country: 'CN', legalId: leiOf(SELLER) },
    buyer: { partyId: CORE, name: CORE, country: 'CN', legalId: leiOf(CORE) },
    vatBreakdown: [{ category: 'S', taxableAmount: netAmount, taxAmount, rate: `${VAT_PERCENT}` }],
    lines: [line],
    totals: { lineTotal: netAmount, netTotal: netAmount, vatTotal: taxAmount, grossTotal, payable: grossTotal },
  }
}

/** Into two or three shares, mostly. One that makes a unit more of it is refused. */
function* split(prng: Prng, whole: Claim): Generator<TradeRequest, readonly Claim[], readonly string[]> {
  const { certNo, amount } = whole
  if (prng.chance(1, 4)) return [whole]
  const first = 1n + BigInt(prng.below(Number(amount / 2n)))
  const second = prng.chance(1, 2) ? amount - first : 1n + BigInt(prng.below(Number((amount - first) / 2n)))
  const shares = [first, second, amount - first - second].filter((share) => share > 0n)
  const call = (of: readonly bigint[], expected?: readonly string[]): TradeCall =>
    callOf(MODULE, 'split', alone(SELLER), { certNo, shares: of.map((share) => `${share}`) }, expected)
  if (prng.chance(1, 4)) yield* send(call([...shares.slice(1), first + 1n], ['receivables/shares-sum']))
  yield* send(call(shares))
  return shares.map((share, index) => ({ certNo: `${certNo}.${index + 1}`, amount: share }))
}

/** To another supplier for a trade of theirs; gives who holds it then. */
function* transfer({ prng, timeMs }: ScriptWorld, { certNo, amount }: Claim): Generator<TradeRequest, string, readonly string[]> {
  const tradeDocumentHash = drawHash(prng)
  yield* send(callOf(MODULE, 'transfer', alone(SELLER), { certNo, to: TRANSFEREE, tradeDocumentHash, expiresAtMs: timeMs + OFFER_MS }))
  const accept = callOf(MODULE, 'acceptTransfer', alone(TRANSFEREE), { certNo, tradeDocumentHash, outstanding: `${amount}` })
  if (prng.chance(1, 4))
    yield* send({
      ...accept,
      params: { ...accept.params, tradeDocumentHash: drawHash(prng) },
      expected: ['receivables/trade-document-mismatch'],
    })
  yield* send(accept)
  return TRANSFEREE
}

/** Delivery versus payment: to a bank that has no money nothing goes; of two banks at once one gets it. */
function* finance(
  { prng, timeMs }: ScriptWorld,
  { certNo, amount }: Claim,
  seller: string,
): Generator<TradeRequest, void, readonly string[]> {
  const terms = { certNo, annualRatePpm: RATE_PPM, recourse: prng.chance(1, 2) }
  yield* send(callOf(MODULE, 'requestFinance', alone(seller), { ...terms, expiresAtMs: timeMs + OFFER_MS }))
  const call = (bank: string, ...expected: readonly string[]): TradeCall =>
    callOf(MODULE, 'finance', alone(bank), { ...terms, bank, seller, outstanding: `${amount}` }, expected)
  // Of a few fen a discount of a few days' interest leaves nothing to pay for whoever has none.
  if (prng.chance(1, 3)) yield* send(call('poor-funder', 'settlement/insufficient-funds'))
  if (!prng.chance(1, 3)) return void (yield* send(call('funder', SUCCESS)))
  const codes = yield { calls: ['funder', 'rival'].map((bank) => call(bank, SUCCESS, 'receivables/already-financed')) }
  if (codes.filter((code) => code === SUCCESS).length !== 1)
    throw new Violation(21, `of two banks that finance ${certNo} one gets it: ${codes.join(', ')}`)
}

/** A court stops a claim, and lets it go. */
function* freezeAndLift({ prng, timeMs }: ScriptWorld, certNo: string, holder: string): Generator<TradeRequest, void, readonly string[]> {
  const order = { certNo, orderHash: drawHash(prng) }
  yield* send(callOf(MODULE, 'freeze', alone('court'), { ...order, expiresAtMs: timeMs + OFFER_MS }))
  const offer = { certNo, annualRatePpm: RATE_PPM, recourse: false, expiresAtMs: timeMs + OFFER_MS }
  yield* send(callOf(MODULE, 'requestFinance', alone(holder), offer, ['receivables/frozen']))
  yield* send(callOf(MODULE, 'unfreeze', alone('court'), order))
}

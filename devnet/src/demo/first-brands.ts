import { addDays, dateOfTime } from '@hanse/modules'
import { both, type DemoCall, maker } from './desk.ts'
import type { Script } from './script.ts'
import {
  balanceOf,
  CNY,
  call,
  chineseNumber,
  DAY_MS,
  invoiceOf,
  invoiceStatus,
  issuedId,
  type Params,
  requireUnplayed,
  spelledOtherwise,
  UTC_OFFSET_MINUTES,
} from './steps.ts'

/** 1,000,000.00: net 884,955.75, VAT 13 % 115,044.25. */
const NET = 88_495_575n
const VAT = 11_504_425n
const FACE = '100000000'
const FINANCED_DAYS = 120
/** 3.85 % a year: 12,833.33 for 120 days. */
const RATE_PPM = 38_500
const PAID = '98716667'
const GROUP = 'group-diyi'
const PAPER = `0x${'1b'.repeat(32)}`
const ORDER_HASH = `0x${'1d'.repeat(32)}`
const RECEIPT_HASH = `0x${'1e'.repeat(32)}`
const SELLERS = { sanshui: 'Sanshui Fastener Co., Ltd.', 'diyi-trading': 'Foshan Diyi Trading Co., Ltd.' } as const
const LEGAL_IDS = { sanshui: '91440607MADEM3003C', 'diyi-trading': '91440604MADEM7007A' } as const
const BANKS = ['bank-a', 'bank-b'] as const
const BANK_NAMES = { 'bank-a': 'Bank A', 'bank-b': 'Bank B' } as const

const receivable = (command: string, params: Params): DemoCall => call('receivables', command, params)

/** Identifiers of one playing. */
interface Names {
  readonly nowMs: number
  readonly today: string
  readonly certNo: string
  readonly lineA: string
  readonly lineB: string
  readonly order: string
  readonly receipt: string
  numberOf(place: number): string
}

function namesOf(fresh: boolean, nowMs: number): Names {
  const today = dateOfTime(nowMs, UTC_OFFSET_MINUTES)
  const tag = fresh ? nowMs.toString(36).toUpperCase() : '1'
  return {
    nowMs,
    today,
    certNo: `FB-${tag}`,
    lineA: `FB-A-${tag}`,
    lineB: `FB-B-${tag}`,
    order: `FB-PO-${tag}`,
    receipt: `FB-GR-${tag}`,
    numberOf: (place) => chineseNumber(today, (fresh ? nowMs : 3_000) + place),
  }
}

type Seller = keyof typeof SELLERS

function invoiceFrom(seller: Seller, names: Names, place: number): Params {
  return invoiceOf({
    number: names.numberOf(place),
    issueDate: names.today,
    currency: CNY,
    seller: { partyId: seller, name: SELLERS[seller], country: 'CN', legalId: LEGAL_IDS[seller] },
    buyer: { partyId: 'diyi', name: 'Foshan Diyi Auto Parts Co., Ltd.', country: 'CN', legalId: '91440604MADEM60060' },
    what: 'Wiper blades',
    net: NET,
    vat: VAT,
    rate: '13',
    unitPrice: '884955.75',
  })
}

/** Domain §1, the First Brands test: of what was financed there, most matched no sale; it was made up, inflated, or sold several times. */
export async function playFirstBrands(script: Script, fresh: boolean): Promise<void> {
  const names = namesOf(fresh, await script.desk.nowMs())
  await prepare(script, names)
  const invoiceId = await madeUpAct(script, names)
  await soldTwiceAct(script, names, invoiceId)
  await groupAct(script, names)
  await circleAct(script, names)
  await raceAct(script, names)
  await payAct(script, names, invoiceId)
}

async function prepare(script: Script, names: Names): Promise<void> {
  script.act('1 · Before the trade: quotas, lines of two banks, who belongs to whom')
  await requireUnplayed(script, 'sanshui', names.numberOf(0))
  for (const sellerId of ['sanshui', 'diyi-trading'] as const) {
    const month = { sellerId, currency: CNY, period: names.today.slice(0, 7), limit: '100000000000' }
    await script.does(`The tax authority grants ${SELLERS[sellerId]} a quota`, [maker('tax')], call('invoices', 'grantQuota', month))
  }
  const line = { core: 'diyi', currency: CNY, limit: '500000000' }
  await script.does('Bank A grants Diyi a line of 5 m', both('bank-a'), receivable('grantLine', { ...line, lineId: names.lineA }))
  await script.does('Bank B grants Diyi one, too', both('bank-b'), receivable('grantLine', { ...line, lineId: names.lineB }))
  for (const partyId of ['diyi', 'diyi-trading']) {
    const owned = { partyId, owners: [GROUP], small: false, evidenceHash: PAPER }
    await script.does(`The registrar notes the owner of ${partyId}`, both('regulator'), call('organizations', 'classifyParty', owned))
  }
  const mint = { currency: CNY, to: 'diyi', amount: FACE, reference: 'deposit' }
  await script.does('Diyi deposits 1,000,000.00 at the settlement bank', both('bank-a'), call('settlement', 'mint', mint))
}

/** The issue of the whole invoice against the order and the goods receipt of 1,000,000.00. `change` is what a fraud does to it. */
function issueOf(names: Names, invoiceId: string, change: Params = {}, receipt: Params = {}): DemoCall {
  return receivable('issue', {
    certNo: names.certNo,
    lineId: names.lineA,
    payee: 'sanshui',
    clearingBank: 'bank-a',
    dueDate: addDays(names.today, FINANCED_DAYS),
    invoices: [{ invoiceId, amount: FACE }],
    documents: [
      { type: 'order', reference: names.order, hash: ORDER_HASH, amount: '200000000' },
      { type: 'receipt-advice', reference: names.receipt, hash: RECEIPT_HASH, amount: FACE, ...receipt },
    ],
    acceptUntilMs: names.nowMs + 7 * DAY_MS,
    ...change,
  })
}

async function madeUpAct(script: Script, names: Names): Promise<string> {
  script.act('2 · Made up, and inflated')
  const diyi = both('diyi')
  const sell = async (step: string, place: number): Promise<string> => {
    const invoice = call('invoices', 'issue', invoiceFrom('sanshui', names, place))
    return issuedId((await script.does(step, [maker('sanshui')], invoice)).events)
  }
  const invented = `CN:${LEGAL_IDS.sanshui}:380:${names.numberOf(9)}`
  await script.refuses('An invoice that nobody issued', 'receivables/unknown-invoice', diyi, issueOf(names, invented))
  const invoiceId = await sell('Sanshui invoices Diyi 1,000,000.00 for what it delivered', 0)
  const short = issueOf(names, invoiceId, {}, { amount: '90000000' })
  await script.refuses('Inflated: 900,000.00 of goods were received', 'receivables/exceeds-goods-receipt', diyi, short)
  const more = issueOf(names, invoiceId, { invoices: [{ invoiceId, amount: '113000000' }] })
  await script.refuses('Inflated: more than the invoice says', 'invoices/over-pledged', diyi, more)
  await script.does('Diyi promises what it owes, two operators sign', diyi, issueOf(names, invoiceId))
  await script.does('Sanshui accepts it', [maker('sanshui')], receivable('accept', { certNo: names.certNo }))
  const fabricated = await sell('Sanshui invoices another 1,000,000.00, for nothing', 1)
  const next = { certNo: `${names.certNo}-X`, lineId: names.lineB }
  const reused = issueOf(names, fabricated, next)
  await script.refuses('Fabricated: the goods receipt is used up', 'receivables/exceeds-goods-receipt', diyi, reused)
  const altered = issueOf(names, fabricated, next, { amount: '200000000' })
  await script.refuses('… and altered it is another document', 'receivables/document-mismatch', diyi, altered)
  return invoiceId
}

async function soldTwiceAct(script: Script, names: Names, invoiceId: string): Promise<void> {
  script.act('3 · The same invoice, sold several times')
  const again = { certNo: `${names.certNo}-Y`, lineId: names.lineA, documents: [] }
  const taken = 'receivables/invoice-not-free'
  await script.refuses('At Bank A, under another certificate', taken, both('diyi'), issueOf(names, invoiceId, again))
  await script.refuses('At Bank B', taken, both('diyi'), issueOf(names, invoiceId, { ...again, lineId: names.lineB }))
  const number = names.numberOf(0)
  const spelled = spelledOtherwise(number)
  const respelled = call('invoices', 'issue', { ...invoiceFrom('sanshui', names, 0), number: spelled })
  await script.refuses(`Issued again as ${spelled}`, 'invoices/duplicate-number', [maker('sanshui')], respelled)
  const corrected = call('invoices', 'issue', { ...invoiceFrom('sanshui', names, 0), typeCode: '384' })
  await script.refuses('… and as a corrected invoice (BT-3 384)', 'invoices/duplicate-number', [maker('sanshui')], corrected)
  const otherId = `CN:${LEGAL_IDS.sanshui}:380:${spelled}`
  const elsewhere = issueOf(names, otherId, { ...again, lineId: names.lineB })
  await script.refuses('At Bank B, under that spelling', 'receivables/unknown-invoice', both('diyi'), elsewhere)
}

function offerOf({ certNo, nowMs }: Names, to: string): DemoCall {
  return receivable('transfer', { certNo, to, tradeDocumentHash: PAPER, expiresAtMs: nowMs + 20 * DAY_MS })
}

async function groupAct(script: Script, names: Names): Promise<void> {
  script.act('4 · Within the group, and to who may not')
  const invoice = call('invoices', 'issue', invoiceFrom('diyi-trading', names, 0))
  const { events } = await script.does('Diyi Trading invoices its own group', [maker('diyi-trading')], invoice)
  const within = issueOf(names, issuedId(events), { certNo: `${names.certNo}-Z`, payee: 'diyi-trading', documents: [] })
  await script.refuses('Diyi owes it to a related party', 'receivables/related-parties', both('diyi'), within)
  const seller = [maker('sanshui')]
  await script.refuses('Sanshui passes its claim on to one', 'receivables/related-parties', seller, offerOf(names, 'diyi-trading'))
  await script.refuses('Sanshui passes it back to Diyi', 'receivables/transfer-to-core', seller, offerOf(names, 'diyi'))
  const kyc = (status: string, more: Params): DemoCall => call('organizations', 'setKyc', { partyId: 'gaoming', status, ...more })
  await script.does('The regulator suspends Gaoming Coating', both('regulator'), kyc('SUSPENDED', { reason: 'under investigation' }))
  await script.refuses('Sanshui passes it on to the suspended firm', 'organizations/party-not-active', seller, offerOf(names, 'gaoming'))
  const reinstated = { validUntilMs: names.nowMs + 360 * DAY_MS, vcHash: PAPER, reason: 'investigation closed' }
  await script.does('The registrar reinstates Gaoming', both('regulator'), kyc('ACTIVE', reinstated))
}

async function circleAct(script: Script, names: Names): Promise<void> {
  script.act('5 · In a circle')
  const { certNo } = names
  const accept = { certNo, tradeDocumentHash: PAPER, outstanding: FACE }
  await script.does('Sanshui passes it on to Gaoming', [maker('sanshui')], offerOf(names, 'gaoming'))
  await script.does('Gaoming accepts, with the same trade document', [maker('gaoming')], receivable('acceptTransfer', accept))
  await script.refuses('Sanshui passes on what it no longer has', 'organizations/wrong-party', [maker('sanshui')], offerOf(names, 'nanhai'))
  await script.refuses('Gaoming passes it back to Sanshui', 'receivables/circular-transfer', [maker('gaoming')], offerOf(names, 'sanshui'))
}

async function raceAct(script: Script, names: Names): Promise<void> {
  script.act('6 · Two banks at once')
  const { certNo } = names
  const before = await balanceOf(script, 'gaoming')
  const request = { certNo, annualRatePpm: RATE_PPM, recourse: false, expiresAtMs: names.nowMs + 10 * DAY_MS }
  await script.does('Gaoming asks for cash at 3.85 %', [maker('gaoming')], receivable('requestFinance', request))
  const financeBy = (bank: string): DemoCall =>
    receivable('finance', { certNo, annualRatePpm: RATE_PPM, bank, seller: 'gaoming', recourse: false, outstanding: FACE })
  const winner = await script.race(
    'Bank A and Bank B finance it, at two nodes',
    'receivables/already-financed',
    [[maker('bank-a')], financeBy('bank-a')],
    [[maker('bank-b')], financeBy('bank-b')],
  )
  const loser = BANKS[winner === 0 ? 1 : 0]
  script.expect('Gaoming is paid once: 987,166.67', PAID, `${(await balanceOf(script, 'gaoming')) - before}`)
  const again = financeBy(loser)
  await script.refuses(`${BANK_NAMES[loser]} finances it all the same`, 'receivables/already-financed', [maker(loser)], again)
  const { certificate } = await script.desk.query('receivables', 'certificate', { certNo })
  script.expect(`${BANK_NAMES[BANKS[winner]]} holds it, and nobody else`, BANKS[winner], `${(certificate as Params)['holder']}`)
}

async function payAct(script: Script, names: Names, invoiceId: string): Promise<void> {
  script.act('7 · Paid')
  const redeem = receivable('redeem', { certNo: names.certNo })
  const { id } = await script.does('Diyi redeems, early, through the clearing bank', [maker('diyi')], redeem)
  const invoice = await invoiceStatus(script, invoiceId)
  script.expect('The invoice is paid', 'PAID RELEASED', `${invoice['payment']} ${invoice['finance']}`)
  const line = (await script.desk.query('receivables', 'line', { lineId: names.lineA }))['line'] as Params
  script.expect('The line is free again', '0', `${line['used']}`)
  const once = issueOf(names, invoiceId, { certNo: `${names.certNo}-W`, lineId: names.lineB, documents: [] })
  await script.refuses('The paid invoice, at Bank B', 'receivables/invoice-not-free', both('diyi'), once)
  await script.provesOffline('The proof of payment verifies offline', id)
}

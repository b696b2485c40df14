import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Judgement, judgeInvoice, loadPartyMap, readUbl, toInvoiceIssue } from '@hanse/documents'
import { addDays, dateOfTime } from '@hanse/modules'
import { bytesToHex } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { bidCommitment } from '@hanse/sdk'
import { both, type DemoCall, maker } from './desk.ts'
import { type Script, Surprise } from './script.ts'
import { balanceOf, CNY, call, DAY_MS, issuedId, type Params, requireUnplayed, spelledOtherwise, UTC_OFFSET_MINUTES } from './steps.ts'

const TRADE_DOCUMENT = `0x${'5a'.repeat(32)}`
const ORDER_HASH = `0x${'0d'.repeat(32)}`
const RECEIPT_HASH = `0x${'9e'.repeat(32)}`
/** 3.85 % a year for 120 days. */
const RATE_PPM = 38_500
/** 400,000.00: the share that goes on to Sanshui and then to Bank B. */
const SHARE = '40000000'
const FINANCED_DAYS = 120
/** The most that Sanshui takes: 6 % a year. */
const RATE_PPM_MAX = 60_000
/** How long banks can bid: long enough for a busy machine, short enough to watch. */
const BIDDING_MS = 5_000
/** BT-2 of shunhe-invoice.xml. */
const FILE_DATE = '2025-12-15'

const receivable = (command: string, params: Params): DemoCall => call('receivables', command, params)

/** Identifiers of one playing: with `fresh` they carry the time, so that the story plays again on the same chain. */
interface Names {
  /** As in the file, or with today's year and a new sequence. */
  readonly invoiceNumber: string
  readonly invoiceDate: string
  readonly certNo: string
  readonly lineA: string
  readonly lineB: string
  readonly smallLine: string
  readonly order: string
  readonly receipt: string
}

function namesOf(fresh: boolean, nowMs: number, today: string): Names {
  const tag = fresh ? nowMs.toString(36).toUpperCase() : '1'
  const invoiceDate = fresh ? today : FILE_DATE
  const sequence = `${fresh ? nowMs % 1e15 : 17}`.padStart(15, '0')
  // A Chinese number begins with the year of its date, then region and channel.
  return {
    invoiceNumber: `${invoiceDate.slice(2, 4)}442${sequence}`,
    invoiceDate,
    certNo: `SH-${tag}`,
    lineA: `A-${tag}`,
    lineB: `B-${tag}`,
    smallLine: `A-SMALL-${tag}`,
    // The chain remembers what a goods receipt was used for.
    order: fresh ? `SH-PO-${tag}` : 'SH-PO-2025-0931',
    receipt: fresh ? `SH-GR-${tag}` : 'SH-GR-25-2210',
  }
}

/** The invoice of the story: a UBL 2.1 file, judged by EN 16931, its parties bound to the chain's. */
function readInvoice(number: string, issueDate: string): { readonly params: Params; readonly judgement: Judgement } {
  const folder = new URL('../../documents/', import.meta.url)
  const document = readUbl(readFileSync(new URL('shunhe-invoice.xml', folder)))
  if (!document.ok) throw new Surprise(`the invoice is not readable: ${document.error.message}`)
  const map = loadPartyMap(JSON.parse(readFileSync(new URL('party-map.json', folder), 'utf8')) as Json)
  if (!map.ok) throw new Surprise(`the party map is not usable: ${map.error.message}`)
  const issue = toInvoiceIssue(document.value, map.value)
  if (!issue.ok) throw new Surprise(`the invoice cannot be issued: ${issue.error.message}`)
  return { params: { ...(issue.value as Params), number, issueDate }, judgement: judgeInvoice(document.value) }
}

/** Domain §1: an order becomes an invoice, the invoice a promise to pay, the promise money for a second-tier supplier. */
export async function playShunhe(script: Script, fresh: boolean): Promise<void> {
  const nowMs = await script.desk.nowMs()
  const today = dateOfTime(nowMs, UTC_OFFSET_MINUTES)
  const names = namesOf(fresh, nowMs, today)
  await prepare(script, names)
  const invoiceId = await invoiceAct(script, names)
  await issueAct(script, names, invoiceId, today, nowMs)
  await splitAct(script, names)
  await transferAct(script, names, nowMs)
  await financeAct(script, names, invoiceId, nowMs)
  await payAct(script, names, invoiceId)
}

async function prepare(script: Script, names: Names): Promise<void> {
  script.act('1 · Before the trade: quota, credit line, cash')
  await requireUnplayed(script, 'nanhai', names.invoiceNumber)
  const quota = { sellerId: 'nanhai', currency: CNY, period: names.invoiceDate.slice(0, 7), limit: '100000000000' }
  await script.does('The tax authority grants Nanhai a quota for the month', [maker('tax')], call('invoices', 'grantQuota', quota))
  const line = { lineId: names.lineA, core: 'shunhe', currency: CNY, limit: '500000000' }
  await script.refuses(
    'One clerk of Bank A alone grants a line of 5 m',
    'organizations/four-eyes-required',
    [maker('bank-a')],
    receivable('grantLine', line),
  )
  await script.does('Bank A grants Shunhe a line of 5,000,000.00, two operators sign', both('bank-a'), receivable('grantLine', line))
  const small = { lineId: names.smallLine, core: 'shunhe', currency: CNY, limit: '50000000' }
  await script.does('Bank A grants a second line of 500,000.00', both('bank-a'), receivable('grantLine', small))
  const bankB = { lineId: names.lineB, core: 'shunhe', currency: CNY, limit: '200000000' }
  await script.does('Bank B grants a line of 2,000,000.00', both('bank-b'), receivable('grantLine', bankB))
  const mint = { currency: CNY, to: 'shunhe', amount: '100000000', reference: 'deposit' }
  await script.does('Shunhe deposits 1,000,000.00 at the settlement bank', both('bank-a'), call('settlement', 'mint', mint))
}

async function invoiceAct(script: Script, names: Names): Promise<string> {
  script.act('2 · The invoice: moulds for 1,000,000.00, VAT 13 % included')
  const { params, judgement } = readInvoice(names.invoiceNumber, names.invoiceDate)
  const { rules, errors } = judgement.summary
  script.expect(`shunhe-invoice.xml (UBL 2.1), judged by ${rules} rules of EN 16931`, '0 errors', `${errors} errors`)
  const totals = params['totals'] as Params
  const wrong = { ...params, totals: { ...totals, vatTotal: `${BigInt(totals['vatTotal'] as string) + 1n}` } }
  await script.refuses('VAT off by 0.01', 'invoices/BR-CO-14', [maker('nanhai')], call('invoices', 'issue', wrong))
  const { id, events } = await script.does(
    `Nanhai issues invoice ${names.invoiceNumber}`,
    [maker('nanhai')],
    call('invoices', 'issue', params),
  )
  await script.provesOffline('The proof of it verifies offline with the validator keys alone', id)
  const spelled = { ...params, number: spelledOtherwise(names.invoiceNumber) }
  await script.refuses(
    `The same invoice as ${spelled.number}`,
    'invoices/duplicate-number',
    [maker('nanhai')],
    call('invoices', 'issue', spelled),
  )
  return issuedId(events)
}

async function issueAct(script: Script, names: Names, invoiceId: string, today: string, nowMs: number): Promise<void> {
  script.act('3 · The receivable: Shunhe promises to pay in 120 days')
  const documents = [
    { type: 'order', reference: names.order, hash: ORDER_HASH, amount: '100000000' },
    { type: 'receipt-advice', reference: names.receipt, hash: RECEIPT_HASH, amount: '100000000' },
  ]
  const issue = {
    certNo: names.certNo,
    lineId: names.lineA,
    payee: 'nanhai',
    clearingBank: 'bank-a',
    dueDate: addDays(today, FINANCED_DAYS),
    invoices: [{ invoiceId, amount: '100000000' }],
    documents,
    acceptUntilMs: nowMs + 7 * DAY_MS,
  }
  const issueWith = (change: Params): DemoCall => receivable('issue', { ...issue, ...change })
  await script.refuses('A tenor of 400 days', 'receivables/tenor-too-long', both('shunhe'), issueWith({ dueDate: addDays(today, 400) }))
  await script.refuses(
    'More than the line of 500,000.00 holds',
    'receivables/line-exceeded',
    both('shunhe'),
    issueWith({ lineId: names.smallLine }),
  )
  const short = [documents[0] as Params, { ...(documents[1] as Params), amount: '90000000' }]
  await script.refuses(
    'More than the goods receipt says',
    'receivables/exceeds-goods-receipt',
    both('shunhe'),
    issueWith({ documents: short }),
  )
  const alone = issueWith({ tenorReason: 'self-approved' })
  const proposal = { callDigest: script.desk.callDigest(alone), expiresAtMs: nowMs + DAY_MS }
  await script.does('A clerk of Shunhe proposes the issue', [maker('shunhe')], call('organizations', 'propose', proposal))
  await script.refuses('… and approves it himself', 'organizations/self-approval', [maker('shunhe')], alone)
  await script.does(`Shunhe issues ${names.certNo} on the invoice, two operators sign`, both('shunhe'), receivable('issue', issue))
  await script.does('Nanhai accepts it', [maker('nanhai')], receivable('accept', { certNo: names.certNo }))
  const again = issueWith({ certNo: `${names.certNo}-B`, lineId: names.lineB })
  await script.refuses('The same invoice again, at Bank B', 'receivables/invoice-not-free', both('shunhe'), again)
}

async function splitAct(script: Script, names: Names): Promise<void> {
  script.act('4 · Split down the supply chain')
  const split = (...shares: string[]): DemoCall => receivable('split', { certNo: names.certNo, shares })
  await script.refuses('Shares that sum to 1,000,000.01', 'receivables/shares-sum', [maker('nanhai')], split('60000000', '40000001'))
  await script.refuses(
    'A share of −100,000.00 beside one of 1,100,000.00',
    'receivables/share-not-positive',
    [maker('nanhai')],
    split('-10000000', '110000000'),
  )
  await script.does('Nanhai splits it into 600,000.00 and 400,000.00', [maker('nanhai')], split('60000000', SHARE))
}

async function transferAct(script: Script, names: Names, nowMs: number): Promise<void> {
  script.act('5 · Passed on to the second tier')
  const share = `${names.certNo}.2`
  const offer = (to: string): DemoCall =>
    receivable('transfer', { certNo: share, to, tradeDocumentHash: TRADE_DOCUMENT, expiresAtMs: nowMs + 20 * DAY_MS })
  const kyc = (status: string, more: Params): DemoCall => call('organizations', 'setKyc', { partyId: 'gaoming', status, ...more })
  await script.does('The regulator suspends Gaoming Coating', both('regulator'), kyc('SUSPENDED', { reason: 'under investigation' }))
  await script.refuses('A transfer to the suspended firm', 'organizations/party-not-active', [maker('nanhai')], offer('gaoming'))
  await script.refuses('A transfer back to Shunhe, who owes it', 'receivables/transfer-to-core', [maker('nanhai')], offer('shunhe'))
  const reinstated = { validUntilMs: nowMs + 360 * DAY_MS, vcHash: ORDER_HASH, reason: 'investigation closed' }
  await script.does('The registrar reinstates Gaoming', both('regulator'), kyc('ACTIVE', reinstated))
  const winner = await script.race(
    'The same share to Sanshui and to Gaoming at once, at two nodes',
    'receivables/transfer-pending',
    [[maker('nanhai')], offer('sanshui')],
    [[maker('nanhai')], offer('gaoming')],
  )
  if (winner === 1) {
    await script.does('Gaoming won; Nanhai takes the offer back', [maker('nanhai')], receivable('cancelTransfer', { certNo: share }))
    await script.does('… and offers it to Sanshui', [maker('nanhai')], offer('sanshui'))
  }
  await script.does(
    'Sanshui accepts, with the same trade document',
    [maker('sanshui')],
    receivable('acceptTransfer', { certNo: share, tradeDocumentHash: TRADE_DOCUMENT, outstanding: SHARE }),
  )
}

async function financeAct(script: Script, names: Names, invoiceId: string, nowMs: number): Promise<void> {
  script.act('6 · Sold by auction: sealed bids, delivery versus payment')
  const share = `${names.certNo}.2`
  const before = await balanceOf(script, 'sanshui')
  await auctionOf(script, share, nowMs)
  script.expect('Sanshui has 394,866.67: 400,000.00 less 5,133.33', '39486667', `${(await balanceOf(script, 'sanshui')) - before}`)
  const again = { certNo: share, annualRatePpm: RATE_PPM, bank: 'bank-b', seller: 'sanshui', recourse: false, outstanding: SHARE }
  await script.refuses('Bank B finances it again', 'receivables/already-financed', [maker('bank-b')], receivable('finance', again))
  const red = call('invoices', 'redLetter', { invoiceId, ...redLetterOf(names, nowMs) })
  await script.refuses('A red-letter invoice while it is financed', 'invoices/red-while-financed', both('nanhai'), red)
}

/** Nobody reads a rate before all have bid; the bank that is best is bound by what it committed to. */
async function auctionOf(script: Script, share: string, nowMs: number): Promise<void> {
  const commitUntilMs = (await script.desk.nowMs()) + BIDDING_MS
  const auction = { commitUntilMs, revealUntilMs: commitUntilMs + DAY_MS }
  const request = { certNo: share, annualRatePpm: RATE_PPM_MAX, recourse: false, expiresAtMs: nowMs + 10 * DAY_MS, auction }
  await script.does('Sanshui asks for bids, at most 6 % a year', [maker('sanshui')], receivable('requestFinance', request))
  const { auctionNo } = (await script.desk.query('receivables', 'auction', { certNo: share }))['auction'] as { readonly auctionNo: number }
  const sealed = [
    { bank: 'bank-a', annualRatePpm: 41_000, salt: randomBytes(32) },
    { bank: 'bank-b', annualRatePpm: RATE_PPM, salt: randomBytes(32) },
  ].map(({ salt, ...rate }) => {
    const commitment = bidCommitment({ genesisHash: script.desk.genesisHash, certNo: share, auctionNo, ...rate }, salt)
    const reveal = { certNo: share, ...rate, salt: bytesToHex(salt) }
    return { bid: { certNo: share, bank: rate.bank, auctionNo, commitment }, reveal }
  })
  const [bankA, bankB] = sealed as [(typeof sealed)[0], (typeof sealed)[0]]
  await script.does('Bank A bids: the chain sees a hash', [maker('bank-a')], receivable('bid', bankA.bid))
  await script.does('Bank B bids', [maker('bank-b')], receivable('bid', bankB.bid))
  await script.refuses('Bank A bids a second time', 'receivables/already-bid', [maker('bank-a')], receivable('bid', bankA.bid))
  await script.desk.waitUntil(commitUntilMs)
  await script.does('Bank A reveals 4.10 %', [maker('bank-a')], receivable('reveal', bankA.reveal))
  const other = receivable('reveal', { ...bankB.reveal, annualRatePpm: RATE_PPM + 100 })
  await script.refuses('Bank B reveals another rate than it bid', 'receivables/commitment-mismatch', [maker('bank-b')], other)
  await script.does('Bank B reveals 3.85 %, and its money is locked', [maker('bank-b')], receivable('reveal', bankB.reveal))
  const best = { certNo: share, bank: 'bank-b', annualRatePpm: RATE_PPM }
  await script.does('Sanshui takes it: claim and cash in one transaction', [maker('sanshui')], receivable('acceptBid', best))
}

function redLetterOf(names: Names, nowMs: number): Params {
  const issueDate = dateOfTime(nowMs, UTC_OFFSET_MINUTES)
  return { number: `${issueDate.slice(2, 4)}443${names.invoiceNumber.slice(5)}`, issueDate, amount: '100000000', reason: 'return of goods' }
}

async function payAct(script: Script, names: Names, invoiceId: string): Promise<void> {
  script.act('7 · Paid')
  const holders = ['shunhe', 'nanhai', 'bank-b'] as const
  const before = await Promise.all(holders.map((party) => balanceOf(script, party)))
  const { id } = await script.does(
    'Shunhe redeems, early, through the clearing bank',
    [maker('shunhe')],
    receivable('redeem', { certNo: names.certNo }),
  )
  const after = await Promise.all(holders.map((party) => balanceOf(script, party)))
  const changes = holders.map((_, index) => (after[index] as bigint) - (before[index] as bigint))
  script.expect('Shunhe paid 1,000,000.00; Nanhai has 600,000.00, Bank B 400,000.00', '-100000000 60000000 40000000', changes.join(' '))
  const invoice = (await script.desk.query('invoices', 'invoice', { invoiceId }))['status'] as Params
  script.expect('The invoice is paid, and only its receivable could say so', 'PAID RELEASED', `${invoice['payment']} ${invoice['finance']}`)
  const line = (await script.desk.query('receivables', 'line', { lineId: names.lineA }))['line'] as Params
  script.expect('The line is free again', '0', `${line['used']}`)
  await script.refuses('Shunhe redeems it twice', 'receivables/ended', [maker('shunhe')], receivable('redeem', { certNo: names.certNo }))
  await script.provesOffline('The proof of payment verifies offline', id)
}

import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadPartyMap, readPacs008, toInitiate } from '@hanse/documents'
import { dateOfTime, listRoot, proveAbsence, sortedEntries, subjectKey } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { HanseError } from '@hanse/sdk'
import { both, type DemoCall, maker } from './desk.ts'
import { type Script, Surprise } from './script.ts'
import { balanceOf, CNY, call, invoiceOf, invoiceStatus, issuedId, type Params, requireUnplayed, UTC_OFFSET_MINUTES } from './steps.ts'

const VND = 'VND'
const RATE = '3520'
/** 350,000.00 CNY at 3520. */
const DONG = '1232000000'
/** 400,000.00 CNY. */
const CAP = '40000000'
const LIST = 'sanctions'
const PAPER = `0x${'5b'.repeat(32)}`
const CREDITOR = 'Công ty TNHH Bình Dương Gỗ Việt'
const CREDITOR_LEI = '300300DEMVNGOVT00743'
/** How long the list, a quote or a deadline may take to come, ms. */
const PATIENCE_MS = 60_000
const POLL_MS = 100
/** How far ahead of the head a list is published: the block that carries it must be below. */
const LIST_NOTICE_HEIGHTS = 3
/** Of the quote that nobody takes in time. */
const STALE_AFTER_MS = 5_000
const QUOTE_MS = 600_000
/** Domain §2: from the lock to the settlement, and to the creditor's account. */
const SETTLED_WITHIN_MS = 3_000
const CREDITED_WITHIN_MS = 10_000

const payments = (command: string, params: Params): DemoCall => call('payments', command, params)

/** Who is listed from the start: nobody of the story. */
const LISTED: readonly Hash[] = Array.from({ length: 64 }, (_, number) => subjectKey({ name: `Listed ${number}`, country: 'KP' }))

interface Trade {
  readonly instruction: Params
  readonly uetr: string
  readonly number: string
  readonly today: string
  readonly tag: string
}

/** The payment of the story: a pacs.008 file, its agents and customers bound to the chain's parties; settled today. */
function readPayment(fresh: boolean, nowMs: number): Trade {
  const folder = new URL('../../documents/', import.meta.url)
  const document = readPacs008(readFileSync(new URL('foshan-binh-duong-pacs008.xml', folder)))
  if (!document.ok) throw new Surprise(`the payment is not readable: ${document.error.message}`)
  const map = loadPartyMap(JSON.parse(readFileSync(new URL('party-map.json', folder), 'utf8')) as Json)
  if (!map.ok) throw new Surprise(`the party map is not usable: ${map.error.message}`)
  const plan = toInitiate(document.value, map.value)
  if (!plan.ok) throw new Surprise(`the payment cannot be initiated: ${plan.error.message}`)
  const params = plan.value.params as unknown as Params
  const today = dateOfTime(nowMs, UTC_OFFSET_MINUTES)
  const tag = fresh ? nowMs.toString(36).toUpperCase() : '0417'
  const number = fresh ? `GV-${today.slice(0, 4)}-${tag}` : 'GV-2026-0417'
  const uetr = fresh ? `${(params['uetr'] as string).slice(0, 24)}${nowMs.toString(16).padStart(12, '0')}` : (params['uetr'] as string)
  const details = { ...(params['details'] as Params), remittance: `CINV ${number} ${today}` }
  return { instruction: { ...params, uetr, details, settlementDate: today }, uetr, number, today, tag }
}

/** Domain §2: a Foshan importer pays a Vietnamese maker of wooden panels; yuan and dong change hands in one step or not at all. */
export async function playFoshanBinhDuong(script: Script, fresh: boolean): Promise<void> {
  const trade = readPayment(fresh, await script.desk.nowMs())
  const invoiceId = await invoiceAct(script, trade)
  await dongAct(script, trade)
  const instruction = { ...trade.instruction, invoiceId }
  await initiateAct(script, trade, instruction)
  await screenAct(script, trade)
  await quoteAct(script, trade)
  await settleAct(script, trade, invoiceId)
}

async function invoiceAct(script: Script, { number, today }: Trade): Promise<string> {
  script.act('1 · The trade: wooden panels for 1,232,000,000 dong')
  await requireUnplayed(script, 'go-viet', number)
  const month = { sellerId: 'go-viet', currency: VND, period: today.slice(0, 7), limit: '1000000000000' }
  await script.does('The tax authority of Vietnam grants Gỗ Việt a quota', [maker('tax-vn')], call('invoices', 'grantQuota', month))
  const invoice = invoiceOf({
    number,
    issueDate: today,
    currency: VND,
    seller: { partyId: 'go-viet', name: CREDITOR, country: 'VN', legalId: CREDITOR_LEI },
    buyer: { partyId: 'lecong', name: 'Foshan Lecong Furniture Import Co., Ltd.', country: 'CN', legalId: '91440606MADEM5005J' },
    what: 'Wooden panels',
    net: 1_120_000_000n,
    vat: 112_000_000n,
    rate: '10',
    unitPrice: '1120000000',
  })
  const { events } = await script.does(`Gỗ Việt issues ${number} to the importer`, [maker('go-viet')], call('invoices', 'issue', invoice))
  return issuedId(events)
}

async function dongAct(script: Script, { tag }: Trade): Promise<void> {
  script.act('2 · Dong on the chain: only a domestic bank has them issued')
  const request = { requestId: `DONG-${tag}`, currency: VND, direction: 'ISSUE', amount: DONG }
  await script.refuses(
    'The exchange bank, of Hong Kong, asks for dong',
    'payments/not-domestic',
    [maker('fx-bank')],
    payments('requestTokens', { ...request, bank: 'fx-bank' }),
  )
  const asks = payments('requestTokens', { ...request, bank: 'viet-bank' })
  await script.does('The Vietnamese bank asks for 1,232,000,000', [maker('viet-bank')], asks)
  const answer = { bank: 'viet-bank', requestId: request.requestId, accept: true }
  await script.refuses('Issued without a reserve', 'payments/no-reserve', both('dong-issuer'), payments('answerTokens', answer))
  const covered = payments('answerTokens', { ...answer, reserveHash: PAPER })
  await script.does('Issued against the attestation of a reserve, two operators sign', both('dong-issuer'), covered)
  await pay(script, 'The Vietnamese bank sells them to the exchange bank', 'viet-bank', 'fx-bank', DONG)
}

async function pay(script: Script, step: string, from: string, to: string, amount: string): Promise<void> {
  await script.does(step, both(from), call('settlement', 'transfer', { from, to, currency: VND, amount, reference: 'dong' }))
}

async function initiateAct(script: Script, { instruction: bare }: Trade, instruction: Params): Promise<void> {
  script.act('3 · The instruction (pacs.008): 350,000.00 yuan, to arrive in dong')
  const payer = both('bank-a')
  const initiate = (change: Params): DemoCall => payments('initiate', { ...instruction, ...change })
  const alone = initiate({})
  await script.refuses('One clerk of Bank A alone initiates it', 'organizations/four-eyes-required', [maker('bank-a')], alone)
  // On this devnet Bank A is the issuer of yuan, too: it sets the limits of who holds them, and its own are no others.
  const limits = { bank: 'bank-a', currency: CNY }
  const cap = payments('setLimits', { ...limits, transactionLimit: CAP })
  await script.does('For this act the issuer of yuan caps what Bank A pays at once: 400,000.00', payer, cap)
  await script.refuses(
    'An instruction for 400,000.01 exceeds the cap',
    'settlement/transaction-limit',
    payer,
    initiate({ instructedAmount: '400000.01' }),
  )
  const details = bare['details'] as Params
  const { town: _, ...homeless } = details['creditor'] as Params
  const incomplete = initiate({ details: { ...details, creditor: homeless } })
  await script.refuses('No town of the beneficiary (FATF R.16)', 'payments/creditor-incomplete', payer, incomplete)
  await script.does('Bank A initiates the file’s payment, below the cap, two operators sign', payer, initiate({}))
  await script.refuses('The same UETR again', 'payments/duplicate-uetr', payer, initiate({}))
  await script.does('The issuer takes the cap away again, as it was before this act', payer, payments('setLimits', limits))
}

/** Publishes the next version of the list and waits until the next block judges by it. Gives its number. */
async function publish(script: Script, step: string, entries: readonly Hash[]): Promise<number> {
  const version = (await latestVersion(script)) + 1
  const head = { version, root: listRoot(sortedEntries(entries)), count: entries.length, documentHash: PAPER }
  const effectiveFrom = (await script.desk.height()) + LIST_NOTICE_HEIGHTS
  await script.does(step, both('regulator'), call('supervision', 'updateList', { listId: LIST, ...head, effectiveFrom }))
  await until(`version ${version} of the list`, async () => (await script.desk.height()) + 1 >= effectiveFrom)
  return version
}

async function latestVersion(script: Script): Promise<number> {
  try {
    return Number(((await script.desk.query('supervision', 'list', { listId: LIST }))['list'] as Params)['latest'])
  } catch (error) {
    if (error instanceof HanseError && error.rejection.code === 'supervision/unknown-list') return 0
    throw error
  }
}

/** Blocks come by themselves: an idle devnet has a heartbeat. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + PATIENCE_MS
  while (!(await isSo())) {
    if (performance.now() > deadlineMs) throw new Surprise(`${what} did not come within ${PATIENCE_MS / 1000} s`)
    await sleep(POLL_MS)
  }
}

/** What an agent shows: both parties stand between two neighbours of the sorted list, under each of their keys. */
async function screening(script: Script, uetr: string, agent: string, version: number, listed: readonly Hash[]): Promise<DemoCall> {
  const { compliance } = await script.desk.query('payments', 'complianceProof', { uetr })
  const subjects = (compliance as Params)['subjects'] as readonly Hash[]
  const entries = sortedEntries(listed)
  const absences = subjects.map((key) => (proveAbsence(entries, key) ?? {}) as unknown as Json)
  return payments('screen', { uetr, agent, result: 'CLEAR', lists: [{ listId: LIST, version, absences }] })
}

async function screenAct(script: Script, { uetr }: Trade): Promise<void> {
  script.act('4 · Screened by both banks, against the list in force')
  const first = await publish(script, 'The regulator publishes the sanctions list', LISTED)
  const before = await screening(script, uetr, 'viet-bank', first, LISTED)
  const withCreditor = [...LISTED, subjectKey({ name: CREDITOR, country: 'VN' })]
  const second = await publish(script, 'The next version lists the creditor', withCreditor)
  await script.refuses('Cleared by the previous version', 'payments/list-not-current', [maker('viet-bank')], before)
  const listed = await screening(script, uetr, 'viet-bank', second, withCreditor)
  await script.refuses('Cleared by the new one, which has the creditor', 'payments/not-proven-absent', [maker('viet-bank')], listed)
  await script.refuses('Locked without a screening', 'payments/wrong-status', [maker('bank-a')], payments('lock', { uetr }))
  const third = await publish(script, 'It was another firm: the creditor is struck off', LISTED)
  for (const [name, agent] of [
    ['Bank A', 'bank-a'],
    ['The Vietnamese bank', 'viet-bank'],
  ] as const) {
    const clear = await screening(script, uetr, agent, third, LISTED)
    await script.does(`${name} proves debtor and creditor absent`, [maker(agent)], clear)
  }
}

async function quoteAct(script: Script, { uetr }: Trade): Promise<void> {
  script.act('5 · The exchange: 3,520 dong a yuan')
  const quote = { uetr, provider: 'fx-bank', rate: RATE }
  const accept = payments('acceptQuote', { ...quote, settledAmount: DONG })
  const validUntilMs = Date.now() + STALE_AFTER_MS
  const brief = payments('quote', { ...quote, validUntilMs })
  await script.does(`The exchange bank quotes, for ${STALE_AFTER_MS / 1000} s`, both('fx-bank'), brief)
  await until('the end of the quote', async () => (await script.desk.nowMs()) >= validUntilMs)
  await script.refuses('Bank A takes the stale quote', 'payments/quote-expired', [maker('bank-a')], accept)
  const lasting = payments('quote', { ...quote, validUntilMs: Date.now() + QUOTE_MS })
  await script.does('The exchange bank quotes again', both('fx-bank'), lasting)
  const halfDong = payments('acceptQuote', { ...quote, settledAmount: `${DONG}.50` })
  await script.refuses('1,232,000,000.50: dong have no decimals', 'payments/amount-decimals', [maker('bank-a')], halfDong)
  const oneMore = payments('acceptQuote', { ...quote, settledAmount: '1232000001' })
  await script.refuses('One dong more than comes of it', 'payments/quote-mismatch', [maker('bank-a')], oneMore)
  await script.does('Bank A takes it: 350,000.00 yuan for 1,232,000,000 dong', [maker('bank-a')], accept)
}

async function settleAct(script: Script, { uetr }: Trade, invoiceId: string): Promise<void> {
  script.act('6 · Payment versus payment')
  const payer = [maker('bank-a')]
  const lock = payments('lock', { uetr })
  const accounts = [
    ['bank-a', CNY],
    ['fx-bank', CNY],
    ['viet-bank', VND],
  ] as const
  const balances = async (): Promise<readonly bigint[]> =>
    await Promise.all(accounts.map(async ([party, currency]) => await balanceOf(script, party, currency)))
  const all = `${await balanceOf(script, 'fx-bank', VND)}`
  await pay(script, 'The exchange bank spends its dong elsewhere', 'fx-bank', 'viet-bank', all)
  const untouched = (await balances()).join(' ')
  await script.refuses('The provider is under-funded', 'settlement/insufficient-funds', payer, lock)
  script.expect('… and the payer is untouched', untouched, (await balances()).join(' '))
  await pay(script, 'It gets them back', 'viet-bank', 'fx-bank', all)
  const before = await balances()
  await script.does('Both legs are locked', payer, lock)
  await script.does('Settled: yuan and dong change hands in one transaction', payer, payments('settlePvP', { uetr }))
  const after = await balances()
  script.expect(
    '350,000.00 yuan went to one side, 1,232,000,000 dong to the other',
    `-35000000 35000000 ${DONG}`,
    after.map((amount, index) => amount - (before[index] as bigint)).join(' '),
  )
  const cancel = payments('cancel', { uetr, reason: 'CUST' })
  await script.refuses('Recalled after ACSC as if it were before', 'payments/settled', payer, cancel)
  const credit = payments('confirmCredit', { uetr, creditedAmount: DONG })
  const { id } = await script.does('Credited to Gỗ Việt', [maker('viet-bank')], credit)
  await endOf(script, uetr, invoiceId)
  await script.provesOffline('The proof of it verifies offline with the validator keys alone', id)
}

interface Step {
  readonly status: string
  readonly atMs: number
}

async function endOf(script: Script, uetr: string, invoiceId: string): Promise<void> {
  const payment = await script.desk.query('payments', 'payment', { uetr })
  const history = payment['history'] as unknown as readonly Step[]
  script.expect('Each step stands on the chain', 'RCVD ACTC ACCP ACSP ACSC ACCC', history.map(({ status }) => status).join(' '))
  const timeOf = (status: string): number => history.find((step) => step.status === status)?.atMs ?? Number.NaN
  const [settledMs, creditedMs] = [timeOf('ACSC') - timeOf('ACSP'), timeOf('ACCC') - timeOf('ACSP')]
  const isFast = settledMs < SETTLED_WITHIN_MS && creditedMs < CREDITED_WITHIN_MS && payment['late'] === false
  const within = `Settled within ${SETTLED_WITHIN_MS / 1000} s of the lock, credited within ${CREDITED_WITHIN_MS / 1000} s`
  script.expect(within, 'in time', isFast ? 'in time' : `settled after ${settledMs} ms, credited after ${creditedMs} ms`)
  const invoice = await invoiceStatus(script, invoiceId)
  script.expect('The invoice is paid, and only the payment could say so', 'PAID', `${invoice['payment']}`)
  const { complete } = await script.desk.query('payments', 'complianceProof', { uetr })
  script.expect('The proof of compliance is complete', 'true', `${complete}`)
}

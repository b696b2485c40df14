import { dateOfTime } from '@hanse/modules'
import { HanseError } from '@hanse/sdk'
import { both, type DemoCall, maker } from './desk.ts'
import type { Script } from './script.ts'
import {
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

/** 268.00: net 252.83, VAT 6 % 15.17, rounded half up. */
const NET = 25_283n
const VAT = 1_517n
const EMPLOYERS = ['shunhe', 'gaoming'] as const
const NAMES = { shunhe: 'Shunhe', gaoming: 'Gaoming' } as const

const invoices = (command: string, params: Params): DemoCall => call('invoices', command, params)

interface Bill {
  readonly params: Params
  readonly second: Params
  readonly nowMs: number
  readonly today: string
}

function billOf(fresh: boolean, nowMs: number): Bill {
  const today = dateOfTime(nowMs, UTC_OFFSET_MINUTES)
  const sequence = fresh ? nowMs : 268
  const head = {
    issueDate: today,
    currency: CNY,
    seller: { partyId: 'restaurant', name: 'Lingnan Restaurant Co., Ltd.', country: 'CN', legalId: '91440604MADEM8008L' },
    buyer: { partyId: 'shunhe', name: 'Foshan Shunhe Appliance Co., Ltd.', country: 'CN', vatId: 'CN91440606MADEM10019' },
    what: 'Dinner',
    net: NET,
    vat: VAT,
    rate: '6',
    unitPrice: '252.83',
  }
  return {
    params: invoiceOf({ ...head, number: chineseNumber(today, sequence) }),
    second: invoiceOf({ ...head, number: chineseNumber(today, sequence + 1) }),
    nowMs,
    today,
  }
}

/** Domain §4: one bill, and everybody who would have it paid twice, deducted by another, or taken back when it has been. */
export async function playRestaurant(script: Script, fresh: boolean): Promise<void> {
  const bill = billOf(fresh, await script.desk.nowMs())
  script.act('1 · The quota of the restaurant')
  await requireUnplayed(script, 'restaurant', bill.params['number'] as string)
  const month = { sellerId: 'restaurant', currency: CNY, period: bill.today.slice(0, 7) }
  const limit = `${(await usedOf(script, month)) + 30_000n}`
  await script.does('The tax authority lets it invoice 300.00 more this month', [maker('tax')], invoices('grantQuota', { ...month, limit }))
  const invoiceId = await billAct(script, bill)
  const winner = await claimAct(script, bill, invoiceId)
  await endAct(script, bill, invoiceId, winner)
}

/** What was invoiced of the month's quota before. */
async function usedOf(script: Script, month: Params): Promise<bigint> {
  try {
    return BigInt((await script.desk.query('invoices', 'quota', month))['used'] as string)
  } catch (error) {
    if (error instanceof HanseError && error.rejection.code === 'invoices/no-quota') return 0n
    throw error
  }
}

async function billAct(script: Script, { params, second }: Bill): Promise<string> {
  script.act('2 · The bill: dinner for 268.00, VAT 6 % included')
  const seller = [maker('restaurant')]
  const off = {
    ...params,
    vatBreakdown: [{ category: 'S', taxableAmount: `${NET}`, taxAmount: `${VAT + 1n}`, rate: '6' }],
    totals: { lineTotal: `${NET}`, netTotal: `${NET}`, vatTotal: `${VAT + 1n}`, grossTotal: '26801', payable: '26801' },
  }
  await script.refuses('VAT off by 0.01, and the totals with it', 'invoices/exact-vat', seller, invoices('issue', off))
  const number = params['number'] as string
  const { events } = await script.does(`The restaurant issues ${number} to Shunhe`, seller, invoices('issue', params))
  const larger = invoiceOf({
    ...(params as { issueDate: string; currency: string; seller: Params; buyer: Params }),
    ...{ number, what: 'Banquet', net: 20_000n, vat: 1_200n, rate: '6', unitPrice: '200.00' },
  })
  await script.refuses('The number again, with another amount', 'invoices/duplicate-number', seller, invoices('issue', larger))
  const spelled = { ...params, number: spelledOtherwise(number) }
  await script.refuses(`… and as ${spelled.number}`, 'invoices/duplicate-number', seller, invoices('issue', spelled))
  await script.refuses('A second bill of 268.00: over quota', 'invoices/quota-exceeded', seller, invoices('issue', second))
  return issuedId(events)
}

async function claimAct(script: Script, bill: Bill, invoiceId: string): Promise<0 | 1> {
  script.act('3 · Handed in at two employers')
  const lock = invoices('lock', { invoiceId, claimReference: 'client dinner', expiresAtMs: bill.nowMs + 7 * DAY_MS })
  const winner = await script.race(
    'Shunhe and Gaoming lock it for a claim at once, at two nodes',
    'invoices/already-locked',
    [[maker('shunhe')], lock],
    [[maker('gaoming')], lock],
  )
  const [first, second] = [EMPLOYERS[winner], EMPLOYERS[winner === 0 ? 1 : 0]]
  await script.refuses(`${NAMES[second]} tries again`, 'invoices/already-locked', [maker(second)], lock)
  const reimburse = invoices('reimburse', { invoiceId })
  await script.refuses(`${NAMES[second]} reimburses without a lock`, 'invoices/not-locked', [maker(second)], reimburse)
  await script.refuses('A red letter while it is locked', 'invoices/red-while-locked', both('restaurant'), redLetterOf(bill, invoiceId))
  const { id } = await script.does(`${NAMES[first]} reimburses its employee`, [maker(first)], reimburse)
  await script.provesOffline('The proof of it verifies offline with the validator keys alone', id)
  return winner
}

function redLetterOf({ params, today }: Bill, invoiceId: string): DemoCall {
  const number = `${today.slice(2, 4)}443${(params['number'] as string).slice(5)}`
  return invoices('redLetter', { invoiceId, number, issueDate: today, amount: '26800', reason: 'for a friend' })
}

async function endAct(script: Script, bill: Bill, invoiceId: string, winner: 0 | 1): Promise<void> {
  script.act('4 · Once, for ever')
  const [first, second] = [EMPLOYERS[winner], EMPLOYERS[winner === 0 ? 1 : 0]]
  const lock = invoices('lock', { invoiceId, claimReference: 'client dinner', expiresAtMs: bill.nowMs + 7 * DAY_MS })
  await script.refuses(`${NAMES[second]} locks what was reimbursed`, 'invoices/already-reimbursed', [maker(second)], lock)
  const reimburse = invoices('reimburse', { invoiceId })
  await script.refuses(`${NAMES[first]} reimburses twice`, 'invoices/already-reimbursed', [maker(first)], reimburse)
  const red = redLetterOf(bill, invoiceId)
  await script.refuses('A red letter after the reimbursement', 'invoices/red-while-reimbursed', both('restaurant'), red)
  const deduct = invoices('deduct', { invoiceId })
  await script.refuses('Gaoming, who is not the buyer, deducts the VAT', 'organizations/wrong-party', [maker('gaoming')], deduct)
  await script.does('Shunhe, the buyer, deducts it', [maker('shunhe')], deduct)
  await script.refuses('… and once more', 'invoices/already-deducted', [maker('shunhe')], deduct)
  const paid = invoices('respond', { invoiceId, response: 'PD' })
  await script.refuses('Shunhe says PAID, and no money came', 'invoices/not-paid', [maker('shunhe')], paid)
  await script.refuses('The restaurant says PAID', 'organizations/wrong-party', [maker('restaurant')], paid)
  const status = await invoiceStatus(script, invoiceId)
  const claim = status['claim'] as Params
  script.expect(
    `${NAMES[first]} reimbursed it, its VAT is deducted, nobody paid it here`,
    `${first} REIMBURSED DEDUCTED UNPAID`,
    [claim['employer'], status['reimbursement'], status['tax'], status['payment']].join(' '),
  )
}

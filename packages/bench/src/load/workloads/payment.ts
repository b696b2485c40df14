import { randomUUID } from 'node:crypto'
import { dateOfTime } from '@hanse/modules'
import type { Call, Json } from '@hanse/protocol'
import { devnetParty, type LoadGroup, type LoadParty, type LoadSender, loadGroups, loadPartyLei } from '../cast.ts'
import { encodeCall, signTransaction } from '../sign-transaction.ts'
import type { Story, TellStory, Workload, WorkloadKind, WorkloadParts } from '../workload.ts'
import { absencesOf, LIST_ID, LIST_VERSION, listHead } from './listed.ts'

type Params = { readonly [name: string]: Json }
type Signed = (signers: readonly [LoadSender, ...LoadSender[]], call: Call) => Story[0]

/** The steps of a payment, each with the place of the bank that sends it: debtor agent, creditor agent, provider. */
export const PAYMENT_STEPS = [
  { step: 'initiate', bank: 0 },
  { step: 'screen, debtor agent', bank: 0 },
  { step: 'screen, creditor agent', bank: 1 },
  { step: 'quote', bank: 2 },
  { step: 'acceptQuote', bank: 0 },
  { step: 'lock', bank: 0 },
  { step: 'settlePvP', bank: 0 },
  { step: 'confirmCredit', bank: 1 },
] as const

/** Where the chain's business dates are. */
const UTC_OFFSET_MINUTES = 480
/** 10.00 yuan at 3520: nobody runs out of either. */
const INSTRUCTED = '10.00'
const RATE = '3520'
const SETTLED = '35200'
const QUOTE_MS = 20 * 3_600_000
/** Whose payments the banks make: each is screened under its LEI and under name and country. */
const CUSTOMERS = 16
/** LEIs of customers begin where those of parties are long over. */
const CUSTOMER_LEI_FROM = 500_000
const DOCUMENT_HASH = `0x${'0e'.repeat(32)}`
/** From the height at which clients are hired to that of the list: until then it is published. */
const LIST_NOTICE_HEIGHTS = 20

/**
 * A payment across a border, from the instruction (pacs.008, four eyes) to the creditor's account: both agents screen debtor and creditor,
 * a third bank quotes a rate, both legs are locked, change hands in one step, and the creditor is credited. Eight transactions, each on the
 * one before; the four banks of a group take turns at the three places.
 */
function paymentsOf({ chain, client, clients, nowMs, height }: WorkloadParts): Workload {
  const groups = loadGroups(client, clients)
  const customers = allCustomers()
  const signedUntil =
    (expiresAtMs: number): Signed =>
    (signers, call) =>
      signTransaction(chain, { signers, calls: [call], expiresAtMs })
  return {
    ...(client === 0 ? { beforehand: publication(groups[0] as LoadGroup, height, signedUntil) } : {}),
    story: (index, expiresAtMs) => {
      const group = groups[index % groups.length] as LoadGroup
      const round = Math.floor(index / groups.length)
      return lifeOf(banksOf(group, round), customers[index % CUSTOMERS] as Customers, nowMs, signedUntil(expiresAtMs))
    },
  }
}

/** The regulator publishes the list for a height ahead, and payments of a cent bring the chain to it: each is in a block above the one before. */
function publication({ bank, core }: LoadGroup, height: number, signedUntil: (expiresAtMs: number) => Signed): TellStory {
  const { maker, checker } = devnetParty('regulator')
  const head = { ...listHead(), documentHash: DOCUMENT_HASH, effectiveFrom: height + LIST_NOTICE_HEIGHTS }
  const cent = { from: bank.partyId, to: core.partyId, currency: 'CNY', amount: '1', reference: 'a block more' }
  return (index, expiresAtMs) => {
    if (index > 0) return undefined
    const signed = signedUntil(expiresAtMs)
    const waiting = Array.from({ length: LIST_NOTICE_HEIGHTS }, () => signed([bank.maker], encodeCall('settlement', 'transfer', cent)))
    return [signed([maker, checker], encodeCall('supervision', 'updateList', head)), ...waiting]
  }
}

/** Who makes a payment: each hand is one of its bank's two people. */
interface Banks {
  readonly payer: LoadParty
  readonly payee: LoadParty
  readonly provider: LoadParty
  readonly handOf: (bank: LoadParty) => LoadSender
}

function banksOf({ bank, core, suppliers }: LoadGroup, round: number): Banks {
  const all = [bank, core, ...suppliers]
  const at = (place: number): LoadParty => all[(round + place) % all.length] as LoadParty
  const isMaker = round % (2 * all.length) < all.length
  return { payer: at(0), payee: at(1), provider: at(2), handOf: ({ maker, checker }) => (isMaker ? maker : checker) }
}

interface Customers {
  readonly debtor: Person
  readonly creditor: Person
  /** What both agents show of them. */
  readonly absences: Json
}

interface Person {
  readonly name: string
  readonly lei: string
  readonly street: string
  readonly town: string
  readonly country: string
  readonly account: string
}

let made: readonly Customers[] | undefined

/** Made once, where they are needed: their proofs are. */
function allCustomers(): readonly Customers[] {
  made ??= Array.from({ length: CUSTOMERS }, (_, index) => customersOf(index))
  return made
}

function customersOf(index: number): Customers {
  const debtor: Person = {
    ...{ name: `Importer ${index} Co., Ltd.`, lei: loadPartyLei(CUSTOMER_LEI_FROM + 2 * index), street: `${index} Harbour Road` },
    ...{ town: 'Foshan', country: 'CN', account: `6222${`${index}`.padStart(12, '0')}` },
  }
  const creditor: Person = {
    ...{ name: `Maker of furniture ${index}`, lei: loadPartyLei(CUSTOMER_LEI_FROM + 2 * index + 1), street: `${index} Market Street` },
    ...{ town: 'Thu Dau Mot', country: 'VN', account: `9704${`${index}`.padStart(12, '0')}` },
  }
  return { debtor, creditor, absences: absencesOf({ debtor, creditor }) }
}

function lifeOf(
  { payer, payee, provider, handOf }: Banks,
  { debtor, creditor, absences }: Customers,
  nowMs: number,
  signed: Signed,
): Story {
  const uetr = randomUUID()
  const [hand, payeeHand, providerHand] = [payer, payee, provider].map(handOf) as [LoadSender, LoadSender, LoadSender]
  const other = hand === payer.maker ? payer.checker : payer.maker
  const instruction = {
    ...{ uetr, debtorAgent: payer.partyId, creditorAgent: payee.partyId, currency: 'CNY', instructedAmount: INSTRUCTED },
    ...{ chargeBearer: 'SHAR', settlementCurrency: 'VND', settlementDate: dateOfTime(nowMs, UTC_OFFSET_MINUTES) },
    details: {
      messageId: uetr.slice(0, 35),
      endToEndId: uetr.slice(0, 35),
      debtor: { ...debtor },
      creditor: { ...creditor },
      purpose: 'GDDS',
    },
  }
  const screened = (agent: LoadParty): Call =>
    payment('screen', { uetr, agent: agent.partyId, result: 'CLEAR', lists: [{ listId: LIST_ID, version: LIST_VERSION, absences }] })
  const quoted = { uetr, provider: provider.partyId, rate: RATE }
  return [
    signed([hand, other], payment('initiate', instruction)),
    signed([hand], screened(payer)),
    signed([payeeHand], screened(payee)),
    signed([providerHand], payment('quote', { ...quoted, validUntilMs: nowMs + QUOTE_MS })),
    signed([hand], payment('acceptQuote', { ...quoted, settledAmount: SETTLED })),
    signed([hand], payment('lock', { uetr })),
    signed([hand], payment('settlePvP', { uetr })),
    signed([payeeHand], payment('confirmCredit', { uetr, creditedAmount: SETTLED })),
  ]
}

function payment(command: string, params: Params): Call {
  return encodeCall('payments', command, params)
}

export const paymentLives: WorkloadKind = { callsPerTransaction: 1, open: paymentsOf }

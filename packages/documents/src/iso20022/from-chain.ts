import { isCountry } from '@hanse/modules'
import { err, ok, type Result } from '@hanse/primitives'
import type { Money } from './binding.ts'
import type { Pacs002 } from './pacs002.ts'
import type { Pacs008 } from './pacs008.ts'
import { refuse } from './rejections.ts'
import type { Initiate, InitiatePerson } from './to-initiate.ts'

/** A payment as the chain's records have it, in JSON. Amounts in minor units. */
export interface ChainPayment {
  readonly payment: {
    readonly uetr: string
    readonly messageType: 'pacs.008' | 'pacs.009'
    readonly currency: string
    readonly instructed: string
    readonly charges: string
    readonly chargeBearer: 'DEBT' | 'CRED' | 'SHAR' | 'SLEV'
    readonly settlementCurrency: string
    readonly settlementDate: string
    readonly status: string
    readonly history: readonly { readonly status: string; readonly atMs: number; readonly reason?: string }[]
    readonly exchange?: { readonly rate: string }
    readonly settled?: string
    readonly hold?: { readonly note: string }
    readonly settledAtMs?: number
  }
  readonly details: Initiate['details']
  readonly debtorAgent: ChainParty
  readonly creditorAgent: ChainParty
  /** Where the register has them. */
  readonly debtor?: ChainParty
  readonly creditor?: ChainParty
}

interface ChainParty {
  readonly name: string
  readonly bic?: string
  readonly lei?: string
  readonly uscc?: string
}

const STREET_LENGTH_MAX = 70
const LINE_LENGTH_MAX = 70
const INFORMATION_LENGTH_MAX = 35
const REASON_LENGTH_MAX = 105
/** The clearing system in which it is settled: the chain. */
const CLEARING_SYSTEM = 'HANSE'
/** Of the message that is answered, as it is written here. */
const ORIGINAL_VERSION = '001.08'

function isoTime(atMs: number): string {
  return new Date(atMs).toISOString()
}

function agentOf({ name, bic, lei }: ChainParty): Pacs008['transaction']['debtorAgent'] {
  return { ...given('bicfi', bic), ...given('lei', lei), name }
}

function given<N extends string, V>(name: N, value: V | undefined): { readonly [K in N]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [K in N]?: V })
}

function personOf(person: InitiatePerson, registered: ChainParty | undefined): Pacs008['transaction']['debtor'] {
  const { name, lei, street, postCode, town, country } = person
  const lines = street === undefined || street.length <= STREET_LENGTH_MAX ? [] : wrapped(street, ', ', LINE_LENGTH_MAX)
  const address = {
    ...(lines.length > 0 ? {} : given('streetName', street)),
    ...given('postCode', postCode),
    ...given('townName', town),
    ...given('country', country),
    addressLines: lines,
  }
  // Without its LEI a registered customer is known by its number.
  const uscc = lei === undefined && person.partyId !== undefined ? registered?.uscc : undefined
  const others = uscc === undefined ? [] : [{ id: uscc, schemeName: 'USCC' }]
  const isKnown = lei !== undefined || uscc !== undefined
  return { ...given('name', name), postalAddress: address, ...(isKnown ? { organisation: { ...given('lei', lei), others } } : {}) }
}

function accountOf({ iban, account }: InitiatePerson): NonNullable<Pacs008['transaction']['debtorAccount']> | undefined {
  if (iban !== undefined) return { iban }
  return account === undefined ? undefined : { other: { id: account } }
}

/** The parts of a text between separators, joined again as far as they fit. One that does not is for the writer to refuse. */
function wrapped(text: string, separator: string, max: number): readonly string[] {
  const lines: string[] = []
  for (const part of text.split(separator)) {
    const last = lines.at(-1)
    const joined = last === undefined ? part : `${last}${separator}${part}`
    if (last !== undefined && joined.length <= max) lines[lines.length - 1] = joined
    else lines.push(part)
  }
  return lines
}

type Reporting = Pacs008['transaction']['regulatoryReporting'][number]
const INDICATED = /^(?:(CRED|DEBT|BOTH) )?(.*)$/su
const CODED = /^(?:([0-9]{1,10})(?: |$))?(.*)$/su

/** `DEBT CN 121010 General trade`, as the import joins it. */
function reportingOf(text: string): Reporting {
  const [, indicator, told = ''] = INDICATED.exec(text) ?? []
  const authorityCountry = told[2] === ' ' && isCountry(told.slice(0, 2)) ? told.slice(0, 2) : undefined
  const [, code, words = ''] = CODED.exec(authorityCountry === undefined ? told : told.slice(3)) ?? []
  const information = words === '' ? [] : wrapped(words, ' ', INFORMATION_LENGTH_MAX)
  return {
    ...given('indicator', indicator as Reporting['indicator']),
    ...given('authorityCountry', authorityCountry),
    details: [{ ...given('code', code), information }],
  }
}

/** What the banks settle, and what the debtor instructed where that is another amount. */
function amountsOf({ payment }: ChainPayment, settled: string) {
  const { currency, instructed, settlementCurrency, exchange } = payment
  const interbankSettlementAmount: Money = { currency: settlementCurrency, amount: settled }
  const isSame = currency === settlementCurrency && instructed === settled
  return {
    interbankSettlementAmount,
    ...(isSame ? {} : { instructedAmount: { currency, amount: instructed } }),
    ...given('exchangeRate', exchange?.rate),
  }
}

/**
 * What the chain keeps of a customer's payment, as a message. `iso20022/unsupported-message` for a transfer between banks;
 * `iso20022/missing-element` before a quote was accepted, as nobody knows yet what is settled. `writePacs008` judges the rest.
 */
export function chainPaymentToPacs008(chain: ChainPayment): Result<Pacs008> {
  const { payment, details, debtorAgent, creditorAgent } = chain
  const { uetr, settled, history, messageType } = payment
  if (messageType !== 'pacs.008') {
    return err(
      refuse({ code: 'iso20022/unsupported-message', message: `${uetr} is a ${messageType}, between banks` }, 'payment.messageType'),
    )
  }
  if (settled === undefined) {
    const message = `no quote of ${uetr} was accepted: IntrBkSttlmAmt is not known yet`
    return err(refuse({ code: 'iso20022/missing-element', message }, 'payment.settled'))
  }
  const { regulatoryReporting, remittance } = details
  const agents = { debtorAgent: agentOf(debtorAgent), creditorAgent: agentOf(creditorAgent) }
  return ok({
    header: {
      messageId: details.messageId,
      creationDateTime: isoTime(history[0]?.atMs ?? 0),
      numberOfTransactions: '1',
      settlementMethod: 'CLRG',
      proprietaryClearingSystem: CLEARING_SYSTEM,
      instructingAgent: agents.debtorAgent,
      instructedAgent: agents.creditorAgent,
    },
    transaction: {
      ...given('instructionId', details.instructionId),
      endToEndId: details.endToEndId,
      ...given('transactionId', details.transactionId),
      uetr,
      ...amountsOf(chain, settled),
      interbankSettlementDate: payment.settlementDate,
      chargeBearer: payment.chargeBearer,
      charges:
        payment.charges === '0' ? [] : [{ amount: { currency: payment.currency, amount: payment.charges }, agent: agents.debtorAgent }],
      debtor: personOf(details.debtor, chain.debtor),
      ...given('debtorAccount', accountOf(details.debtor)),
      ...agents,
      creditor: personOf(details.creditor, chain.creditor),
      ...given('creditorAccount', accountOf(details.creditor)),
      purpose: details.purpose,
      regulatoryReporting: regulatoryReporting === undefined ? [] : regulatoryReporting.split('; ').map(reportingOf),
      unstructuredRemittance: remittance === undefined ? [] : [remittance],
      structuredRemittance: [],
    },
  })
}

/** Unique for its payment and its step, in 35 characters. */
function reportId(uetr: string, steps: number): string {
  return `${uetr.replaceAll('-', '')}-${`${steps}`.padStart(2, '0')}`
}

/** Where a payment is, told from the bank that was instructed to the one that did. */
export function chainPaymentToPacs002({ payment, details, debtorAgent, creditorAgent }: ChainPayment): Pacs002 {
  const { uetr, status, history, hold, settledAtMs, messageType } = payment
  const [first, last] = [history[0], history.at(-1)]
  const accepted = history.findLast((step) => step.status === 'ACCP')
  const information = hold === undefined ? [] : [hold.note.slice(0, REASON_LENGTH_MAX).trim()]
  return {
    header: {
      messageId: reportId(uetr, history.length),
      creationDateTime: isoTime(last?.atMs ?? 0),
      instructingAgent: agentOf(creditorAgent),
      instructedAgent: agentOf(debtorAgent),
    },
    transaction: {
      originalGroup: {
        messageId: details.messageId,
        messageNameId: `${messageType}.${ORIGINAL_VERSION}`,
        creationDateTime: isoTime(first?.atMs ?? 0),
      },
      ...given('originalInstructionId', details.instructionId),
      originalEndToEndId: details.endToEndId,
      ...given('originalTransactionId', details.transactionId),
      originalUetr: uetr,
      status,
      reasons: last?.reason === undefined ? [] : [{ code: last.reason, additionalInformation: information }],
      ...(accepted === undefined ? {} : { acceptanceDateTime: isoTime(accepted.atMs) }),
      ...(settledAtMs === undefined ? {} : { effectiveInterbankSettlementDateTime: isoTime(settledAtMs) }),
    },
  }
}

import { currencyExponent, formatMinorUnits, isCurrency } from '@hanse/modules'
import { assert, err, ok, type Rejection, type Result } from '@hanse/primitives'
import { type PartyMap, partyUnder } from '../import/party-map.ts'
import { refuse as refuseDocument } from '../rejections.ts'
import type { Money } from './binding.ts'
import type { PaymentDocument } from './message.ts'
import type { Pacs008 } from './pacs008.ts'
import { refuse } from './rejections.ts'

type Transaction = Pacs008['transaction']
type Party = Transaction['debtor']
type Account = NonNullable<Transaction['debtorAccount']>
type Agent = Transaction['debtorAgent']

/** Debtor or creditor as the chain keeps them. */
export interface InitiatePerson {
  readonly name?: string
  readonly lei?: string
  /** Where the map knows the customer. */
  readonly partyId?: string
  readonly street?: string
  readonly postCode?: string
  readonly town?: string
  readonly country?: string
  readonly iban?: string
  readonly account?: string
}

/** The params of `payments.initiate`. Amounts are as ISO 20022 writes them, with all decimals of the currency. */
export interface Initiate {
  readonly uetr: string
  readonly debtorAgent: string
  readonly creditorAgent: string
  readonly currency: string
  readonly instructedAmount: string
  /** What the debtor's agent takes. */
  readonly charges?: string
  readonly chargeBearer: string
  readonly settlementCurrency: string
  readonly settlementDate: string
  readonly details: {
    readonly messageId: string
    readonly instructionId?: string
    readonly endToEndId: string
    readonly transactionId?: string
    readonly debtor: InitiatePerson
    readonly creditor: InitiatePerson
    readonly purpose: string
    readonly regulatoryReporting?: string
    readonly remittance?: string
    readonly documentHash?: string
  }
}

/** What the chain is told, and what the message says of the exchange: the quote that is accepted has to say the same. */
export interface InitiatePlan {
  readonly params: Initiate
  readonly expected: { readonly exchangeRate?: string; readonly settledAmount: string }
}

/** UTF-16 code units of a text for people on the chain. */
const REFERENCE_LENGTH_MAX = 140

/** Leaves the walk; never leaves this file. */
class Refused extends Error {
  readonly rejection: Rejection

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.rejection = rejection
  }
}

/**
 * A credit transfer as the params of `payments.initiate`. Both agents must be in the map, by BIC; whether the rest is complete is for the
 * chain to judge, so that a gap is refused with a receipt. What has no place in the params is kept by `documentHash`, the hash of the file.
 * Codes: `iso20022/unread-element` where the message says what is not understood, `documents/unmapped-party`, `iso20022/missing-element`, `-/bad-value`.
 */
export function toInitiate({ message, unread }: PaymentDocument<Pacs008>, map: PartyMap, documentHash?: string): Result<InitiatePlan> {
  const [first] = unread
  if (first !== undefined) {
    const fault = { code: 'iso20022/unread-element', message: `line ${first.line}: ${unread.length} of these, the first here` } as const
    return err(refuse(fault, first.path))
  }
  try {
    return ok(planOf(message, map, documentHash))
  } catch (error) {
    if (error instanceof Refused) return err(error.rejection)
    throw error
  }
}

function planOf({ header, transaction }: Pacs008, map: PartyMap, documentHash: string | undefined): InitiatePlan {
  const { interbankSettlementAmount: settled, exchangeRate } = transaction
  const instructed = transaction.instructedAmount ?? settled
  const { debtor, creditor, debtorAccount, creditorAccount } = transaction
  const params: Initiate = {
    uetr: transaction.uetr,
    debtorAgent: agentId(transaction.debtorAgent, map, 'transaction.debtorAgent'),
    creditorAgent: agentId(transaction.creditorAgent, map, 'transaction.creditorAgent'),
    currency: instructed.currency,
    instructedAmount: decimalOf(instructed),
    ...chargesOf(transaction, instructed.currency),
    chargeBearer: transaction.chargeBearer,
    settlementCurrency: settled.currency,
    settlementDate: transaction.interbankSettlementDate ?? header.interbankSettlementDate ?? '',
    details: {
      messageId: asReference(header.messageId),
      ...given('instructionId', transaction.instructionId),
      endToEndId: asReference(transaction.endToEndId),
      ...given('transactionId', transaction.transactionId),
      debtor: personOf(debtor, debtorAccount, map),
      creditor: personOf(creditor, creditorAccount, map),
      purpose: purposeOf(transaction),
      ...given('regulatoryReporting', reportingText(transaction), 'transaction.regulatoryReporting'),
      ...given('remittance', remittanceText(transaction), 'transaction.structuredRemittance'),
      ...given('documentHash', documentHash),
    },
  }
  return { params, expected: { ...given('exchangeRate', exchangeRate), settledAmount: decimalOf(settled) } }
}

/** Texts on the chain are in normal form C, without line breaks. */
function asReference(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

/** A member that is there; too long a text is refused rather than cut. */
function given<N extends string>(name: N, value: string | undefined, path = `transaction.${name}`): { readonly [K in N]?: string } {
  if (value === undefined || value === '') return {}
  const text = asReference(value)
  if (text.length > REFERENCE_LENGTH_MAX) {
    const message = `the chain keeps ${REFERENCE_LENGTH_MAX} characters of it, these are ${text.length}`
    throw new Refused(refuse({ code: 'iso20022/bad-value', message }, path))
  }
  return { [name]: text } as { readonly [K in N]?: string }
}

function purposeOf({ purpose }: Transaction): string {
  if (purpose !== undefined) return purpose
  throw new Refused(refuse({ code: 'iso20022/missing-element', message: 'the chain wants Purp/Cd' }, 'transaction.purpose'))
}

function decimalOf({ currency, amount }: Money): string {
  assert(isCurrency(currency), 'what was read has a currency')
  return formatMinorUnits(BigInt(amount), currencyExponent(currency))
}

/** The chain takes one charge, that of the debtor's agent, in the currency of the instruction. */
function chargesOf({ charges, debtorAgent }: Transaction, currency: string): { readonly charges?: string } {
  const [charge, second] = charges
  if (charge === undefined) return {}
  const { bicfi, lei } = charge.agent
  const isDebtorAgents = (bicfi ?? lei) === undefined || (bicfi === debtorAgent.bicfi && lei === debtorAgent.lei)
  if (second === undefined && isDebtorAgents && charge.amount.currency === currency) return { charges: decimalOf(charge.amount) }
  const message = `the chain knows one charge, of the debtor’s agent and in ${currency}`
  throw new Refused(refuse({ code: 'iso20022/not-admissible', message }, 'transaction.charges'))
}

function agentId({ bicfi, lei }: Agent, map: PartyMap, path: string): string {
  const identifiers = [
    ...(bicfi === undefined ? [] : [{ scheme: 'bic', value: bicfi }]),
    ...(lei === undefined ? [] : [{ scheme: '0199', value: lei }]),
  ]
  const partyId = partyUnder(map, identifiers)
  if (partyId !== undefined) return partyId
  const [first] = identifiers
  if (first === undefined) throw new Refused(refuseDocument('documents/unmapped-party', 'the agent has no BIC and no LEI', { path }))
  const hint = `Add ${JSON.stringify({ match: first, partyId: '…' })} to the map.`
  throw new Refused(refuseDocument('documents/unmapped-party', `the map does not know the agent ${first.value}`, { path, hint }))
}

function personOf({ name, postalAddress, organisation, person }: Party, account: Account | undefined, map: PartyMap): InitiatePerson {
  const { streetName, buildingNumber, addressLines = [], postCode, townName, country } = postalAddress ?? {}
  const others = [...(organisation?.others ?? []), ...(person?.others ?? [])]
  const identifiers = [
    ...(organisation?.lei === undefined ? [] : [{ scheme: '0199', value: organisation.lei }]),
    ...others.map(({ id }) => ({ scheme: 'legal', value: id })),
  ]
  const street =
    streetName === undefined ? addressLines.join(', ') : [streetName, buildingNumber].filter((part) => part !== undefined).join(' ')
  return {
    ...given('name', name),
    ...given('lei', organisation?.lei),
    ...given('partyId', partyUnder(map, identifiers)),
    ...given('street', street),
    ...given('postCode', postCode),
    ...given('town', townName),
    ...given('country', country),
    ...given('iban', account?.iban),
    ...given('account', account?.other?.id),
  }
}

/** `DEBT CN 121010 General trade`. */
function reportingText({ regulatoryReporting }: Transaction): string {
  const entries = regulatoryReporting.map(({ indicator, authorityCountry, details }) => {
    const codes = details.map(({ code, information }) => [code, ...information])
    return [indicator, authorityCountry, ...codes.flat()].filter((part) => part !== undefined).join(' ')
  })
  return entries.join('; ')
}

/** `CINV GV-2026-0417 2026-04-02`, then free texts. */
function remittanceText({ structuredRemittance, unstructuredRemittance }: Transaction): string {
  const documents = structuredRemittance.flatMap(({ referredDocuments }) =>
    referredDocuments.map(({ typeCode, number, relatedDate }) =>
      [typeCode, number, relatedDate].filter((part) => part !== undefined).join(' '),
    ),
  )
  return [...documents, ...unstructuredRemittance].join('; ')
}

import { message, optional } from '@hanse/protocol'
import { defineCommand, type StateReader } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { civilDate, currency, partyId, reference } from '../../fields.ts'
import { getParty } from '../../organizations/api.ts'
import { moneyText, type Person, purpose, references, uetr } from '../codecs.ts'
import { receive, termsOf } from '../initiation.ts'
import { BANK_PURPOSES } from '../reasons.ts'
import { refuse } from '../rejections.ts'

/** A bank is who the register says it is: nobody writes its name here. */
function bankOf(state: StateReader, id: string): Person {
  const { name, country, lei } = getParty(state, id) ?? {}
  return {
    ...(name === undefined ? {} : { name }),
    ...(country === undefined ? {} : { country }),
    ...(lei === undefined ? {} : { lei }),
    partyId: id,
  }
}

/**
 * Domain §2, the bank leg as a message of its own: pacs.009, in which both banks act on their own account. The life is that of a pacs.008:
 * both are screened, it is exchanged, locked, settled, recalled and returned alike. The message knows no charges, so what is settled is
 * credited; FATF R.16 asks for nothing where no customer is behind it, and no invoice is paid by it.
 */
export const initiateInterbank = defineCommand({
  summary: 'Debtor bank, four-eyes: gives a transfer between banks on their own account (pacs.009) to the chain',
  params: message(hanse.payments.v1.InitiateInterbank, {
    uetr,
    debtorAgent: partyId(),
    creditorAgent: partyId(),
    currency: currency(),
    instructedAmount: moneyText,
    settlementCurrency: currency(),
    settlementDate: civilDate(),
    ...references,
    purpose,
    remittance: optional(reference()),
  }),
  execute(context, state, params) {
    const given = { ...params, chargeBearer: 'DEBT' as const }
    const terms = termsOf(context, state, given)
    if (!terms.ok) return terms.error
    const { debtorAgent, creditorAgent, messageId, instructionId, endToEndId, transactionId, remittance } = given
    if (!BANK_PURPOSES.has(given.purpose)) {
      return refuse('payments/bad-purpose', `${given.purpose} is no purpose of a bank’s own transfer`, 'purpose')
    }
    const optionals = Object.entries({ instructionId, transactionId, remittance }).filter(([, value]) => value !== undefined)
    const people = { debtor: bankOf(state, debtorAgent), creditor: bankOf(state, creditorAgent) }
    const details = { messageId, endToEndId, purpose: given.purpose, ...people, ...Object.fromEntries(optionals) }
    return receive(context, state, { messageType: 'pacs.009', given, terms: terms.value, details })
  },
})

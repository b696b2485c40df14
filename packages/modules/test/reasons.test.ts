import { MODULE_REJECTIONS } from '@hanse/modules'
import { test } from 'tap'
import { both } from './cast.ts'
import { openDesk } from './receivables/desk.ts'

/** By their names in the external code list of ISO 20022. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  // RegulatoryReason
  RR04: [
    'organizations/party-not-active',
    'organizations/party-revoked',
    'receivables/tenor-too-long',
    'receivables/tenor-reason-required',
    'receivables/not-screened',
    'receivables/lists-incomplete',
    'receivables/no-list',
    'receivables/list-not-current',
    'receivables/not-proven-absent',
    'receivables/related-parties',
    'receivables/circular-transfer',
    'receivables/transfer-to-core',
    'supervision/blocked',
    'supervision/held',
  ],
  // Duplication
  AM05: [
    'tx/duplicate-client-ref',
    'receivables/certificate-exists',
    'receivables/invoice-not-free',
    'receivables/already-financed',
    'receivables/already-bid',
    'receivables/duplicate-document',
  ],
  // ZeroAmount, NotAllowedCurrency, InsufficientFunds
  AM01: ['settlement/zero-amount', 'receivables/amount-not-positive', 'receivables/share-not-positive', 'receivables/discount-too-large'],
  AM03: ['settlement/unknown-currency', 'receivables/unknown-currency'],
  AM04: ['settlement/insufficient-funds'],
  // WrongAmount, InvalidControlSum, AmountExceedsAgreedLimit
  AM09: [
    'receivables/exceeds-order',
    'receivables/exceeds-goods-receipt',
    'receivables/outstanding-mismatch',
    'receivables/exceeds-outstanding',
  ],
  AM10: ['receivables/shares-sum', 'receivables/lines-total'],
  AM14: ['receivables/line-exceeded'],
  // IncorrectCurrency, InvalidDate, LegalDecision
  CURR: ['receivables/invoice-currency'],
  DT01: ['receivables/bad-due-date', 'receivables/due-date-passed'],
  LEGL: ['receivables/frozen'],
  // DataSignRequested, SignerCertificateRevoked, SignerCertificateNotValid, NotAllowedPayment, NotAllowedAccount
  DS0A: ['organizations/four-eyes-required'],
  DS0C: ['organizations/operator-revoked'],
  DS0D: ['organizations/proposer-inactive'],
  DS0G: ['organizations/missing-role', 'organizations/maker-checker'],
  DS0H: ['organizations/wrong-party'],
  // UserDoesNotExist, WaitingTimeExpired, UserSignedMultipleTimes
  DS14: ['organizations/unknown-operator'],
  DS24: ['organizations/proposal-expired'],
  DS26: ['organizations/self-approval'],
}

test('refusals of signing, KYC, money and receivables have the reason code of ISO 20022 that payments have for them', (t) => {
  const table: Readonly<Record<string, { readonly iso20022?: string }>> = MODULE_REJECTIONS
  for (const [reason, codes] of Object.entries(REASONS)) for (const code of codes) t.equal(table[code]?.iso20022, reason, code)
  const expected = Object.values(REASONS).flat()
  const named = Object.keys(table).filter((code) => /^(organizations|receivables)\//.test(code) && table[code]?.iso20022 !== undefined)
  t.same(
    named.filter((code) => !expected.includes(code)),
    [],
    'none that this table does not know',
  )
  t.end()
})

test('a refusal carries its reason, and its message ends with it', (t) => {
  const desk = openDesk()
  const json = { lineId: 'A-2', core: 'shunhe', currency: 'CNY', limit: '1' }
  const call = { module: 'receivables', command: 'grantLine', json }
  const { rejection } = desk.harness.simulate({ signers: [both('bank-a')[0]], calls: [call] })
  t.match(rejection, { code: 'organizations/four-eyes-required', reason: 'DS0A', message: /\(ISO 20022 DS0A\)$/ })
  t.end()
})

import type { Pacs002, Pacs008 } from '@hanse/documents'
import fc from 'fast-check'

/** Payments that the schema allows, built without a look at the binding that is tested. */

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 })
}

/** A record whose undefined members are left out, as the reader leaves them out. */
function compact<T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(shape).map((value) => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T)
}

const CHARACTERS = [...'aZ09 .,-/&<>"\'\t\n\r', 'ỗ', '佛', '山', 'é', '😀', ']]>']

const text = (max: number) =>
  fc
    .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: Math.floor(max / 3) })
    .map((characters) => characters.join('').trim())
    .filter((joined) => joined !== '')

const max35 = text(35)
const code4 = fc.constantFrom('GDDS', 'SUPP', 'AM04', 'X1')
const bic = fc.constantFrom('DEMACNB0XXX', 'DEMVVNV0', 'DEMDDEF0123')
const lei = fc.constantFrom('300300DEMVNGOVT00743', '300300DEMFSSHAPP0163')
const country = fc.constantFrom('CN', 'VN', 'DE')
const isoDate = fc.constantFrom('2026-04-17', '2024-02-29', '1999-12-31')
const isoDateTime = fc.constantFrom('2026-04-17T10:15:30+08:00', '2026-04-17T10:15:30', '2026-04-17T02:15:30.123Z')
const uetr = fc.uuid({ version: 4 })

const money = (currency: fc.Arbitrary<string>) =>
  fc.record({ currency, amount: fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }).map((amount) => `${amount}`) })
const anyMoney = money(fc.constantFrom('CNY', 'VND', 'EUR', 'KWD', 'JPY'))

const rate = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, fraction]) => `${whole}.${`${fraction}`.padStart(6, '0')}`.replace(/\.?0+$/, ''))

const otherId = compact({ id: max35, schemeCode: maybe(code4), schemeName: maybe(max35), issuer: maybe(max35) })
const others = fc.array(otherId, { maxLength: 2 })

const postalAddress = compact({
  department: maybe(text(70)),
  streetName: maybe(text(70)),
  buildingNumber: maybe(text(16)),
  postCode: maybe(text(16)),
  townName: maybe(max35),
  countrySubDivision: maybe(max35),
  country: maybe(country),
  addressLines: fc.array(text(70), { maxLength: 7 }),
})

const birth = compact({ date: isoDate, province: maybe(max35), city: max35, country })

const party = compact({
  name: maybe(text(140)),
  postalAddress: maybe(postalAddress),
  organisation: maybe(compact({ anyBic: maybe(bic), lei: maybe(lei), others })),
  person: maybe(compact({ birth: maybe(birth), others })),
  countryOfResidence: maybe(country),
})

const agent = compact({
  bicfi: maybe(bic),
  clearingSystemMember: maybe(compact({ clearingSystem: maybe(fc.constant('CNAPS')), memberId: max35 })),
  lei: maybe(lei),
  name: maybe(text(140)),
})

const accountRest = { currency: maybe(fc.constantFrom('CNY', 'VND')), name: maybe(text(70)) }
const account = fc.oneof(
  compact({ iban: fc.constantFrom('DE89370400440532013000', 'FR1420041010050500013M02606'), ...accountRest }),
  compact({ other: compact({ id: text(34), schemeCode: maybe(code4), schemeName: maybe(max35), issuer: maybe(max35) }), ...accountRest }),
)

const reporting = compact({
  indicator: maybe(fc.constantFrom('CRED' as const, 'DEBT' as const, 'BOTH' as const)),
  authorityName: maybe(text(140)),
  authorityCountry: maybe(country),
  details: fc.array(
    compact({
      type: maybe(max35),
      date: maybe(isoDate),
      country: maybe(country),
      code: maybe(text(10)),
      amount: maybe(anyMoney),
      information: fc.array(max35, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
})

const remittance = compact({
  referredDocuments: fc.array(
    compact({
      typeCode: maybe(code4),
      typeName: maybe(max35),
      typeIssuer: maybe(max35),
      number: maybe(max35),
      relatedDate: maybe(isoDate),
    }),
    { maxLength: 3 },
  ),
  duePayableAmount: maybe(anyMoney),
  remittedAmount: maybe(anyMoney),
  creditorReference: maybe(max35),
  additionalInformation: fc.array(text(140), { maxLength: 3 }),
})

/** Instructed in the currency that is settled, in another one with a rate, or not at all. */
const amounts = fc.oneof(
  fc.record({ interbankSettlementAmount: anyMoney }),
  fc.record({ interbankSettlementAmount: money(fc.constant('CNY')), instructedAmount: money(fc.constant('CNY')) }),
  fc.record({ interbankSettlementAmount: money(fc.constant('VND')), instructedAmount: money(fc.constant('CNY')), exchangeRate: rate }),
)

const agents = { instructingAgent: maybe(agent), instructedAgent: maybe(agent) }

const rest = compact({
  instructionId: maybe(max35),
  endToEndId: max35,
  transactionId: maybe(max35),
  uetr,
  chargeBearer: fc.constantFrom('DEBT' as const, 'CRED' as const, 'SHAR' as const, 'SLEV' as const),
  charges: fc.array(fc.record({ amount: anyMoney, agent }), { maxLength: 2 }),
  ultimateDebtor: maybe(party),
  debtor: party,
  debtorAccount: maybe(account),
  debtorAgent: agent,
  creditorAgent: agent,
  creditor: party,
  creditorAccount: maybe(account),
  ultimateCreditor: maybe(party),
  purpose: maybe(code4),
  proprietaryPurpose: maybe(max35),
  regulatoryReporting: fc.array(reporting, { maxLength: 2 }),
  unstructuredRemittance: fc.array(text(140), { maxLength: 2 }),
  structuredRemittance: fc.array(remittance, { maxLength: 2 }),
})

const header = compact({
  messageId: max35,
  creationDateTime: isoDateTime,
  numberOfTransactions: fc.constant('1' as const),
  settlementMethod: fc.constantFrom('CLRG' as const, 'INGA' as const, 'INDA' as const, 'COVE' as const),
  clearingSystem: maybe(fc.constant('TGT')),
  proprietaryClearingSystem: maybe(max35),
})

/** Date and agents stand in the header or in the transaction, never in both. */
export const pacs008 = fc
  .record({ header, rest, amounts, date: isoDate, agents: compact(agents), isOfHeader: fc.boolean(), hasTotal: fc.boolean() })
  .map(({ header, rest, amounts, date, agents, isOfHeader, hasTotal }) => {
    const shared = { interbankSettlementDate: date, ...agents }
    const total = hasTotal ? { totalInterbankSettlementAmount: amounts.interbankSettlementAmount } : {}
    const transaction = { ...rest, ...amounts, ...(isOfHeader ? {} : shared) }
    return { header: { ...header, ...total, ...(isOfHeader ? shared : {}) }, transaction } as Pacs008
  })

const originalGroup = compact({ messageId: max35, messageNameId: fc.constant('pacs.008.001.08'), creationDateTime: maybe(isoDateTime) })
const reason = compact({
  originator: maybe(party),
  code: maybe(code4),
  proprietary: fc.constant('X'),
  additionalInformation: fc.array(text(105), { maxLength: 2 }),
})

export const pacs002 = fc
  .record({
    header: compact({ messageId: max35, creationDateTime: isoDateTime, ...agents }),
    group: originalGroup,
    isOfTransaction: fc.boolean(),
    transaction: compact({
      statusId: maybe(max35),
      originalInstructionId: maybe(max35),
      originalEndToEndId: maybe(max35),
      originalTransactionId: maybe(max35),
      originalUetr: uetr,
      status: fc.constantFrom('RCVD', 'ACTC', 'ACCP', 'ACSP', 'ACSC', 'ACCC', 'PDNG', 'RJCT'),
      reasons: fc.array(reason, { minLength: 1, maxLength: 3 }),
      acceptanceDateTime: maybe(isoDateTime),
      effectiveInterbankSettlementDateTime: maybe(isoDateTime),
      clearingSystemReference: maybe(max35),
      ...agents,
    }),
  })
  .map(({ header, group, isOfTransaction, transaction }) => {
    const inner = isOfTransaction ? { ...transaction, originalGroup: group } : transaction
    return { header, ...(isOfTransaction ? {} : { originalGroup: group }), transaction: inner } as Pacs002
  })

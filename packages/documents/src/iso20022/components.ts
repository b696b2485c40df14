import { list, money, optional, record, text } from './binding.ts'
import { bic, country, currencyCode, externalCode, iban, isoDate, lei, maxText, oneOf } from './values.ts'

/** Components that the messages share. Names of members are the long names of ISO 20022, paths its short ones. */

const max35 = maxText(35)
const max70 = maxText(70)
const max140 = maxText(140)
const max16 = maxText(16)

/** Of elements that the schema lets stand any number of times. */
export const OCCURRENCES_MAX = 100

/** A proprietary identification, as of a tax number or a USCC. */
const otherId = record('Othr', {
  id: text('Id', max35),
  schemeCode: optional(text('SchmeNm/Cd', externalCode(4))),
  schemeName: optional(text('SchmeNm/Prtry', max35)),
  issuer: optional(text('Issr', max35)),
})

const postalAddress = record('PstlAdr', {
  department: optional(text('Dept', max70)),
  subDepartment: optional(text('SubDept', max70)),
  streetName: optional(text('StrtNm', max70)),
  buildingNumber: optional(text('BldgNb', max16)),
  buildingName: optional(text('BldgNm', max35)),
  floor: optional(text('Flr', max70)),
  postBox: optional(text('PstBx', max16)),
  room: optional(text('Room', max70)),
  postCode: optional(text('PstCd', max16)),
  townName: optional(text('TwnNm', max35)),
  townLocationName: optional(text('TwnLctnNm', max35)),
  districtName: optional(text('DstrctNm', max35)),
  countrySubDivision: optional(text('CtrySubDvsn', max35)),
  country: optional(text('Ctry', country)),
  addressLines: list(text('AdrLine', max70), 7),
})

/** Debtor, creditor, and who stands behind them. */
export const party = (path: string) =>
  record(path, {
    name: optional(text('Nm', max140)),
    postalAddress: optional(postalAddress),
    organisation: optional(
      record('Id/OrgId', {
        anyBic: optional(text('AnyBIC', bic)),
        lei: optional(text('LEI', lei)),
        others: list(otherId, OCCURRENCES_MAX),
      }),
    ),
    person: optional(
      record('Id/PrvtId', {
        birth: optional(
          record('DtAndPlcOfBirth', {
            date: text('BirthDt', isoDate),
            province: optional(text('PrvcOfBirth', max35)),
            city: text('CityOfBirth', max35),
            country: text('CtryOfBirth', country),
          }),
        ),
        others: list(otherId, OCCURRENCES_MAX),
      }),
    ),
    countryOfResidence: optional(text('CtryOfRes', country)),
  })

/** A bank: by its BIC, by its number in a clearing system (CNAPS), or both. */
export const agent = (path: string) =>
  record(path, {
    bicfi: optional(text('FinInstnId/BICFI', bic)),
    clearingSystemMember: optional(
      record('FinInstnId/ClrSysMmbId', {
        clearingSystem: optional(text('ClrSysId/Cd', externalCode(5))),
        memberId: text('MmbId', max35),
      }),
    ),
    lei: optional(text('FinInstnId/LEI', lei)),
    name: optional(text('FinInstnId/Nm', max140)),
  })

/** An IBAN where the country has it, else the bank's own number. */
export const account = (path: string) =>
  record(
    path,
    {
      iban: optional(text('Id/IBAN', iban)),
      other: optional(
        record('Id/Othr', {
          id: text('Id', maxText(34)),
          schemeCode: optional(text('SchmeNm/Cd', externalCode(4))),
          schemeName: optional(text('SchmeNm/Prtry', max35)),
          issuer: optional(text('Issr', max35)),
        }),
      ),
      currency: optional(text('Ccy', currencyCode)),
      name: optional(text('Nm', max70)),
    },
    ['iban', 'other'],
  )

/** What a regulator wants to know: the codes of SAFE, of the State Bank of Viet Nam. */
export const regulatoryReporting = record('RgltryRptg', {
  indicator: optional(text('DbtCdtRptgInd', oneOf('CRED', 'DEBT', 'BOTH'))),
  authorityName: optional(text('Authrty/Nm', max140)),
  authorityCountry: optional(text('Authrty/Ctry', country)),
  details: list(
    record('Dtls', {
      type: optional(text('Tp', max35)),
      date: optional(text('Dt', isoDate)),
      country: optional(text('Ctry', country)),
      code: optional(text('Cd', maxText(10))),
      amount: optional(money('Amt')),
      information: list(text('Inf', max35), OCCURRENCES_MAX),
    }),
    OCCURRENCES_MAX,
  ),
})

/** What is paid: one entry a document or group of documents. */
export const structuredRemittance = record('RmtInf/Strd', {
  referredDocuments: list(
    record('RfrdDocInf', {
      typeCode: optional(text('Tp/CdOrPrtry/Cd', externalCode(4))),
      typeName: optional(text('Tp/CdOrPrtry/Prtry', max35)),
      typeIssuer: optional(text('Tp/Issr', max35)),
      number: optional(text('Nb', max35)),
      relatedDate: optional(text('RltdDt', isoDate)),
    }),
    OCCURRENCES_MAX,
  ),
  duePayableAmount: optional(money('RfrdDocAmt/DuePyblAmt')),
  remittedAmount: optional(money('RfrdDocAmt/RmtdAmt')),
  creditorReference: optional(text('CdtrRefInf/Ref', max35)),
  additionalInformation: list(text('AddtlRmtInf', max140), 3),
})

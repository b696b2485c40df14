import { assert } from '@hanse/primitives'

/** What an element holds, of what EN 16931 needs: the names in the order of the schemas of UBL 2.1; `*` stands where one may repeat. */
const PARTY = 'EndpointID PartyIdentification* PartyName* PostalAddress PartyTaxScheme* PartyLegalEntity* Contact'
const ADDRESS = 'StreetName AdditionalStreetName CityName PostalZone CountrySubentity AddressLine* Country'
const DOCUMENT_REFERENCE = 'ID IssueDate DocumentTypeCode DocumentDescription* Attachment'
const PERIOD = 'StartDate EndDate DescriptionCode*'
const TAX_CATEGORY = 'ID Percent TaxExemptionReasonCode TaxExemptionReason* TaxScheme'
const LINE_HEAD = 'ID Note* InvoicedQuantity CreditedQuantity LineExtensionAmount AccountingCost'
const LINE_TAIL = 'InvoicePeriod* OrderLineReference* DocumentReference* AllowanceCharge* Item Price'
const PARTIES = 'AccountingSupplierParty AccountingCustomerParty PayeeParty TaxRepresentativeParty'
const IDENTIFIED = 'ID'

const CONTENT: Readonly<Record<string, string>> = {
  Invoice: `CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode Note* TaxPointDate DocumentCurrencyCode TaxCurrencyCode
    AccountingCost BuyerReference InvoicePeriod* OrderReference BillingReference* DespatchDocumentReference* ReceiptDocumentReference*
    OriginatorDocumentReference* ContractDocumentReference* AdditionalDocumentReference* ProjectReference* ${PARTIES} Delivery*
    PaymentMeans* PaymentTerms* AllowanceCharge* TaxTotal* LegalMonetaryTotal InvoiceLine*`,
  CreditNote: `CustomizationID ProfileID ID IssueDate TaxPointDate CreditNoteTypeCode Note* DocumentCurrencyCode TaxCurrencyCode
    AccountingCost BuyerReference InvoicePeriod* OrderReference BillingReference* DespatchDocumentReference* ReceiptDocumentReference*
    ContractDocumentReference* AdditionalDocumentReference* OriginatorDocumentReference* ${PARTIES} Delivery* PaymentMeans* PaymentTerms*
    AllowanceCharge* TaxTotal* LegalMonetaryTotal CreditNoteLine*`,
  OrderReference: 'ID SalesOrderID',
  BillingReference: 'InvoiceDocumentReference',
  InvoiceDocumentReference: DOCUMENT_REFERENCE,
  DespatchDocumentReference: DOCUMENT_REFERENCE,
  ReceiptDocumentReference: DOCUMENT_REFERENCE,
  OriginatorDocumentReference: DOCUMENT_REFERENCE,
  ContractDocumentReference: DOCUMENT_REFERENCE,
  AdditionalDocumentReference: DOCUMENT_REFERENCE,
  DocumentReference: DOCUMENT_REFERENCE,
  ProjectReference: IDENTIFIED,
  Attachment: 'EmbeddedDocumentBinaryObject ExternalReference',
  ExternalReference: 'URI',
  AccountingSupplierParty: 'Party',
  AccountingCustomerParty: 'Party',
  Party: PARTY,
  PayeeParty: PARTY,
  TaxRepresentativeParty: PARTY,
  DeliveryParty: PARTY,
  PartyIdentification: IDENTIFIED,
  PartyName: 'Name',
  PartyTaxScheme: 'CompanyID TaxScheme',
  PartyLegalEntity: 'RegistrationName CompanyID CompanyLegalForm',
  TaxScheme: IDENTIFIED,
  PostalAddress: ADDRESS,
  Address: ADDRESS,
  AddressLine: 'Line',
  Country: 'IdentificationCode',
  OriginCountry: 'IdentificationCode',
  Contact: 'Name Telephone ElectronicMail',
  Delivery: 'ActualDeliveryDate DeliveryLocation DeliveryParty',
  DeliveryLocation: 'ID Address',
  InvoicePeriod: PERIOD,
  PaymentMeans: 'PaymentMeansCode PaymentDueDate PaymentID* CardAccount PayeeFinancialAccount PaymentMandate',
  CardAccount: 'PrimaryAccountNumberID HolderName',
  PayeeFinancialAccount: 'ID Name FinancialInstitutionBranch',
  PayerFinancialAccount: IDENTIFIED,
  FinancialInstitutionBranch: IDENTIFIED,
  PaymentMandate: 'ID PayerFinancialAccount',
  PaymentTerms: 'Note*',
  AllowanceCharge:
    'ChargeIndicator AllowanceChargeReasonCode AllowanceChargeReason* MultiplierFactorNumeric Amount BaseAmount TaxCategory*',
  TaxTotal: 'TaxAmount TaxSubtotal*',
  TaxSubtotal: 'TaxableAmount TaxAmount TaxCategory',
  TaxCategory: TAX_CATEGORY,
  ClassifiedTaxCategory: TAX_CATEGORY,
  LegalMonetaryTotal: `LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PrepaidAmount
    PayableRoundingAmount PayableAmount`,
  InvoiceLine: `${LINE_HEAD} ${LINE_TAIL}`,
  CreditNoteLine: `${LINE_HEAD} ${LINE_TAIL}`,
  OrderLineReference: 'LineID',
  Price: 'PriceAmount BaseQuantity AllowanceCharge*',
  Item: `Description* Name BuyersItemIdentification SellersItemIdentification StandardItemIdentification OriginCountry
    CommodityClassification* ClassifiedTaxCategory* AdditionalItemProperty*`,
  BuyersItemIdentification: IDENTIFIED,
  SellersItemIdentification: IDENTIFIED,
  StandardItemIdentification: IDENTIFIED,
  CommodityClassification: 'ItemClassificationCode',
  AdditionalItemProperty: 'Name Value',
}

interface Place {
  /** Among the children of its parent. */
  readonly order: number
  readonly repeats: boolean
}

const PLACES: ReadonlyMap<string, ReadonlyMap<string, Place>> = new Map(
  Object.entries(CONTENT).map(([parent, content]) => {
    const names = content.split(/\s+/)
    return [parent, new Map(names.map((name, order) => [name.replace('*', ''), { order, repeats: name.endsWith('*') }]))]
  }),
)

/** Where UBL has an element below another one; undefined when it has none there. */
export function placeIn(parent: string, name: string): Place | undefined {
  const places = PLACES.get(parent)
  assert(places !== undefined, `no schema of ${parent}`)
  return places.get(name)
}

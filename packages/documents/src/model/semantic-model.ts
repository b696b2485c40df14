import { group, term } from './binding.ts'

const VAT = 'cac:TaxScheme/cbc:ID=VAT'
const NOT_VAT = 'cac:TaxScheme/cbc:ID!=VAT'

/** The parts of an address (BG-5, BG-8, BG-12, BG-15) have the same names everywhere; only their numbers differ. */
function address(ids: readonly [string, string, string, string, string, string, string]) {
  const [line1, line2, city, postCode, subdivision, country, line3] = ids
  return [
    term(line1, 'address line 1', 'cbc:StreetName'),
    term(line2, 'address line 2', 'cbc:AdditionalStreetName'),
    term(line3, 'address line 3', 'cac:AddressLine/cbc:Line'),
    term(city, 'city', 'cbc:CityName'),
    term(postCode, 'post code', 'cbc:PostalZone'),
    term(subdivision, 'country subdivision', 'cbc:CountrySubentity'),
    term(country, 'country code', 'cac:Country/cbc:IdentificationCode'),
  ]
}

interface AllowanceIds {
  readonly amount: string
  readonly base: string
  readonly percent: string
  readonly reason: string
  readonly code: string
}

/** An allowance or a charge: the same element, told apart by its indicator. */
function allowance(name: string, ids: AllowanceIds) {
  return [
    term(ids.amount, `${name} amount`, 'cbc:Amount'),
    term(ids.base, `${name} base amount`, 'cbc:BaseAmount'),
    term(ids.percent, `${name} percentage`, 'cbc:MultiplierFactorNumeric'),
    term(ids.reason, `${name} reason`, 'cbc:AllowanceChargeReason'),
    term(ids.code, `${name} reason code`, 'cbc:AllowanceChargeReasonCode'),
  ]
}

/** xsd:boolean has two spellings of each. */
const ALLOWANCE = 'cac:AllowanceCharge[cbc:ChargeIndicator=false|0]'
const CHARGE = 'cac:AllowanceCharge[cbc:ChargeIndicator=true|1]'

/** Of the seller, wherever a document has it. */
export const SELLER_TERMS = [
  term('BT-27', 'seller name', 'cac:PartyLegalEntity/cbc:RegistrationName'),
  term('BT-28', 'seller trading name', 'cac:PartyName/cbc:Name'),
  term('BT-29', 'seller identifier', 'cac:PartyIdentification/cbc:ID[@schemeID!=SEPA]'),
  term('BT-30', 'seller legal registration identifier', 'cac:PartyLegalEntity/cbc:CompanyID'),
  term('BT-31', 'seller VAT identifier', `cac:PartyTaxScheme[${VAT}]/cbc:CompanyID`),
  term('BT-32', 'seller tax registration identifier', `cac:PartyTaxScheme[${NOT_VAT}]/cbc:CompanyID`),
  term('BT-33', 'seller additional legal information', 'cac:PartyLegalEntity/cbc:CompanyLegalForm'),
  term('BT-34', 'seller electronic address', 'cbc:EndpointID'),
  group('BG-5', 'seller postal address', 'cac:PostalAddress', address(['BT-35', 'BT-36', 'BT-37', 'BT-38', 'BT-39', 'BT-40', 'BT-162'])),
  group('BG-6', 'seller contact', 'cac:Contact', [
    term('BT-41', 'seller contact point', 'cbc:Name'),
    term('BT-42', 'seller contact telephone', 'cbc:Telephone'),
    term('BT-43', 'seller contact email', 'cbc:ElectronicMail'),
  ]),
]

const seller = group('BG-4', 'seller', 'cac:AccountingSupplierParty/cac:Party', SELLER_TERMS)

export const BUYER_TERMS = [
  term('BT-44', 'buyer name', 'cac:PartyLegalEntity/cbc:RegistrationName'),
  term('BT-45', 'buyer trading name', 'cac:PartyName/cbc:Name'),
  term('BT-46', 'buyer identifier', 'cac:PartyIdentification/cbc:ID'),
  term('BT-47', 'buyer legal registration identifier', 'cac:PartyLegalEntity/cbc:CompanyID'),
  term('BT-48', 'buyer VAT identifier', `cac:PartyTaxScheme[${VAT}]/cbc:CompanyID`),
  term('BT-49', 'buyer electronic address', 'cbc:EndpointID'),
  group('BG-8', 'buyer postal address', 'cac:PostalAddress', address(['BT-50', 'BT-51', 'BT-52', 'BT-53', 'BT-54', 'BT-55', 'BT-163'])),
  group('BG-9', 'buyer contact', 'cac:Contact', [
    term('BT-56', 'buyer contact point', 'cbc:Name'),
    term('BT-57', 'buyer contact telephone', 'cbc:Telephone'),
    term('BT-58', 'buyer contact email', 'cbc:ElectronicMail'),
  ]),
]

const buyer = group('BG-7', 'buyer', 'cac:AccountingCustomerParty/cac:Party', BUYER_TERMS)

const otherParties = [
  group('BG-10', 'payee', 'cac:PayeeParty', [
    term('BT-59', 'payee name', 'cac:PartyName/cbc:Name'),
    term('BT-60', 'payee identifier', 'cac:PartyIdentification/cbc:ID[@schemeID!=SEPA]'),
    term('BT-61', 'payee legal registration identifier', 'cac:PartyLegalEntity/cbc:CompanyID'),
  ]),
  group('BG-11', 'seller tax representative', 'cac:TaxRepresentativeParty', [
    term('BT-62', 'seller tax representative name', 'cac:PartyName/cbc:Name'),
    term('BT-63', 'seller tax representative VAT identifier', `cac:PartyTaxScheme[${VAT}]/cbc:CompanyID`),
    group(
      'BG-12',
      'tax representative postal address',
      'cac:PostalAddress',
      address(['BT-64', 'BT-65', 'BT-66', 'BT-67', 'BT-68', 'BT-69', 'BT-164']),
    ),
  ]),
]

const delivery = group('BG-13', 'delivery information', 'cac:Delivery', [
  term('BT-70', 'deliver-to party name', 'cac:DeliveryParty/cac:PartyName/cbc:Name'),
  term('BT-71', 'deliver-to location identifier', 'cac:DeliveryLocation/cbc:ID'),
  term('BT-72', 'actual delivery date', 'cbc:ActualDeliveryDate'),
  group(
    'BG-15',
    'deliver-to address',
    'cac:DeliveryLocation/cac:Address',
    address(['BT-75', 'BT-76', 'BT-77', 'BT-78', 'BT-79', 'BT-80', 'BT-165']),
  ),
])

const payment = group('BG-16', 'payment instructions', 'cac:PaymentMeans', [
  term('BT-81', 'payment means type code', 'cbc:PaymentMeansCode'),
  term('BT-82', 'payment means text', 'cbc:PaymentMeansCode/@name'),
  term('BT-83', 'remittance information', 'cbc:PaymentID'),
  group('BG-17', 'credit transfer', 'cac:PayeeFinancialAccount', [
    term('BT-84', 'payment account identifier', 'cbc:ID'),
    term('BT-85', 'payment account name', 'cbc:Name'),
    term('BT-86', 'payment service provider identifier', 'cac:FinancialInstitutionBranch/cbc:ID'),
  ]),
  group('BG-18', 'payment card information', 'cac:CardAccount', [
    term('BT-87', 'payment card primary account number', 'cbc:PrimaryAccountNumberID'),
    term('BT-88', 'payment card holder name', 'cbc:HolderName'),
  ]),
  group('BG-19', 'direct debit', 'cac:PaymentMandate', [
    term('BT-89', 'mandate reference identifier', 'cbc:ID'),
    term('BT-91', 'debited account identifier', 'cac:PayerFinancialAccount/cbc:ID'),
  ]),
])

const totals = group('BG-22', 'document totals', 'cac:LegalMonetaryTotal', [
  term('BT-106', 'sum of invoice line net amounts', 'cbc:LineExtensionAmount'),
  term('BT-107', 'sum of allowances on document level', 'cbc:AllowanceTotalAmount'),
  term('BT-108', 'sum of charges on document level', 'cbc:ChargeTotalAmount'),
  term('BT-109', 'invoice total amount without VAT', 'cbc:TaxExclusiveAmount'),
  term('BT-112', 'invoice total amount with VAT', 'cbc:TaxInclusiveAmount'),
  term('BT-113', 'paid amount', 'cbc:PrepaidAmount'),
  term('BT-114', 'rounding amount', 'cbc:PayableRoundingAmount'),
  term('BT-115', 'amount due for payment', 'cbc:PayableAmount'),
])

/** VAT is stated once in the invoice's currency and, where another is used for accounting (BT-6), once more in that one. */
const IN_ACCOUNTING_CURRENCY = 'cbc:TaxAmount/@currencyID=/cbc:TaxCurrencyCode'
const IN_INVOICE_CURRENCY = 'cbc:TaxAmount/@currencyID=/cbc:DocumentCurrencyCode or cbc:TaxAmount/@currencyID!=/cbc:TaxCurrencyCode'

const vat = [
  term('BT-110', 'invoice total VAT amount', `cac:TaxTotal[${IN_INVOICE_CURRENCY}]/cbc:TaxAmount`),
  term('BT-111', 'invoice total VAT amount in accounting currency', `cac:TaxTotal[${IN_ACCOUNTING_CURRENCY}]/cbc:TaxAmount`),
  group('BG-23', 'VAT breakdown', `cac:TaxTotal[${IN_INVOICE_CURRENCY}]/cac:TaxSubtotal`, [
    term('BT-116', 'VAT category taxable amount', 'cbc:TaxableAmount'),
    term('BT-117', 'VAT category tax amount', 'cbc:TaxAmount'),
    term('BT-118', 'VAT category code', `cac:TaxCategory[${VAT}]/cbc:ID`),
    term('BT-119', 'VAT category rate', `cac:TaxCategory[${VAT}]/cbc:Percent`),
    term('BT-120', 'VAT exemption reason text', `cac:TaxCategory[${VAT}]/cbc:TaxExemptionReason`),
    term('BT-121', 'VAT exemption reason code', `cac:TaxCategory[${VAT}]/cbc:TaxExemptionReasonCode`),
  ]),
]

const line = group('BG-25', 'invoice line', 'cac:InvoiceLine|cac:CreditNoteLine', [
  term('BT-126', 'invoice line identifier', 'cbc:ID'),
  term('BT-127', 'invoice line note', 'cbc:Note'),
  term('BT-128', 'invoice line object identifier', 'cac:DocumentReference[cbc:DocumentTypeCode=130]/cbc:ID'),
  term('BT-129', 'invoiced quantity', 'cbc:InvoicedQuantity|cbc:CreditedQuantity'),
  term('BT-130', 'invoiced quantity unit of measure', 'cbc:InvoicedQuantity|cbc:CreditedQuantity/@unitCode'),
  term('BT-131', 'invoice line net amount', 'cbc:LineExtensionAmount'),
  term('BT-132', 'referenced purchase order line', 'cac:OrderLineReference/cbc:LineID'),
  term('BT-133', 'invoice line buyer accounting reference', 'cbc:AccountingCost'),
  group('BG-26', 'invoice line period', 'cac:InvoicePeriod', [
    term('BT-134', 'invoice line period start date', 'cbc:StartDate'),
    term('BT-135', 'invoice line period end date', 'cbc:EndDate'),
  ]),
  group('BG-27', 'invoice line allowance', ALLOWANCE, [
    ...allowance('invoice line allowance', { amount: 'BT-136', base: 'BT-137', percent: 'BT-138', reason: 'BT-139', code: 'BT-140' }),
  ]),
  group('BG-28', 'invoice line charge', CHARGE, [
    ...allowance('invoice line charge', { amount: 'BT-141', base: 'BT-142', percent: 'BT-143', reason: 'BT-144', code: 'BT-145' }),
  ]),
  group('BG-29', 'price details', 'cac:Price', [
    term('BT-146', 'item net price', 'cbc:PriceAmount'),
    term('BT-147', 'item price discount', 'cac:AllowanceCharge/cbc:Amount'),
    term('BT-148', 'item gross price', 'cac:AllowanceCharge/cbc:BaseAmount'),
    term('BT-149', 'item price base quantity', 'cbc:BaseQuantity'),
    term('BT-150', 'item price base quantity unit of measure', 'cbc:BaseQuantity/@unitCode'),
  ]),
  group('BG-30', 'line VAT information', `cac:Item/cac:ClassifiedTaxCategory[${VAT}]`, [
    term('BT-151', 'invoiced item VAT category code', 'cbc:ID'),
    term('BT-152', 'invoiced item VAT rate', 'cbc:Percent'),
  ]),
  group('BG-31', 'item information', 'cac:Item', [
    term('BT-153', 'item name', 'cbc:Name'),
    term('BT-154', 'item description', 'cbc:Description'),
    term('BT-155', 'item seller identifier', 'cac:SellersItemIdentification/cbc:ID'),
    term('BT-156', 'item buyer identifier', 'cac:BuyersItemIdentification/cbc:ID'),
    term('BT-157', 'item standard identifier', 'cac:StandardItemIdentification/cbc:ID'),
    term('BT-158', 'item classification identifier', 'cac:CommodityClassification/cbc:ItemClassificationCode'),
    term('BT-159', 'item country of origin', 'cac:OriginCountry/cbc:IdentificationCode'),
    group('BG-32', 'item attributes', 'cac:AdditionalItemProperty', [
      term('BT-160', 'item attribute name', 'cbc:Name'),
      term('BT-161', 'item attribute value', 'cbc:Value'),
    ]),
  ]),
])

/** The semantic model of EN 16931-1 bound to UBL 2.1 (CEN/TS 16931-3-2): a term is one row. */
export const SEMANTIC_MODEL = group('BG-0', 'invoice', '', [
  term('BT-1', 'invoice number', 'cbc:ID'),
  term('BT-2', 'invoice issue date', 'cbc:IssueDate'),
  term('BT-3', 'invoice type code', 'cbc:InvoiceTypeCode|cbc:CreditNoteTypeCode'),
  term('BT-5', 'invoice currency code', 'cbc:DocumentCurrencyCode'),
  term('BT-6', 'VAT accounting currency code', 'cbc:TaxCurrencyCode'),
  term('BT-7', 'value added tax point date', 'cbc:TaxPointDate'),
  term('BT-9', 'payment due date', 'cbc:DueDate', 'cac:PaymentMeans/cbc:PaymentDueDate'),
  term('BT-10', 'buyer reference', 'cbc:BuyerReference'),
  // A credit note of UBL has no place of its own for the project.
  term('BT-11', 'project reference', 'cac:ProjectReference/cbc:ID', 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=50]/cbc:ID'),
  term('BT-12', 'contract reference', 'cac:ContractDocumentReference/cbc:ID'),
  term('BT-13', 'purchase order reference', 'cac:OrderReference/cbc:ID'),
  term('BT-14', 'sales order reference', 'cac:OrderReference/cbc:SalesOrderID'),
  term('BT-15', 'receiving advice reference', 'cac:ReceiptDocumentReference/cbc:ID'),
  term('BT-16', 'despatch advice reference', 'cac:DespatchDocumentReference/cbc:ID'),
  term('BT-17', 'tender or lot reference', 'cac:OriginatorDocumentReference/cbc:ID'),
  term('BT-18', 'invoiced object identifier', 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]/cbc:ID'),
  term('BT-19', 'buyer accounting reference', 'cbc:AccountingCost'),
  term('BT-20', 'payment terms', 'cac:PaymentTerms/cbc:Note'),
  // With its subject (BT-21) before it, where it has one: `#AAI#text`.
  group('BG-1', 'invoice note', 'cbc:Note', [term('BT-22', 'invoice note', '.')]),
  group('BG-2', 'process control', '', [
    term('BT-23', 'business process type', 'cbc:ProfileID'),
    term('BT-24', 'specification identifier', 'cbc:CustomizationID'),
  ]),
  group('BG-3', 'preceding invoice reference', 'cac:BillingReference', [
    term('BT-25', 'preceding invoice reference', 'cac:InvoiceDocumentReference/cbc:ID'),
    term('BT-26', 'preceding invoice issue date', 'cac:InvoiceDocumentReference/cbc:IssueDate'),
  ]),
  seller,
  buyer,
  ...otherParties,
  delivery,
  group('BG-14', 'invoicing period', 'cac:InvoicePeriod', [
    term('BT-8', 'value added tax point date code', 'cbc:DescriptionCode'),
    term('BT-73', 'invoicing period start date', 'cbc:StartDate'),
    term('BT-74', 'invoicing period end date', 'cbc:EndDate'),
  ]),
  payment,
  // Of direct debit (BG-19), but it stands at the creditor, who is the payee or else the seller.
  term(
    'BT-90',
    'bank assigned creditor identifier',
    'cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID[@schemeID=SEPA]',
    'cac:PayeeParty/cac:PartyIdentification/cbc:ID[@schemeID=SEPA]',
  ),
  group('BG-20', 'document level allowance', ALLOWANCE, [
    ...allowance('document level allowance', { amount: 'BT-92', base: 'BT-93', percent: 'BT-94', reason: 'BT-97', code: 'BT-98' }),
    term('BT-95', 'document level allowance VAT category code', `cac:TaxCategory[${VAT}]/cbc:ID`),
    term('BT-96', 'document level allowance VAT rate', `cac:TaxCategory[${VAT}]/cbc:Percent`),
  ]),
  group('BG-21', 'document level charge', CHARGE, [
    ...allowance('document level charge', { amount: 'BT-99', base: 'BT-100', percent: 'BT-101', reason: 'BT-104', code: 'BT-105' }),
    term('BT-102', 'document level charge VAT category code', `cac:TaxCategory[${VAT}]/cbc:ID`),
    term('BT-103', 'document level charge VAT rate', `cac:TaxCategory[${VAT}]/cbc:Percent`),
  ]),
  totals,
  ...vat,
  group('BG-24', 'additional supporting documents', 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode!=130|50]', [
    term('BT-122', 'supporting document reference', 'cbc:ID'),
    term('BT-123', 'supporting document description', 'cbc:DocumentDescription'),
    term('BT-124', 'external document location', 'cac:Attachment/cac:ExternalReference/cbc:URI'),
    term('BT-125', 'attached document', 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject'),
  ]),
  line,
])

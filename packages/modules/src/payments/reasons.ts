/** External code sets of ISO 20022, as far as the module takes them from its users. Codes of refusals stand in `rejections.ts`. */

/** ExternalStatusReason1Code: why an agent rejects or holds a payment. */
export const STATUS_REASONS = [
  'AC01',
  'AC03',
  'AC04',
  'AC06',
  'AG01',
  'AM04',
  'AM05',
  'AM09',
  'BE01',
  'BE04',
  'BE05',
  'BE06',
  'BE07',
  'FRAD',
  'LEGL',
  'MS02',
  'MS03',
  'NARR',
  'RC01',
  'RR01',
  'RR02',
  'RR03',
  'RR04',
] as const

/** Reasons that the module itself gives: the hold's deadline passed, the settlement's deadline passed, a party is listed. */
export const HOLD_EXPIRED = 'AB05'
export const LOCK_EXPIRED = 'AB03'
export const LISTED = 'RR04'

/** ExternalCancellationReason1Code: why camt.056 asks for the money back. */
export const RECALL_REASONS = ['DUPL', 'FRAD', 'TECH', 'CUST'] as const

/** What a history can name as reason. */
export const STEP_REASONS = [...STATUS_REASONS, ...RECALL_REASONS.filter((code) => code !== 'FRAD'), HOLD_EXPIRED, LOCK_EXPIRED] as const

/** The answer of camt.029: cancelled as asked, or the request rejected. */
export const RECALL_ANSWERS = ['PENDING', 'CNCL', 'RJCR'] as const

/** ExternalPaymentCancellationRejection1Code: why camt.029 refuses. */
export const RECALL_REFUSALS = ['AC04', 'AGNT', 'AM04', 'ARDT', 'CUST', 'LEGL', 'NARR', 'NOAS', 'NOOR', 'PTNA', 'RQDA'] as const

/** ExternalPurpose1Code: what payments across a border are for. */
export const PURPOSES: ReadonlySet<string> = new Set(
  (
    'ADVA BEXP CHAR COMC COMM CORT COST DIVD FREX GDDS GDSV GOVT IHRP INSU INTC INTE LICF LOAN LOAR OTHR PENS REFU RENT ROYA SALA SCVE ' +
    'STDY SUBS SUPP TAXS TRAD TREA'
  ).split(' '),
)

/** Of those, what a bank pays on its own account: correspondents, exchange, within a group, interest, loans, treasury. */
export const BANK_PURPOSES: ReadonlySet<string> = new Set(['CORT', 'FREX', 'INTC', 'INTE', 'LOAN', 'LOAR', 'TREA'])

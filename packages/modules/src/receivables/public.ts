export type { Certificate, Line, ReceivablesGenesis, Root, TradeDocument } from './codecs.ts'
export { discountOf } from './discount.ts'
export { receivables } from './module.ts'
export { CERTIFICATE_STATES, type CertificateStatus, isTerminal } from './status.ts'

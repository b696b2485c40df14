export { type BidTerms, bidCommitment } from './auction.ts'
export {
  type Auction,
  type Certificate,
  genesisCodec as receivablesGenesisCodec,
  invoicedGoodsCodec,
  type Line,
  type ReceivablesGenesis,
  type Root,
  type TradeDocument,
  tradeDocumentCodec,
} from './codecs.ts'
export { discountOf } from './discount.ts'
export { LINES_PER_DOCUMENT_MAX } from './limits.ts'
export { receivables } from './module.ts'
export { CERTIFICATE_STATES, type CertificateStatus, isTerminal } from './status.ts'

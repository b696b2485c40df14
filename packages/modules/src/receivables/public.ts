export { type BidTerms, bidCommitment } from './auction.ts'
export {
  type Auction,
  type Certificate,
  genesisCodec as receivablesGenesisCodec,
  type Line,
  type ReceivablesGenesis,
  type Root,
  type TradeDocument,
} from './codecs.ts'
export { discountOf } from './discount.ts'
export { receivables } from './module.ts'
export { CERTIFICATE_STATES, type CertificateStatus, isTerminal } from './status.ts'

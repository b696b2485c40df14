export type { KeyPair } from '@hanse/crypto'
export { type BidTerms, bidCommitment, type CurrencyCode } from '@hanse/modules'
export { type Chain, parseGenesis } from '@hanse/protocol'
export { type ClientOptions, type CoreClient, createClient, type HanseClient } from './client.ts'
export { type ComplianceOptions, fetchComplianceProof, type ProvenCompliance, verifyComplianceProof } from './compliance.ts'
export { HanseError, HanseRpcError, isPassing, NotFinalInTime, RPC_CODE, type RpcErrorData } from './errors.ts'
export * from './governance-records.ts'
export type { CallOptions, Fetch } from './http.ts'
export { createLightClient, type LightClient } from './light-client.ts'
export type * from './list-types.ts'
export * from './methods.ts'
export type {
  Answer,
  CommandMethod,
  ModuleClient,
  ModuleClients,
  QueryMethod,
  SendOptions,
  Signers,
} from './module-client.ts'
export type { EventReader } from './module-event.ts'
export {
  epochsOfProof,
  type ProvenEntry,
  type ProvenReceipt,
  type Trust,
  verifyCertificate,
  verifyStateProof,
  verifyTransactionProof,
} from './proof.ts'
export type { ProvenRecord, QueryOptions, RecordMethod } from './record-proof.ts'
export type { WaitOptions } from './send.ts'
export { addressOf, createKeyPair, generateKeyPair, type Signer } from './signer.ts'
export type { WebSocketConstructor, WebSocketLike } from './socket.ts'
export type * from './subscription-types.ts'
export {
  assembleTransaction,
  type BuildOptions,
  buildTransaction,
  type CallDraft,
  callDigest,
  readableBody,
  readSignedTransaction,
  readUnsignedTransaction,
  type SignedTransaction,
  signOnce,
  signTransaction,
  type TransactionOptions,
  type UnsignedTransaction,
} from './transaction.ts'

// Made from packages/modules/src/receivables/receivables.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly receivables: {
    readonly v1: {
      readonly AcceptTransfer: WireType
      readonly CertNo: WireType
      readonly Certificate: WireType
      readonly CertificatePage: WireType
      readonly CertificateView: WireType
      readonly Finance: WireType
      readonly FinanceRequest: WireType
      readonly Financing: WireType
      readonly Freeze: WireType
      readonly FreezeOrder: WireType
      readonly FreezeParams: WireType
      readonly Genesis: WireType
      readonly GrantLine: WireType
      readonly InvoiceArgs: WireType
      readonly InvoicePledge: WireType
      readonly InvoiceRef: WireType
      readonly Issue: WireType
      readonly Line: WireType
      readonly LineArgs: WireType
      readonly LinePage: WireType
      readonly LineView: WireType
      readonly Params: WireType
      readonly PartyPageArgs: WireType
      readonly PendingTransfer: WireType
      readonly QuoteArgs: WireType
      readonly QuoteView: WireType
      readonly Redeem: WireType
      readonly Reject: WireType
      readonly RequestFinance: WireType
      readonly Root: WireType
      readonly RootList: WireType
      readonly RootView: WireType
      readonly Split: WireType
      readonly TradeDocument: WireType
      readonly Transfer: WireType
      readonly Unfreeze: WireType
    }
  }
}

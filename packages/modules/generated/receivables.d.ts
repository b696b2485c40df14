// Made from packages/modules/src/receivables/receivables.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly receivables: {
    readonly v1: {
      readonly Absence: WireType
      readonly AcceptBid: WireType
      readonly AcceptTransfer: WireType
      readonly AlarmPage: WireType
      readonly AlarmView: WireType
      readonly Auction: WireType
      readonly AuctionTerms: WireType
      readonly AuctionView: WireType
      readonly Bid: WireType
      readonly Calendar: WireType
      readonly CertNo: WireType
      readonly Certificate: WireType
      readonly CertificatePage: WireType
      readonly CertificateView: WireType
      readonly DocumentLineRef: WireType
      readonly DocumentUse: WireType
      readonly Finance: WireType
      readonly FinanceRequest: WireType
      readonly Financing: WireType
      readonly Freeze: WireType
      readonly FreezeOrder: WireType
      readonly FreezeParams: WireType
      readonly Genesis: WireType
      readonly Goods: WireType
      readonly GoodsLine: WireType
      readonly GrantLine: WireType
      readonly InvoiceArgs: WireType
      readonly InvoicePledge: WireType
      readonly InvoiceRef: WireType
      readonly InvoicedGoods: WireType
      readonly InvoicedLine: WireType
      readonly Issue: WireType
      readonly Line: WireType
      readonly LineArgs: WireType
      readonly LinePage: WireType
      readonly LineView: WireType
      readonly NoArgs: WireType
      readonly Params: WireType
      readonly PartyArgs: WireType
      readonly PartyPageArgs: WireType
      readonly PaymentAlarm: WireType
      readonly PendingTransfer: WireType
      readonly PriorityClaim: WireType
      readonly PriorityView: WireType
      readonly ProvenEntry: WireType
      readonly QuoteArgs: WireType
      readonly QuoteView: WireType
      readonly Redeem: WireType
      readonly Registration: WireType
      readonly RegistrationCount: WireType
      readonly Reject: WireType
      readonly RequestFinance: WireType
      readonly Reveal: WireType
      readonly Root: WireType
      readonly RootList: WireType
      readonly RootView: WireType
      readonly Screen: WireType
      readonly ScreenedList: WireType
      readonly ScreenedVersion: WireType
      readonly Screening: WireType
      readonly ScreeningTerms: WireType
      readonly ScreeningView: WireType
      readonly SealedBid: WireType
      readonly Split: WireType
      readonly Taken: WireType
      readonly TakenLine: WireType
      readonly TradeDocument: WireType
      readonly Transfer: WireType
      readonly Unfreeze: WireType
      readonly UsedLine: WireType
    }
  }
}

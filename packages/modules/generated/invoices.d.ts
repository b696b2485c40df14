// Made from packages/modules/src/invoices/invoices.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly invoices: {
    readonly v1: {
      readonly Calendar: WireType
      readonly Deduct: WireType
      readonly DeemedAcceptance: WireType
      readonly DocumentAllowance: WireType
      readonly GrantQuota: WireType
      readonly Invoice: WireType
      readonly InvoiceArgs: WireType
      readonly InvoiceItem: WireType
      readonly InvoiceLine: WireType
      readonly InvoicePage: WireType
      readonly InvoiceStatus: WireType
      readonly InvoiceView: WireType
      readonly LineAllowance: WireType
      readonly ListArgs: WireType
      readonly Lock: WireType
      readonly NumberArgs: WireType
      readonly Params: WireType
      readonly Pledge: WireType
      readonly Quota: WireType
      readonly QuotaArgs: WireType
      readonly QuotaView: WireType
      readonly RedLetter: WireType
      readonly RedLetterParams: WireType
      readonly Reimburse: WireType
      readonly Reimbursement: WireType
      readonly Release: WireType
      readonly Respond: WireType
      readonly RingAlarm: WireType
      readonly RingAlarmPage: WireType
      readonly RingAlarmsArgs: WireType
      readonly Settlement: WireType
      readonly SettlementPage: WireType
      readonly SettlementsArgs: WireType
      readonly Totals: WireType
      readonly Trader: WireType
      readonly VatBreakdown: WireType
      readonly VatRates: WireType
    }
  }
}

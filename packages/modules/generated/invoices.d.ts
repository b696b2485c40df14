// Made from packages/modules/src/invoices/invoices.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly invoices: {
    readonly v1: {
      readonly Deduct: WireType
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
      readonly NumberArgs: WireType
      readonly Pledge: WireType
      readonly Quota: WireType
      readonly QuotaArgs: WireType
      readonly QuotaView: WireType
      readonly RedLetter: WireType
      readonly RedLetterParams: WireType
      readonly Respond: WireType
      readonly Totals: WireType
      readonly Trader: WireType
      readonly VatBreakdown: WireType
    }
  }
}

// Made from packages/modules/src/invoices/invoices.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly invoices: {
    readonly v1: {
      readonly DocumentAllowance: WireType
      readonly Invoice: WireType
      readonly InvoiceLine: WireType
      readonly InvoiceStatus: WireType
      readonly LineAllowance: WireType
      readonly Pledge: WireType
      readonly Totals: WireType
      readonly Trader: WireType
      readonly VatBreakdown: WireType
    }
  }
}

// Made from packages/modules/src/payments/payments.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly payments: {
    readonly v1: {
      readonly Absence: WireType
      readonly AcceptQuote: WireType
      readonly AgentParams: WireType
      readonly AnswerTokens: WireType
      readonly Cancel: WireType
      readonly Compliance: WireType
      readonly ComplianceProof: WireType
      readonly ConfirmCredit: WireType
      readonly Details: WireType
      readonly Exchange: WireType
      readonly Hold: WireType
      readonly HoldParams: WireType
      readonly Initiate: WireType
      readonly InitiateInterbank: WireType
      readonly Judged: WireType
      readonly ListCheck: WireType
      readonly NoArgs: WireType
      readonly Params: WireType
      readonly PartyPageArgs: WireType
      readonly Payment: WireType
      readonly PaymentPage: WireType
      readonly Person: WireType
      readonly ProvenEntry: WireType
      readonly QuotaArgs: WireType
      readonly QuotaLimit: WireType
      readonly QuotaView: WireType
      readonly Quote: WireType
      readonly QuoteParams: WireType
      readonly Recall: WireType
      readonly RecallParams: WireType
      readonly Reject: WireType
      readonly RequestTokens: WireType
      readonly RespondToRecall: WireType
      readonly Return: WireType
      readonly ReturnPayment: WireType
      readonly Screen: WireType
      readonly ScreenedList: WireType
      readonly Screening: WireType
      readonly SetLimits: WireType
      readonly SettledArgs: WireType
      readonly SettledView: WireType
      readonly Step: WireType
      readonly TokenRequest: WireType
      readonly TokenRequestArgs: WireType
      readonly Total: WireType
      readonly Uetr: WireType
    }
  }
}

// Made from packages/modules/src/settlement/settlement.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly settlement: {
    readonly v1: {
      readonly Balance: WireType
      readonly BalanceArgs: WireType
      readonly BalanceList: WireType
      readonly BalanceView: WireType
      readonly ClaimParked: WireType
      readonly Currency: WireType
      readonly CurrencyArgs: WireType
      readonly Genesis: WireType
      readonly GenesisBalance: WireType
      readonly GenesisCurrency: WireType
      readonly Limits: WireType
      readonly LimitsView: WireType
      readonly Mint: WireType
      readonly NoArgs: WireType
      readonly PaidAlone: WireType
      readonly PartyArgs: WireType
      readonly Redeem: WireType
      readonly SupplyList: WireType
      readonly SupplyView: WireType
      readonly Transfer: WireType
    }
  }
}

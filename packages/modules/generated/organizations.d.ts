// Made from packages/modules/src/organizations/organizations.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly organizations: {
    readonly v1: {
      readonly AddOperator: WireType
      readonly AddressArgs: WireType
      readonly Classification: WireType
      readonly ClassificationView: WireType
      readonly ClassifyParty: WireType
      readonly ClientRefArgs: WireType
      readonly ClientRefView: WireType
      readonly FirstUse: WireType
      readonly Genesis: WireType
      readonly GenesisParty: WireType
      readonly Kyc: WireType
      readonly LeiArgs: WireType
      readonly ListArgs: WireType
      readonly Operator: WireType
      readonly OperatorList: WireType
      readonly OperatorTerms: WireType
      readonly Party: WireType
      readonly PartyArgs: WireType
      readonly PartyPage: WireType
      readonly PartyTerms: WireType
      readonly PartyView: WireType
      readonly Proposal: WireType
      readonly ProposalArgs: WireType
      readonly Propose: WireType
      readonly RecoverOperators: WireType
      readonly RegisterParty: WireType
      readonly RevokeOperator: WireType
      readonly RotateOperator: WireType
      readonly SetKyc: WireType
      readonly SubmitKyc: WireType
      readonly UsccArgs: WireType
      readonly Withdraw: WireType
    }
  }
}

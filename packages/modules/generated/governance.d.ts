// Made from packages/modules/src/governance/governance.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly governance: {
    readonly v1: {
      readonly Action: WireType
      readonly ActivateModule: WireType
      readonly CancelActivation: WireType
      readonly Genesis: WireType
      readonly ListArgs: WireType
      readonly MemberParty: WireType
      readonly Members: WireType
      readonly NoArgs: WireType
      readonly Proposal: WireType
      readonly ProposalArgs: WireType
      readonly ProposalPage: WireType
      readonly Propose: WireType
      readonly Schedule: WireType
      readonly ScheduledModule: WireType
      readonly Vote: WireType
    }
  }
}

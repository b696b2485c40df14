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
      readonly AddValidator: WireType
      readonly AdmitObserver: WireType
      readonly CancelActivation: WireType
      readonly ChainParams: WireType
      readonly ChangeParams: WireType
      readonly Checkpoint: WireType
      readonly Checkpoints: WireType
      readonly DropObserver: WireType
      readonly Evidence: WireType
      readonly EvidenceArgs: WireType
      readonly EvidencePage: WireType
      readonly Genesis: WireType
      readonly ListArgs: WireType
      readonly MemberParty: WireType
      readonly Members: WireType
      readonly NoArgs: WireType
      readonly Observer: WireType
      readonly Observers: WireType
      readonly ParamsChange: WireType
      readonly Proposal: WireType
      readonly ProposalArgs: WireType
      readonly ProposalPage: WireType
      readonly Propose: WireType
      readonly PublicKey: WireType
      readonly Readiness: WireType
      readonly Record: WireType
      readonly RemoveValidator: WireType
      readonly ReplaceKey: WireType
      readonly ReportEvidence: WireType
      readonly Rules: WireType
      readonly Schedule: WireType
      readonly ScheduleUpgrade: WireType
      readonly ScheduledModule: WireType
      readonly ScheduledRules: WireType
      readonly Vote: WireType
    }
  }
}

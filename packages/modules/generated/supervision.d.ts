// Made from packages/modules/src/supervision/supervision.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly supervision: {
    readonly v1: {
      readonly AmountAbove: WireType
      readonly AttestReport: WireType
      readonly Book: WireType
      readonly ClearHeld: WireType
      readonly Clearance: WireType
      readonly ClearanceArgs: WireType
      readonly CodeCount: WireType
      readonly CountryListed: WireType
      readonly CoversArgs: WireType
      readonly Evaluation: WireType
      readonly EvaluationArgs: WireType
      readonly FlowTotal: WireType
      readonly Freeze: WireType
      readonly FreezeOrder: WireType
      readonly FreezeParams: WireType
      readonly FreezeView: WireType
      readonly Genesis: WireType
      readonly List: WireType
      readonly ListArgs: WireType
      readonly ListHead: WireType
      readonly ListVersion: WireType
      readonly ListVersionArgs: WireType
      readonly ListView: WireType
      readonly ListsView: WireType
      readonly NoArgs: WireType
      readonly Params: WireType
      readonly PartyArgs: WireType
      readonly PeriodArgs: WireType
      readonly Predicate: WireType
      readonly PublishRule: WireType
      readonly RefusalCount: WireType
      readonly RefusalCountArgs: WireType
      readonly RefusalsView: WireType
      readonly Refused: WireType
      readonly Report: WireType
      readonly Rule: WireType
      readonly RuleArgs: WireType
      readonly RuleCount: WireType
      readonly RuleCountArgs: WireType
      readonly RuleCountView: WireType
      readonly RuleVersion: WireType
      readonly RuleVersionArgs: WireType
      readonly RuleView: WireType
      readonly RulesView: WireType
      readonly TenorAbove: WireType
      readonly Totals: WireType
      readonly TotalsArgs: WireType
      readonly TotalsView: WireType
      readonly Unfreeze: WireType
      readonly UpdateList: WireType
      readonly Verdict: WireType
    }
  }
}

// Made from packages/modules/src/supervision/supervision.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly supervision: {
    readonly v1: {
      readonly List: WireType
      readonly ListArgs: WireType
      readonly ListHead: WireType
      readonly ListVersion: WireType
      readonly ListVersionArgs: WireType
      readonly ListView: WireType
      readonly ListsView: WireType
      readonly NoArgs: WireType
      readonly UpdateList: WireType
    }
  }
}

import type { Hash } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import type { DemoOperator } from '../cast.ts'

/** Who signs: an operator of a demo party. */
export interface DemoSigner {
  readonly party: string
  readonly operator: DemoOperator
}

export interface DemoCall {
  readonly module: string
  readonly command: string
  readonly params: { readonly [name: string]: Json }
}

/** What became of a transaction: it is final in both cases. */
export type DemoOutcome =
  | { readonly type: 'success'; readonly id: string; readonly height: number; readonly events: readonly DemoEvent[] }
  | { readonly type: 'refused'; readonly id: string; readonly height: number; readonly code: string }

/** How many of the validators signed the block that a proof leads to, or why it proves nothing. */
export type DemoProof =
  | { readonly type: 'verified'; readonly signers: number; readonly validators: number }
  | { readonly type: 'refused'; readonly code: string }

export interface DemoEvent {
  readonly module: string
  readonly type: string
  readonly attributes: Readonly<Record<string, string>>
}

/** A counter at which the cast signs transactions and asks the chain. Nodes are named; a story may use several. */
export interface DemoDesk {
  /** Sends to the node and waits until it is final. Throws when the envelope is refused or nothing becomes final in time. */
  send(signers: readonly DemoSigner[], calls: readonly DemoCall[], node?: number): Promise<DemoOutcome>
  query(module: string, query: string, args: { readonly [name: string]: Json }): Promise<{ readonly [name: string]: Json }>
  /** Fetches the proof of a final transaction and checks it here, with the validator keys of genesis alone. */
  verifyOffline(id: string): Promise<DemoProof>
  /** The digest that a four-eyes proposal of this call names. */
  callDigest(call: DemoCall): string
  /** Time of the head block, ms. */
  nowMs(): Promise<number>
  /** Resolves when the clock of this machine, which is its nodes' too, has come to it. */
  waitUntil(timeMs: number): Promise<void>
  /** Of the head block. */
  height(): Promise<number>
  /** What binds a sealed bid to this chain. */
  readonly genesisHash: Hash
  /** How many nodes can be sent to. */
  readonly nodes: number
}

export function maker(party: string): DemoSigner {
  return { party, operator: 'maker' }
}

/** Two operators of one party: one transaction that both sign satisfies four eyes. */
export function both(party: string): readonly DemoSigner[] {
  return [maker(party), { party, operator: 'checker' }]
}

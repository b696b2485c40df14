import { assert, bytesToHex, type Hash, type Prng } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'

/** What somebody sends in the course of a trade, and with which codes it may come back. */
export interface TradeCall {
  /** Names of keys. */
  readonly signers: readonly string[]
  readonly module: string
  readonly command: string
  readonly params: { readonly [name: string]: Json }
  /** `success`, or codes of refusals. */
  readonly expected: readonly string[]
}

/** Calls that are sent at once, to whoever is first; or a time or a height of the chain to wait for. */
export type TradeRequest = { readonly calls: readonly TradeCall[] } | { readonly untilMs: number } | { readonly untilHeight: number }

/** A life cycle: it gets the codes of its calls when all of them are final. */
export type Script = Generator<TradeRequest, void, readonly string[]>

/** What a script knows of the chain, and draws from. */
export interface ScriptWorld {
  readonly prng: Prng
  readonly genesisHash: Hash
  readonly height: number
  /** Of the last block. */
  readonly timeMs: number
  /** Another one each time. */
  number(): number
}

export const SUCCESS = 'success'
const SUCCEEDS: readonly string[] = [SUCCESS]

export function alone(partyId: string): readonly string[] {
  return [`${partyId}/maker`]
}

export function fourEyes(partyId: string): readonly string[] {
  return [`${partyId}/maker`, `${partyId}/checker`]
}

export function callOf(
  module: string,
  command: string,
  signers: readonly string[],
  params: TradeCall['params'],
  expected: readonly string[] = SUCCEEDS,
): TradeCall {
  return { module, command, signers, params, expected }
}

/** Sends one, and gives the code that it comes back with. */
export function* send(call: TradeCall): Generator<TradeRequest, string, readonly string[]> {
  const [code] = yield { calls: [call] }
  assert(code !== undefined, 'a call has a code')
  return code
}

/** RFC 9562, version 4. */
export function drawUetr(prng: Prng): string {
  const digits = bytesToHex(prng.bytes(16)).slice(2)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`
}

export function drawHash(prng: Prng): string {
  return bytesToHex(prng.bytes(32))
}

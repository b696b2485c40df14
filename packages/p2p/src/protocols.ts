import { CHANNELS, type Channel } from '@hanse/ports'
import { assert } from '@hanse/primitives'

export const CONTROL = 'control'

/** What a stream is for. */
export type Lane = Channel | typeof CONTROL

export const LANES: readonly Lane[] = [CONTROL, ...CHANNELS]

export type Protocols = Readonly<Record<Lane, string>>

const CHAIN_TAG = /^[0-9a-f]{16}$/

/** `chainTag` keeps chains apart: a node of another one finds no protocol. */
export function protocolsOf(chainTag: string): Protocols {
  assert(CHAIN_TAG.test(chainTag), 'the chain tag is the first 16 hexadecimal digits of the genesis hash')
  return {
    control: `/hanse/${chainTag}/control/1`,
    consensus: `/hanse/${chainTag}/consensus/1`,
    transactions: `/hanse/${chainTag}/transactions/1`,
    sync: `/hanse/${chainTag}/sync/1`,
  }
}

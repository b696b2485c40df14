import { CHANNELS, type Channel } from '@hanse/ports'

export const CONTROL = 'control'

/** What a stream is for. */
export type Lane = Channel | typeof CONTROL

export const LANES: readonly Lane[] = [CONTROL, ...CHANNELS]

export type Protocols = Readonly<Record<Lane, string>>

/** `chainTag` keeps chains apart: a node of another one finds no protocol. */
export function protocolsOf(chainTag: string): Protocols {
  return {
    control: `/hanse/${chainTag}/control/1`,
    consensus: `/hanse/${chainTag}/consensus/1`,
    transactions: `/hanse/${chainTag}/transactions/1`,
    sync: `/hanse/${chainTag}/sync/1`,
  }
}

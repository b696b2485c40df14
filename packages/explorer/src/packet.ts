import { describeInput, type Input } from '@hanse/consensus'
import type { Hash } from '@hanse/primitives'
import type { CommitCertificate, Epoch, ProposalBody } from '@hanse/protocol'

export interface FinalBlock {
  readonly body: ProposalBody
  readonly certificate: CommitCertificate
}

/** What one host says to another, or to itself. */
export type Packet =
  /** Of an epoch: indices in it are of that one's set. */
  | { readonly type: 'input'; readonly epoch: Epoch; readonly input: Input }
  | { readonly type: 'ask-bytes'; readonly ids: readonly Hash[] }
  | { readonly type: 'bytes'; readonly ids: readonly Hash[] }
  | { readonly type: 'ask-blocks'; readonly above: number }
  | { readonly type: 'blocks'; readonly blocks: readonly FinalBlock[] }

/** What a round lets through or not, kind by kind. */
export const PACKET_CLASSES = ['proposal', 'prepare', 'commit', 'viewChange', 'newView', 'status', 'answer'] as const
export type PacketClass = (typeof PACKET_CLASSES)[number]

export function classOf(packet: Packet): PacketClass {
  return packet.type === 'input' && packet.input.type === 'message' ? packet.input.signed.message.type : 'answer'
}

export function describePacket(packet: Packet): string {
  switch (packet.type) {
    case 'input':
      return describeInput(packet.input)
    case 'ask-bytes':
      return `asks for ${packet.ids.length} transactions`
    case 'bytes':
      return `${packet.ids.length} transactions`
    case 'ask-blocks':
      return `asks for the blocks above ${packet.above}`
    case 'blocks':
      return `${packet.blocks.length} blocks`
  }
}

import { describeMessage } from '@hanse/consensus'
import { type ConsensusFrame, proposalDigest, type SyncFrame } from '@hanse/protocol'
import type { WireFrame } from './frame.ts'

/** Digits of a hash that tell the hashes of one trace apart. */
const SHORT_HASH_LENGTH = 10

/** What a trace shows of a frame, in a few words. */
export function describeFrame(wire: WireFrame): string {
  const decoded = wire.decode()
  if (!decoded.ok) return `${wire.channel}: does not decode`
  const { value } = decoded
  switch (value.channel) {
    case 'consensus':
      return describeConsensusFrame(value.frame)
    case 'transactions':
      return value.frame.type === 'fetch'
        ? `fetches ${value.frame.ids.length} transactions`
        : `${value.frame.transactions.length} transactions`
    case 'sync':
      return describeSyncFrame(value.frame)
  }
}

function describeSyncFrame(frame: SyncFrame): string {
  switch (frame.type) {
    case 'fetch':
      return `fetches blocks from ${frame.from}`
    case 'blocks':
      return `${frame.blocks.length} blocks from ${frame.from}`
    case 'fetchRecord':
      return `fetches the record of block ${frame.height}`
    case 'record':
      return `the record of block ${frame.height}`
  }
}

function describeConsensusFrame(frame: ConsensusFrame): string {
  switch (frame.type) {
    case 'hello':
      return 'hello'
    case 'signed':
      return `${describeMessage(frame.signed.message)}, signed ${frame.signed.signer}`
    case 'certificate': {
      const { view, height, digest } = frame.certificate
      return `commit certificate view ${view} height ${height} ${digest.slice(0, SHORT_HASH_LENGTH)}`
    }
    case 'body':
      return `body of height ${frame.body.height} ${proposalDigest(frame.body).slice(0, SHORT_HASH_LENGTH)}`
    case 'fetchBody':
      return `fetches the body of height ${frame.height} ${frame.digest.slice(0, SHORT_HASH_LENGTH)}`
    case 'fetchViewChange':
      return `fetches ViewChange ${frame.hash.slice(0, SHORT_HASH_LENGTH)}`
    case 'fetchNewView':
      return `fetches the NewView of view ${frame.view}`
  }
}

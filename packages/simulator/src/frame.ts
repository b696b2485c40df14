import { assert, equalBytes, type Result } from '@hanse/primitives'
import {
  type CertifiedBlock,
  type ConsensusFrame,
  certifiedBlockCodec,
  consensusFrameCodec,
  type SyncFrame,
  syncFrameCodec,
  type TransactionsFrame,
  transactionsFrameCodec,
} from '@hanse/protocol'
import { Violation } from './violation.ts'

/** A frame with its channel. */
export type SimFrame =
  | { readonly channel: 'consensus'; readonly frame: ConsensusFrame }
  | { readonly channel: 'transactions'; readonly frame: TransactionsFrame }
  | { readonly channel: 'sync'; readonly frame: SyncFrame }

/** Bytes that no codec makes: what a liar may put on a channel. */
export interface RawFrame {
  readonly channel: SimFrame['channel']
  readonly raw: Uint8Array
}

/** A block as the store has it. */
export function certifiedBlockOf(bytes: Uint8Array): CertifiedBlock {
  const block = certifiedBlockCodec.decode(bytes)
  assert(block.ok, 'a stored block does not decode')
  return block.value
}

interface WireOptions {
  readonly isDamaged?: boolean
  /** It is of code that is not lying: its receivers get what was put in, and it is encoded only for who wants its bytes. */
  readonly isTrusted?: boolean
}

/** A frame as it lies on the simulated wire: encoded by the real codecs, decoded and verified once for all its receivers. */
export class WireFrame {
  /** What its sender put in. */
  readonly sent: SimFrame | RawFrame
  /** It is not what its sender has sent: the network has changed it. */
  readonly isDamaged: boolean
  readonly #isTrusted: boolean
  #bytes: Uint8Array | undefined
  readonly #known = new Map<string, unknown>()

  constructor(sent: SimFrame | RawFrame, { isDamaged = false, isTrusted = false }: WireOptions = {}) {
    this.isDamaged = isDamaged
    this.#isTrusted = isTrusted
    this.sent = sent
  }

  get bytes(): Uint8Array {
    this.#bytes ??= 'raw' in this.sent ? this.sent.raw : encodeFrame(this.sent)
    return this.#bytes
  }

  get channel(): SimFrame['channel'] {
    return this.sent.channel
  }

  /** @throws Violation of oracle 17 for bytes that no codec makes and one takes */
  decode(): Result<SimFrame> {
    if (this.#isTrusted && 'frame' in this.sent) return { ok: true, value: this.sent }
    return this.once('decode', () => {
      const decoded = this.#decode()
      if ('raw' in this.sent && decoded.ok && !equalBytes(encodeFrame(decoded.value), this.bytes))
        throw new Violation(17, `${this.channel}: bytes that are not canonical decode`)
      return decoded
    })
  }

  /** What every receiver would compute alike from the bytes and the chain is computed by the first of them. */
  once<T>(name: string, compute: () => T): T {
    if (!this.#known.has(name)) this.#known.set(name, compute())
    return this.#known.get(name) as T
  }

  #decode(): Result<SimFrame> {
    const { channel, bytes } = this
    if (channel === 'consensus') return inChannel(consensusFrameCodec.decode(bytes), (frame) => ({ channel, frame }))
    if (channel === 'transactions') return inChannel(transactionsFrameCodec.decode(bytes), (frame) => ({ channel, frame }))
    return inChannel(syncFrameCodec.decode(bytes), (frame) => ({ channel, frame }))
  }
}

function inChannel<T>(frame: Result<T>, put: (frame: T) => SimFrame): Result<SimFrame> {
  return frame.ok ? { ok: true, value: put(frame.value) } : frame
}

/** The frame as it arrives with one bit changed. */
export function flipped({ channel, bytes }: WireFrame, bit: number): WireFrame {
  const raw = bytes.slice()
  const at = bit % (8 * raw.length)
  raw[at >> 3] = (raw[at >> 3] as number) ^ (1 << (at & 7))
  return new WireFrame({ channel, raw }, { isDamaged: true })
}

/** The canonical bytes. */
export function encodeFrame({ channel, frame }: SimFrame): Uint8Array {
  if (channel === 'consensus') return consensusFrameCodec.encode(frame)
  if (channel === 'transactions') return transactionsFrameCodec.encode(frame)
  return syncFrameCodec.encode(frame)
}

import { randomBytes } from 'node:crypto'

/** Of RFC 6455 §5.2. */
export const OPCODE = { text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const
const FINAL = 0x80
const MASKED = 0x80
const OPCODE_BITS = 0x0f
const LENGTH_BITS = 0x7f
const LENGTH_IN_2_BYTES = 126
const LENGTH_IN_8_BYTES = 127
const MASK_BYTES = 4

/** A whole frame as a client sends it: masked. Made beforehand, so that sending is a write and nothing else. */
export function clientFrame(payload: Buffer, opcode: number = OPCODE.text): Buffer {
  const head = payload.length < LENGTH_IN_2_BYTES ? 2 : payload.length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + MASK_BYTES + payload.length)
  frame[0] = FINAL | opcode
  if (head === 2) frame[1] = MASKED | payload.length
  else if (head === 4) {
    frame[1] = MASKED | LENGTH_IN_2_BYTES
    frame.writeUInt16BE(payload.length, 2)
  } else {
    frame[1] = MASKED | LENGTH_IN_8_BYTES
    frame.writeBigUInt64BE(BigInt(payload.length), 2)
  }
  const mask = randomBytes(MASK_BYTES)
  mask.copy(frame, head)
  const start = head + MASK_BYTES
  for (let index = 0; index < payload.length; index++) {
    frame[start + index] = (payload[index] as number) ^ (mask[index % MASK_BYTES] as number)
  }
  return frame
}

/** Cuts what a server sends into its frames: whole messages, as nodes send them. */
export class ServerFrames {
  readonly #onFrame: (opcode: number, payload: Buffer) => void
  #rest: Buffer = Buffer.alloc(0)

  constructor(onFrame: (opcode: number, payload: Buffer) => void) {
    this.#onFrame = onFrame
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (let end = endOfFrame(bytes, at); end !== undefined; end = endOfFrame(bytes, at)) {
      const head = headLength(bytes[at + 1] as number)
      this.#onFrame((bytes[at] as number) & OPCODE_BITS, bytes.subarray(at + head, end))
      at = end
    }
    this.#rest = bytes.subarray(at)
  }
}

function headLength(second: number): number {
  const length = second & LENGTH_BITS
  return length < LENGTH_IN_2_BYTES ? 2 : length === LENGTH_IN_2_BYTES ? 4 : 10
}

/** Where the frame that begins at `at` ends; undefined while not all of it is there. */
function endOfFrame(bytes: Buffer, at: number): number | undefined {
  if (bytes.length < at + 2) return undefined
  const second = bytes[at + 1] as number
  const head = headLength(second)
  if (bytes.length < at + head) return undefined
  const short = second & LENGTH_BITS
  const length = head === 2 ? short : head === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
  const end = at + head + length
  return bytes.length < end ? undefined : end
}

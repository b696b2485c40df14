import { LENGTH_PREFIX_BYTES } from './limits.ts'

/** Tells one start of a process from the next. */
export const INSTANCE_BYTES = 8

/**
 * What the two ends of a connection say to each other beside the host's frames.
 *
 * hello: my streams are all open; `instance` is drawn at every start. chosen: of our connections this is the one, from
 * the side that decides. ping, pong: a heartbeat and its echo.
 */
export type ControlMessage =
  | { readonly type: 'hello'; readonly instance: string }
  | { readonly type: 'chosen' }
  | { readonly type: 'ping'; readonly serial: number }
  | { readonly type: 'pong'; readonly serial: number }

const TAGS = { hello: 1, chosen: 2, ping: 3, pong: 4 } as const

/** With its length prefix, ready to write. */
export function encodeControl(message: ControlMessage): Uint8Array {
  const body = encodeBody(message)
  const framed = Buffer.alloc(LENGTH_PREFIX_BYTES + body.length)
  framed.writeUInt32BE(body.length)
  framed.set(body, LENGTH_PREFIX_BYTES)
  return framed
}

function encodeBody(message: ControlMessage): Uint8Array {
  switch (message.type) {
    case 'hello':
      return Buffer.concat([Buffer.from([TAGS.hello]), Buffer.from(message.instance, 'hex')])
    case 'chosen':
      return Buffer.from([TAGS.chosen])
    case 'ping':
    case 'pong': {
      const body = Buffer.alloc(5)
      body[0] = TAGS[message.type]
      body.writeUInt32BE(message.serial, 1)
      return body
    }
  }
}

/** Undefined unless the bytes are exactly one message. */
export function decodeControl(frame: Uint8Array): ControlMessage | undefined {
  const body = Buffer.from(frame.buffer, frame.byteOffset, frame.length)
  switch (body[0]) {
    case TAGS.hello:
      return body.length === 1 + INSTANCE_BYTES ? { type: 'hello', instance: body.toString('hex', 1) } : undefined
    case TAGS.chosen:
      return body.length === 1 ? { type: 'chosen' } : undefined
    case TAGS.ping:
      return body.length === 5 ? { type: 'ping', serial: body.readUInt32BE(1) } : undefined
    case TAGS.pong:
      return body.length === 5 ? { type: 'pong', serial: body.readUInt32BE(1) } : undefined
    default:
      return undefined
  }
}

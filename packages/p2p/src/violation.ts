/** The peer broke the protocol. It loses its connection and is banned for a while; the message names what it did. */
export class ProtocolViolation extends Error {
  override readonly name = 'ProtocolViolation'
}

/** We end a connection that did nothing wrong. */
export class ConnectionEnded extends Error {
  override readonly name = 'ConnectionEnded'
}

/** What yamux and Noise call a peer that does not speak their protocol. */
const LIBRARY_VIOLATIONS: ReadonlySet<string> = new Set([
  'InvalidFrameError',
  'UnRequestedPingError',
  'NotMatchingPingError',
  'StreamAlreadyExistsError',
  'DecodeInvalidVersionError',
  'BothClientsError',
  'ReceiveWindowExceededError',
  'InvalidParametersError',
  'MaxEarlyStreamsError',
])

export function isViolation(error: Error | undefined): boolean {
  return error !== undefined && (error.name === 'ProtocolViolation' || LIBRARY_VIOLATIONS.has(error.name))
}

/** For a value that was thrown. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

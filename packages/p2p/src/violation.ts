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

/** For a value that was thrown. libp2p rejects with the event of a stream or a connection that was closed, too. */
export function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown
  if (!(thrown instanceof Event)) return new Error(String(thrown))
  return 'error' in thrown && thrown.error instanceof Error ? thrown.error : new Error('closed without a reason')
}

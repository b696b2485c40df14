import { type Rejection, reject } from '@hanse/primitives'
import { PROTOCOL_VERSIONS } from '@hanse/protocol'

/**
 * From this height on the chain has a version of the protocol that this software does not know: it must not execute the block. Hosts log it
 * and end, before anything of the block leaves, and go on with a newer software where they stopped.
 */
export class ProtocolTooOldError extends Error {
  override readonly name = 'ProtocolTooOldError'
  readonly code = 'node/protocol-too-old'
  readonly hint = 'Install the version of this software that knows it, and start again: the node goes on where it stopped.'

  constructor(version: number, height: number, supported: readonly number[] = PROTOCOL_VERSIONS) {
    super(`from height ${height} on the chain is of protocol version ${version}, this software knows ${supported.join(', ')}`)
  }

  get rejection(): Rejection {
    return reject(this.code, this.message, { hint: this.hint })
  }
}

import { verifySignature } from '@hanse/crypto'
import { concatBytes, utf8ToBytes } from '@hanse/primitives'
import { KEY_ALGORITHM } from '@hanse/protocol'

const TAG = utf8ToBytes('hanse/message/1')

/**
 * What `keys sign` signs of a message: `len8(tag) ‖ "hanse/message/1" ‖ message`. The tag is in nothing else that is signed, so no
 * message can be made that is a transaction or a vote.
 */
export function messageSignBytes(message: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(TAG.length), TAG, message)
}

export function verifyMessage(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verifySignature({ algorithm: KEY_ALGORITHM.ed25519, publicKey, message: messageSignBytes(message), signature })
}

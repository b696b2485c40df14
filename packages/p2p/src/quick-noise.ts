import { type NoiseComponents, type NoiseExtensions, noise } from '@chainsafe/libp2p-noise'
import { defaultCrypto } from '@chainsafe/libp2p-noise/crypto'
import type { Aead } from '@hanse/ports'
import { assert } from '@hanse/primitives'
import type { ConnectionEncrypter, MessageStream, SecuredConnection } from '@libp2p/interface'

const TAG_BYTES = 16
const LENGTH_BYTES = 2

/** Bytes in one piece or in several. */
type Pieces = Parameters<MessageStream['send']>[0]

/** Noise as libp2p has it, without what it spends on each message beside the encryption. */
export function quickNoise(aead: Aead | undefined): (components: NoiseComponents) => ConnectionEncrypter<NoiseExtensions> {
  const create = noise(aead === undefined ? {} : { crypto: { ...defaultCrypto, ...cipherOf(aead) } })
  return (components) => {
    const encrypter = create(components)
    const secureInbound = encrypter.secureInbound.bind(encrypter)
    const secureOutbound = encrypter.secureOutbound.bind(encrypter)
    encrypter.secureInbound = async (connection, options) => readQuietly(await secureInbound(sendWhole(connection), options))
    encrypter.secureOutbound = async (connection, options) => readQuietly(await secureOutbound(sendWhole(connection), options))
    return encrypter
  }
}

function cipherOf(aead: Aead): Pick<typeof defaultCrypto, 'chaCha20Poly1305Encrypt' | 'chaCha20Poly1305Decrypt'> {
  return {
    chaCha20Poly1305Encrypt: (plaintext, nonce, additional, key) => aead.seal(whole(plaintext), nonce, additional, key),
    chaCha20Poly1305Decrypt(ciphertext, nonce, additional, key, into) {
      const sealed = whole(ciphertext)
      const plaintext = into ?? new Uint8Array(sealed.length - TAG_BYTES)
      aead.open(sealed, nonce, additional, key, plaintext)
      return plaintext
    },
  }
}

/** Noise hands over a length and what has that length, and TCP would write each piece by itself: a system call each, and two for who reads. */
function sendWhole(connection: MessageStream): MessageStream {
  const send = connection.send.bind(connection)
  connection.send = (data) => send(whole(data))
  return connection
}

/**
 * Noise reads lengths until there is none, and learns of that by an exception that it throws itself: its stack costs more than to decrypt
 * what came. A length of nothing that is not there ends the reading as well.
 */
function readQuietly<T>(secured: SecuredConnection<T>): SecuredConnection<T> {
  const { decoder } = secured.connection as MessageStream & { readonly decoder?: { lengthDecoder: (data: Pieces) => number } }
  assert(decoder !== undefined, 'Noise cuts what it reads by a decoder')
  const { lengthDecoder } = decoder
  decoder.lengthDecoder = (data) => (data.length < LENGTH_BYTES ? 0 : lengthDecoder(data))
  return secured
}

function whole(data: Uint8Array | { subarray(): Uint8Array }): Uint8Array {
  return data instanceof Uint8Array ? data : data.subarray()
}

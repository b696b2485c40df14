import { ADDRESS_SIZE_BYTES, type Address, assert, bytesToAddress, utf8ToBytes } from '@hanse/primitives'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { taggedHashBytes } from './hash.ts'
import { KEY_ALGORITHM } from './signature.ts'

/** `0x04 ‖ x ‖ y`: the form in which a secp256k1 key has an address. */
const SECP256K1_PUBLIC_KEY_SIZE_BYTES = 65

function lastBytes(hash: Uint8Array): Address {
  return bytesToAddress(hash.subarray(hash.length - ADDRESS_SIZE_BYTES))
}

/**
 * The account of a key: the last 20 bytes of `H(address, algorithm ‖ publicKey)`. A secp256k1 key, uncompressed, has the address
 * that it has on Ethereum.
 */
export function addressOfPublicKey(algorithm: number, publicKey: Uint8Array): Address {
  assert(Number.isInteger(algorithm) && algorithm >= 1 && algorithm <= 255, `a key algorithm is one byte, not ${algorithm}`)
  if (algorithm === KEY_ALGORITHM.secp256k1) {
    assert(publicKey.length === SECP256K1_PUBLIC_KEY_SIZE_BYTES && publicKey[0] === 4, 'a secp256k1 key is given uncompressed')
    return lastBytes(keccak_256(publicKey.subarray(1)))
  }
  return lastBytes(taggedHashBytes('address', Uint8Array.of(algorithm), publicKey))
}

/** The account of a party, which has no key of its own: the last 20 bytes of `H(party, partyId)`, the id in UTF-8. */
export function partyAddress(partyId: string): Address {
  return lastBytes(taggedHashBytes('party', utf8ToBytes(partyId)))
}

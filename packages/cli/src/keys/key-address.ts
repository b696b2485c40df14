import type { Address } from '@hanse/primitives'
import { addressOfPublicKey, KEY_ALGORITHM } from '@hanse/protocol'

/** The account of a key; the SDK's `addressOf`, without the modules that it brings along. */
export function addressOf({ publicKey }: { readonly publicKey: Uint8Array }): Address {
  return addressOfPublicKey(KEY_ALGORITHM.ed25519, publicKey)
}

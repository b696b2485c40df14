import { equalBytes } from '@hanse/primitives'
import { ED25519_PUBLIC_KEY_SIZE_BYTES, ED25519_SIGNATURE_SIZE_BYTES } from '@hanse/protocol'
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'

const { Point } = ed25519
const SCALAR_SIZE_BYTES = 32

export const ED25519_SEED_SIZE_BYTES = 32

function littleEndianToBigint(bytes: Uint8Array): bigint {
  let value = 0n
  for (let index = bytes.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index] as number)
  return value
}

/** The point of a public key, or undefined when the key is not canonical (RFC 8032 §5.1.3), not on the curve or of small order. */
function publicKeyPoint(publicKey: Uint8Array): InstanceType<typeof Point> | undefined {
  let point: InstanceType<typeof Point>
  try {
    point = Point.fromBytes(publicKey, false)
  } catch {
    return undefined
  }
  return point.isSmallOrder() ? undefined : point
}

/** True for a key under which a signature can satisfy the chain's rule. */
export function isEd25519PublicKey(publicKey: Uint8Array): boolean {
  return publicKey.length === ED25519_PUBLIC_KEY_SIZE_BYTES && publicKeyPoint(publicKey) !== undefined
}

/**
 * The chain's rule (docs/protocol.md, "Signatures"), for signature `R ‖ S`, key A and k = SHA-512(R ‖ A ‖ message) mod L:
 * S < L; A and R canonical and not of small order; encode([S]B − [k]A) = R, without the cofactor. Total: never throws.
 */
export function verifyEd25519Strict(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== ED25519_PUBLIC_KEY_SIZE_BYTES || signature.length !== ED25519_SIGNATURE_SIZE_BYTES) return false
  const nonce = signature.subarray(0, SCALAR_SIZE_BYTES)
  const s = littleEndianToBigint(signature.subarray(SCALAR_SIZE_BYTES))
  if (s >= Point.Fn.ORDER) return false
  const key = publicKeyPoint(publicKey)
  if (key === undefined) return false
  const k = littleEndianToBigint(sha512.create().update(nonce).update(publicKey).update(message).digest()) % Point.Fn.ORDER
  const recovered = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(k))
  // An encoding that comes out of a point is canonical, so equality leaves only R's order to be judged.
  return equalBytes(recovered.toBytes(), nonce) && !recovered.isSmallOrder()
}

/** The public key of a 32-byte seed (RFC 8032's private key). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed)
}

/** Deterministic (RFC 8032 §5.1.6). */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed)
}

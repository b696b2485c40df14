import { createSigner, verifySignatureNative } from '@hanse/crypto-native'
import { KEY_ALGORITHM } from '@hanse/protocol'

/** How long signature checks are repeated, in ms: one is too short to be measured. */
const MEASURED_MS = 200
/** As an id has, which is what a transaction's signature is of. */
const MESSAGE_BYTES = 32

/**
 * Processor time of checking one Ed25519 signature at this moment, in µs. Every validator checks every transaction, so it bounds what a
 * machine commits; and it tells how fast the machine is just now, which on shared ones is not the same all day.
 */
export function signatureCheckUs(): number {
  const signer = createSigner(new Uint8Array(32).fill(1))
  const message = new Uint8Array(MESSAGE_BYTES).fill(2)
  const signature = signer.sign(message)
  const signed = { algorithm: KEY_ALGORITHM.ed25519, publicKey: signer.publicKey, message, signature }
  const before = process.cpuUsage()
  const startMs = performance.now()
  let checks = 0
  for (; performance.now() - startMs < MEASURED_MS; checks++)
    if (!verifySignatureNative(signed)) throw new Error('a signature that holds does not verify')
  const { user, system } = process.cpuUsage(before)
  return (user + system) / checks
}

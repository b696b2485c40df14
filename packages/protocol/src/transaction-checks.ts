import { err, ok, type Result, reject } from '@hanse/primitives'
import { addressOfPublicKey } from './address.ts'
import { ED25519_PUBLIC_KEY_SIZE_BYTES, ED25519_SIGNATURE_SIZE_BYTES, KEY_ALGORITHM, type SignatureCheck } from './signature.ts'
import { type Transaction, transactionSignBytes } from './transaction.ts'

/**
 * The signatures a decoded transaction rests on, the sender's first. Refuses a key algorithm that is not in use
 * (`tx/unknown-algorithm`), sizes that no signature of it has (`tx/bad-signature`), and a key that is not the signer's: its address
 * must be the one that the body names (`tx/wrong-key`).
 */
export function transactionChecks(transaction: Transaction): Result<readonly SignatureCheck[]> {
  const { body, signatures } = transaction
  const signers = [body.sender, ...body.coSigners]
  const message = transactionSignBytes(transaction.id)
  const checks: SignatureCheck[] = []
  for (const [index, { algorithm, publicKey, signature }] of signatures.entries()) {
    const path = `signatures.${index}`
    if (algorithm !== KEY_ALGORITHM.ed25519) {
      return err(
        reject('tx/unknown-algorithm', `key algorithm ${algorithm} is not in use`, {
          hint: 'Sign with Ed25519, algorithm 1.',
          path: `${path}.algorithm`,
        }),
      )
    }
    if (publicKey.length !== ED25519_PUBLIC_KEY_SIZE_BYTES)
      return err(reject('tx/wrong-key', 'an Ed25519 key has 32 bytes', { path: `${path}.publicKey` }))
    if (signature.length !== ED25519_SIGNATURE_SIZE_BYTES)
      return err(reject('tx/bad-signature', 'an Ed25519 signature has 64 bytes', { path: `${path}.signature` }))
    const address = addressOfPublicKey(algorithm, publicKey)
    if (address !== signers[index]) {
      const message = `this key is of ${address}, not of ${signers[index] ?? 'any signer'}`
      return err(reject('tx/wrong-key', message, { hint: 'Signatures stand in the order sender, coSigners.', path: `${path}.publicKey` }))
    }
    checks.push({ algorithm, publicKey, message, signature })
  }
  return ok(checks)
}

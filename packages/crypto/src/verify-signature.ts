import { KEY_ALGORITHM, type VerifySignature } from '@hanse/protocol'
import { verifyEd25519Strict } from './ed25519.ts'

/** The chain's rule in JavaScript, for browsers and for checking the native verifier. An algorithm that is not in use is false. */
export const verifySignature: VerifySignature = ({ algorithm, publicKey, message, signature }) =>
  algorithm === KEY_ALGORITHM.ed25519 && verifyEd25519Strict(publicKey, message, signature)

import { type Address, type Hash, type Rejection, reject } from '@hanse/primitives'

/**
 * What the pool refuses, and the number that JSON-RPC gives it. 1000 to 1099 are the pool's: wrong envelopes that have no other number
 * (another chain, not permitted, a bad signature) are the caller's to number in the same range.
 */
export const POOL_ERROR_NUMBERS = {
  'pool/full': 1000,
  'pool/sender-quota': 1001,
  'pool/expired': 1002,
  'pool/expiry-too-far': 1003,
  'pool/sequence-taken': 1004,
} as const

type PoolCode = keyof typeof POOL_ERROR_NUMBERS

function poolRejection(code: PoolCode, message: string, more: { readonly hint: string; readonly path?: string }): Rejection {
  return reject(code, message, more)
}

export function poolFull(capacity: number): Rejection {
  return poolRejection('pool/full', `the pool holds ${capacity} transactions, as many as it takes`, {
    hint: 'Send it again in a few seconds.',
  })
}

export function poolBytesFull(bytesMax: number): Rejection {
  return poolRejection('pool/full', `the pool holds ${bytesMax} bytes, as many as it takes`, { hint: 'Send it again in a few seconds.' })
}

export function senderQuota(sender: Address, perSenderMax: number): Rejection {
  const message = `${sender} has ${perSenderMax} transactions waiting, as many as one sender may have`
  return poolRejection('pool/sender-quota', message, { hint: 'Wait until some of them are final.', path: 'body.sender' })
}

export function expired(expiresAtMs: number, timeMs: number): Rejection {
  const hint = 'Build it again with a later expiresAtMs.'
  return poolRejection('pool/expired', `expired at ${expiresAtMs}, it is ${timeMs}`, { hint, path: 'body.expiresAtMs' })
}

export function expiryTooFar(expiresAtMs: number, timeMs: number, timeToLiveMsMax: number): Rejection {
  const hint = `Choose expiresAtMs at most ${timeToLiveMsMax} ms ahead.`
  return poolRejection('pool/expiry-too-far', `expires at ${expiresAtMs}, at most ${timeMs + timeToLiveMsMax} is allowed`, {
    hint,
    path: 'body.expiresAtMs',
  })
}

export function sequenceTaken(sequence: number, id: Hash): Rejection {
  const hint = 'Use the next sequence, or wait until the other one is final or has expired.'
  return poolRejection('pool/sequence-taken', `${id} of the same sender waits with sequence ${sequence}`, { hint, path: 'body.sequence' })
}

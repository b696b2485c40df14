import { bytesToHex, concatBytes, type Hash, type Hex, hexToBytes } from '@hanse/primitives'
import { asValidatorIndex, type SignedMessage, type ValidatorIndex } from '@hanse/protocol'
import { encodeFrame, type SimFrame } from '../frame.ts'
import { frameOf, type Liar } from './liar.ts'
import { malformed, varint } from './raw-bytes.ts'
import type { ToldFrame } from './told.ts'

/** Just above what a block may hold, a list of ids, and a set of validators. */
const IDS_TOO_MANY = 10_001
const SIGNERS_TOO_MANY = 101
const TRANSACTION_TOO_LONG_BYTES = 64 * 1024 + 1
/** A whole frame, as long as an honest node never makes one. */
const FRAME_BYTES = 2 * 1024 * 1024
/** The order of the group that Ed25519 signs in: S and S + L are of the same signature, and only one of them is good. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n
const HALF_BYTES = 32

/** With every frame comes one that is no message: none may be taken for something. */
export function malformedProtobuf(liar: Liar, _to: ValidatorIndex, sent: SimFrame): readonly ToldFrame[] | undefined {
  if (liar.prng.chance(1, 2)) return undefined
  const { channel } = sent
  const bytes = encodeFrame(sent)
  const raw = { channel, raw: malformed(bytes, liar.prng) }
  return liar.prng.chance(1, 4) ? [raw] : [raw, sent]
}

/** Messages, lists and frames that are longer than they may be: by one, and by far. */
export function oversized(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly ToldFrame[] | undefined {
  const { message, epoch } = signed
  if (!liar.prng.chance(1, 8)) return undefined
  if (message.type === 'proposal') {
    const ids = Array.from({ length: IDS_TOO_MANY }, (_, place) => `0x${place.toString(16).padStart(64, '0')}` as Hash)
    return [liar.instead(signed, { ...message, body: { ...message.body, ids } })]
  }
  if (message.type === 'status') {
    const { height, digest } = { height: message.head, digest: liar.anyHash() }
    const voters = Array.from({ length: SIGNERS_TOO_MANY }, (_, place) => asValidatorIndex(place))
    const slots = Array.from({ length: SIGNERS_TOO_MANY }, () => ({ height, digest, voters }))
    return [frameOf(signed), liar.instead(signed, { ...message, slots })]
  }
  if (message.type !== 'commit') return undefined
  const { view, height, digest, headerHash } = message
  const [own] = liar.quorumOfOne(epoch, message)
  const signatures = Array.from({ length: SIGNERS_TOO_MANY }, (_, place) => ({
    signer: asValidatorIndex(place),
    signature: own?.signature ?? signed.signature,
  }))
  return [
    frameOf(signed),
    { channel: 'consensus', frame: { type: 'certificate', certificate: { epoch, view, height, digest, headerHash, signatures } } },
    liar.prng.pick<ToldFrame>([
      // A list of one transaction that is too long, and one that is nothing but length.
      { channel: 'transactions', raw: nested(nested(new Uint8Array(TRANSACTION_TOO_LONG_BYTES))) },
      { channel: 'consensus', raw: new Uint8Array(FRAME_BYTES) },
      { channel: 'sync', raw: nested(new Uint8Array(FRAME_BYTES)) },
    ]),
  ]
}

/** Its signatures hold, and then something is done to them that must make them worthless. */
export function malleatedSignature(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly ToldFrame[] | undefined {
  const { prng } = liar
  if (prng.chance(1, 2)) return undefined
  const malleated = prng.pick([plusGroupOrder, smallOrder, inSecondHalf])(hexToBytes(signed.signature))
  return [frameOf({ ...signed, signature: bytesToHex(malleated) as Hex }), ...(prng.chance(1, 2) ? [frameOf(signed)] : [])]
}

/** The same point with S + L in the place of S: what a verifier that does not reduce takes, too. */
function plusGroupOrder(signature: Uint8Array): Uint8Array {
  let s = 0n
  for (const byte of signature.subarray(HALF_BYTES).toReversed()) s = s * 256n + BigInt(byte)
  let malleated = s + GROUP_ORDER
  const half = new Uint8Array(HALF_BYTES)
  for (let place = 0; place < HALF_BYTES; place++) {
    half[place] = Number(malleated % 256n)
    malleated /= 256n
  }
  return concatBytes(signature.subarray(0, HALF_BYTES), half)
}

/** R of order one and S of zero: good for any message under a key of small order. */
function smallOrder(): Uint8Array {
  const signature = new Uint8Array(2 * HALF_BYTES)
  signature[0] = 1
  return signature
}

function inSecondHalf(signature: Uint8Array): Uint8Array {
  const changed = signature.slice()
  changed[2 * HALF_BYTES - 1] = (changed[2 * HALF_BYTES - 1] ?? 0) ^ 0x20
  return changed
}

/** As field 1 of a message. */
function nested(content: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(0x0a), varint(content.length), content)
}

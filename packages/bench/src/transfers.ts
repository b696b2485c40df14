import { randomBytes } from 'node:crypto'
import { createSigner, type LocalSigner } from '@hanse/crypto-native'
import { operatorKey } from '@hanse/devnet'
import { MODULES } from '@hanse/modules'
import { type Address, bytesToHex, type Hex } from '@hanse/primitives'
import { type Chain, encodeTransaction, KEY_ALGORITHM, transactionBodyCodec, transactionId, transactionSignBytes } from '@hanse/protocol'

const TIME_TO_LIVE_MS = 5 * 60 * 1000

interface Sender {
  readonly party: string
  readonly address: Address
  readonly publicKey: Uint8Array
  readonly signer: LocalSigner
}

function senders(): readonly Sender[] {
  return ['bank-a', 'bank-b'].flatMap((party) =>
    (['maker', 'checker'] as const).map((operator) => {
      const { seed, address, publicKey } = operatorKey(party, operator)
      return { party, address, publicKey, signer: createSigner(seed) }
    }),
  )
}

/** What a transfer says beside who pays whom. */
export interface TransferTerms {
  readonly amount: string
  readonly reference: string
  /** One that each has for itself is a key of the state for ever. */
  readonly clientRef?: string
}

const PLAIN: TransferTerms = { amount: '1', reference: 'bench' }

/** Makes signed settlement transfers of one call between the two banks, each with an id of its own, as 0x-hex for `tx_sendAndWait`. */
export function transferSigner(
  chain: Chain,
  termsOf: (index: number) => TransferTerms = () => PLAIN,
): (index: number, nowMs: number) => Hex {
  const codec = MODULES.find(({ name }) => name === 'settlement')?.commands['transfer']?.params
  if (codec === undefined) throw new Error('the settlement module has no transfer')
  const all = senders()
  const encode = (from: string, terms: TransferTerms): Uint8Array => {
    const to = from === 'bank-a' ? 'bank-b' : 'bank-a'
    const { amount, reference } = terms
    const params = codec.parseJson({ from, to, currency: 'CNY', amount, reference })
    if (!params.ok) throw new Error(params.error.message)
    return codec.encode(params.value)
  }
  const plain = new Map(['bank-a', 'bank-b'].map((party) => [party, encode(party, PLAIN)]))
  return (index, nowMs) => {
    const { party, address, publicKey, signer } = all[index % all.length] as Sender
    const terms = termsOf(index)
    const body = transactionBodyCodec.encode({
      genesisHash: chain.genesisHash,
      chainId: chain.genesis.chainId,
      sender: address,
      coSigners: [],
      expiresAtMs: nowMs + TIME_TO_LIVE_MS,
      unique: bytesToHex(new Uint8Array(randomBytes(16))),
      ...(terms.clientRef === undefined ? {} : { clientRef: terms.clientRef }),
      calls: [
        { module: 'settlement', command: 'transfer', params: terms === PLAIN ? (plain.get(party) as Uint8Array) : encode(party, terms) },
      ],
    })
    const signature = signer.sign(transactionSignBytes(transactionId(body)))
    return bytesToHex(encodeTransaction(body, [{ algorithm: KEY_ALGORITHM.ed25519, publicKey, signature }]))
  }
}

/** So many of them, signed beforehand. */
export function signTransfers(chain: Chain, count: number, nowMs: number): readonly Hex[] {
  const sign = transferSigner(chain)
  return Array.from({ length: count }, (_, index) => sign(index, nowMs))
}

/** The same with a signature that does not hold. */
export function forgeTransfers(chain: Chain, count: number, nowMs: number): readonly Hex[] {
  return signTransfers(chain, count, nowMs).map((raw) => {
    const last = raw.at(-1) === '0' ? '1' : '0'
    return `${raw.slice(0, -1)}${last}` as Hex
  })
}

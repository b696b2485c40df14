import { verifyTransaction } from '@hanse/crypto'
import { MODULES } from '@hanse/modules'
import { assert, bytesToHex, type Hash, type Hex, type Prng } from '@hanse/primitives'
import {
  type Chain,
  decodeTransaction,
  encodeTransaction,
  KEY_ALGORITHM,
  type Transaction,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
  type Verified,
} from '@hanse/protocol'
import { SIM_SENDERS } from './sim-chain.ts'
import { type SimSignatures, simKey } from './sim-keys.ts'

const TIME_TO_LIVE_MS = 9 * 60 * 1000
const AMOUNT_MAX = 5_000

/** Makes signed transfers between the firms of the simulated chain: most succeed, some are refused by the module. */
export class Workload {
  /** Ids of everything that was ever sent. */
  readonly submitted = new Set<Hash>()
  readonly #chain: Chain
  readonly #signatures: SimSignatures
  readonly #prng: Prng
  readonly #transfer: (params: object) => Uint8Array

  constructor(chain: Chain, signatures: SimSignatures, prng: Prng) {
    this.#chain = chain
    this.#signatures = signatures
    this.#prng = prng
    const codec = MODULES.find(({ name }) => name === 'settlement')?.commands['transfer']?.params
    assert(codec !== undefined, 'settlement has a transfer')
    this.#transfer = (json) => {
      const params = codec.parseJson(json)
      assert(params.ok, 'the transfer is well formed')
      return codec.encode(params.value)
    }
  }

  next(nowMs: number): Verified<Transaction> {
    const from = this.#prng.pick(SIM_SENDERS)
    const to = this.#prng.pick(SIM_SENDERS.filter(({ partyId }) => partyId !== from.partyId))
    const amount = this.#prng.chance(1, 20) ? '999999999999' : `${1 + this.#prng.below(AMOUNT_MAX)}`
    const params = this.#transfer({ from: from.partyId, to: to.partyId, currency: 'CNY', amount, reference: 'simulated' })
    const key = simKey(from.keyName)
    const body = transactionBodyCodec.encode({
      genesisHash: this.#chain.genesisHash,
      chainId: this.#chain.genesis.chainId,
      sender: key.address,
      coSigners: [],
      expiresAtMs: nowMs + TIME_TO_LIVE_MS,
      unique: bytesToHex(this.#prng.bytes(16)) as Hex,
      calls: [{ module: 'settlement', command: 'transfer', params }],
    })
    const signature = this.#signatures.sign(key, transactionSignBytes(transactionId(body)))
    const decoded = decodeTransaction(encodeTransaction(body, [{ algorithm: KEY_ALGORITHM.ed25519, publicKey: key.publicKey, signature }]))
    assert(decoded.ok, 'the transfer decodes')
    const verified = verifyTransaction(decoded.value, this.#signatures.verify)
    assert(verified.ok, 'the transfer verifies')
    this.submitted.add(verified.value.id)
    return verified.value
  }
}

import { verifyTransaction } from '@hanse/crypto'
import { MODULES } from '@hanse/modules'
import { assert, bytesToHex, type Hash, type Hex, type Prng } from '@hanse/primitives'
import {
  type Call,
  type Chain,
  decodeTransaction,
  encodeTransaction,
  type Json,
  KEY_ALGORITHM,
  TRANSACTION_BYTES_MAX,
  type Transaction,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
  type Verified,
} from '@hanse/protocol'
import type { MembershipChange, Module } from '@hanse/state'
import type { Transfer } from './bank-oracle.ts'
import { GOVERNOR } from './governor.ts'
import { SIM_CURRENCY, SIM_SENDERS, type SimSender } from './sim-chain.ts'
import { type SimKey, type SimSignatures, simKey } from './sim-keys.ts'
import { TradeDesk } from './trade/desk.ts'

const TIME_TO_LIVE_MS = 9 * 60 * 1000
const AMOUNT_MAX = 5_000
/** Of the money of all three firms. */
const MORE_THAN_HALF = '1600000000'

/** Where there is trade, so many of so many transactions are a step of one, if one waits to be sent. */
const TRADE_SHARE = [2, 3] as const

/**
 * Makes signed transfers between the firms of the simulated chain: most succeed, some are refused by the module. Where there is trade, its
 * steps come between them.
 */
export class Workload {
  /** Ids of everything that was ever sent. */
  readonly submitted = new Set<Hash>()
  /** The payments among them. */
  readonly transfers = new Map<Hash, Transfer>()
  /** Where there is trade. */
  readonly trade: TradeDesk | undefined
  readonly #chain: Chain
  readonly #signatures: SimSignatures
  readonly #prng: Prng

  constructor(chain: Chain, signatures: SimSignatures, prng: Prng, isTrading = false) {
    this.#chain = chain
    this.#signatures = signatures
    this.#prng = prng
    if (!isTrading) return
    this.trade = new TradeDesk(prng.fork(1), chain, ({ signers, module, command, params }, nowMs) =>
      this.#signed(signers.map(simKey), encodeCall(moduleOf(module), command, params), nowMs),
    )
  }

  next(nowMs: number): Verified<Transaction> {
    const step = this.trade !== undefined && this.#prng.chance(...TRADE_SHARE) ? this.trade.next(nowMs) : undefined
    if (step !== undefined) return step
    const from = this.#prng.pick(SIM_SENDERS)
    return this.#transfer(from, this.#prng.chance(1, 20) ? '999999999999' : `${1 + this.#prng.below(AMOUNT_MAX)}`, nowMs)
  }

  /** Two of one payer, of which one can succeed at most: each takes more than half of all the money that one can have. */
  exclusivePair(nowMs: number): readonly Verified<Transaction>[] {
    const from = this.#prng.pick(SIM_SENDERS)
    return [this.#transfer(from, MORE_THAN_HALF, nowMs), this.#transfer(from, MORE_THAN_HALF, nowMs)]
  }

  /** One that has so much time left. */
  expiring(nowMs: number, leftMs: number): Verified<Transaction> {
    return this.#transfer(this.#prng.pick(SIM_SENDERS), '1', nowMs + leftMs - TIME_TO_LIVE_MS)
  }

  /** The bytes of one that is larger than any may be, and signed like any. */
  oversized(nowMs: number): Uint8Array {
    const call = { module: 'settlement', command: 'transfer', params: new Uint8Array(TRANSACTION_BYTES_MAX) }
    return this.#encoded([simKey(this.#prng.pick(SIM_SENDERS).keyName)], call, nowMs)
  }

  #transfer(from: SimSender, amount: string, nowMs: number): Verified<Transaction> {
    const to = this.#prng.pick(SIM_SENDERS.filter(({ partyId }) => partyId !== from.partyId))
    const json = { from: from.partyId, to: to.partyId, currency: SIM_CURRENCY, amount, reference: 'simulated' }
    const transaction = this.#signed([simKey(from.keyName)], encodeCall(moduleOf('settlement'), 'transfer', json), nowMs)
    this.transfers.set(transaction.id, { from: from.partyId, to: to.partyId, amount: BigInt(amount) })
    return transaction
  }

  /** A call of the module that governs, with the four eyes of a firm. */
  governance(
    partyId: string,
    { command, params }: { readonly command: string; readonly params: Json },
    nowMs: number,
  ): Verified<Transaction> {
    const keys = ['maker', 'checker'].map((operator) => simKey(`${partyId}/${operator}`))
    return this.#signed(keys, encodeCall(moduleOf('governance'), command, params), nowMs)
  }

  /** A change of who validates. */
  change(change: MembershipChange, nowMs: number): Verified<Transaction> {
    const sender = simKey(this.#prng.pick(SIM_SENDERS).keyName)
    return this.#signed([sender], encodeCall(GOVERNOR, 'change', { change: change as unknown as Json }), nowMs)
  }

  /** A version of the protocol, after so many heights. */
  upgrade(version: number, notice: number, nowMs: number): Verified<Transaction> {
    const sender = simKey(this.#prng.pick(SIM_SENDERS).keyName)
    return this.#signed([sender], encodeCall(GOVERNOR, 'upgrade', { version, notice }), nowMs)
  }

  /** A call without params, by anybody. */
  call(module: Module, command: string, nowMs: number): Verified<Transaction> {
    return this.#signed([simKey(this.#prng.pick(SIM_SENDERS).keyName)], encodeCall(module, command, {}), nowMs)
  }

  #signed(keys: readonly SimKey[], call: Call, nowMs: number): Verified<Transaction> {
    const decoded = decodeTransaction(this.#encoded(keys, call, nowMs))
    assert(decoded.ok, 'the transaction decodes')
    const verified = verifyTransaction(decoded.value, this.#signatures.verify)
    assert(verified.ok, 'the transaction verifies')
    this.submitted.add(verified.value.id)
    return verified.value
  }

  #encoded(keys: readonly SimKey[], call: Call, nowMs: number): Uint8Array {
    const [sender, ...coSigners] = keys.map(({ address }) => address)
    assert(sender !== undefined, 'somebody sends')
    const body = transactionBodyCodec.encode({
      genesisHash: this.#chain.genesisHash,
      chainId: this.#chain.genesis.chainId,
      sender,
      coSigners,
      expiresAtMs: nowMs + TIME_TO_LIVE_MS,
      unique: bytesToHex(this.#prng.bytes(16)) as Hex,
      calls: [call],
    })
    const message = transactionSignBytes(transactionId(body))
    const signatures = keys.map((key) => ({
      algorithm: KEY_ALGORITHM.ed25519,
      publicKey: key.publicKey,
      signature: this.#signatures.sign(key, message),
    }))
    return encodeTransaction(body, signatures)
  }
}

function moduleOf(wanted: string): Module {
  const module = MODULES.find(({ name }) => name === wanted)
  assert(module !== undefined, `there is a module ${wanted}`)
  return module
}

function encodeCall(module: Module, command: string, json: Json): Call {
  const codec = module.commands[command]?.params
  const params = codec?.parseJson(json)
  assert(codec !== undefined && params?.ok === true, `${module.name}.${command} is well formed`)
  return { module: module.name, command, params: codec.encode(params.value) }
}

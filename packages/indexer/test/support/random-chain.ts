import { type Address, bytesToHex, createPrng, type Hash, type Hex, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type CommitCertificate,
  decodeTransaction,
  type Event,
  encodeTransaction,
  type Header,
  headerHash,
  type Receipt,
  storedBlockCodec,
  type Transaction,
  transactionBodyCodec,
} from '@hanse/protocol'

const START_MS = 1_700_000_000_000

/** A transaction in few words: everything else follows from its number. */
export interface Drafted {
  readonly sender: number
  readonly calls: readonly { readonly module: string; readonly command: string }[]
  readonly code?: string
  readonly clientRef?: string
  readonly events?: readonly Event[]
}

export interface DraftedBlock {
  readonly transactions: readonly Drafted[]
  /** What the block itself emits. */
  readonly events?: readonly Event[]
}

/** As the RPC gets it from a node, and as it is stored. */
export interface MadeBlock {
  readonly hash: Hash
  readonly header: Header
  readonly transactions: readonly Transaction[]
  readonly receipts: readonly Receipt[]
  readonly sizeBytes: number
  readonly record: Uint8Array
}

export const senderOf = (number: number): Address => bytesToHex(createPrng(1_000 + number).bytes(20)) as Address
const genesisHashOf = (seed: number): Hash => bytesToHex(createPrng(seed).bytes(32)) as Hash

/** Blocks in a row from genesis on. Whatever no index looks at is made up: signatures, roots, params. */
export class MadeChain {
  readonly genesisHash: Hash
  readonly blocks: MadeBlock[] = []
  #made = 0

  constructor(seed = 1) {
    this.genesisHash = genesisHashOf(seed)
    this.add({ transactions: [] })
  }

  records(from = 0, to = Number.MAX_SAFE_INTEGER): readonly Uint8Array[] {
    return this.blocks.slice(from, to).map(({ record }) => record)
  }

  add({ transactions: drafted, events = [] }: DraftedBlock): MadeBlock {
    const transactions = drafted.map((draft) => this.#transaction(draft))
    const receipts: Receipt[] = drafted.map(({ code, events: emitted = [] }, index) => ({
      txId: transactions[index]?.id as Hash,
      index,
      outcome: code === undefined ? 'success' : 'rejected',
      ...(code === undefined ? {} : { code, callIndex: 0 }),
      events: code === undefined ? emitted : [],
    }))
    if (events.length > 0) receipts.push({ txId: ZERO_HASH, index: transactions.length, outcome: 'success', events })
    const header = this.#header()
    const hash = headerHash(header)
    const { height } = header
    const body = { epoch: asEpoch(0), height, ids: transactions.map(({ id }) => id), timeMs: header.timeMs, proposer: asValidatorIndex(0) }
    const certificate: CommitCertificate = {
      ...{ epoch: asEpoch(0), view: asView(0), height, digest: hash, headerHash: hash },
      signatures: [{ signer: asValidatorIndex(0), signature: `0x${'11'.repeat(64)}` as Hex }],
    }
    const certified = height === 0 ? {} : { certified: { body, transactions: transactions.map(({ bytes }) => bytes), certificate } }
    const record = storedBlockCodec.encode({ header, ...certified, receipts })
    const sizeBytes = transactions.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const block = { hash, header, transactions, receipts, sizeBytes, record }
    this.blocks.push(block)
    return block
  }

  #header(): Header {
    const parent = this.blocks.at(-1)
    const roots = { txRoot: ZERO_HASH, receiptsRoot: ZERO_HASH, stateRoot: ZERO_HASH, evidenceRoot: ZERO_HASH }
    const sets = { validatorSetHash: ZERO_HASH, nextValidatorSetHash: ZERO_HASH, paramsHash: ZERO_HASH }
    const height = asHeight(this.blocks.length)
    return {
      ...{ version: 1, genesisHash: this.genesisHash, epoch: asEpoch(0), height, parent: parent?.hash ?? ZERO_HASH },
      ...{ timeMs: START_MS + 1_000 * height, proposer: asValidatorIndex(0), ...roots, ...sets },
    }
  }

  #transaction({ sender, calls, clientRef }: Drafted): Transaction {
    const body = transactionBodyCodec.encode({
      ...{ genesisHash: this.genesisHash, chainId: 1, sender: senderOf(sender), coSigners: [], expiresAtMs: START_MS },
      unique: bytesToHex(createPrng(this.#made++).bytes(16)),
      calls: calls.map((call) => ({ ...call, params: new Uint8Array(3) })),
      ...(clientRef === undefined ? {} : { clientRef }),
    })
    const decoded = decodeTransaction(
      encodeTransaction(body, [{ algorithm: 1, publicKey: new Uint8Array(32), signature: new Uint8Array(64) }]),
    )
    if (!decoded.ok) throw new Error(decoded.error.message)
    return decoded.value
  }
}

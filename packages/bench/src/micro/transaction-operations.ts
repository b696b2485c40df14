import { verifyTransaction } from '@hanse/crypto'
import { createSigner, sha256Native, verifySignatureNative } from '@hanse/crypto-native'
import { operatorKey } from '@hanse/devnet'
import { createMempool } from '@hanse/mempool'
import { bytesToHex, hexToBytes } from '@hanse/primitives'
import {
  DEFAULT_CHAIN_PARAMS,
  decodeTransaction,
  encodeTransaction,
  merkleRoot,
  receiptCodec,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
} from '@hanse/protocol'
import { readMessage } from '@hanse/rpc/requests'
import { GENESIS_TIME_MS } from '../bench-chain.ts'
import { BLOCK_TRANSACTIONS, type Fixture } from './fixture.ts'
import { at, type Operation, operation } from './operation.ts'

const BATCH_CALLS_MAX = 100
const POOL = { capacity: 20_000, perSenderMax: 20_000, bytesMax: 64 * 1024 * 1024, timeToLiveMsMax: DEFAULT_CHAIN_PARAMS.timeToLiveMsMax }

/** What a node does of one transaction, from the request's text to the pool. */
export function transactionOperations(fixture: Fixture): readonly Operation[] {
  const { raws, transactions, ledger, final } = fixture
  const texts = raws.map((raw, id) => requestText(bytesToHex(raw), id))
  const hexes = raws.map((raw) => bytesToHex(raw))
  const signer = createSigner(operatorKey('bank-a', 'maker').seed)
  const ids = transactions.map(({ id }) => hexToBytes(id))
  return [
    operation('rpc: read a request', 'a request', (index) => readMessage(at(texts, index), BATCH_CALLS_MAX)),
    operation('hex: read', 'a transaction', (index) => hexToBytes(at(hexes, index))),
    operation('hex: write', 'a transaction', (index) => bytesToHex(at(raws, index))),
    operation('transaction: decode', 'a transaction', (index) => decodeTransaction(at(raws, index))),
    operation('transaction: encode', 'a transaction', (index) => {
      const { body, signatures } = at(transactions, index)
      return encodeTransaction(transactionBodyCodec.encode(body), signatures)
    }),
    operation('transaction: id', 'a transaction', (index) => transactionId(at(transactions, index).bodyBytes)),
    operation('transaction: verify', 'a transaction', (index) => verifyTransaction(at(transactions, index), verifySignatureNative)),
    operation('transaction: sign', 'a transaction', (index) => signer.sign(transactionSignBytes(at(transactions, index).id))),
    operation('ledger: admissible', 'a transaction', (index) => ledger.admissible(at(transactions, index))),
    poolOperation(fixture),
    operation('receipt: encode', 'a receipt', (index) => receiptCodec.encode(at(final.block.receipts, index))),
    operation('hash: sha-256 of 64 bytes', 'a hash', (index) => sha256Native(at(raws, index).subarray(0, 64))),
    operation('merkle: root', 'a leaf', () => merkleRoot(ids), BLOCK_TRANSACTIONS),
  ]
}

function requestText(raw: string, id: number): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method: 'tx_sendAndWait', params: { raw, timeoutMs: 30_000 } })
}

function poolOperation({ transactions }: Fixture): Operation {
  const pool = createMempool(POOL)
  const now = { nowMs: GENESIS_TIME_MS, timeMs: GENESIS_TIME_MS }
  const limits = { transactionsMax: BLOCK_TRANSACTIONS, bytesMax: POOL.bytesMax, exclude: () => false, nextSequence: () => 0 }
  const once = (): unknown => {
    for (const transaction of transactions) pool.admit(transaction, now)
    const taken = pool.take(limits)
    pool.remove(taken.map(({ id }) => id))
    return taken
  }
  return operation('pool: admit, take and remove', 'a transaction', once, BLOCK_TRANSACTIONS)
}

import { type NodeEndpoints, operatorKey, rpcUrl } from '@hanse/devnet'
import type { Hash } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { buildTransaction, createClient, type FinalReceipt, type HanseClient, type SignedTransaction, signTransaction } from '@hanse/sdk'

const ASKED_AT_ONCE = 16
/** A node may store a block that others have told of a moment later. */
const A_BLOCK_BEHIND_MS = 15_000

export function clientOf(node: NodeEndpoints): HanseClient {
  return createClient({ url: rpcUrl(node) })
}

/** A signed transfer of one fen between the banks, unlike any other. */
export async function signedTransfer(chain: Chain, more: { readonly expiresAtMs?: number } = {}): Promise<SignedTransaction> {
  const signer = operatorKey('bank-a', 'maker')
  const params = { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '1', reference: 'test' }
  const calls = [{ module: 'settlement', command: 'transfer', params }]
  return await signTransaction(buildTransaction({ chain, sender: signer.address, calls, ...more }), [signer])
}

/** What clients were told is final: it must be so for ever, and everywhere. */
export class ToldFinal {
  readonly receipts = new Map<Hash, FinalReceipt>()

  /** Sends at `node` and waits for the receipt; the time from send to receipt in ms. */
  async transfer(node: NodeEndpoints, chain: Chain, timeoutMs = 10_000): Promise<number> {
    const transaction = await signedTransfer(chain)
    const startedMs = performance.now()
    this.receipts.set(transaction.hash, await clientOf(node).sendAndWait(transaction, { timeoutMs }))
    return performance.now() - startedMs
  }

  /** Receipts that a node does not have, or has otherwise. */
  async missingAt(node: NodeEndpoints): Promise<readonly Hash[]> {
    const client = clientOf(node)
    const missing: Hash[] = []
    const waiting = [...this.receipts]
    const ask = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [hash, { height, blockHash }] = next
        const found = await client.waitForReceipt(hash, { timeoutMs: A_BLOCK_BEHIND_MS }).catch(() => undefined)
        if (found?.height !== height || found.blockHash !== blockHash) missing.push(hash)
      }
    }
    await Promise.all(Array.from({ length: ASKED_AT_ONCE }, ask))
    return missing
  }
}

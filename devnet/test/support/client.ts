import { type NodeEndpoints, operatorKey, rpcUrl } from '@hanse/devnet'
import type { Hash } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { buildTransaction, createClient, type FinalReceipt, type HanseClient, type SignedTransaction, signTransaction } from '@hanse/sdk'

export function clientOf(node: NodeEndpoints): HanseClient {
  return createClient({ url: rpcUrl(node) })
}

/** A signed transfer of one fen between the banks, unlike any other. */
export async function signedTransfer(chain: Chain): Promise<SignedTransaction> {
  const signer = operatorKey('bank-a', 'maker')
  const params = { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '1', reference: 'test' }
  const calls = [{ module: 'settlement', command: 'transfer', params }]
  return await signTransaction(buildTransaction({ chain, sender: signer.address, calls }), [signer])
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
    const answers = [...this.receipts].map(async ([hash, { height, blockHash }]) => {
      const found = await client.call('tx_getReceipt', { hash }).catch(() => undefined)
      return found?.height === height && found.blockHash === blockHash ? [] : [hash]
    })
    return (await Promise.all(answers)).flat()
  }
}

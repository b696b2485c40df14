import { setTimeout as delay } from 'node:timers/promises'
import { assert, type Hash, type Hex } from '@hanse/primitives'
import { type Chain, callCodec, type Json, taggedHash } from '@hanse/protocol'
import { buildTransaction, createClient, type FinalReceipt, type HanseClient, HanseRpcError, type Signer } from '@hanse/sdk'
import { operatorKey } from '../cast.ts'
import { requireDevnet } from '../demo-keys.ts'
import type { DemoCall, DemoDesk, DemoOutcome, DemoProof, DemoSigner } from './desk.ts'

function signerOf({ party, operator }: DemoSigner): Signer {
  return operatorKey(party, operator)
}

function outcomeOf(receipt: FinalReceipt): DemoOutcome {
  const { txId, height, outcome, code, events } = receipt
  if (outcome === 'rejected') return { type: 'refused', id: txId, height, code: code ?? 'no code' }
  const named = events.map(({ module, type, attributes }) => ({
    module,
    type,
    attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, value])),
  }))
  return { type: 'success', id: txId, height, events: named }
}

/** A desk at running nodes, over JSON-RPC. `urls` are loopback addresses of one devnet, or this is refused: the demo keys are public. */
export async function openRpcDesk(urls: readonly string[]): Promise<DemoDesk> {
  const clients = urls.map((url) => createClient({ url }))
  const [first] = clients
  assert(first !== undefined, 'a desk has a node')
  const chain = await first.chain()
  for (const { url } of clients) requireDevnet(chain.genesis.chainId, url)
  return new RpcDesk(clients as [HanseClient, ...HanseClient[]], chain)
}

class RpcDesk implements DemoDesk {
  readonly #clients: readonly [HanseClient, ...HanseClient[]]
  readonly #chain: Chain
  /** The last transaction that became final at any node. */
  #last: Hash | undefined

  constructor(clients: readonly [HanseClient, ...HanseClient[]], chain: Chain) {
    this.#clients = clients
    this.#chain = chain
  }

  get genesisHash(): Hash {
    return this.#chain.genesisHash
  }

  get nodes(): number {
    return this.#clients.length
  }

  async send(signers: readonly DemoSigner[], calls: readonly DemoCall[], node = 0): Promise<DemoOutcome> {
    const client = this.#clients[node % this.#clients.length] ?? this.#clients[0]
    const outcome = await this.#outcome(client, signers, calls)
    this.#last = outcome.id as Hash
    return outcome
  }

  async #outcome(client: HanseClient, signers: readonly DemoSigner[], calls: readonly DemoCall[]): Promise<DemoOutcome> {
    try {
      return outcomeOf(await client.transact({ calls, signers: signers.map(signerOf) as [Signer, ...Signer[]] }))
    } catch (error) {
      if (error instanceof HanseRpcError && error.receipt !== undefined) return outcomeOf(error.receipt)
      throw error
    }
  }

  async query(module: string, query: string, args: { readonly [name: string]: Json }): Promise<{ readonly [name: string]: Json }> {
    await this.#catchUp()
    return (await this.#clients[0].query<{ readonly [name: string]: Json }>(module, query, args)).value
  }

  async verifyOffline(id: string): Promise<DemoProof> {
    await this.#catchUp()
    const proven = await this.#clients[0].fetchProof(id as Hash)
    if (!proven.ok) return { type: 'refused', code: proven.error.code }
    return {
      type: 'verified',
      signers: proven.value.block.certificate?.signatures.length ?? 0,
      validators: this.#chain.genesis.validators.length,
    }
  }

  /** Transactions go to every node in turn; the one that is asked may be a block behind. */
  async #catchUp(): Promise<void> {
    if (this.#last === undefined) return
    try {
      await this.#clients[0].waitForReceipt(this.#last)
    } catch (error) {
      if (!(error instanceof HanseRpcError) || error.receipt === undefined) throw error
    }
  }

  callDigest(call: DemoCall): Hex {
    const sender = operatorKey('shunhe', 'maker').address
    const { body } = buildTransaction({ chain: this.#chain, sender, calls: [call] })
    const [encoded] = body.calls
    assert(encoded !== undefined, 'one call was given')
    return taggedHash('call', callCodec.encode(encoded))
  }

  async nowMs(): Promise<number> {
    return (await this.#clients[0].call('node_status')).headTime
  }

  async waitUntil(timeMs: number): Promise<void> {
    await delay(Math.max(0, timeMs - Date.now()))
  }

  async height(): Promise<number> {
    await this.#catchUp()
    return await this.#clients[0].call('chain_getHeight')
  }
}

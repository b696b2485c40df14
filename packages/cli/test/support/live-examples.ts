import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Devnet, operatorKey } from '@hanse/devnet'
import type { Hash, Hex } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { buildTransaction, signTransaction } from '@hanse/sdk'
import { clientOf, signedTransfer } from '../../../../devnet/test/support/client.ts'
import { nodeOf } from '../../../../devnet/test/support/test-network.ts'

/** What only the recorded chain of the examples had, on a running one: hashes, and transactions that are signed for it. */
export interface LiveFacts {
  /** Of a final transaction that succeeded, and of one that a module rejected. */
  readonly final: Hash
  readonly rejected: Hash
  /** Of the block of the first. */
  readonly blockHash: Hash
  /** Signed and not sent. */
  readonly raws: readonly Hex[]
}

type Params = Readonly<Record<string, Json>>

export interface Example {
  readonly method: string
  readonly name: string
  readonly params: Params
}

const MORE_THAN_THERE_IS = { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '999999999999999', reference: 'example' }

/** The first of its chain, which the examples ask for. */
const PROPOSAL = {
  module: 'governance',
  command: 'propose',
  params: {
    member: 'bank-a',
    action: { type: 'activateModule', name: 'loyalty', version: 1, hash: `0x${'7e'.repeat(32)}`, atHeight: 100_000 },
    deadlineMs: Date.now() + 3_600_000,
  },
}

export async function liveFacts(devnet: Devnet): Promise<LiveFacts> {
  const client = clientOf(nodeOf(devnet, 'bank-a'))
  const chain = await client.chain()
  const maker = operatorKey('bank-a', 'maker')
  const receipt = await client.sendAndWait(await signedTransfer(chain))
  const calls = [{ module: 'settlement', command: 'transfer', params: MORE_THAN_THERE_IS }]
  const refused = await signTransaction(buildTransaction({ chain, sender: maker.address, calls }), [maker])
  await client.sendAndWait(refused).catch(() => undefined)
  await client.transact({ calls: [PROPOSAL], signers: [maker, operatorKey('bank-a', 'checker')] })
  const unsent = await Promise.all([signedTransfer(chain), signedTransfer(chain)])
  return {
    ...{ final: receipt.txId, rejected: refused.hash, blockHash: receipt.blockHash },
    raws: unsent.map(({ raw }) => raw),
  }
}

/** What takes the place of what is of the examples’ chain alone: texts that stand as they are anywhere in params. All else is asked as written. */
export function standIns(examples: readonly Example[], live: LiveFacts): ReadonlyMap<Json, Json> {
  const recorded = (method: string, param: string): Json => {
    const value = examples.find((example) => example.method === method && param in example.params)?.params[param]
    if (value === undefined) throw new Error(`no example of ${method} has ${param}`)
    return value
  }
  return new Map<Json, Json>([
    [recorded('tx_get', 'hash'), live.final],
    [recorded('tx_waitForReceipt', 'hash'), live.rejected],
    [recorded('chain_getHeader', 'height'), live.blockHash],
    [recorded('tx_send', 'raw'), live.raws[0] ?? ''],
    [recorded('tx_sendAndWait', 'raw'), live.raws[1] ?? ''],
  ])
}

/** The same JSON with stand-ins in the place of what they stand for. */
export function replaced(json: Json, stands: ReadonlyMap<Json, Json>): Json {
  const stand = stands.get(json)
  if (stand !== undefined) return stand
  if (Array.isArray(json)) return (json as readonly Json[]).map((item) => replaced(item, stands))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([name, member]) => [name, replaced(member, stands)]))
}

/** A call of a node's admin listener, as `hanse rpc` makes it. */
export async function adminCall(devnet: Devnet, name: string, method: string, params: object = {}): Promise<Json> {
  const token = (await readFile(join(devnet.directory, 'nodes', name, 'admin-token'), 'utf8')).trim()
  const response = await fetch(`http://127.0.0.1:${nodeOf(devnet, name).adminPort}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const { result, error } = (await response.json()) as { readonly result?: Json; readonly error?: object }
  if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`)
  return result ?? null
}

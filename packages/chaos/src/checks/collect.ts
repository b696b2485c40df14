import { setTimeout as sleep } from 'node:timers/promises'
import type { Hash } from '@hanse/primitives'
import type { CommitCertificate, Header } from '@hanse/protocol'
import type { ReadableBlock } from '@hanse/sdk'
import type { Intent } from '../load/history.ts'
import { ACCOUNTS, CURRENCY } from '../load/workload.ts'
import type { ChaosNode } from '../network/chaos-node.ts'
import type { CertifiedClaim } from './certificates.ts'
import type { BlockSummary, ChainContent, NodeChain } from './chain.ts'
import type { Books } from './conservation.ts'

/** What one request of ours asks for. */
const BATCH_CALLS = 50
const TRIES_MAX = 40
const TRY_AGAIN_MS = 250
const CALL_TIMEOUT_MS = 15_000

interface Call {
  readonly method: string
  readonly params: object
}

/** All answers in order, by batches; what a node puts off is asked for again. @throws Error when it answers with anything else */
async function askAll<T>(node: ChaosNode, calls: readonly Call[]): Promise<readonly T[]> {
  const answers: T[] = []
  for (let from = 0; from < calls.length; from += BATCH_CALLS)
    answers.push(...(await askBatch<T>(node, calls.slice(from, from + BATCH_CALLS))))
  return answers
}

async function askBatch<T>(node: ChaosNode, calls: readonly Call[]): Promise<readonly T[]> {
  const body = JSON.stringify(calls.map((call, id) => ({ jsonrpc: '2.0', id, ...call })))
  let last = 'no answer'
  for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
    try {
      const signal = AbortSignal.timeout(CALL_TIMEOUT_MS)
      const response = await fetch(node.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal })
      const replies = (await response.json()) as readonly {
        readonly id: number
        readonly result?: T
        readonly error?: { readonly message: string }
      }[]
      if (Array.isArray(replies) && replies.length === calls.length && replies.every(({ error }) => error === undefined)) {
        return [...replies].sort((a, b) => a.id - b.id).map(({ result }) => result as T)
      }
      last = JSON.stringify(Array.isArray(replies) ? replies.find(({ error }) => error !== undefined)?.error : replies).slice(0, 300)
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
    await sleep(TRY_AGAIN_MS)
  }
  throw new Error(`${node.name} does not answer ${calls[0]?.method}: ${last}`)
}

function heightsTo(head: number): readonly number[] {
  return Array.from({ length: head }, (_, index) => index + 1)
}

/** Every block of a node up to `head`, as it tells it. */
export async function collectChain(node: ChaosNode, head: number): Promise<NodeChain> {
  const calls = heightsTo(head).map((height) => ({ method: 'chain_getBlock', params: { height, detail: 'ids' } }))
  const blocks = await askAll<BlockSummary>(node, calls)
  return blocks.map(({ height, hash, transactionIds }) => ({ height, hash, transactionIds }))
}

/** Headers with the signatures under them, from a height on. */
export async function collectCertificates(node: ChaosNode, from: number, head: number): Promise<readonly CertifiedClaim[]> {
  const heights = heightsTo(head).slice(from - 1)
  const calls = heights.map((height) => ({ method: 'chain_getCertificate', params: { height } }))
  const replies = await askAll<{ hash: Hash; height: number; header: Header; certificate: CommitCertificate }>(node, calls)
  return replies.map(({ hash, height, header, certificate }) => ({ hash, height, header, certificate }))
}

/** All transactions in the chain's order, with what became of them: those of clients, and those that nodes make themselves. */
export async function collectTransactions(node: ChaosNode, chain: NodeChain): Promise<ChainContent> {
  const full = chain.filter(({ transactionIds }) => transactionIds.length > 0)
  const calls = full.map(({ height }) => ({ method: 'chain_getBlock', params: { height, detail: 'full' } }))
  const blocks = await askAll<ReadableBlock>(node, calls)
  const reports: { hash: Hash; height: number }[] = []
  const own = blocks.flatMap(({ height, transactions = [], receipts = [] }) =>
    transactions.flatMap(({ hash, body }, index) => {
      const receipt = receipts[index]
      if (receipt?.txId !== hash) throw new Error(`height ${height}: receipt ${index} is of another transaction`)
      if (isReport(body.calls)) {
        reports.push({ hash, height })
        return []
      }
      const { code } = receipt
      const known = { hash, height, intent: intentOf(body.calls[0]), isSuccess: receipt.outcome === 'success' }
      return [code === undefined ? known : { ...known, code }]
    }),
  )
  return { transactions: own, reports }
}

/** Evidence that a node puts on the chain. */
function isReport(calls: readonly { readonly module: string; readonly command: string }[]): boolean {
  return calls.length === 1 && calls[0]?.module === 'governance' && calls[0].command === 'reportEvidence'
}

function intentOf(call: { readonly command: string; readonly params?: unknown } | undefined): Intent {
  const { from = '', to = '', amount = '0' } = (call?.params ?? {}) as Readonly<Record<string, string>>
  switch (call?.command) {
    case 'mint':
      return { type: 'mint', to, amount: BigInt(amount) }
    case 'redeem':
      return { type: 'redeem', amount: BigInt(amount) }
    default:
      return { type: 'transfer', from, to, amount: BigInt(amount) }
  }
}

interface SupplyReply {
  readonly minted: string
  readonly redeemed: string
}

/** What a node's books say at its head of a moment ago. The parties are all that a demo chain has. */
export async function collectBooks(node: ChaosNode, parties: readonly string[], at?: number): Promise<Books> {
  const height = at ?? (await node.client.call('chain_getHeight'))
  const query = (name: string, args: object): Call => ({
    method: 'state_query',
    params: { module: 'settlement', query: name, args, height },
  })
  const calls = [...parties.map((partyId) => query('balance', { partyId, currency: CURRENCY })), query('supply', { currency: CURRENCY })]
  const replies = await askAll<{ value: { amount: string } & SupplyReply }>(node, calls)
  const supply = replies.at(-1)?.value
  const balances = replies.slice(0, -1).map(({ value }) => BigInt(value.amount))
  return { node: node.name, height, balances, minted: BigInt(supply?.minted ?? 0), redeemed: BigInt(supply?.redeemed ?? 0) }
}

/** What the accounts of the workload hold at genesis. */
export async function openingBalances(node: ChaosNode): Promise<ReadonlyMap<string, bigint>> {
  const { balances } = await collectBooks(node, ACCOUNTS)
  return new Map(ACCOUNTS.map((account, index) => [account, balances[index] ?? 0n]))
}

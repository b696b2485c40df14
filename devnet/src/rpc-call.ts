import { type NodeEndpoints, rpcUrl } from './topology.ts'

/** How long one call may take, in ms. */
const CALL_TIMEOUT_MS = 2_000

/** One JSON-RPC call to a node of the devnet; undefined when it does not answer or answers with an error. */
export async function callNode<T>(node: NodeEndpoints, method: string, params: object = {}): Promise<T | undefined> {
  try {
    const response = await fetch(rpcUrl(node), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    })
    const { result } = (await response.json()) as { result?: T }
    return result
  } catch {
    return undefined
  }
}

/** The part of `node_status` that the devnet shows. */
export interface NodeStatusReply {
  readonly state: string
  readonly height: number
  readonly headTime: number
  readonly lag: number
  readonly view: number
  readonly primary: string
  readonly peers: number
  readonly reasons: readonly string[]
}

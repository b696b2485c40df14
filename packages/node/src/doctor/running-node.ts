import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { ChainParams, Epoch, Json, ModuleEntry, ValidatorRecord } from '@hanse/protocol'
import type { NodeInfo, NodeStatus } from '@hanse/rpc'
import type { NodeConfig } from '../config.ts'
import { pinnedFetch } from '../pinned-fetch.ts'
import { rpcKeyOf } from '../rpc-key.ts'

/** How long one question to the node of this home may take, in ms. */
const ASK_TIMEOUT_MS = 3_000
/** Bytes of a metrics page that are taken. */
const METRICS_BYTES_MAX = 2 * 1024 * 1024

export interface PeerFacts {
  readonly peerId: string
  readonly organization?: string
  readonly connected: boolean
  readonly lastDisconnectReason?: string
}

/** What the node that answers at the configured ports says of itself. */
export interface RunningNodeFacts {
  /** Of its probe: without the RPC nothing else is known. */
  readonly readiness: { readonly ready: boolean; readonly reasons: readonly string[]; readonly height: number }
  readonly info?: NodeInfo
  readonly status?: NodeStatus
  readonly peers?: readonly PeerFacts[]
  readonly modules?: ModuleFacts
  readonly validators?: { readonly epoch: Epoch; readonly validators: readonly ValidatorRecord[] }
  readonly observers?: readonly ValidatorRecord[]
  /** In force at the head. */
  readonly params?: ChainParams
}

/** Which modules are in force at the head, and which of them votes bring. */
export interface ModuleFacts {
  readonly inForce: readonly ModuleEntry[]
  readonly scheduled: readonly (ModuleEntry & { readonly height: number; readonly proposalId: string })[]
}

/** Asks at the ports of a configuration whether a node runs there. Undefined where none does. */
export async function askRunningNode({ rpc, metrics }: NodeConfig): Promise<RunningNodeFacts | undefined> {
  const readiness = await readinessAt(metricsUrl({ rpc, metrics }, '/readyz'))
  if (readiness === undefined) return undefined
  if (rpc.port === 0) return { readiness }
  const listener: Listener = {
    url: `${rpc.tlsCert === undefined ? 'http' : 'https'}://${urlHost(rpc.host)}:${rpc.port}/`,
    fetch: rpc.tlsCert === undefined ? fetch : pinnedFetch(rpc.tlsCert),
  }
  const [info, status, peers, members, rules] = await Promise.all([
    call<NodeInfo>(listener, 'node_info'),
    call<NodeStatus>(listener, 'node_status'),
    call<{ readonly items: readonly PeerFacts[] }>(listener, 'net_peers'),
    membersAt(listener),
    rulesAt(listener),
  ])
  return {
    readiness,
    ...(info === undefined ? {} : { info }),
    ...(status === undefined ? {} : { status }),
    ...(peers === undefined ? {} : { peers: peers.items }),
    ...members,
    ...rules,
  }
}

/** A chain without the module that governs has no observers. */
async function membersAt(listener: Listener): Promise<Pick<RunningNodeFacts, 'validators' | 'observers'>> {
  const [set, observers] = await Promise.all([
    call<{ readonly epoch: Epoch; readonly items: readonly ValidatorRecord[] }>(listener, 'consensus_getValidators'),
    call<{ readonly value: { readonly items?: readonly { readonly record: ValidatorRecord }[] } }>(listener, 'state_query', {
      ...{ module: 'governance', query: 'observers', args: {} },
    }),
  ])
  return {
    ...(set === undefined ? {} : { validators: { epoch: set.epoch, validators: set.items } }),
    ...(observers?.value.items === undefined ? {} : { observers: observers.value.items.map(({ record }) => record) }),
  }
}

/** … and no schedule. */
async function rulesAt(listener: Listener): Promise<Pick<RunningNodeFacts, 'modules' | 'params'>> {
  const [inForce, schedule] = await Promise.all([
    call<{ readonly modules: readonly ModuleEntry[]; readonly params: ChainParams }>(listener, 'chain_getParams'),
    call<{ readonly value: Pick<ModuleFacts, 'scheduled'> }>(listener, 'state_query', {
      module: 'governance',
      query: 'schedule',
      args: {},
    }),
  ])
  if (inForce === undefined) return {}
  return { params: inForce.params, modules: { inForce: inForce.modules, scheduled: schedule?.value.scheduled ?? [] } }
}

/** The metrics page of the node that runs, if one does. */
export async function metricsPage(config: NodeConfig): Promise<string | undefined> {
  const page = await probe(metricsUrl(config, '/metrics'))
  return page?.ok === true ? page.text : undefined
}

/** The metrics listener speaks TLS where the RPC does. */
function metricsUrl({ rpc, metrics }: Pick<NodeConfig, 'rpc' | 'metrics'>, path: string): string | undefined {
  if (metrics.port === 0) return undefined
  return `${rpc.tlsCert === undefined ? 'http' : 'https'}://${urlHost(metrics.host)}:${metrics.port}${path}`
}

/**
 * What a probe answers. Its certificate is for the names that clients use, seldom for loopback, and often one of its own authority:
 * nothing secret is sent here, so it is not judged. Undefined where nobody answers.
 */
function probe(url: string | undefined): Promise<{ readonly ok: boolean; readonly text: string } | undefined> {
  if (url === undefined) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const options = { signal: AbortSignal.timeout(ASK_TIMEOUT_MS), agent: false }
    const sent = url.startsWith('https:') ? requestSecure(url, { ...options, rejectUnauthorized: false }) : requestPlain(url, options)
    sent.once('error', () => resolve(undefined))
    sent.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text = (text + part).slice(0, METRICS_BYTES_MAX)
      })
      response.once('error', () => resolve(undefined))
      response.once('end', () => resolve({ ok: response.statusCode === 200, text }))
    })
    sent.end()
  })
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

async function readinessAt(url: string | undefined): Promise<RunningNodeFacts['readiness'] | undefined> {
  const body = parsed((await probe(url))?.text)
  const isReadiness =
    typeof body === 'object' && body !== null && 'ready' in body && 'reasons' in body && 'height' in body && Array.isArray(body.reasons)
  return isReadiness ? (body as unknown as RunningNodeFacts['readiness']) : undefined
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Listener {
  readonly url: string
  readonly fetch: typeof globalThis.fetch
}

async function call<T>(listener: Listener, method: string, params: Json = {}): Promise<T | undefined> {
  const key = rpcKeyOf()
  const headers = { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) }
  const body = await json(listener, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) })
  return typeof body === 'object' && body !== null && 'result' in body ? (body.result as T) : undefined
}

/** Undefined for whatever is no JSON: somebody else may listen there. */
async function json({ url, fetch }: Listener, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })
    return await response.json()
  } catch {
    return undefined
  }
}

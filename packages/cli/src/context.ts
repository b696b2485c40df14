import { resolve } from 'node:path'
import { rpcKeyOf } from '@hanse/node'
import { createClient, type HanseClient, type WebSocketConstructor, type WebSocketLike } from '@hanse/sdk'
import type { Command } from 'commander'
import { usageError } from './cli-error.ts'
import { createOutput, type Output } from './terminal/output.ts'

const RPC_URL_DEFAULT = 'http://127.0.0.1:8545'
const HOME_DEFAULT = '.hanse'

/** What every command gets: the options that all of them share, read. */
export interface Context {
  readonly output: Output
  /** Absolute. */
  readonly home: string
  readonly rpcUrl: string
  /** By --rpc or HANSE_RPC; else `rpcUrl` is the default. */
  readonly isRpcGiven: boolean
  readonly client: HanseClient
}

export interface GlobalOptions {
  /** Absent where --rpc was not given. */
  readonly rpc?: string
  readonly home: string
  readonly json: boolean
}

/** Adds the options that all commands share; `createContext` reads them. */
export function addGlobalOptions(program: Command): Command {
  return program
    .option('--rpc <url>', `RPC of the node to ask (HANSE_RPC) (default: "${RPC_URL_DEFAULT}")`)
    .option('--home <dir>', 'folder of keys and of the node (HANSE_HOME)', process.env['HANSE_HOME'] ?? HOME_DEFAULT)
    .option('--json', 'one JSON document on standard output, and nothing else', false)
}

export function createContext({ rpc, home, json }: GlobalOptions): Context {
  const given = rpc ?? process.env['HANSE_RPC']
  const rpcUrl = given ?? RPC_URL_DEFAULT
  return {
    output: createOutput(json),
    home: resolve(home),
    rpcUrl,
    isRpcGiven: given !== undefined,
    client: clientOf(rpcUrl),
  }
}

/** How a node is asked whose certificate is at hand. */
type PinnedFetch = typeof globalThis.fetch

/** A client of the node at `url`. @throws CliError `cli/usage` */
export function clientOf(url: string, pinned?: PinnedFetch): HanseClient {
  if (!isHttpUrl(url)) throw usageError(`${url} is not the URL of a node’s RPC`, `--rpc ${RPC_URL_DEFAULT}`)
  // From the environment alone: other users of a machine can read command lines.
  const key = rpcKeyOf()
  const trust = pinned === undefined ? {} : { fetch: pinned }
  if (key === undefined) return createClient({ url, ...trust })
  const headers = { authorization: `Bearer ${key}` }
  return createClient({ url, ...trust, headers, WebSocket: webSocketWith(headers) })
}

/** Node's WebSocket takes headers, which the standard one, that of browsers, does not. */
function webSocketWith(headers: Readonly<Record<string, string>>): WebSocketConstructor {
  const Platform = globalThis.WebSocket as unknown as new (url: string, options: object) => WebSocketLike
  return class extends Platform {
    constructor(url: string) {
      super(url, { headers })
    }
  }
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}

import { resolve } from 'node:path'
import type { HanseClient } from '@hanse/sdk'
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
  /** A client of the node at `rpcUrl`. It brings every module along, so it is loaded when it is first wanted. */
  readonly connect: () => Promise<HanseClient>
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
  if (!isHttpUrl(rpcUrl)) throw usageError(`${rpcUrl} is not the URL of a node’s RPC`, `--rpc ${RPC_URL_DEFAULT}`)
  let client: Promise<HanseClient> | undefined
  return {
    output: createOutput(json),
    home: resolve(home),
    rpcUrl,
    isRpcGiven: given !== undefined,
    connect: () => {
      client ??= import('./client.ts').then(({ clientOf }) => clientOf(rpcUrl))
      return client
    },
  }
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_FILE } from '@hanse/node/outside'
import { orThrow } from '../cli-error.ts'

const EVERY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

export interface RpcOfHome {
  readonly url: string
  /** Where it speaks TLS: trusts the certificate of the home, whatever name it is for. */
  readonly fetch?: typeof globalThis.fetch
}

/** Where the node of a home listens for RPC, by its configuration. Undefined where there is no home, or the node chooses its port. */
export async function rpcOfHome(home: string): Promise<RpcOfHome | undefined> {
  const path = join(home, CONFIG_FILE)
  if (!existsSync(path)) return undefined
  const { pinnedFetch, readNodeConfig } = await import('@hanse/node/folder')
  const { host, port, tlsCert } = orThrow(await readNodeConfig(path)).rpc
  if (port === 0) return undefined
  const name = EVERY_ADDRESS.has(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return tlsCert === undefined ? { url: `http://${name}:${port}` } : { url: `https://${name}:${port}`, fetch: pinnedFetch(tlsCert) }
}

import type { Clock, Logger, Random } from '@hanse/ports'
import type { AccessKey } from './access.ts'
import { isLoopbackHost } from './access.ts'
import type { RpcLimits } from './limits.ts'
import { RpcListenFailure } from './listen-failure.ts'
import type { PromMeter } from './prom-meter.ts'

export interface RpcServerOptions {
  readonly host: string
  /** 0 for any. */
  readonly port: number
  readonly metricsHost: string
  /** 0 for any. */
  readonly metricsPort: number
  /** Pages of any origin may call: development networks only. */
  readonly cors: boolean
  /** PEM. Needed where others than this machine can connect. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer }
  /** Who may call. Needed where others than this machine can connect. */
  readonly accessKeys?: readonly AccessKey[]
  /** More names that the Host header may have. */
  readonly hostNames?: readonly string[]
  readonly limits?: Partial<RpcLimits>
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly meter: PromMeter
}

/** A listener that others can reach without TLS or without keys would be open to all of them. */
export function openListenerFault({
  host,
  metricsHost,
  tls,
  accessKeys = [],
}: Pick<RpcServerOptions, 'host' | 'metricsHost' | 'tls' | 'accessKeys'>): RpcListenFailure | undefined {
  if (tls !== undefined && accessKeys.length > 0) return undefined
  const open = [host, metricsHost].find((name) => !isLoopbackHost(name))
  if (open === undefined) return undefined
  const missing = [...(tls === undefined ? ['TLS'] : []), ...(accessKeys.length === 0 ? ['access keys'] : [])].join(' and ')
  return new RpcListenFailure(`${open} can be reached from other machines, and ${missing} are not configured`, {
    code: 'rpc/open-listener',
    hint: 'Listen on 127.0.0.1, or configure a certificate and an access key for each organization.',
  })
}

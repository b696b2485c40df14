import type { Clock, Logger, Random } from '@hanse/ports'
import { isLoopbackHost } from './access.ts'
import type { KeyRing } from './key-ring.ts'
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
  /** Who may call. At least one that opens is needed where others than this machine can connect. */
  readonly keys?: KeyRing
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
  keys,
}: Pick<RpcServerOptions, 'host' | 'metricsHost' | 'tls' | 'keys'>): RpcListenFailure | undefined {
  const open = [host, metricsHost].find((name) => !isLoopbackHost(name))
  const missing = [...(tls === undefined ? ['TLS'] : []), ...((keys?.activeCount() ?? 0) === 0 ? ['access keys'] : [])].join(' and ')
  if (open === undefined || missing === '') return undefined
  return new RpcListenFailure(`${open} can be reached from other machines, and ${missing} are not configured`, {
    code: 'rpc/open-listener',
    hint: 'Listen on 127.0.0.1, or configure a certificate and make an access key for each organization: `hanse rpc admin_createApiKey`.',
  })
}

/** The admin listener never leaves this machine, with a token or without. */
export function adminListenerFault(host: string): RpcListenFailure | undefined {
  if (isLoopbackHost(host)) return undefined
  return new RpcListenFailure(`the admin listener cannot listen on ${host}: other machines can reach it`, {
    code: 'rpc/open-listener',
    hint: 'Set admin.host to 127.0.0.1, and come by SSH from elsewhere.',
  })
}

import type { NodeConfig } from '../config.ts'
import type { ConfigFault } from './config-faults.ts'

type Rule = (config: NodeConfig) => ConfigFault | undefined

/** What two settings must be to each other. Each is good by itself. */
const RULES: readonly Rule[] = [
  ({ consensus: { viewTimeoutMs, viewTimeoutMsMax } }) =>
    viewTimeoutMsMax >= viewTimeoutMs
      ? undefined
      : fault(
          'consensus.viewTimeoutMsMax',
          `${viewTimeoutMsMax} ms is below consensus.viewTimeoutMs`,
          `Set it to ${viewTimeoutMs} or more.`,
        ),
  ({ consensus: { batchWaitMs, viewTimeoutMs } }) =>
    batchWaitMs < viewTimeoutMs
      ? undefined
      : fault('consensus.batchWaitMs', `${batchWaitMs} ms is not below consensus.viewTimeoutMs`, `Set it to less than ${viewTimeoutMs}.`),
  ({ rpc: { tlsCert, tlsKey } }) => {
    if ((tlsCert === undefined) === (tlsKey === undefined)) return undefined
    const path = tlsCert === undefined ? 'rpc.tlsCert' : 'rpc.tlsKey'
    return fault(path, 'TLS needs both rpc.tlsCert and rpc.tlsKey', `Set ${path} too, or neither.`)
  },
  ({ rpc, metrics }) =>
    rpc.port !== 0 && rpc.port === metrics.port && rpc.host === metrics.host
      ? fault('metrics.port', `${metrics.port} is rpc.port too`, 'Give each a port of its own.')
      : undefined,
  ({ rpc, metrics, admin: { port, host } }) => {
    const other = [['rpc', rpc] as const, ['metrics', metrics] as const].find(
      ([, one]) => port !== 0 && one.port === port && one.host === host,
    )
    return other === undefined ? undefined : fault('admin.port', `${port} is ${other[0]}.port too`, 'Give each a port of its own.')
  },
]

function fault(path: string, message: string, hint: string): ConfigFault {
  return { path, message: `${path}: ${message}`, hint: `${hint} docs/operating.md lists every setting.` }
}

export function faultsOfRelations(config: NodeConfig): readonly ConfigFault[] {
  return RULES.flatMap((rule) => rule(config) ?? [])
}

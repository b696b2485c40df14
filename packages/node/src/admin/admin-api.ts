import type { LogLevel } from '@hanse/ports'
import { err, ok, type Result, reject } from '@hanse/primitives'
import type { AdminApi, AdminPeer } from '@hanse/rpc'
import type { RunningNode } from '../node.ts'
import { listSnapshots } from '../snapshot/snapshot-source.ts'
import type { LevelLogger } from '../system.ts'
import type { ApiKeys } from './api-keys.ts'
import type { Jobs } from './jobs.ts'

export interface AdminApiParts {
  readonly node: Pick<RunningNode, 'api' | 'control'>
  readonly logger: LevelLogger
  readonly keys: ApiKeys
  readonly jobs: Jobs
  /** Where the node keeps its snapshots. */
  readonly snapshots: string
}

/** What the admin listener may do to a running node. Who changed what is in the log. */
export function createAdminApi({ node, logger, keys, jobs, snapshots }: AdminApiParts): AdminApi {
  const find = (peer: string): Result<AdminPeer> => {
    const found = node.api.peers().find(({ peerId, organization }) => peer === peerId || peer === organization)
    return found === undefined ? err(reject('p2p/unknown-peer', `${peer} is not one of the allowed peers`)) : ok(found)
  }
  return {
    logLevel: () => logger.level(),
    setLogLevel: (level) => {
      const before: LogLevel = logger.level()
      logger.setLevel(level)
      node.control.logLevelSet(level, before)
      return before
    },
    peers: () => node.api.peers(),
    connectPeer: (peer, addresses) => {
      const found = find(peer)
      if (!found.ok) return found
      const connected = node.control.connect(found.value.peerId, addresses)
      if (!connected.ok) return connected
      logger.warn({ peer: found.value.peerId }, 'peer dialled by the operator')
      return find(found.value.peerId)
    },
    disconnectPeer: (peer, banMs) => {
      const found = find(peer)
      if (!found.ok) return found
      node.control.disconnect(found.value.peerId, 'by the operator', banMs)
      logger.warn({ peer: found.value.peerId, banMs }, 'peer disconnected by the operator')
      return find(found.value.peerId)
    },
    createApiKey: async (request) => {
      const created = await keys.create(request)
      if (created.ok) logger.warn({ id: created.value.record.id, organization: request.organization }, 'API key made')
      return created
    },
    apiKeys: () => keys.list(),
    createSnapshot: () => jobs.snapshot(),
    createBackup: (withKeys) => jobs.backup(withKeys),
    job: () => jobs.last,
    snapshots: () => listSnapshots(snapshots),
    revokeApiKey: async (id) => {
      const revoked = await keys.revoke(id)
      if (revoked.ok) logger.warn({ id, organization: revoked.value.organization }, 'API key revoked')
      return revoked
    },
  }
}

import { err, ok } from '@hanse/primitives'
import { bool, choice, described, list, object, optional, text, uint } from '@hanse/protocol'
import { failure } from '../errors.ts'
import { nullable } from '../fields.ts'
import { ADMIN_PEER_ADDRESSES_MAX, API_KEYS_MAX, PEER_BAN_MS_MAX, SNAPSHOTS_MAX } from '../limits.ts'
import { defineMethod, type Method, outcomeOf } from '../method.ts'
import { PEERS_MAX, peerFields } from '../methods/net.ts'
import type { AdminApi } from './admin-api.ts'

const level = choice('fatal', 'error', 'warn', 'info', 'debug', 'trace')
const organization = described(
  'as validators are called: lower-case letters, digits and hyphens',
  text({ max: 64, pattern: /^[a-z0-9][a-z0-9-]*$/, words: 'a name of a-z, 0-9 and -' }),
)
const peer = described('a peer id, or an organization that runs a validator', text({ max: 128 }))
const peerField = object({ ...peerFields, bannedUntilMs: optional(uint()) })
const nextCursor = nullable(text({ max: 64 }))

const apiKeyFields = {
  id: text({ max: 16 }),
  organization: text({ max: 64 }),
  label: optional(text({ max: 64 })),
  source: described('config: it stands in config.toml', choice('config', 'admin')),
  state: choice('active', 'expired', 'revoked'),
  sha256: text({ max: 66 }),
  createdAtMs: optional(uint()),
  expiresAtMs: optional(uint()),
  revokedAtMs: optional(uint()),
}

function logMethods(api: AdminApi): readonly Method[] {
  return [
    defineMethod({
      name: 'admin_getLogLevel',
      summary: 'What the node logs: everything up to this level',
      params: {},
      result: { name: 'log', field: object({ level }) },
      errors: [],
      handle: () => ok({ level: api.logLevel() }),
    }),
    defineMethod({
      name: 'admin_setLogLevel',
      summary: 'Changes at once what the node logs; the next start takes log.level of config.toml again',
      params: { level },
      result: { name: 'log', field: object({ level, before: level }) },
      errors: [],
      handle: (_context, params) => ok({ level: params.level, before: api.setLogLevel(params.level) }),
    }),
  ]
}

function peerMethods(api: AdminApi): readonly Method[] {
  return [
    defineMethod({
      name: 'admin_listPeers',
      summary: 'The peers this node may talk to, with bans',
      params: {},
      result: { name: 'peers', field: object({ items: list(peerField, { max: PEERS_MAX }), nextCursor }) },
      errors: [],
      handle: () => ok({ items: api.peers(), nextCursor: null }),
    }),
    defineMethod({
      name: 'admin_connectPeer',
      summary: 'Lifts a ban and dials a peer of the allow-list now',
      description:
        'With addresses the peer is dialled there until the next start; p2p.addresses in config.toml keeps them. Who may be a peer, the chain says: nobody else can be connected.',
      params: {
        peer,
        addresses: optional(described('host:port, or multiaddrs', list(text({ max: 256 }), { min: 1, max: ADMIN_PEER_ADDRESSES_MAX }))),
      },
      result: { name: 'peer', field: peerField },
      errors: ['p2p/unknown-peer', 'p2p/address'],
      handle: (_context, params) => outcomeOf(api.connectPeer(params.peer, params.addresses)),
    }),
    defineMethod({
      name: 'admin_disconnectPeer',
      summary: 'Ends the connection with a peer, and keeps it off for a while',
      params: { peer, banMs: optional(described('default 0: the peer is dialled again at once', uint({ max: PEER_BAN_MS_MAX }))) },
      result: { name: 'peer', field: peerField },
      errors: ['p2p/unknown-peer'],
      handle: (_context, params) => outcomeOf(api.disconnectPeer(params.peer, params.banMs ?? 0)),
    }),
  ]
}

function keyMethods(api: AdminApi): readonly Method[] {
  return [
    defineMethod({
      name: 'admin_createApiKey',
      summary: 'Makes a key to the RPC for an organization; it opens at once, and is shown this once',
      description:
        'The node keeps the key’s SHA-256 alone, in api-keys.json of its home. Clients send it as authorization: Bearer KEY. All keys of an organization share one rate.',
      params: {
        organization,
        label: optional(described('who or what will use it', text({ max: 64 }))),
        expiresAtMs: optional(described('from then on it does not open; default: never', uint())),
      },
      result: { name: 'key', field: object({ key: text({ max: 128 }), ...apiKeyFields }) },
      errors: ['admin/too-many-keys', 'admin/not-saved'],
      handle: async ({ services }, params) => {
        const { expiresAtMs } = params
        if (expiresAtMs !== undefined && expiresAtMs <= services.nowMs())
          return err(failure('rpc/bad-params', { message: `${expiresAtMs} is over`, path: 'expiresAtMs' }))
        const created = outcomeOf(await api.createApiKey(params))
        return created.ok ? ok({ key: created.value.key, ...created.value.record }) : created
      },
    }),
    defineMethod({
      name: 'admin_listApiKeys',
      summary: 'All keys to the RPC, those of config.toml too, without the keys themselves',
      params: {},
      result: { name: 'keys', field: object({ items: list(object(apiKeyFields), { max: API_KEYS_MAX }), nextCursor }) },
      errors: [],
      handle: () => ok({ items: api.apiKeys(), nextCursor: null }),
    }),
    defineMethod({
      name: 'admin_revokeApiKey',
      summary: 'Ends a key at once: calls with it are refused, WebSockets that it opened are closed',
      description: 'For good, also for a key of config.toml. A key that was revoked before stays as it was.',
      params: { id: text({ max: 16 }) },
      result: { name: 'key', field: object(apiKeyFields) },
      errors: ['admin/unknown-key', 'admin/not-saved'],
      handle: async (_context, params) => outcomeOf(await api.revokeApiKey(params.id)),
    }),
  ]
}

const path = text({ max: 4_096 })
const jobField = object({
  kind: choice('snapshot', 'backup'),
  state: choice('running', 'done', 'failed'),
  startedAtMs: uint(),
  endedAtMs: optional(uint()),
  step: described('what is being done', text({ max: 128 })),
  done: uint(),
  total: optional(described('of done, where it is known', uint())),
  folder: optional(path),
  height: optional(uint()),
  sizeBytes: optional(uint()),
  code: optional(described('why it failed', text({ max: 96 }))),
  message: optional(text({ max: 1_024 })),
  hint: optional(text({ max: 1_024 })),
})
const snapshotField = object({ folder: path, height: uint(), sizeBytes: uint(), createdAtMs: uint() })

function jobMethods(api: AdminApi): readonly Method[] {
  return [
    defineMethod({
      name: 'admin_createSnapshot',
      summary: 'Begins to make a snapshot of the chain at the head, while the node works',
      description: 'admin_getJob tells how far it is. It is made in snapshots/HEIGHT of the data folder, whole or not at all.',
      params: {},
      result: { name: 'job', field: jobField },
      errors: ['admin/job-running'],
      handle: () => outcomeOf(api.createSnapshot()),
    }),
    defineMethod({
      name: 'admin_createBackup',
      summary: 'Begins to make a backup of configuration, genesis and chain, while the node works',
      description:
        'admin_getJob tells how far it is. It is made in backups/HEIGHT of the data folder, whole or not at all. The vote guard is never in it.',
      params: { keys: optional(described('the key files too, encrypted as they are; default false', bool())) },
      result: { name: 'job', field: jobField },
      errors: ['admin/job-running'],
      handle: (_context, params) => outcomeOf(api.createBackup(params.keys ?? false)),
    }),
    defineMethod({
      name: 'admin_getJob',
      summary: 'The snapshot or backup that is being made, or was made last since the node started',
      params: {},
      result: { name: 'job', field: object({ job: nullable(jobField) }) },
      errors: [],
      handle: () => ok({ job: api.job() ?? null }),
    }),
    defineMethod({
      name: 'admin_listSnapshots',
      summary: 'The snapshots that this node keeps, newest first',
      params: {},
      result: { name: 'snapshots', field: object({ items: list(snapshotField, { max: SNAPSHOTS_MAX }), nextCursor }) },
      errors: [],
      handle: async () => ok({ items: (await api.snapshots()).slice(0, SNAPSHOTS_MAX), nextCursor: null }),
    }),
  ]
}

/** The methods of the admin listener, in the order of its document. */
export function adminMethods(api: AdminApi): readonly Method[] {
  return [...logMethods(api), ...peerMethods(api), ...keyMethods(api), ...jobMethods(api)]
}

import type { LogLevel, PeerInfo } from '@hanse/ports'
import type { Hex, Result } from '@hanse/primitives'

/** What the admin listener may do to a node. The node implements it. */
export interface AdminApi {
  logLevel(): LogLevel
  /** At once, until the next start. Gives the level before. */
  setLogLevel(level: LogLevel): LogLevel
  peers(): readonly AdminPeer[]
  /**
   * Lifts a ban and dials now, at other addresses where they are given. `peer` is a peer id or an organization.
   * Codes `p2p/unknown-peer`, `p2p/address`.
   */
  connectPeer(peer: string, addresses?: readonly string[]): Result<AdminPeer>
  /** Ends the connection; none is made or taken for `banMs`. `p2p/unknown-peer`. */
  disconnectPeer(peer: string, banMs: number): Result<AdminPeer>
  /** Codes `admin/too-many-keys`, `admin/not-saved`. */
  createApiKey(request: ApiKeyRequest): Promise<Result<{ readonly key: string; readonly record: ApiKeyRecord }>>
  apiKeys(): readonly ApiKeyRecord[]
  /** Begins to make one; `job` tells how far it is. `admin/job-running`. */
  createSnapshot(): Result<AdminJob>
  /** Likewise. The key files go along, as they are, where `keys` says so. */
  createBackup(keys: boolean): Result<AdminJob>
  /** The one that runs, or else the last of this run of the node. */
  job(): AdminJob | undefined
  /** The newest first. */
  snapshots(): Promise<readonly AdminSnapshot[]>
  /** Idempotent. Codes `admin/unknown-key`, `admin/not-saved`. */
  revokeApiKey(id: string): Promise<Result<ApiKeyRecord>>
}

export type AdminPeer = PeerInfo & { readonly organization?: string; readonly head?: number }

/** Something that is made of the node's chain while it works. */
export interface AdminJob {
  readonly kind: 'snapshot' | 'backup'
  readonly state: 'running' | 'done' | 'failed'
  readonly startedAtMs: number
  readonly endedAtMs?: number
  /** What is being done, how much of it is, and of how much where that is known. */
  readonly step: string
  readonly done: number
  readonly total?: number
  /** Of what was made. */
  readonly folder?: string
  readonly height?: number
  readonly sizeBytes?: number
  /** Why it failed. */
  readonly code?: string
  readonly message?: string
  readonly hint?: string
}

export interface AdminSnapshot {
  readonly folder: string
  readonly height: number
  readonly sizeBytes: number
  readonly createdAtMs: number
}

export interface ApiKeyRequest {
  readonly organization: string
  readonly label?: string
  readonly expiresAtMs?: number
}

/** A key without the key. */
export interface ApiKeyRecord {
  /** The first 16 digits of its SHA-256. */
  readonly id: string
  readonly sha256: Hex
  readonly organization: string
  readonly label?: string
  /** `config`: it stands in config.toml; `admin`: it was made here. */
  readonly source: 'config' | 'admin'
  readonly state: 'active' | 'expired' | 'revoked'
  readonly createdAtMs?: number
  readonly expiresAtMs?: number
  readonly revokedAtMs?: number
}

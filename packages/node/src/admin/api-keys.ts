import { createHash } from 'node:crypto'
import type { Clock, Random } from '@hanse/ports'
import { err, type Hex, ok, type Result, reject } from '@hanse/primitives'
import { type AccessKey, type AdminApi, API_KEYS_MAX, type ApiKeyRecord, type ApiKeyRequest, type KeyRing } from '@hanse/rpc'
import { readApiKeyFile, type StoredKey, writeApiKeyFile } from './api-key-file.ts'

export interface ApiKeysOptions {
  readonly path: string
  /** Those of config.toml. */
  readonly configured: readonly AccessKey[]
  /** Calls without a key are refused on loopback too. */
  readonly isRequired: boolean
}

export interface ApiKeysComponents {
  readonly clock: Pick<Clock, 'nowMs'>
  readonly random: Random
}

/** A key says what it is, so that a scanner for secrets finds it. */
const KEY_PREFIX = 'hanse_'
const KEY_BYTES = 32
/** Hexadecimal digits of the SHA-256 that name a key. */
const ID_LENGTH = 16

/** The API keys of a node: those of config.toml, and those of a file of its own. What is revoked stays revoked, whatever its source. */
export class ApiKeys implements KeyRing {
  readonly isRequired: boolean
  readonly #options: ApiKeysOptions
  readonly #components: ApiKeysComponents
  readonly #listeners = new Set<() => void>()
  #stored: readonly StoredKey[]
  #bySha256: ReadonlyMap<Hex, Omit<ApiKeyRecord, 'state'>> = new Map()
  /** One change at a time. */
  #lastChange: Promise<unknown> = Promise.resolve()

  /** Codes `keys/permissions`, `keys/io`, `keys/malformed`. */
  static async open(options: ApiKeysOptions, components: ApiKeysComponents): Promise<Result<ApiKeys>> {
    const stored = await readApiKeyFile(options.path)
    return stored.ok ? ok(new ApiKeys(options, components, stored.value)) : stored
  }

  private constructor(options: ApiKeysOptions, components: ApiKeysComponents, stored: readonly StoredKey[]) {
    this.#options = options
    this.#components = components
    this.isRequired = options.isRequired || options.configured.length > 0
    this.#stored = stored
    this.#index()
  }

  get hasKeys(): boolean {
    return this.#bySha256.size > 0
  }

  activeCount(): number {
    return this.list().filter(({ state }) => state === 'active').length
  }

  find(sha256: Hex): ApiKeyRecord | undefined {
    const known = this.#bySha256.get(sha256)
    return known === undefined ? undefined : this.#withState(known)
  }

  onRevoked(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  list(): readonly ApiKeyRecord[] {
    return [...this.#bySha256.values()].map((key) => this.#withState(key))
  }

  create(request: ApiKeyRequest): ReturnType<AdminApi['createApiKey']> {
    return this.#change(async () => {
      const room = this.#room()
      if (!room.ok) return room
      const key = `${KEY_PREFIX}${Buffer.from(this.#components.random.bytes(KEY_BYTES)).toString('base64url')}`
      const sha256: Hex = `0x${createHash('sha256').update(key).digest('hex')}`
      const { organization, label, expiresAtMs } = request
      const stored: StoredKey = {
        ...{ sha256, organization, source: 'admin', createdAtMs: this.#components.clock.nowMs() },
        ...(label === undefined ? {} : { label }),
        ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
      }
      const saved = await this.#save([...room.value, stored])
      return saved.ok ? ok({ key, record: this.#withState(recordOf(stored)) }) : saved
    })
  }

  revoke(id: string): Promise<Result<ApiKeyRecord>> {
    return this.#change(async () => {
      const key = this.list().find((candidate) => candidate.id === id)
      if (key === undefined) return err(reject('admin/unknown-key', `no API key has the id ${id}`))
      if (key.state === 'revoked') return ok(key)
      const nowMs = this.#components.clock.nowMs()
      const { sha256, organization, source } = key
      const before = this.#stored.find((candidate) => candidate.sha256 === sha256) ?? { sha256, organization, source, createdAtMs: nowMs }
      const revoked = { ...before, revokedAtMs: nowMs }
      const saved = await this.#save([...this.#stored.filter((candidate) => candidate.sha256 !== sha256), revoked])
      if (!saved.ok) return saved
      for (const listener of this.#listeners) listener()
      return ok(this.#withState(recordOf(revoked)))
    })
  }

  /** The stored keys, with room for one more: what opens no more goes, oldest first, but for the revoked ones of config.toml. */
  #room(): Result<readonly StoredKey[]> {
    const surplus = this.#bySha256.size + 1 - API_KEYS_MAX
    if (surplus <= 0) return ok(this.#stored)
    const spent = this.#stored.filter((key) => key.source === 'admin' && this.#withState(recordOf(key)).state !== 'active')
    if (spent.length < surplus) return err(reject('admin/too-many-keys', `there are ${this.#bySha256.size} keys that open`))
    const leaving = new Set(spent.toSorted((left, right) => left.createdAtMs - right.createdAtMs).slice(0, surplus))
    return ok(this.#stored.filter((key) => !leaving.has(key)))
  }

  async #save(keys: readonly StoredKey[]): Promise<Result<undefined>> {
    const written = await writeApiKeyFile(this.#options.path, keys)
    if (!written.ok) return written
    this.#stored = keys
    this.#index()
    return written
  }

  #change<T>(change: () => Promise<T>): Promise<T> {
    const changed = this.#lastChange.then(change)
    this.#lastChange = changed.catch(() => undefined)
    return changed
  }

  /** A stored record of a key of config.toml is its revocation, and comes after it. */
  #index(): void {
    const configured = this.#options.configured.map(({ sha256, organization }) => recordOf({ sha256, organization, source: 'config' }))
    this.#bySha256 = new Map([...configured, ...this.#stored.map(recordOf)].map((key) => [key.sha256, key]))
  }

  #withState(key: Omit<ApiKeyRecord, 'state'>): ApiKeyRecord {
    const { revokedAtMs, expiresAtMs } = key
    if (revokedAtMs !== undefined) return { ...key, state: 'revoked' }
    return { ...key, state: expiresAtMs !== undefined && expiresAtMs <= this.#components.clock.nowMs() ? 'expired' : 'active' }
  }
}

function recordOf({
  sha256,
  organization,
  source,
  ...more
}: Omit<StoredKey, 'createdAtMs'> & { readonly createdAtMs?: number }): Omit<ApiKeyRecord, 'state'> {
  const id = sha256.slice(2, 2 + ID_LENGTH)
  // When a key of config.toml was made, nobody knows.
  const { createdAtMs, ...rest } = more
  return { id, sha256, organization, source, ...rest, ...(source === 'config' || createdAtMs === undefined ? {} : { createdAtMs }) }
}

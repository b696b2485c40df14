import { createHash } from 'node:crypto'
import { err, type Hex, ok, type Result, reject } from '@hanse/primitives'
import type { AdminApi, AdminJob, AdminPeer, ApiKeyRecord } from '../src/admin/admin-api.ts'
import { type AdminServerOptions, createAdminServer } from '../src/admin/server.ts'
import type { AccessKeyState, KeyRing } from '../src/key-ring.ts'
import { createPromMeter } from '../src/prom-meter.ts'
import { FakeNode } from './fake-node.ts'
import { type Answer, type HttpAnswer, http, nodeClock, recordingLogger } from './harness.ts'

export const sha256Of = (text: string): Hex => `0x${createHash('sha256').update(text).digest('hex')}`

/** Keys in memory, with a clock of the test's. */
export class FakeKeys implements KeyRing {
  isRequired = false
  readonly records = new Map<Hex, Omit<ApiKeyRecord, 'state'>>()
  readonly #listeners = new Set<() => void>()
  readonly #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  get hasKeys(): boolean {
    return this.records.size > 0
  }

  activeCount(): number {
    return [...this.records.keys()].filter((sha256) => this.find(sha256)?.state === 'active').length
  }

  find(sha256: Hex): ApiKeyRecord | undefined {
    const record = this.records.get(sha256)
    if (record === undefined) return undefined
    const { revokedAtMs, expiresAtMs = Number.POSITIVE_INFINITY } = record
    const state: AccessKeyState = revokedAtMs !== undefined ? 'revoked' : expiresAtMs <= this.#nowMs() ? 'expired' : 'active'
    return { ...record, state }
  }

  onRevoked(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(key: string, organization: string, more: { readonly label?: string; readonly expiresAtMs?: number } = {}): ApiKeyRecord {
    const sha256 = sha256Of(key)
    this.records.set(sha256, { id: sha256.slice(2, 18), sha256, organization, source: 'admin', createdAtMs: this.#nowMs(), ...more })
    return this.find(sha256) as ApiKeyRecord
  }

  revoke(sha256: Hex): void {
    const record = this.records.get(sha256)
    if (record !== undefined) this.records.set(sha256, { ...record, revokedAtMs: this.#nowMs() })
    for (const listener of this.#listeners) listener()
  }
}

export class FakeAdmin {
  readonly keys: FakeKeys
  level: ReturnType<AdminApi['logLevel']> = 'info'
  readonly calls: string[] = []
  /** The disk does not take what is written. */
  isDiskFull = false
  readonly api: AdminApi
  job: AdminJob | undefined
  #made = 0

  constructor(node: FakeNode) {
    this.keys = new FakeKeys(() => node.nowMs)
    const peers = (): readonly AdminPeer[] => node.api.peers()
    const find = (peer: string) => {
      const found = peers().find(({ peerId, organization }) => peer === peerId || peer === organization)
      return found === undefined ? err(reject('p2p/unknown-peer', `${peer} is not one of the allowed peers`)) : ok(found)
    }
    this.api = {
      logLevel: () => this.level,
      setLogLevel: (level) => {
        const before = this.level
        this.level = level
        return before
      },
      peers,
      connectPeer: (peer, addresses = []) => {
        this.calls.push(`connect ${peer} ${addresses.join()}`)
        return addresses.includes('nowhere') ? err(reject('p2p/address', 'not a TCP address: nowhere')) : find(peer)
      },
      disconnectPeer: (peer, banMs) => {
        this.calls.push(`disconnect ${peer} ${banMs}`)
        const found = find(peer)
        return found.ok && banMs > 0 ? ok({ ...found.value, connected: false, bannedUntilMs: node.nowMs + banMs }) : found
      },
      createApiKey: async ({ organization, ...more }) => {
        if (this.isDiskFull) return err(reject('admin/not-saved', 'api-keys.json: ENOSPC'))
        const key = `hanse_${`${++this.#made}`.padStart(43, '0')}`
        return ok({ key, record: this.keys.add(key, organization, more) })
      },
      apiKeys: () => [...this.keys.records.keys()].map((sha256) => this.keys.find(sha256) as ApiKeyRecord),
      createSnapshot: () => this.#begin('snapshot'),
      createBackup: (keys) => {
        this.calls.push(`backup ${keys}`)
        return this.#begin('backup')
      },
      job: () => {
        const { job } = this
        // Whoever has looked once finds it done.
        if (job?.state === 'running') this.job = { ...job, state: 'done', endedAtMs: job.startedAtMs + 900, ...MADE }
        return job
      },
      snapshots: async () => [{ ...MADE, createdAtMs: 1_700_000_000_000 }],
      revokeApiKey: async (id) => {
        const key = [...this.keys.records.values()].find((record) => record.id === id)
        if (key === undefined) return err(reject('admin/unknown-key', `no API key has the id ${id}`))
        this.keys.revoke(key.sha256)
        return ok(this.keys.find(key.sha256) as ApiKeyRecord)
      },
    }
  }

  #begin(kind: AdminJob['kind']): Result<AdminJob> {
    if (this.job?.state === 'running') return err(reject('admin/job-running', `a ${this.job.kind} is being made`))
    this.job = { kind, state: 'running', startedAtMs: 1_700_000_000_000, step: 'writing chunks', done: 3, total: 25 }
    return ok(this.job)
  }
}

const MADE = { folder: '/srv/hanse/data/snapshots/1200', height: 1_200, sizeBytes: 8_000_000 }

export const TOKEN = 'a-token-of-the-tests'

export interface AdminHarness {
  readonly node: FakeNode
  readonly admin: FakeAdmin
  readonly adminPort: number
  call(method: string, params?: object): Promise<Answer>
  post(body: string, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>
  stop(): Promise<void>
}

export async function startAdmin(options: Partial<AdminServerOptions> = {}, node = new FakeNode()): Promise<AdminHarness> {
  const admin = new FakeAdmin(node)
  const adapters = { clock: nodeClock(node), logger: recordingLogger([]), meter: createPromMeter() }
  const server = createAdminServer(
    { host: '127.0.0.1', port: 0, token: TOKEN, ...adapters, ...options },
    { node: node.api, admin: admin.api },
  )
  const { adminPort } = await server.start()
  const authorization = { authorization: `Bearer ${TOKEN}` }
  const post: AdminHarness['post'] = (body, headers = authorization) =>
    http(adminPort, 'POST', '/', { 'content-type': 'application/json', ...headers }, Buffer.from(body))
  return {
    node,
    admin,
    adminPort,
    post,
    get: (path, headers = authorization) => http(adminPort, 'GET', path, headers),
    call: async (method, params = {}) => JSON.parse((await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }))).text) as Answer,
    stop: () => server.stop(),
  }
}

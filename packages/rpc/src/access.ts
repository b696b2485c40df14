import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { err, type Hex, ok, type Result } from '@hanse/primitives'
import { type ErrorCode, type Failure, failure } from './errors.ts'
import type { AccessKeyState, KeyRing } from './key-ring.ts'

export interface AccessRules {
  /** Where the listener listens. */
  readonly host: string
  /** More names that a Host header may have. */
  readonly hostNames: readonly string[]
  /** Which pages may call: of any origin, of the listener's own, or none at all. */
  readonly origins: 'any' | 'own' | 'none'
  readonly keys: KeyRing
  /** Nobody may call without one of the keys. */
  readonly requiresKey: boolean
  /** What a refusal for want of a key says, where it is not the usual. */
  readonly unauthorizedHint?: string
}

/** Who sent a request, by its key. */
export interface Identity {
  /** Undefined for one without a key. */
  readonly organization?: string
  /** The key opens still: it may be revoked or expire while a connection stays. */
  isValid(): boolean
}

/** Whose rate a caller's calls count against: no name of an organization is an address. */
export function clientOf({ organization }: Identity, address: string): string {
  return organization === undefined ? address : `organization ${organization}`
}

/** A refusal before any JSON was read. */
export interface HttpRefusal {
  readonly status: 400 | 401 | 403
  readonly failure: Failure
}

const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** True for a host that only this machine reaches. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.[0-9]{1,3}){3}$/.test(host)
}

/** Decides who may speak to a listener: by Host, Origin and key. */
export class Access {
  readonly #rules: AccessRules
  /** Undefined when any name may stand in the Host header: where TLS is, the certificate names the host. */
  readonly #names: ReadonlySet<string> | undefined

  constructor(rules: AccessRules) {
    const { host, hostNames } = rules
    this.#rules = rules
    const names = [...hostNames.map((name) => name.toLowerCase()), ...(isLoopbackHost(host) ? LOOPBACK_NAMES : [])]
    this.#names = names.length === 0 ? undefined : new Set([...names, host.includes(':') ? `[${host}]` : host])
  }

  /**
   * What speaks against a request, if anything. A page that had its own name point to this machine shows in the Host header, a page of
   * another origin in the Origin header.
   */
  refusal({ headers, rawHeaders }: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): HttpRefusal | undefined {
    const { host, origin } = headers
    // RFC 9112 §3.2: whoever stands in between may have judged the other one.
    if (hasSecondHost(rawHeaders))
      return { status: 400, failure: failure('rpc/bad-http', { message: 'the request has more than one Host header' }) }
    if (this.#names !== undefined && !this.#names.has(hostName(host))) return forbidden('rpc/foreign-host')
    if (origin !== undefined && !this.#isWelcome(origin, host)) return forbidden('rpc/cross-origin')
    return undefined
  }

  /** Whose key a request has. A key that does not open is refused even where none is needed: its owner should hear of it. */
  identify({ headers: { authorization } }: Pick<IncomingMessage, 'headers'>): Result<Identity, HttpRefusal> {
    const { keys, requiresKey } = this.#rules
    if (authorization === undefined || !(requiresKey || keys.hasKeys))
      return requiresKey ? err(this.#unauthorized('there is no API key')) : ok(NOBODY)
    const key = /^Bearer ([\x21-\x7e]{1,256})$/.exec(authorization)?.[1]
    if (key === undefined) return err(this.#unauthorized('the header authorization is not Bearer and a key'))
    // The lookup is by hash: its time tells nothing about a key.
    const sha256: Hex = `0x${createHash('sha256').update(key).digest('hex')}`
    const found = keys.find(sha256)
    if (found === undefined) return err(this.#unauthorized('the API key is unknown', OTHER_KEY_HINT))
    if (found.state !== 'active') return err(this.#unauthorized(KEY_FAULTS[found.state], OTHER_KEY_HINT))
    return ok({ organization: found.organization, isValid: () => keys.find(sha256)?.state === 'active' })
  }

  onRevoked(listener: () => void): () => void {
    return this.#rules.keys.onRevoked(listener)
  }

  #isWelcome(origin: string, host: string | undefined): boolean {
    const { origins } = this.#rules
    return origins === 'any' || (origins === 'own' && isSameOrigin(origin, host))
  }

  #unauthorized(message: string, otherwise?: string): HttpRefusal {
    const { unauthorizedHint: hint = otherwise } = this.#rules
    return { status: 401, failure: failure('rpc/unauthorized', { message, ...(hint === undefined ? {} : { hint }) }) }
  }
}

/** Who has sent a key need not be told how. */
const OTHER_KEY_HINT = 'Ask the node’s operator for a key that is valid.'
const NOBODY: Identity = { isValid: () => true }
const KEY_FAULTS: Readonly<Record<Exclude<AccessKeyState, 'active'>, string>> = {
  expired: 'the API key has expired',
  revoked: 'the API key was revoked',
}

function forbidden(code: ErrorCode): HttpRefusal {
  return { status: 403, failure: failure(code) }
}

function hasSecondHost(rawHeaders: readonly string[]): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    if (name.length === HOST.length && name.toLowerCase() === HOST) hosts += 1
  }
  return hosts > 1
}

const HOST = 'host'

/** The name in a Host header, without its port. */
function hostName(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:[0-9]{1,5}$/, '')
}

function isSameOrigin(origin: string, host: string | undefined): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

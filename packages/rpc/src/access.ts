import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Hex } from '@hanse/primitives'
import { type ErrorCode, type Failure, failure } from './errors.ts'

/** An organization's key to the RPC: the server knows its hash only. */
export interface AccessKey {
  readonly organization: string
  /** SHA-256 of the key's UTF-8 bytes. */
  readonly sha256: Hex
}

export interface AccessRules {
  /** Where the listener listens. */
  readonly host: string
  /** More names that a Host header may have. */
  readonly hostNames: readonly string[]
  /** Pages of any origin may call. */
  readonly cors: boolean
  /** Without any, everybody who can connect may call. */
  readonly accessKeys: readonly AccessKey[]
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
  readonly #organizations: ReadonlyMap<string, string>

  constructor(rules: AccessRules) {
    this.#rules = rules
    const names = [...rules.hostNames.map((name) => name.toLowerCase()), ...(isLoopbackHost(rules.host) ? LOOPBACK_NAMES : [])]
    this.#names = names.length === 0 ? undefined : new Set([...names, rules.host.includes(':') ? `[${rules.host}]` : rules.host])
    this.#organizations = new Map(rules.accessKeys.map(({ organization, sha256 }) => [sha256, organization]))
  }

  /**
   * What speaks against a request, if anything. A page that had its own name point to this machine shows in the Host header, a page of
   * another origin in the Origin header.
   */
  refusal({ headers, headersDistinct }: Pick<IncomingMessage, 'headers' | 'headersDistinct'>): HttpRefusal | undefined {
    const { host, origin } = headers
    // RFC 9112 §3.2: whoever stands in between may have judged the other one.
    if ((headersDistinct.host ?? []).length > 1)
      return { status: 400, failure: failure('rpc/bad-http', { message: 'the request has more than one Host header' }) }
    if (this.#names !== undefined && !this.#names.has(hostName(host))) return forbidden('rpc/foreign-host')
    if (origin !== undefined && !this.#rules.cors && !isSameOrigin(origin, host)) return forbidden('rpc/cross-origin')
    return undefined
  }

  /** The organization of the request's key; undefined without a valid one, which `mayCall` judges. */
  organization({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
    if (this.#organizations.size === 0 || headers.authorization === undefined) return undefined
    const key = /^Bearer ([\x21-\x7e]{1,256})$/.exec(headers.authorization)?.[1]
    // The lookup is by hash: its time tells nothing about a key.
    return key === undefined ? undefined : this.#organizations.get(`0x${createHash('sha256').update(key).digest('hex')}`)
  }

  mayCall(organization: string | undefined): boolean {
    return this.#organizations.size === 0 || organization !== undefined
  }
}

export const UNAUTHORIZED: HttpRefusal = { status: 401, failure: failure('rpc/unauthorized') }

function forbidden(code: ErrorCode): HttpRefusal {
  return { status: 403, failure: failure(code) }
}

/** The name in a Host header, without its port. */
function hostName(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:[0-9]{1,5}$/, '')
}

function isSameOrigin(origin: string, host: string | undefined): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

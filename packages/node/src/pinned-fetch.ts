import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'

type Fetch = typeof globalThis.fetch

/**
 * A `fetch` that speaks to whoever shows the certificate of `certFile`, and to nobody else: nothing is sent before that is known. A node's
 * certificate is for the names that clients use, seldom for loopback, and often of an authority of the members' own: the file in its home
 * says more. Rejects as `fetch` does.
 */
export function pinnedFetch(certFile: string): Fetch {
  return async (input, { method = 'GET', headers, body, signal } = {}) => {
    try {
      const url = new URL(input instanceof Request ? input.url : input)
      const own = new X509Certificate(await readFile(certFile)).fingerprint256
      const socket = await connected(url, own, signal ?? undefined)
      const sent = { method, headers: Object.fromEntries(new Headers(headers)), body: typeof body === 'string' ? body : '' }
      return await answerOver(socket, url, sent)
    } catch (error) {
      throw new TypeError('fetch failed', { cause: error })
    }
  }
}

function connected(url: URL, fingerprint: string, signal: AbortSignal | undefined): Promise<TLSSocket> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const name = isIP(host) === 0 ? { servername: host } : {}
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(url.port || 443), rejectUnauthorized: false, ...name })
    const abort = (): void => void socket.destroy(new Error('aborted'))
    if (signal?.aborted === true) abort()
    signal?.addEventListener('abort', abort, { once: true })
    socket.once('close', () => signal?.removeEventListener('abort', abort))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      if (socket.getPeerX509Certificate()?.fingerprint256 === fingerprint) resolve(socket)
      else socket.destroy(Object.assign(new Error('another certificate than rpc.tlsCert'), { code: 'CERT_IS_NOT_THAT_OF_RPC_TLSCERT' }))
    })
  })
}

interface Sent {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

function answerOver(socket: TLSSocket, url: URL, { method, headers, body }: Sent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = { createConnection: () => socket, host: url.hostname, port: url.port, path: `${url.pathname}${url.search}` }
    const asked = request({ ...options, method, headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' } })
    asked.once('error', reject)
    asked.once('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('error', reject)
      response.once('end', () => resolve(new Response(Buffer.concat(parts), { status: response.statusCode ?? 500 })))
    })
    asked.end(body)
  })
}

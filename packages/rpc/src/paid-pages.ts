import type { ServerResponse } from 'node:http'
import type { Clock } from '@hanse/ports'
import type { FastifyInstance } from 'fastify'
import { failure } from './errors.ts'
import { BYTES_PER_CALL, HTTP_REQUEST_MS } from './limits.ts'
import { processorMs } from './processor-time.ts'
import type { RateLimiter } from './rate-limit.ts'
import { refuseResponse } from './raw-refusal.ts'

const RATE_LIMITED = { status: 429, failure: failure('rpc/rate-limited') }

export interface PagesParts {
  readonly rates: RateLimiter
  readonly clock: Clock
}

/** Whatever a listener is asked beside POST / counts against its client's rate, too: by the time it takes and the bytes it gives. */
export function payForPages(app: FastifyInstance, { rates, clock }: PagesParts): void {
  const begunMs = new WeakMap<ServerResponse, number>()
  app.addHook('onRequest', (request, reply, done) => {
    const { ip, method, url, raw } = request
    if (method === 'POST' && url === '/') return done()
    const delayMs = rates.delayMs(ip, clock.nowMs())
    if (delayMs === 0) {
      begunMs.set(reply.raw, processorMs())
      return done()
    }
    rates.charge(ip, HTTP_REQUEST_MS, 0, clock.nowMs())
    reply.hijack()
    raw.socket.pause()
    clock.startTimer(delayMs, () => {
      raw.socket.resume()
      refuseResponse(reply.raw, RATE_LIMITED)
    })
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    const usedMs = processorMs() - (begunMs.get(reply.raw) ?? processorMs())
    const sizeBytes = typeof payload === 'string' || Buffer.isBuffer(payload) ? Buffer.byteLength(payload) : 0
    rates.charge(request.ip, usedMs + HTTP_REQUEST_MS, -sizeBytes / BYTES_PER_CALL, clock.nowMs())
    done()
  })
}

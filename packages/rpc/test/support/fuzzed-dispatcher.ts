import { Dispatcher } from '../../src/dispatcher.ts'
import { DEFAULT_LIMITS } from '../../src/limits.ts'
import { type Caller, WrittenJson } from '../../src/method.ts'
import { METHODS_BY_NAME } from '../../src/method-registry.ts'
import { createPromMeter } from '../../src/prom-meter.ts'
import { RateLimiter } from '../../src/rate-limit.ts'
import { UnsentBytes } from '../../src/unsent-bytes.ts'
import { FakeNode, signedTransaction } from '../fake-node.ts'

const ENDLESS = { perSecond: 1e9, burst: 1e9, msEach: 1 }
export const caller: Caller = { client: '127.0.0.1', signal: () => AbortSignal.abort(), isGone: () => false }

export async function createDispatcher(failures: unknown[]): Promise<Dispatcher> {
  const node = new FakeNode()
  await node.api.submit(signedTransaction([{ key: 'a', value: '1' }]))
  node.seal()
  const { api } = node
  const onFailure = (fields: unknown): void => {
    failures.push(fields)
  }
  const logger = {
    fatal: onFailure,
    error: onFailure,
    warn: onFailure,
    info: onFailure,
    debug: onFailure,
    trace: onFailure,
    child: () => logger,
  }
  return new Dispatcher({
    api,
    methods: METHODS_BY_NAME,
    services: {
      nowMs: () => node.nowMs,
      status: () => api.status(),
      randomBytes: (length) => new Uint8Array(length),
      discover: () => new WrittenJson({}),
      onSubmitted: () => undefined,
      onRefused: () => undefined,
    },
    limits: DEFAULT_LIMITS,
    rates: new RateLimiter({ remote: ENDLESS, local: ENDLESS }),
    unsent: new UnsentBytes(DEFAULT_LIMITS.unsentBytesMax),
    clock: { nowMs: () => 0, startTimer: () => ({ stop: () => undefined }) },
    logger,
    meter: createPromMeter(),
  })
}

/** An answer that keeps JSON-RPC's form: one of result and error, the error complete. */
export function isAnswer(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length > 0 && answer.every(isAnswer)
  const { jsonrpc, id, result, error, ...rest } = answer as Readonly<Record<string, never>>
  if (jsonrpc !== '2.0' || id === undefined || Object.keys(rest).length > 0) return false
  if (error === undefined) return result !== undefined
  const { code, message, data } = error as { code: unknown; message: unknown; data: Readonly<Record<string, unknown>> }
  return (
    result === undefined &&
    Number.isInteger(code) &&
    code !== -32603 &&
    typeof message === 'string' &&
    typeof data.code === 'string' &&
    typeof data.docs === 'string'
  )
}

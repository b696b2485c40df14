import { isUtf8 } from 'node:buffer'
import { BlockMissing, type Clock, type Logger, type Meter } from '@hanse/ports'
import { didYouMean, err, ok, type Result } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { ClientTurns } from './client-turns.ts'
import { errorObject, type Failure, failure } from './errors.ts'
import { type Call, readMessage } from './json/request-reader.ts'
import { BYTES_PER_CALL, type RpcLimits } from './limits.ts'
import type { Caller, Method, MethodServices, WrittenJson } from './method.ts'
import { nextTurn } from './next-turn.ts'
import type { NodeApi } from './node-api.ts'
import { UnpaidTime } from './processor-time.ts'
import type { RateLimiter } from './rate-limit.ts'
import type { UnsentBytes } from './unsent-bytes.ts'

export interface DispatcherParts {
  readonly api: NodeApi
  readonly methods: ReadonlyMap<string, Method>
  readonly services: MethodServices
  readonly limits: RpcLimits
  readonly rates: RateLimiter
  readonly unsent: UnsentBytes
  readonly clock: Clock
  readonly logger: Logger
  readonly meter: Meter
}

/** Of one message: bytes that its calls may still say together, those that they have said, and what is not charged yet. */
interface Budget {
  /** Undefined once a call had more to say than was left: no further one is run. */
  left: number | undefined
  /** Undefined for a call that stands alone: its transport has the answer at once. */
  held: number | undefined
  readonly unpaid: UnpaidTime
}

/** A call that is being answered: what there is to be done at its end. Very many wait at once, so it holds nothing else. */
interface OpenCall {
  readonly idText: string | undefined
  readonly method: Method | undefined
  readonly client: string
  readonly budget: Budget
  readonly startedMs: number
  isCharged: boolean
}

/** For the metrics: names of the sender's are not labels. */
const UNKNOWN_METHOD_LABEL = 'unknown'
/** Characters of an unknown method's name that the error repeats. */
const NAME_LENGTH_MAX = 64

function errorResponse(idText: string, refused: Failure): string {
  return `{"jsonrpc":"2.0","id":${idText},"error":${JSON.stringify(errorObject(refused))}}`
}

/** The answer to a message of which nothing could be read. */
export function refusal(refused: Failure): string {
  return errorResponse('null', refused)
}

const RATE_LIMITED = failure('rpc/rate-limited')
const RATE_LIMITED_ANSWER = refusal(RATE_LIMITED)
const RESPONSE_TOO_LARGE = failure('rpc/response-too-large')

/** What reading a message counts as, beside the calls in it. */
function callsOf(sizeBytes: number): number {
  return Math.floor(sizeBytes / BYTES_PER_CALL)
}

/** From the bytes of a message to the text of its answer, whatever the transport. */
export class Dispatcher {
  readonly #parts: DispatcherParts
  readonly #turns = new ClientTurns()
  #inFlight = 0

  constructor(parts: DispatcherParts) {
    this.#parts = parts
  }

  /** How long the client has to wait before anything is done for it, or before it hears `rpc/rate-limited`: 0 for who has paid. */
  delayMs(client: string): number {
    return this.#parts.rates.delayMs(client, this.#parts.clock.nowMs())
  }

  /** To be awaited before anything is done for a request: undefined when its client has room in this round of the event loop. */
  turn(client: string): Promise<void> | undefined {
    return this.#turns.take(client)
  }

  /** Whether the client has what reading so many bytes costs. */
  mayRead(client: string, sizeBytes: number): boolean {
    return this.#parts.rates.has(client, callsOf(sizeBytes), this.#parts.clock.nowMs())
  }

  /** For a request that was refused before it could be a message, and for what was read of it to no end. */
  chargeRefused(client: string, usedMs: number, sizeBytes = 0): void {
    this.#charge(client, usedMs, -callsOf(sizeBytes))
  }

  /** The answer to a client that owes: it is charged what saying so takes. */
  refuseUnread(client: string, usedMs: number): string {
    this.#charge(client, usedMs, 0)
    this.#count(UNKNOWN_METHOD_LABEL, RATE_LIMITED.number)
    return RATE_LIMITED_ANSWER
  }

  /** Undefined when there is nothing to answer: notifications only. Never throws, never rejects. `usedMs` is what its transport took for the message. */
  answer(bytes: Buffer, caller: Caller, usedMs = 0): Promise<string | undefined> | string | undefined {
    const { limits } = this.#parts
    const calls = callsOf(bytes.length)
    if (!this.#mayCall(caller, calls)) return this.refuseUnread(caller.client, usedMs)
    if (!isUtf8(bytes)) return this.#refused(failure('json/malformed', { message: 'not UTF-8' }), caller, { usedMs, calls })
    const unpaid = new UnpaidTime(usedMs)
    const message = readMessage(bytes.toString('utf8'), limits.batchCallsMax)
    if (message.type === 'refused') return this.#refused(message.failure, caller, { usedMs: unpaid.take(), calls })
    // A small message is read for what its first call pays.
    if (calls > 0) this.#charge(caller.client, unpaid.take(), calls)
    const left = limits.responseBytesMax
    return message.type === 'single'
      ? this.#answerCall(message.call, caller, { left, held: undefined, unpaid })
      : this.#answerBatch(message.calls, caller, { left, held: 0, unpaid })
  }

  async #answerBatch(calls: readonly Call[], caller: Caller, budget: Budget & { held: number }): Promise<string | undefined> {
    const answers: (Promise<string | undefined> | string | undefined)[] = []
    for (const call of calls) {
      // Nobody reads what is left.
      if (caller.isGone()) break
      const answer = this.#answerCall(call, caller, budget)
      const waits = call.type === 'call' && this.#parts.methods.get(call.method)?.waits === true
      answers.push(waits ? answer : await answer)
      if (!waits) await nextTurn()
    }
    const given = (await Promise.all(answers)).filter((answer) => answer !== undefined)
    this.#parts.unsent.sent(caller.client, budget.held)
    return given.length === 0 ? undefined : `[${given.join(',')}]`
  }

  /** A promise for what takes longer. Never throws, never rejects. */
  #answerCall(call: Call, caller: Caller, budget: Budget): Promise<string | undefined> | string | undefined {
    const method = call.type === 'call' ? this.#parts.methods.get(call.method) : undefined
    const { client } = caller
    const cost = method?.cost ?? 1
    const open: OpenCall = { idText: call.idText, method, client, budget, startedMs: performance.now(), isCharged: false }
    budget.unpaid.begin()
    if (!this.#mayCall(caller, cost)) {
      this.#charge(client, budget.unpaid.take(), 0)
      return this.#answered(open, err(RATE_LIMITED))
    }
    if (call.type === 'invalid' || method === undefined || this.#hasNoRoom(budget)) {
      const refused = this.#refusalOf(call, method, budget)
      this.#charge(client, budget.unpaid.take(), cost)
      return this.#answered(open, err(refused))
    }
    this.#inFlight += 1
    const result = this.#started(method, call.params, caller)
    if (!(result instanceof Promise)) return this.#ended(open, result)
    // What waits for the node does its own work before it waits; while it does, others work.
    if (method.waits) {
      this.#charge(client, budget.unpaid.take(), cost)
      open.isCharged = true
      caller.onWaiting?.()
    }
    return result.then(
      (outcome) => this.#ended(open, outcome),
      (error: unknown) => this.#ended(open, this.#failed(method, error)),
    )
  }

  #started(method: Method, params: Json | undefined, caller: Caller): ReturnType<Method['call']> {
    const { api, services } = this.#parts
    try {
      return method.call({ api, services, caller, head: api.height() }, params)
    } catch (error) {
      return this.#failed(method, error)
    }
  }

  #ended(open: OpenCall, outcome: Result<WrittenJson, Failure>): string | undefined {
    this.#inFlight -= 1
    const said = outcome.ok ? this.#said(open, outcome.value) : outcome
    if (!open.isCharged) this.#charge(open.client, open.budget.unpaid.take(), open.method?.cost ?? 1)
    return this.#answered(open, said)
  }

  #failed(method: Method, error: unknown): Result<never, Failure> {
    if (error instanceof BlockMissing) return err(failure('chain/block-damaged', { data: { height: error.height } }))
    const { logger } = this.#parts
    logger.error({ method: method.name, error: error instanceof Error ? error.stack : String(error) }, 'an RPC method failed')
    return err(failure('rpc/internal'))
  }

  #answered({ idText, method, startedMs }: OpenCall, outcome: Result<string, Failure>): string | undefined {
    const label = method?.name ?? UNKNOWN_METHOD_LABEL
    this.#count(label, outcome.ok ? 0 : outcome.error.number)
    this.#parts.meter.observe('hanse_rpc_request_seconds', (performance.now() - startedMs) / 1000, { method: label })
    if (idText === undefined) return undefined
    return outcome.ok ? `{"jsonrpc":"2.0","id":${idText},"result":${outcome.value}}` : errorResponse(idText, outcome.error)
  }

  #hasNoRoom({ left }: Budget): boolean {
    return left === undefined || this.#inFlight >= this.#parts.limits.callsInFlightMax
  }

  #refusalOf(call: Call, method: Method | undefined, { left }: Budget): Failure {
    if (call.type === 'invalid') return call.failure
    if (method === undefined) return this.#unknownMethod(call.method)
    return left === undefined ? RESPONSE_TOO_LARGE : failure('rpc/too-many-calls')
  }

  #unknownMethod(name: string): Failure {
    const message = `there is no method ${name.slice(0, NAME_LENGTH_MAX)}${didYouMean(name, [...this.#parts.methods.keys()])}`
    return failure('rpc/unknown-method', { message })
  }

  /** The result as JSON, where there is room for it. */
  #said({ client, budget }: OpenCall, { text, sizeBytes }: WrittenJson): Result<string, Failure> {
    const { unsent } = this.#parts
    if (budget.left === undefined || sizeBytes > budget.left) {
      budget.left = undefined
      return err(RESPONSE_TOO_LARGE)
    }
    if (!unsent.hasRoomFor(client, sizeBytes)) return err(failure('rpc/too-many-calls'))
    budget.left -= sizeBytes
    unsent.add(client, sizeBytes)
    // From then on it is the transport's to count.
    if (budget.held === undefined) queueMicrotask(() => unsent.sent(client, sizeBytes))
    else budget.held += sizeBytes
    return ok(text)
  }

  #mayCall(caller: Caller, calls: number): boolean {
    return this.#parts.rates.take(caller.client, calls, this.#parts.clock.nowMs())
  }

  #charge(client: string, usedMs: number, paidCalls: number): void {
    this.#parts.rates.charge(client, usedMs, paidCalls, this.#parts.clock.nowMs())
  }

  /** A message of which nothing could be read. */
  #refused(refused: Failure, { client }: Caller, { usedMs, calls }: { readonly usedMs: number; readonly calls: number }): string {
    this.#charge(client, usedMs, calls)
    this.#count(UNKNOWN_METHOD_LABEL, refused.number)
    return refusal(refused)
  }

  #count(method: string, code: number): void {
    this.#parts.meter.count('hanse_rpc_requests_total', { method, code: `${code}` })
  }
}

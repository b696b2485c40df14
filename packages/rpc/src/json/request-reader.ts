import type { Json } from '@hanse/protocol'
import { BAD_PARAMS, type Failure, failure } from '../errors.ts'
import { ID_LENGTH_MAX } from '../limits.ts'
import { type JsonFault, JsonReader, JsonSyntaxError } from './json-reader.ts'

/** One call as it was sent. */
export type Call =
  | {
      readonly type: 'call'
      /** The id's own text, to be echoed as it came; undefined for a notification. */
      readonly idText: string | undefined
      readonly method: string
      readonly params: Json | undefined
    }
  | { readonly type: 'invalid'; readonly idText: string; readonly failure: Failure }

export type Message =
  | { readonly type: 'single'; readonly call: Call }
  | { readonly type: 'batch'; readonly calls: readonly Call[] }
  /** Answered as a whole, with the id null. */
  | { readonly type: 'refused'; readonly failure: Failure }

const NO_ID = 'null'

class BatchTooLarge extends Error {}

/** Reads the text of a request or of a batch. Total: whatever is wrong with it is in the result. */
export function readMessage(text: string, batchCallsMax: number): Message {
  const reader = new JsonReader(text)
  try {
    const message = reader.peek() === 'list' ? readBatch(reader, batchCallsMax) : ({ type: 'single', call: readCall(reader) } as const)
    reader.end()
    return message
  } catch (error) {
    if (error instanceof JsonSyntaxError) return { type: 'refused', failure: failure(error.fault.code, { message: error.fault.message }) }
    if (error instanceof BatchTooLarge) return { type: 'refused', failure: failure('rpc/batch-too-large') }
    throw error
  }
}

function readBatch(reader: JsonReader, batchCallsMax: number): Message {
  const calls: Call[] = []
  reader.list((index) => {
    if (index >= batchCallsMax) throw new BatchTooLarge()
    calls.push(readCall(reader))
  })
  return calls.length === 0 ? { type: 'refused', failure: failure('rpc/empty-batch') } : { type: 'batch', calls }
}

function invalid(idText: string | undefined, message: string, path?: string): Call {
  return {
    type: 'invalid',
    idText: idText ?? NO_ID,
    failure: failure('rpc/not-a-request', path === undefined ? { message } : { message, path }),
  }
}

function readCall(reader: JsonReader): Call {
  if (reader.peek() !== 'object') {
    reader.value()
    reader.takeFault()
    return invalid(NO_ID, 'a request is an object')
  }
  const members: Record<'jsonrpc' | 'method' | 'params', Json | undefined> = { jsonrpc: undefined, method: undefined, params: undefined }
  let id: ReturnType<JsonReader['source']> | undefined
  reader.object((name) => {
    if (name === 'id') id = reader.source()
    else {
      const value = reader.value()
      if (name === 'jsonrpc' || name === 'method' || name === 'params') members[name] = value
    }
  })
  return judge(members, id, reader.takeFault())
}

function judge(
  { jsonrpc, method, params }: Record<'jsonrpc' | 'method' | 'params', Json | undefined>,
  id: ReturnType<JsonReader['source']> | undefined,
  fault: JsonFault | undefined,
): Call {
  if (id !== undefined && !isId(id))
    return invalid(NO_ID, `an id is a string, a number or null, of at most ${ID_LENGTH_MAX} characters`, 'id')
  const idText = id?.text
  if (fault !== undefined) return { type: 'invalid', idText: idText ?? NO_ID, failure: faultFailure(fault) }
  if (jsonrpc !== '2.0') return invalid(idText, 'jsonrpc must be "2.0"', 'jsonrpc')
  if (typeof method !== 'string') return invalid(idText, 'method must be a string', 'method')
  if (params !== undefined && typeof params !== 'object') return invalid(idText, 'params must be an object or a list', 'params')
  return { type: 'call', idText, method, params: params ?? undefined }
}

function isId({ value, text }: ReturnType<JsonReader['source']>): boolean {
  return (value === null || typeof value === 'string' || typeof value === 'number') && text.length <= ID_LENGTH_MAX
}

/** A fault inside the params is the params' own, with the path from there. */
function faultFailure({ code, message, path }: JsonFault): Failure {
  const start = path.indexOf('params')
  const inParams = start >= 0 && start <= 1
  const place = (inParams ? path.slice(start + 1) : path).join('.')
  const whole = failure(code, place === '' ? { message } : { message, path: place })
  return inParams ? { ...whole, number: BAD_PARAMS } : whole
}

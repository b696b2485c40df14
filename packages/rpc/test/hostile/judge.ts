import type { Test } from 'tap'
import { ERROR_TABLE, isErrorCode } from '../../src/errors.ts'
import type { Method } from '../../src/method.ts'
import type { Answer } from '../harness.ts'

/** No answer, however hostile its question, may take longer on a machine that does other things too, in ms. */
const ANSWER_MS_MAX = 5_000
/** Characters of an answer that says no. */
const REFUSAL_LENGTH_MAX = 4_000

/** What any call may get. */
const COMMON = new Set(['rpc/bad-params', 'rpc/not-a-request', 'rpc/rate-limited', 'rpc/too-many-calls', 'rpc/response-too-large'])

/** Those that hand params on to a module, whose codes are its own. */
function asksModules({ name }: Method): boolean {
  return /^(?:tx|state|member|admin)_/.test(name)
}

/** Why an answer is not one that the documentation lets a client expect; undefined when it is. */
export function faultOf(method: Method, answer: Answer, elapsedMs: number): string | undefined {
  const { error } = answer
  if (elapsedMs > ANSWER_MS_MAX) return `took ${elapsedMs.toFixed(0)} ms`
  if (error === undefined) return 'result' in answer ? undefined : 'neither result nor error'
  if (JSON.stringify(answer).length > REFUSAL_LENGTH_MAX) return 'the refusal repeats what was sent'
  if (error.code === -32603) return `a defect: ${error.message}`
  const { code, hint, path, docs } = error.data
  if ((isErrorCode(code) && typeof hint !== 'string') || !docs.startsWith('docs/errors.md#')) return `${code} has no hint or no docs`
  if (code === 'rpc/bad-params' && !isPathOf(method, path)) return `bad params at ${path}, which the method does not have`
  if (code.startsWith('json/')) return undefined
  if (!isErrorCode(code)) return asksModules(method) ? undefined : `${code} is in no table`
  if (!COMMON.has(code) && !method.errors.includes(code) && !asksModules(method)) return `${code} is not among the method’s errors`
  const { number } = ERROR_TABLE[code]
  return error.code === number || error.code === -32602 ? undefined : `${code} came as ${error.code}`
}

/** By the name of a param, by the place of one too many, or the name of one that does not exist, which the message repeats. */
function isPathOf({ params }: Method, path: string | undefined): boolean {
  if (path === undefined || path === '') return params.length === 0
  const [first = ''] = path.split('.')
  return params.some(({ name }) => name === first) || first === `${params.length}` || /^(?:surprise|toString|m0|a)$/.test(first)
}

export function isExpected(t: Test, method: Method, about: string, answer: Answer, elapsedMs: number): void {
  const fault = faultOf(method, answer, elapsedMs)
  if (fault !== undefined) t.fail(`${method.name}, ${about}: ${fault}`, { answer: JSON.stringify(answer).slice(0, 500) })
}

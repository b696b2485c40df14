import type { Rejection } from '@hanse/primitives'
import type { BlockContext, StateReader, StateWriter } from '@hanse/state'
import type { Refused, RuleCount, Verdict } from './codecs.ts'
import { periodOf } from './counts.ts'
import { REFUSAL_CODES_MAX } from './limits.ts'
import { NO_VERDICTS, refusalCodes, refusals, ruleCounts } from './store.ts'

/** Codes of a module that are not as those of the software, and what comes after as many codes as a month has room for. */
const OTHER = 'other/refused'
const CODE = /^[a-z][a-z0-9-]{0,31}\/[A-Za-z0-9-]{1,48}$/

/** Nobody else has it: what a module of one's own refuses with counts for no rule, whatever it says. */
const VERDICTS = Symbol('verdicts')

interface RuleRefusal extends Rejection {
  readonly [VERDICTS]: readonly Verdict[]
}

/** A refusal that rules gave, with what each of them said: the code of a receipt does not name them. */
export function refusedByRules(rejection: Rejection, verdicts: readonly Verdict[]): RuleRefusal {
  return { ...rejection, [VERDICTS]: verdicts }
}

/**
 * Domain §9 (6): rejected attempts are counted, by month and code, and those that rules stopped by rule too. A refused transaction leaves no
 * state; the block that holds it does.
 */
export function onRefusals({ timeMs }: BlockContext, state: StateWriter, refused: readonly Rejection[]): void {
  const period = periodOf(state, timeMs)
  const byCode = new Map<string, number>()
  for (const rejection of refused) {
    const code = CODE.test(rejection.code) ? rejection.code : OTHER
    byCode.set(code, (byCode.get(code) ?? 0) + 1)
    if (isOfRules(rejection)) for (const verdict of rejection[VERDICTS]) countStopped(state, period, verdict)
  }
  for (const [code, count] of byCode) countCode(state, period, code, count)
}

function isOfRules(rejection: Rejection): rejection is RuleRefusal {
  return VERDICTS in rejection
}

function countCode(state: StateWriter, period: string, code: string, count: number): void {
  const known = refusals.get(state, [period, code])
  if (known === undefined) {
    if (code !== OTHER && refusalCodes.count(state, period) >= REFUSAL_CODES_MAX) return countCode(state, period, OTHER, count)
    refusalCodes.append(state, period, code)
  }
  refusals.put(state, [period, code], { count: (known?.count ?? 0) + count })
}

function countStopped(state: StateWriter, period: string, { ruleId, result }: Verdict): void {
  if (result !== 'BLOCK' && result !== 'HOLD') return
  const known: RuleCount = ruleCounts.get(state, [period, ruleId]) ?? NO_VERDICTS
  const { blocked, held } = known
  ruleCounts.put(state, [period, ruleId], {
    ...known,
    blocked: blocked + Number(result === 'BLOCK'),
    held: held + Number(result === 'HOLD'),
  })
}

interface RefusalCount {
  readonly code: string
  readonly count: number
}

/** What was refused in a month, by code, in their order. */
export function refusalsOf(state: StateReader, period: string): readonly RefusalCount[] {
  const codes = refusalCodes.page(state, period, 0, REFUSAL_CODES_MAX + 1)
  return [...codes].sort().map((code) => ({ code, count: refusals.require(state, [period, code]).count }))
}

/** The same by what refused, the part of a code before its stroke: what a report has. */
export function refusedByModule(state: StateReader, period: string): readonly Refused[] {
  const sums = new Map<string, number>()
  for (const { code, count } of refusalsOf(state, period)) {
    const [module = ''] = code.split('/')
    sums.set(module, (sums.get(module) ?? 0) + count)
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([module, count]) => ({ module, count }))
}

import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import type { Evaluation, RuleVersion, Verdict } from './codecs.ts'
import { countVerdict } from './counts.ts'
import { type Covers, holds, type Subject } from './predicates.ts'
import { refusedByRules } from './refusals.ts'
import { refuse } from './rejections.ts'
import { bookOf, inForceAt } from './rule-book.ts'
import { clearances, emit, evaluations } from './store.ts'

/** What the rules in force come to together: the strictest of them. */
type Outcome = 'PASS' | 'REPORT' | 'HOLD' | 'BLOCK'

interface Judgement {
  readonly outcome: Outcome
  /** One for every rule of the kind that is in force at this height, with its version; empty where there is none. */
  readonly verdicts: readonly Verdict[]
}

type Context = Pick<TransactionContext, 'height' | 'timeMs' | 'txId' | 'callIndex' | 'callDigest'>

const PASS: Judgement = { outcome: 'PASS', verdicts: [] }
const STRICTNESS = ['PASS', 'REPORT', 'HOLD', 'BLOCK'] as const

function verdictOf({ ruleId, version, predicate, action }: RuleVersion, subject: Subject, cleared: boolean): Verdict {
  if (action === 'REPEALED' || !holds(predicate, subject)) return { ruleId, version, result: 'PASS' }
  return { ruleId, version, result: action === 'HOLD' && cleared ? 'CLEARED' : action }
}

function isCleared(state: StateReader, { callDigest, timeMs }: Context): boolean {
  const clearance = clearances.get(state, callDigest)
  return clearance !== undefined && clearance.expiresAtMs > timeMs
}

/**
 * Judges a covered transaction by the rules in force at its height, and keeps the evaluation under the transaction and the call: once a
 * call and kind.
 */
function judge(context: Context, state: StateWriter, covers: Covers, subjectOf: () => Subject): Judgement {
  const { height, timeMs, txId, callIndex } = context
  // Every transfer comes by here: where no rule is in force, nothing of it is looked up.
  const rules = inForceAt(bookOf(state, covers), height)
  if (rules.length === 0) return PASS
  const subject = subjectOf()
  const cleared = isCleared(state, context)
  const verdicts = rules.map((rule) => verdictOf(rule, subject, cleared))
  const strictest = Math.max(...verdicts.map(({ result }) => STRICTNESS.indexOf(result === 'CLEARED' ? 'REPORT' : result)))
  const outcome = STRICTNESS[strictest] ?? 'PASS'
  const evaluation: Evaluation = { height, covers, outcome, verdicts }
  evaluations.put(state, [txId, `${callIndex}`, covers], evaluation)
  for (const verdict of verdicts) {
    const { ruleId, version, result } = verdict
    countVerdict(state, timeMs, verdict)
    if (result === 'PASS') continue
    if (result === 'CLEARED') clearances.delete(state, context.callDigest)
    emit(state, 'ruleMatched', { covers, result, ruleId, version })
  }
  return { outcome, verdicts }
}

/** A BLOCK or a HOLD refuses the transaction. That leaves no evaluation, as it leaves nothing else: its receipt is the evidence, and the block counts it. */
export function judgeOrRefuse(context: Context, state: StateWriter, covers: Covers, subjectOf: () => Subject): Rejection | undefined {
  const { outcome, verdicts } = judge(context, state, covers, subjectOf)
  const named = (result: Verdict['result']): string =>
    verdicts
      .filter((one) => one.result === result)
      .map(({ ruleId, version }) => `${ruleId} version ${version}`)
      .join(', ')
  if (outcome === 'BLOCK') return refusedByRules(refuse('supervision/blocked', `by ${named('BLOCK')}`), verdicts)
  if (outcome !== 'HOLD') return undefined
  return refusedByRules(refuse('supervision/held', `by ${named('HOLD')}, call ${context.callDigest}`), verdicts)
}

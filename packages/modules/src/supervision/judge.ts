import { err, type Hash, ok, type Rejection, type Result } from '@hanse/primitives'
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

function isCleared(state: StateReader, callDigest: Hash, timeMs: number): boolean {
  const clearance = clearances.get(state, callDigest)
  return clearance !== undefined && clearance.expiresAtMs > timeMs
}

/**
 * Judges a covered transaction by the rules in force at its height, and keeps the evaluation under the transaction and the call: once a
 * call and kind.
 */
function judge(context: Context, state: StateWriter, covers: Covers, subjectOf: () => Subject): Judgement {
  const { height } = context
  // Every transfer comes by here: where no rule is in force, nothing of it is looked up, nor its digest made.
  const rules = inForceAt(bookOf(state, covers), height)
  if (rules.length === 0) return PASS
  const { timeMs, txId, callIndex, callDigest } = context
  const subject = subjectOf()
  const cleared = isCleared(state, callDigest, timeMs)
  const verdicts = rules.map((rule) => verdictOf(rule, subject, cleared))
  const strictest = Math.max(...verdicts.map(({ result }) => STRICTNESS.indexOf(result === 'CLEARED' ? 'REPORT' : result)))
  const outcome = STRICTNESS[strictest] ?? 'PASS'
  const evaluation: Evaluation = { height, covers, outcome, verdicts }
  evaluations.put(state, [txId, `${callIndex}`, covers], evaluation)
  for (const verdict of verdicts) {
    const { ruleId, version, result } = verdict
    countVerdict(state, timeMs, verdict)
    if (result === 'PASS') continue
    if (result === 'CLEARED') clearances.delete(state, callDigest)
    emit(state, 'ruleMatched', { covers, result, ruleId, version })
  }
  return { outcome, verdicts }
}

function rulesThat(said: Verdict['result'], verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.filter(({ result }) => result === said).map(({ ruleId, version }) => `${ruleId} version ${version}`)
}

function blocked(verdicts: readonly Verdict[]): Rejection {
  return refusedByRules(refuse('supervision/blocked', `by ${rulesThat('BLOCK', verdicts).join(', ')}`), verdicts)
}

/** A BLOCK or a HOLD refuses the transaction. That leaves no evaluation, as it leaves nothing else: its receipt is the evidence, and the block counts it. */
export function judgeOrRefuse(context: Context, state: StateWriter, covers: Covers, subjectOf: () => Subject): Rejection | undefined {
  const { outcome, verdicts } = judge(context, state, covers, subjectOf)
  if (outcome === 'BLOCK') return blocked(verdicts)
  if (outcome !== 'HOLD') return undefined
  const held = refuse('supervision/held', `by ${rulesThat('HOLD', verdicts).join(', ')}, call ${context.callDigest}`)
  return refusedByRules(held, verdicts)
}

/** What rules said to a transaction that its module can keep waiting. */
export interface Judged {
  /** Whether an evaluation stands under this call. */
  readonly isEvaluated: boolean
  /** The rules that hold it, with their versions; empty when it may go on. */
  readonly heldBy: readonly string[]
}

/** A BLOCK refuses; a HOLD goes through, and its module MUST keep it waiting until `takeClearance` gives the call free. */
export function judgeOrHold(context: Context, state: StateWriter, covers: Covers, subjectOf: () => Subject): Result<Judged> {
  const { outcome, verdicts } = judge(context, state, covers, subjectOf)
  if (outcome === 'BLOCK') return err(blocked(verdicts))
  return ok({ isEvaluated: verdicts.length > 0, heldBy: rulesThat('HOLD', verdicts) })
}

/** Uses the regulator's clearance of a call up, where there is one in force. */
export function takeClearance(state: StateWriter, callDigest: Hash, timeMs: number): boolean {
  if (!isCleared(state, callDigest, timeMs)) return false
  clearances.delete(state, callDigest)
  return true
}

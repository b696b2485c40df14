import type { Rejection } from '@hanse/primitives'
import type { FieldValue } from '@hanse/protocol'
import { defineCommand, type StateReader, type TransactionContext } from '@hanse/state'
import { requireFourEyes } from '../../organizations/api.ts'
import { publishRuleCodec, type RuleVersion } from '../codecs.ts'
import { PENDING_VERSIONS_MAX, RULES_MAX } from '../limits.ts'
import { heightFault } from '../notice.ts'
import { requireOffice } from '../offices.ts'
import { canCover } from '../predicates.ts'
import { refuse } from '../rejections.ts'
import { bookOf, withVersion, writeBook } from '../rule-book.ts'
import { emit, paramsOf, rules, ruleVersions } from '../store.ts'

/** Domain §9, publishRule: a version has a legal basis and a height, after the notice; it judges nothing that came before. */
export const publishRule = defineCommand({
  summary: 'Regulator, four-eyes: publishes a rule’s next version for a height after the notice',
  params: publishRuleCodec,
  execute(context, state, params) {
    const regulator = requireOffice(context, state, ['regulator'])
    if (!regulator.ok) return regulator.error
    const { partyId: publisher } = regulator.value
    const version: RuleVersion = { ...params, publishedAt: context.height, publisher }
    const book = withVersion(bookOf(state, version.covers), version, context.height)
    const fault = termsFault(state, params) ?? noticeFault(context, state, params) ?? roomFault(context, book, params)
    if (fault !== undefined) return fault
    const eyes = requireFourEyes(context, state, publisher)
    if (eyes !== undefined) return eyes
    const { ruleId, covers } = version
    rules.put(state, ruleId, { covers, latest: version.version })
    ruleVersions.put(state, [ruleId, `${version.version}`], version)
    writeBook(state, covers, book)
    const { action, effectiveFrom, emergency, legalBasisHash, predicate } = version
    const told = { action, covers, effectiveFrom, emergency, legalBasisHash, predicate: predicate.type, publisher, ruleId }
    emit(state, 'rulePublished', { ...told, version: version.version })
    return undefined
  },
})

type Params = FieldValue<typeof publishRuleCodec>

function termsFault(state: StateReader, { ruleId, version, covers, predicate }: Params): Rejection | undefined {
  const known = rules.get(state, ruleId)
  const next = (known?.latest ?? 0) + 1
  if (version !== next) return refuse('supervision/wrong-version', `the next version of ${ruleId} is ${next}, not ${version}`, 'version')
  if (known !== undefined && known.covers !== covers) {
    return refuse('supervision/other-cover', `${ruleId} covers ${known.covers}, not ${covers}`, 'covers')
  }
  if (canCover({ predicate, covers })) return undefined
  return refuse('supervision/bad-predicate', `${predicate.type} has nothing to judge in a ${covers}`, 'predicate')
}

function noticeFault(context: TransactionContext, state: StateReader, { effectiveFrom, emergency }: Params): Rejection | undefined {
  const { noticeHeights, emergencyNoticeHeights } = paramsOf(state)
  const earliest = context.height + (emergency ? emergencyNoticeHeights : noticeHeights)
  if (effectiveFrom >= earliest) return heightFault(context, effectiveFrom)
  const message = `${effectiveFrom} is before ${earliest}, the end of the notice${emergency ? ' in an emergency' : ''}`
  return refuse('supervision/notice-too-short', message, 'effectiveFrom')
}

function roomFault({ height }: TransactionContext, book: readonly RuleVersion[], { ruleId, covers }: Params): Rejection | undefined {
  const waiting = book.filter((one) => one.ruleId === ruleId && one.effectiveFrom > height).length
  if (waiting > PENDING_VERSIONS_MAX) {
    return refuse('supervision/too-many-pending', `${waiting - 1} versions of ${ruleId} wait for their height`, 'version')
  }
  const count = new Set(book.map((one) => one.ruleId)).size
  return count > RULES_MAX ? refuse('supervision/too-many-rules', `${RULES_MAX} rules cover a ${covers}`, 'ruleId') : undefined
}

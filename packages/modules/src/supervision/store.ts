import { dueQueue, indexList, type StateReader, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import {
  bookCodec,
  clearanceCodec,
  evaluationCodec,
  freezeRecordCodec,
  listCodec,
  listVersionCodec,
  paramsCodec,
  type RuleCount,
  refusalCountCodec,
  reportCodec,
  ruleCodec,
  ruleCountCodec,
  ruleVersionCodec,
  type SupervisionParams,
  totalsCodec,
} from './codecs.ts'
import { events } from './events.ts'
import { DUE_BUCKET_MS } from './limits.ts'

export const MODULE_NAME = 'supervision'
const module = MODULE_NAME

/** By listId. */
export const lists = table({ module, name: 'list', value: listCodec })
/** By [listId, version]. */
export const listVersions = table({ module, name: 'list-version', value: listVersionCodec })
/** Ids of all lists, in the order they came, under `ALL`. */
export const listIds = indexList({ module, name: 'lists', item: textValue })
/** `version listId` by the height at which it takes effect: what this queue calls a time is a height. */
export const listStarts = dueQueue({ module, name: 'list-start', bucketMs: 1 })

/** By ruleId. */
export const rules = table({ module, name: 'rule', value: ruleCodec })
/** By [ruleId, version]. */
export const ruleVersions = table({ module, name: 'rule-version', value: ruleVersionCodec })
/** By what they cover: the versions in force and those that wait. */
export const books = table({ module, name: 'book', value: bookCodec })
/** By [txId, callIndex, covers]. Kept for ever. */
export const evaluations = table({ module, name: 'evaluation', value: evaluationCodec })
/** By the digest of the call. */
export const clearances = table({ module, name: 'clearance', value: clearanceCodec })

/** By partyId. */
export const freezes = table({ module, name: 'freeze', value: freezeRecordCodec })
/** `freeze partyId` and `clearance callDigest`, by their ends. */
export const deadlines = dueQueue({ module, name: 'due', bucketMs: DUE_BUCKET_MS })

/** By [period, currency, flow]: each a small record of its own, as every transfer of money changes one. */
export const totals = table({ module, name: 'totals', value: totalsCodec })
/** By [period, ruleId]. */
export const ruleCounts = table({ module, name: 'rule-count', value: ruleCountCodec })
export const NO_VERDICTS: RuleCount = { judged: 0, reported: 0, cleared: 0, blocked: 0, held: 0 }
/** By [period, code]. */
export const refusals = table({ module, name: 'refusals', value: refusalCountCodec })
/** By period: the codes of what was refused in it, in the order they came. */
export const refusalCodes = indexList({ module, name: 'refusal-codes', item: textValue })
/** The months in which something was counted, in their order, under `ALL`. */
export const periods = indexList({ module, name: 'periods', item: textValue })
/** By period. */
export const reports = table({ module, name: 'report', value: reportCodec })

/** The one key of what is kept of all of a kind together. */
export const ALL = 'all'
export const paramsTable = table({ module, name: 'params', value: paramsCodec })

export function paramsOf(state: StateReader): SupervisionParams {
  return paramsTable.require(state, ALL)
}

export const emit = emitterOf(MODULE_NAME, events)

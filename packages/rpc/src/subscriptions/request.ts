import { ok, type Result } from '@hanse/primitives'
import { type Field, type Json, parseField } from '@hanse/protocol'
import type { Failure } from '../errors.ts'
import type { MethodContext, SubscriptionRequest } from '../method.ts'
import { BlockReader } from './block-reader.ts'
import { consensusDataField, consensusFilter, type Gap, type Journal, nodeDataField, nodeFilter } from './journal.ts'
import { JournalReader, journalStart } from './journal-reader.ts'
import { startPosition } from './start-position.ts'
import { matcherOf, refused, type Topic } from './topics.ts'

interface SubscribeParams {
  readonly topic: Topic
  readonly filter?: Json
  readonly from?: number | string
}

/** The reader that sub_subscribe asks for. What could only be silent, or is of another topic, is refused. */
export function subscriptionRequest(context: MethodContext, params: SubscribeParams): Result<SubscriptionRequest, Failure> {
  const { api, head, services } = context
  const { topic, filter, from } = params
  const nowMs = (): number => services.nowMs()
  if (topic === 'consensus')
    return journalRequest({ journal: api.journals.consensus, field: consensusDataField, nowMs }, consensusFilter, params)
  if (topic === 'node') return journalRequest({ journal: api.journals.node, field: nodeDataField, nowMs }, nodeFilter, params)
  const matches = matcherOf(topic, filter, api.knownModules)
  if (!matches.ok) return matches
  const start = startPosition(from, head, () => services.status())
  if (!start.ok) return start
  return ok(({ feed }) => new BlockReader(feed, { topic, matches: matches.value, start: start.value }))
}

interface JournalSource<E extends { readonly type: string }> {
  readonly journal: Journal<E>
  readonly field: Field<E | ({ readonly type: 'gap' } & Gap)>
  readonly nowMs: () => number
}

function journalRequest<E extends { readonly type: string }>(
  source: JournalSource<E>,
  filterField: Field<{ readonly types?: readonly E['type'][] }>,
  { filter, from }: SubscribeParams,
): Result<SubscriptionRequest, Failure> {
  const parsed = parseField(filterField, filter ?? {}, 'filter')
  if (!parsed.ok) return refused(parsed.error)
  const start = journalStart(from, source.journal)
  if (!start.ok) return start
  const types = parsed.value.types === undefined ? undefined : new Set<string>(parsed.value.types)
  return ok(() => new JournalReader({ ...source, matches: ({ type }) => types?.has(type) !== false, start: start.value }))
}

import { hash } from 'node:crypto'
import type { EventFilter, TransactionFilter } from '@hanse/ports'
import type { Event } from '@hanse/protocol'
import type { TransactionFacts } from './block-rows.ts'

/** Bytes of a term: it fits a number. Two texts with one term cost a look at the row, no more. */
const TERM_BYTES = 6
/** Terms that are kept, so that what stands in every row is hashed once. */
const CACHED_TERMS_MAX = 20_000

const cache = new Map<string, number>()

function termOf(kind: string, first: string, second = ''): number {
  const text = `${kind}\0${first}\0${second}`
  const cached = cache.get(text)
  if (cached !== undefined) return cached
  const term = hash('sha256', text, 'buffer').readUIntBE(0, TERM_BYTES)
  if (cache.size >= CACHED_TERMS_MAX) cache.clear()
  cache.set(text, term)
  return term
}

/** What a transaction can be found by. */
export function termsOfTransaction({ sender, calls, outcome, code, clientRef }: TransactionFacts): ReadonlySet<number> {
  const terms = new Set([termOf('sender', sender), termOf('outcome', outcome)])
  for (const { module, command } of calls) terms.add(termOf('module', module)).add(termOf('command', module, command))
  if (code !== undefined) terms.add(termOf('code', code))
  if (clientRef !== undefined) terms.add(termOf('clientRef', clientRef))
  return terms
}

/** What an event can be found by. */
export function termsOfEvent({ module, type, attributes }: Event): ReadonlySet<number> {
  const terms = new Set([termOf('module', module), termOf('type', type)])
  for (const { key, value } of attributes) terms.add(termOf('attribute', key, value))
  return terms
}

/** A row has one term of each group. No group: any row. */
export type TermGroups = readonly (readonly number[])[]

export function groupsOfTransactionFilter({ senders, calls, outcome, code, clientRef }: TransactionFilter): TermGroups {
  return [
    ...(clientRef === undefined ? [] : [[termOf('clientRef', clientRef)]]),
    ...(code === undefined ? [] : [[termOf('code', code)]]),
    ...(senders === undefined ? [] : [senders.map((sender) => termOf('sender', sender))]),
    ...(calls === undefined
      ? []
      : [calls.map(({ module, command }) => (command === undefined ? termOf('module', module) : termOf('command', module, command)))]),
    ...(outcome === undefined ? [] : [[termOf('outcome', outcome)]]),
  ]
}

export function groupsOfEventFilter({ module, type, attributes = {} }: EventFilter): TermGroups {
  return [
    ...Object.entries(attributes).map(([key, value]) => [termOf('attribute', key, value)]),
    ...(type === undefined ? [] : [[termOf('type', type)]]),
    ...(module === undefined ? [] : [[termOf('module', module)]]),
  ]
}

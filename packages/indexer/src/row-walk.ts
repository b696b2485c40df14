import type { ListPage, ListRange } from '@hanse/ports'
import { Intersection, type Seek } from './intersection.ts'
import { PAGE_CHARACTERS_MAX, PAGE_SEEKS_MAX } from './limits.ts'
import type { TermGroups } from './terms.ts'

/** Rows as numbers, lowest included, highest not. */
interface NumberRange {
  readonly low: number
  readonly high: number
}

/** What of a block the walk needs: where its rows begin, and how many there are. */
export interface BlockBounds {
  readonly height: number
  readonly first: number
  readonly count: number
}

/** A kind of row: transactions or events. */
export interface RowKind<T> {
  bounds(height: number): BlockBounds
  /** The block that a row is in. */
  boundsOfRow(number: number): BlockBounds
  /** The row, and what it weighs in characters. Undefined where it does not fit the filter after all: two texts can share a term. */
  read(number: number): { readonly item: T; readonly characters: number } | undefined
  /** For one walk. */
  seek(isDescending: boolean): Seek
}

/** One page of rows that have a term of each group. `head` is the last height of the index. */
export function walkRows<T>(kind: RowKind<T>, head: number, range: ListRange, groups: TermGroups): Omit<ListPage<T>, 'indexedFrom'> {
  const { order, limit } = range
  const isDescending = order === 'descending'
  const numbers = numbersOf(kind, head, range)
  const items: T[] = []
  let characters = 0
  let at = isDescending ? numbers.high - 1 : numbers.low
  const steps = stepsOf(kind, groups, isDescending)
  const page = (number?: number): Omit<ListPage<T>, 'indexedFrom'> => {
    const next = number === undefined ? endOf(head, range) : positionAt(kind, number, isDescending)
    return { items, indexedTo: head, ...(next === undefined ? {} : { next }) }
  }
  while (numbers.low <= at && at < numbers.high) {
    const step = steps(at)
    if (step.type === 'end' || step.at < numbers.low || step.at >= numbers.high) return page()
    if (step.type === 'spent' || items.length === limit || characters >= PAGE_CHARACTERS_MAX) return page(step.at)
    const row = kind.read(step.at)
    if (row !== undefined) {
      items.push(row.item)
      characters += row.characters
    }
    at = step.at + (isDescending ? -1 : 1)
  }
  return page()
}

/** Where to look next. Without a filter every row is one; they are counted all the same. */
function stepsOf<T>(kind: RowKind<T>, groups: TermGroups, isDescending: boolean): (at: number) => ReturnType<Intersection['next']> {
  if (groups.length === 0) return (at) => ({ type: 'found', at })
  const walk = new Intersection(groups, kind.seek(isDescending), isDescending, PAGE_SEEKS_MAX)
  return (at) => walk.next(at)
}

function numbersOf<T>(kind: RowKind<T>, head: number, { from, to, start, order }: ListRange): NumberRange {
  const last = Math.min(to, head)
  if (from > last) return { low: 0, high: 0 }
  const highest = kind.bounds(last)
  const [low, high] = [kind.bounds(from).first, highest.first + highest.count]
  if (start === undefined) return { low, high }
  const number = numberAt(kind, head, start)
  return order === 'descending' ? { low, high: Math.min(high, number) } : { low: Math.max(low, number), high }
}

/** The first row at or after a position. */
function numberAt<T>(kind: RowKind<T>, head: number, { height, index }: { readonly height: number; readonly index: number }): number {
  if (height > head) return Number.MAX_SAFE_INTEGER
  const { first, count } = kind.bounds(height)
  return first + Math.min(index, count)
}

/** Before the row when the walk goes up, after it when it goes down. */
function positionAt<T>(kind: RowKind<T>, number: number, isDescending: boolean): ListPage<T>['next'] {
  const { height, first } = kind.boundsOfRow(number)
  return { height, index: number - first + (isDescending ? 1 : 0) }
}

/** A list that goes up does not end where the index ends: blocks up to `to` are still to come. */
function endOf(head: number, { to, order }: ListRange): ListPage<unknown>['next'] {
  return order === 'ascending' && to > head ? { height: head + 1, index: 0 } : undefined
}

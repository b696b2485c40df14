import type { ListPage, ListPosition, ListRange } from '@hanse/ports'
import { err, ok, type Result } from '@hanse/primitives'
import { bool, choice, described, type Field, type FieldValue, list, object, optional, text, uint } from '@hanse/protocol'
import { type ErrorCode, type Failure, failure, refusedRead } from '../errors.ts'
import { type HeightTag, heightField, nullable, resolveHeight } from '../fields.ts'
import { PAGE_ITEMS_DEFAULT, PAGE_ITEMS_MAX, START_AHEAD_HEIGHTS_MAX } from '../limits.ts'
import type { MethodContext } from '../method.ts'
import type { NodeStatus } from '../node-api.ts'
import { positionToCursor, startFault } from '../subscriptions/start-position.ts'

/** What lists have in common. */

const CURSOR_LENGTH_MAX = 64

export const limitField = optional(described(`default ${PAGE_ITEMS_DEFAULT}`, uint({ min: 1, max: PAGE_ITEMS_MAX })))
const orderField = optional(described('by height; default descending, newest first', choice('descending', 'ascending')))
export const cursorField = optional(
  described(
    'nextCursor of the page before, with the same other params',
    text({ max: 32, pattern: /^[0-9]{1,15}:[0-9]{1,9}$/, words: 'nextCursor of the page before' }),
  ),
)
const nextCursorField = nullable(text({ max: CURSOR_LENGTH_MAX }))
export const LOWEST_HEIGHT = `the lowest height, at most ${START_AHEAD_HEIGHTS_MAX} above the head`
/** Heights of a list, both inclusive. */
export const rangeFields = {
  from: optional(described(`${LOWEST_HEIGHT}; default earliest`, heightField)),
  to: optional(described('the highest height; default latest', heightField)),
  order: orderField,
}

/** The answer of a list of one kind of item. */
export function pageField<T>(item: Field<T>): Field<IndexedPage<T>> {
  return object({
    items: list(item, { max: PAGE_ITEMS_MAX }),
    nextCursor: described('null at the end of the list. A page may be short, or empty, and have one.', nextCursorField),
    complete: described(
      'false: blocks of the range, above indexedTo or below indexedFrom, are missing here: not in the index yet, or, above height, not final yet, or, below, not kept by this node',
      bool(),
    ),
    indexedFrom: described('the lowest height in the index: above 0 where this node did not have the blocks below', uint()),
    indexedTo: described('the highest height in the index', uint()),
    height: described('the head', uint()),
  }) as unknown as Field<IndexedPage<T>>
}

export interface IndexedPage<T> {
  readonly items: readonly T[]
  readonly nextCursor: string | null
  readonly complete: boolean
  readonly indexedFrom: number
  readonly indexedTo: number
  readonly height: number
}

export const LIST_ERRORS: readonly ErrorCode[] = ['rpc/start-above-head', 'node/syncing', 'index/unavailable', 'node/busy']

interface RangeParams {
  readonly from?: number | HeightTag | undefined
  readonly to?: number | HeightTag | undefined
  readonly order?: ListRange['order'] | undefined
  readonly cursor?: string | undefined
  readonly limit?: FieldValue<typeof limitField> | undefined
}

/** What is asked of the index, and the height up to which the caller wants to know. */
export interface AskedRange {
  readonly range: ListRange
  readonly to: number
}

/**
 * A range upside down is a mistake; what is above the head is not final yet: a little of it is nothing yet, and more is a mistake, too. So is
 * a cursor from there: it is of a chain that was started anew.
 */
export function rangeOf(
  { head, services }: Pick<MethodContext, 'head' | 'services'>,
  { from, to, order = 'descending', cursor, limit = PAGE_ITEMS_DEFAULT }: RangeParams,
): Result<AskedRange, Failure> {
  const lowest = resolveHeight(from ?? 'earliest', head)
  const highest = resolveHeight(to, head)
  const [height = 0, index = 0] = cursor?.split(':').map(Number) ?? []
  const status = (): NodeStatus => services.status()
  const above = startFault(lowest, head, status) ?? startFault(height, head, status, 'cursor')
  if (above !== undefined) return err(above)
  // `to: latest` under a `from` above the head is what `to` is without being given: nothing yet.
  const isUpsideDown = lowest > highest && (typeof to === 'number' || to === 'earliest')
  if (isUpsideDown) {
    return err(failure('rpc/bad-params', { message: `the range ends at ${highest}, before it begins at ${lowest}`, path: 'to' }))
  }
  const start = cursor === undefined ? {} : { start: { height, index } }
  return ok({ range: { from: lowest, to: Math.min(highest, head), order, limit, ...start }, to: highest })
}

/** The answer to one page of the index. */
export function pageOf<T, R>(
  page: Result<ListPage<T>>,
  asked: AskedRange,
  head: number,
  item: (entry: T) => R,
): Result<IndexedPage<R>, Failure> {
  if (!page.ok) return err(refusedRead(page.error))
  const { items, next, indexedFrom, indexedTo } = page.value
  return ok({
    items: items.map(item),
    nextCursor: next === undefined ? null : positionToCursor(next),
    complete: indexedTo >= lastHeightOf(asked) && indexedFrom <= firstHeightOf(asked),
    indexedFrom,
    indexedTo,
    height: head,
  })
}

/** The highest height that this page or a later one covers. */
function lastHeightOf({ range: { order, start }, to }: AskedRange): number {
  return order === 'descending' && start !== undefined ? Math.min(to, heightBelow(start)) : to
}

/** The lowest height that this page or a later one covers. */
function firstHeightOf({ range: { order, start, from } }: AskedRange): number {
  return order === 'ascending' && start !== undefined ? Math.max(from, start.height) : from
}

function heightBelow({ height, index }: ListPosition): number {
  return index === 0 ? height - 1 : height
}

import type { EventFilter, ListPage, ListRange, TransactionFilter } from '@hanse/ports'
import { ok, ZERO_HASH } from '@hanse/primitives'
import type { BlockLists, StoredBlock } from '../../src/node-api.ts'

interface Entry<T> {
  readonly height: number
  readonly index: number
  readonly item: T
}

/** What lists of these blocks are, said as plainly as possible: everything in a row, what does not fit thrown out, a slice. */
export function modelLists(blocks: () => readonly StoredBlock[]): BlockLists {
  return {
    blocks: async (range) => ok(slice(blocks(), range, blocks().flatMap(blockEntries))),
    transactions: async (range, filter) =>
      ok(
        slice(
          blocks(),
          range,
          blocks()
            .flatMap(transactionEntries)
            .filter(({ item }) => fitsTransaction(filter, item)),
        ),
      ),
    events: async (range, filter) =>
      ok(
        slice(
          blocks(),
          range,
          blocks()
            .flatMap(eventEntries)
            .filter(({ item }) => fitsEvent(filter, item)),
        ),
      ),
  }
}

function slice<T>(blocks: readonly StoredBlock[], range: ListRange, entries: readonly Entry<T>[]): ListPage<T> {
  const { from, to, order, start, limit } = range
  const isUp = order === 'ascending'
  const inRange = entries.filter(({ height, index }) => {
    if (height < from || height > to) return false
    if (start === undefined) return true
    const isAtOrAfter = height > start.height || (height === start.height && index >= start.index)
    return isUp ? isAtOrAfter : !isAtOrAfter
  })
  const ordered = isUp ? inRange : inRange.toReversed()
  const [items, following] = [ordered.slice(0, limit), ordered[limit]]
  const indexedTo = blocks.length - 1
  const more = following === undefined ? undefined : { height: following.height, index: following.index + (isUp ? 0 : 1) }
  const next = more ?? (isUp && to > indexedTo ? { height: indexedTo + 1, index: 0 } : undefined)
  return { items: items.map(({ item }) => item), indexedFrom: 0, indexedTo, ...(next === undefined ? {} : { next }) }
}

function blockEntries({ hash, header, transactions, receipts, sizeBytes }: StoredBlock) {
  const rejectedCount = receipts.filter(({ outcome }) => outcome === 'rejected').length
  const eventCount = receipts.flatMap(({ events }) => events).length
  const item = { hash, header, transactionCount: transactions.length, rejectedCount, eventCount, sizeBytes }
  return [{ height: header.height as number, index: 0, item }]
}

function transactionEntries({ hash, header, transactions, receipts }: StoredBlock) {
  return transactions.map(({ id, body }, index) => {
    const { outcome, code, callIndex } = receipts[index] as StoredBlock['receipts'][number]
    const item = {
      ...{ hash: id, height: header.height as number, blockHash: hash, timeMs: header.timeMs, index, sender: body.sender },
      ...(body.clientRef === undefined ? {} : { clientRef: body.clientRef }),
      ...{ calls: body.calls.map(({ module, command }) => ({ module, command })), outcome },
      ...(code === undefined ? {} : { code }),
      ...(callIndex === undefined ? {} : { callIndex }),
    }
    return { height: item.height, index, item }
  })
}

function eventEntries({ hash, header, transactions, receipts }: StoredBlock) {
  const height = header.height as number
  const emitted = receipts.flatMap((receipt, at) => receipt.events.map((event) => ({ event, txId: transactions[at]?.id ?? ZERO_HASH })))
  return emitted.map(({ event, txId }, index) => ({
    height,
    index,
    item: { event, txId, height, blockHash: hash, timeMs: header.timeMs, index },
  }))
}

function fitsTransaction(filter: TransactionFilter, item: ReturnType<typeof transactionEntries>[number]['item']): boolean {
  if (filter.senders !== undefined && !filter.senders.includes(item.sender)) return false
  if (filter.outcome !== undefined && filter.outcome !== item.outcome) return false
  if (filter.code !== undefined && filter.code !== item.code) return false
  if (filter.clientRef !== undefined && filter.clientRef !== item.clientRef) return false
  if (filter.calls === undefined) return true
  return filter.calls.some((wanted) =>
    item.calls.some((call) => call.module === wanted.module && (wanted.command === undefined || call.command === wanted.command)),
  )
}

function fitsEvent(filter: EventFilter, { event }: ReturnType<typeof eventEntries>[number]['item']): boolean {
  if (filter.module !== undefined && filter.module !== event.module) return false
  if (filter.type !== undefined && filter.type !== event.type) return false
  return Object.entries(filter.attributes ?? {}).every(([key, value]) =>
    event.attributes.some((pair) => pair.key === key && pair.value === value),
  )
}

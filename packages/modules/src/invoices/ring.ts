import { assert } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import { RING_LENGTH_MAX, RING_LENGTH_MIN, RING_STEPS_MAX } from './limits.ts'
import { buyersOf, emit, ringAlarmsOf, trades } from './store.ts'

/** How many buyers of one party are read at once. */
const BUYERS_PAGE = 32

/** One trade that `issue` adds to those of its period. */
export interface Trade {
  readonly period: string
  readonly sellerId: string
  readonly buyerId: string
  readonly invoiceId: string
}

/**
 * The first invoice of a seller to a buyer in a period is a new step between two parties. If it closes a ring, A → B → C → A, that is
 * told and kept: such trade inflates turnover and moves no goods. It is no refusal: trade in a ring happens honestly too. Later invoices
 * of the same step close no ring that is not known.
 */
export function noteTrade(state: StateWriter, trade: Trade, timeMs: number): void {
  const { period, sellerId, buyerId, invoiceId } = trade
  const step = [period, sellerId, buyerId]
  if (trades.has(state, step)) return
  trades.put(state, step, invoiceId)
  buyersOf.append(state, [period, sellerId], buyerId)
  const found = shortestWay(state, period, buyerId, sellerId)
  if (found === 'cut') return emit(state, 'ringSearchCut', { invoiceId, period })
  if (found === undefined) return
  const parties = [sellerId, ...found]
  const invoiceIds = parties.map((party, index) => trades.require(state, [period, party, parties[(index + 1) % parties.length] as string]))
  ringAlarmsOf.append(state, period, { period, parties, invoiceIds, atMs: timeMs })
  emit(state, 'ringFound', { invoiceId, period, length: parties.length })
}

/**
 * The parties from `from` to before `to`, each of which invoiced the next in the period and the last invoiced `to`: the fewest that make
 * a ring of at least `RING_LENGTH_MIN` with it. Breadth first, so that the first found is shortest; `cut` after `RING_STEPS_MAX` steps.
 */
function shortestWay(state: StateReader, period: string, from: string, to: string): readonly string[] | 'cut' | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]])
  let level: readonly string[] = [from]
  let steps = 0
  // A way of n parties makes a ring of n + 1.
  for (let length = 2; length <= RING_LENGTH_MAX; length++) {
    const next: string[] = []
    for (const party of level) {
      for (const buyer of eachBuyer(state, period, party)) {
        if (steps === RING_STEPS_MAX) return 'cut'
        steps += 1
        if (buyer === to && length >= RING_LENGTH_MIN) return wayTo(cameFrom, party)
        if (buyer === to || cameFrom.has(buyer)) continue
        cameFrom.set(buyer, party)
        next.push(buyer)
      }
    }
    level = next
  }
  return undefined
}

function* eachBuyer(state: StateReader, period: string, seller: string): Generator<string> {
  for (let from = 0; ; from += BUYERS_PAGE) {
    const page = buyersOf.page(state, [period, seller], from, BUYERS_PAGE)
    yield* page
    if (page.length < BUYERS_PAGE) return
  }
}

function wayTo(cameFrom: ReadonlyMap<string, string | undefined>, last: string): readonly string[] {
  const way = [last]
  for (let at = cameFrom.get(last); at !== undefined; at = cameFrom.get(at)) way.unshift(at)
  assert(way.length < RING_LENGTH_MAX, 'a way is shorter than the ring it makes')
  return way
}

import { assert, type Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import { formatAmount } from '../money.ts'
import type { Root } from './codecs.ts'
import { refuse } from './rejections.ts'
import { lines } from './store.ts'

/** Takes room on a line (invariant 4: what is outstanding stays within the limit). */
export function useLine(state: StateWriter, lineId: string, amount: bigint): Rejection | undefined {
  const line = lines.require(state, lineId)
  const used = line.used + amount
  if (used > line.limit) {
    const [asked, limit, held] = [amount, line.limit, line.used].map((value) => formatAmount(value, line.currency))
    return refuse('receivables/line-exceeded', `${asked} on line ${lineId} of ${limit}, of which ${held} are used`, 'invoices')
  }
  lines.put(state, lineId, { ...line, used })
  return undefined
}

/** Gives room back: redeemed, written off, or never accepted. */
export function freeLine(state: StateWriter, { lineId }: Root, amount: bigint): void {
  const line = lines.require(state, lineId)
  assert(line.used >= amount, `more is given back on ${lineId} than was used`)
  lines.put(state, lineId, { ...line, used: line.used - amount })
}

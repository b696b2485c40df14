import type { StateWriter } from '@hanse/state'
import type { InvoiceAxes } from './axes.ts'
import { MODULE_NAME } from './store.ts'

/** `axisChanged`: one axis of one invoice moved. */
export function emitAxis(state: StateWriter, invoiceId: string, axis: keyof InvoiceAxes, from: string, to: string): void {
  emitEvent(state, 'axisChanged', { axis, from, invoiceId, to })
}

/** Attributes are written in the order of their names, as receipts want them. */
export function emitEvent(state: StateWriter, type: string, attributes: Readonly<Record<string, string>>): void {
  const sorted = Object.entries(attributes).sort(([left], [right]) => (left < right ? -1 : 1))
  state.emit({ module: MODULE_NAME, type, attributes: sorted.map(([key, value]) => ({ key, value })) })
}

import type { EventFilter, ListedTransaction, TransactionFilter } from '@hanse/ports'
import type { Event } from '@hanse/protocol'

/** What a filter means. The posting lists only say where to look. */
export function fitsTransaction({ senders, calls, outcome, code, clientRef }: TransactionFilter, row: ListedTransaction): boolean {
  return (
    (senders === undefined || senders.includes(row.sender)) &&
    (calls === undefined || row.calls.some((call) => calls.some((wanted) => fitsCall(wanted, call)))) &&
    fits(outcome, row.outcome) &&
    fits(code, row.code) &&
    fits(clientRef, row.clientRef)
  )
}

function fitsCall(
  wanted: { readonly module: string; readonly command?: string },
  call: { readonly module: string; readonly command: string },
): boolean {
  return wanted.module === call.module && fits(wanted.command, call.command)
}

export function fitsEvent({ module, type, attributes = {} }: EventFilter, event: Event): boolean {
  return (
    fits(module, event.module) &&
    fits(type, event.type) &&
    Object.entries(attributes).every(([key, value]) =>
      event.attributes.some((attribute) => attribute.key === key && attribute.value === value),
    )
  )
}

function fits<T>(wanted: T | undefined, value: T | undefined): boolean {
  return wanted === undefined || wanted === value
}

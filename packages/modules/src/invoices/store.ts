import { assert, utf8ToBytes } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import { type InvoiceStatus, statusCodec } from './status.ts'

export const MODULE_NAME = 'invoices'

function key(kind: string, ...parts: readonly string[]): Uint8Array {
  return utf8ToBytes([MODULE_NAME, kind, ...parts].join('\0'))
}

export function readStatus(state: StateReader, invoiceId: string): InvoiceStatus | undefined {
  const bytes = state.get(key('status', invoiceId))
  if (bytes === undefined) return undefined
  const decoded = statusCodec.decode(bytes)
  assert(decoded.ok, `invoice status ${invoiceId} in state is not canonical`)
  return decoded.value
}

export function writeStatus(state: StateWriter, invoiceId: string, status: InvoiceStatus): void {
  state.put(key('status', invoiceId), statusCodec.encode(status))
}

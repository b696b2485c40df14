import type { JsonObject } from '../json.ts'
import { isoTime } from '../terminal/output.ts'

/** What can be exported, and how a line of it looks in CSV. */
export const EXPORT_KINDS = ['blocks', 'transactions', 'events'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

export interface ExportSource {
  readonly method: string
  /** Params beside range, cursor and filter. */
  readonly params: JsonObject
  readonly columns: readonly string[]
  row(item: JsonObject): readonly unknown[]
}

const ASCENDING = { order: 'ascending' } as const

export const EXPORT_SOURCES: Readonly<Record<ExportKind, ExportSource>> = {
  blocks: {
    method: 'chain_listBlocks',
    params: ASCENDING,
    columns: [
      ...['height', 'hash', 'timeMs', 'time', 'proposer', 'parent', 'stateRoot'],
      ...['transactionCount', 'rejectedCount', 'eventCount', 'sizeBytes'],
    ],
    row: (item) => {
      const { height, hash, timeMs, header, transactionCount, rejectedCount, eventCount, sizeBytes } = item
      const { proposer, parent, stateRoot } = header as JsonObject
      return [height, hash, timeMs, time(timeMs), proposer, parent, stateRoot, transactionCount, rejectedCount, eventCount, sizeBytes]
    },
  },
  transactions: {
    method: 'tx_list',
    params: ASCENDING,
    columns: ['height', 'index', 'hash', 'timeMs', 'time', 'sender', 'clientRef', 'calls', 'outcome', 'code'],
    row: ({ height, index, hash, timeMs, sender, clientRef, calls, outcome, code }) => {
      const names = (calls as readonly JsonObject[]).map(({ module, command }) => `${module}.${command}`).join(' ')
      return [height, index, hash, timeMs, time(timeMs), sender, clientRef, names, outcome, code]
    },
  },
  events: {
    method: 'event_list',
    params: {},
    columns: ['height', 'index', 'txId', 'timeMs', 'time', 'module', 'type', 'attributes'],
    row: ({ height, index, txId, timeMs, event }) => {
      const { module, type, attributes } = event as JsonObject
      const pairs = (attributes as readonly { readonly key: string; readonly value: string }[]).map(({ key, value }) => [key, value])
      return [height, index, txId, timeMs, time(timeMs), module, type, JSON.stringify(Object.fromEntries(pairs))]
    },
  },
}

function time(timeMs: unknown): string {
  return isoTime(timeMs as number)
}

/** RFC 4180. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map((cell) => csvCell(`${cell ?? ''}`)).join(',')}\r\n`
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

import type { EventFilter, TransactionFilter } from '@hanse/ports'
import type { EventOutline, Span } from '@hanse/protocol'
import type { TransactionRow } from './block-rows.ts'
import { TextHash } from './text-hash.ts'

/** What a text is of, as the first byte of its term. */
const KIND = { sender: 1, outcome: 2, module: 3, command: 4, code: 5, clientRef: 6, type: 7, attribute: 8 } as const
type Kind = keyof typeof KIND

/** Is in no text. */
const SEPARATOR = 0
const HEX = 'hex'

/** A row has one term of each group. No group: any row. */
export type TermGroups = readonly (readonly number[])[]

/**
 * What rows can be found by, as numbers. Two texts with one term cost a look at the row, no more; and as the key is this index's own, nobody
 * can write texts that have the term of somebody else's.
 */
export class Terms {
  readonly #hash: TextHash

  constructor(key: Uint8Array) {
    this.#hash = new TextHash(key)
  }

  /** Calls `found` for each; one may come twice. */
  ofTransaction(record: Uint8Array, row: TransactionRow, found: (term: number) => void): void {
    const { sender, calls, outcome, code, clientRef } = row
    found(this.#one('sender', record, sender))
    found(this.#one('outcome', record, outcome))
    for (const { module, command } of calls) {
      found(this.#one('module', record, module))
      found(this.#two('command', record, module, command))
    }
    if (code !== undefined) found(this.#one('code', record, code))
    if (clientRef !== undefined) found(this.#one('clientRef', record, clientRef))
  }

  ofEvent(record: Uint8Array, { module, type, attributes }: EventOutline, found: (term: number) => void): void {
    found(this.#one('module', record, module))
    found(this.#one('type', record, type))
    for (const { key, value } of attributes) found(this.#two('attribute', record, key, value))
  }

  ofTransactionFilter({ senders, calls, outcome, code, clientRef }: TransactionFilter): TermGroups {
    return [
      ...(clientRef === undefined ? [] : [[this.#text('clientRef', clientRef)]]),
      ...(code === undefined ? [] : [[this.#text('code', code)]]),
      ...(senders === undefined ? [] : [senders.map((sender) => this.#whole('sender', Buffer.from(sender.slice(2), HEX)))]),
      ...(calls === undefined
        ? []
        : [
            calls.map(({ module, command }) =>
              command === undefined ? this.#text('module', module) : this.#text('command', module, command),
            ),
          ]),
      ...(outcome === undefined ? [] : [[this.#text('outcome', outcome)]]),
    ]
  }

  ofEventFilter({ module, type, attributes = {} }: EventFilter): TermGroups {
    return [
      ...Object.entries(attributes).map(([key, value]) => [this.#text('attribute', key, value)]),
      ...(type === undefined ? [] : [[this.#text('type', type)]]),
      ...(module === undefined ? [] : [[this.#text('module', module)]]),
    ]
  }

  #one(kind: Kind, bytes: Uint8Array, { from, to }: Span): number {
    return this.#hash.begin().byte(KIND[kind]).bytes(bytes, from, to).end()
  }

  #two(kind: Kind, bytes: Uint8Array, first: Span, second: Span): number {
    this.#hash.begin().byte(KIND[kind]).bytes(bytes, first.from, first.to).byte(SEPARATOR)
    return this.#hash.bytes(bytes, second.from, second.to).end()
  }

  #text(kind: Kind, ...texts: readonly string[]): number {
    return this.#whole(kind, Buffer.from(texts.join('\0'), 'utf8'))
  }

  #whole(kind: Kind, bytes: Uint8Array): number {
    return this.#one(kind, bytes, { from: 0, to: bytes.length })
  }
}

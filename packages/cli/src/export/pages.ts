import { setTimeout as sleep } from 'node:timers/promises'
import { reject } from '@hanse/primitives'
import { type FieldValue, jsonValue, list, object, optional, parseField, text, uint } from '@hanse/protocol'
import type { HanseClient } from '@hanse/sdk'
import { CliError } from '../cli-error.ts'
import { EXIT_CODE } from '../exit-code.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { ExportSource } from './kinds.ts'

/** As many as a node gives at once. */
const PAGE_ITEMS = 200
/** How often to look whether the index has come further, in ms, and how long without any step of it. */
const INDEX_POLL_MS = 500
const INDEX_PATIENCE_MS = 15_000

const pageField = object({
  items: list(jsonValue(), { max: PAGE_ITEMS }),
  nextCursor: optional(text({ max: 64 })),
  /** Absent from a node of a release that had all blocks. */
  indexedFrom: optional(uint()),
  indexedTo: uint(),
})

export interface ExportPage {
  readonly items: readonly JsonObject[]
  /** Where the next page begins. */
  readonly cursor?: string
  /** Everything below this height has been given. */
  readonly height: number
}

interface PageRequest {
  readonly client: Pick<HanseClient, 'callRaw'>
  readonly source: ExportSource
  readonly filter: JsonObject
  readonly to: number
  readonly start: { readonly cursor?: string; readonly height: number }
}

/**
 * All items from the start to height `to`, page by page; ends when they are all there. An index that is behind is waited for; one that
 * stands still is an error (`export/incomplete`), never a short answer.
 */
export async function* pagesOf({ client, source, filter, to, start }: PageRequest): AsyncGenerator<ExportPage, void, undefined> {
  let { cursor, height } = start
  let patienceEndsMs = performance.now() + INDEX_PATIENCE_MS
  while (height <= to) {
    const params = { ...source.params, ...filter, from: height, to, limit: PAGE_ITEMS, ...(cursor === undefined ? {} : { cursor }) }
    const page = readPage(await client.callRaw(source.method, params), source.method)
    if ((page.indexedFrom ?? 0) > height) throw beginsLate(page.indexedFrom ?? 0, height)
    const items = page.items.filter(isJsonObject)
    if (page.nextCursor !== undefined) {
      cursor = page.nextCursor
      yield { items, cursor, height }
      continue
    }
    const reached = Math.min(page.indexedTo, to) + 1
    const isFurther = reached > height
    cursor = undefined
    if (isFurther) {
      height = reached
      patienceEndsMs = performance.now() + INDEX_PATIENCE_MS
      yield { items, height }
    }
    if (height > to) return
    if (performance.now() > patienceEndsMs) throw incomplete(page.indexedTo, to)
    await sleep(INDEX_POLL_MS)
  }
}

function readPage(json: unknown, method: string): FieldValue<typeof pageField> {
  const { items, nextCursor, indexedFrom, indexedTo } = isJsonObject(json) ? json : {}
  const known = { items, indexedTo, ...(indexedFrom === undefined ? {} : { indexedFrom }) }
  const page = parseField(pageField, { ...known, ...(nextCursor === null ? {} : { nextCursor }) } as never)
  if (page.ok) return page.value
  throw new CliError(reject('sdk/bad-reply', `${method} gave no page: ${page.error.message}`, { hint: 'Ask another node: --rpc URL.' }))
}

function beginsLate(indexedFrom: number, from: number): CliError {
  const hint = `Ask a node that keeps its history (--rpc URL), or begin with --from ${indexedFrom}.`
  const message = `not complete: the index of the node begins at height ${indexedFrom}, the export at ${from}`
  return new CliError(reject('export/incomplete', message, { hint }), { exitCode: EXIT_CODE.notReady, data: { indexedFrom, from } })
}

function incomplete(indexedTo: number, to: number): CliError {
  const hint = 'Run the same command again: with --out it goes on where it stopped. Or ask another node: --rpc URL'
  const message = `not complete: the index of the node ends at height ${indexedTo}, the export at ${to}, and it does not go on`
  return new CliError(reject('export/incomplete', message, { hint }), { exitCode: EXIT_CODE.notReady, data: { indexedTo, to } })
}

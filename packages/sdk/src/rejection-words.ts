import { MODULE_REJECTIONS } from '@hanse/modules'
import type { Json } from '@hanse/protocol'
import type { Module } from '@hanse/state'
import { isRecord } from './is-record.ts'

/** What a code of a refusal means, and what to do about it. */
export interface RejectionWords {
  readonly meaning: string
  readonly hint: string
}

/** Undefined where nobody has words for a code. */
export type WordsOf = (code: string) => Promise<RejectionWords | undefined>

/** Of this software and of the modules given; else of the node, which has those of all modules in force. */
export function wordsFrom(modules: readonly Module[], discover: () => Promise<Json>): WordsOf {
  const tables = [MODULE_REJECTIONS, ...modules.map(({ rejections = {} }) => rejections)]
  return async (code) => {
    const known = tables.find((rows) => Object.hasOwn(rows, code))?.[code]
    if (known !== undefined) return { meaning: known.meaning, hint: known.hint }
    // The refusal stands with its code alone where the node cannot be asked.
    const document: unknown = await discover().catch(() => undefined)
    return isRecord(document)
      ? listOf(document['x-modules'])
          .flatMap(rowsOf)
          .find((row) => row.code === code)
      : undefined
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function rowsOf(module: unknown): readonly (RejectionWords & { readonly code: unknown })[] {
  const rows = isRecord(module) ? listOf(module['rejections']) : []
  return rows.flatMap((row) =>
    isRecord(row) && typeof row['meaning'] === 'string' && typeof row['hint'] === 'string'
      ? [{ code: row['code'], meaning: row['meaning'], hint: row['hint'] }]
      : [],
  )
}

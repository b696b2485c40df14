import { readFile } from 'node:fs/promises'
import { type Finding, type Judgement, judgeInvoice, type PartyMap, readUbl, toInvoiceIssue, type UblDocument } from '@hanse/documents'
import { type Rejection, reject } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'

/** One file, read and judged as far as it can be without a node. */
export interface JudgedFile {
  readonly file: string
  /** Absent when the file cannot be read as a document. */
  readonly document?: UblDocument
  readonly judgement?: Judgement
  /** Params of `invoices.issue`, when a map was given and nothing is refused. */
  readonly params?: Json
  /** Why it cannot be issued. */
  readonly refusal?: Rejection
}

/** The refusal of a judgement that is not valid. */
export function brokenRules(judgement: Judgement): Rejection {
  const { errors } = judgement.summary
  const first = judgement.findings.find(({ severity }) => severity === 'error') as Finding
  const more = errors === 1 ? '' : ` and ${errors - 1} more`
  return reject('import/invalid-document', `${first.rule}${more}: ${first.message}`, {
    path: first.path,
    hint: 'Correct what the rules name.',
  })
}

/** Reads a file, judges it, and binds its parties where there is a map. Nothing here asks a node. */
export async function judgeFile(file: string, map: PartyMap | undefined): Promise<JudgedFile> {
  const read = readUbl(new Uint8Array(await readFile(file)))
  if (!read.ok) return { file, refusal: read.error }
  const document = read.value
  const judgement = judgeInvoice(document)
  if (!judgement.valid) return { file, document, judgement, refusal: brokenRules(judgement) }
  if (map === undefined) return { file, document, judgement }
  const params = toInvoiceIssue(document, map)
  return params.ok ? { file, document, judgement, params: params.value } : { file, document, judgement, refusal: params.error }
}

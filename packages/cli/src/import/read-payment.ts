import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type InitiatePlan, type Pacs008, type PartyMap, type PaymentDocument, readPacs008, toInitiate } from '@hanse/documents'
import type { Rejection } from '@hanse/primitives'

/** One file, read and bound as far as it can be without a node. */
export interface PaymentFile {
  readonly file: string
  /** Absent when the file cannot be read as a payment. */
  readonly document?: PaymentDocument<Pacs008>
  /** When a map was given and nothing is refused. */
  readonly plan?: InitiatePlan
  readonly refusal?: Rejection
}

/** Reads a payment, and binds its agents where there is a map. Nothing here asks a node. */
export async function readPayment(file: string, map: PartyMap | undefined): Promise<PaymentFile> {
  const bytes = new Uint8Array(await readFile(file))
  const read = readPacs008(bytes)
  if (!read.ok) return { file, refusal: read.error }
  const document = read.value
  if (map === undefined) return { file, document }
  const plan = toInitiate(document, map, `0x${createHash('sha256').update(bytes).digest('hex')}`)
  return plan.ok ? { file, document, plan: plan.value } : { file, document, refusal: plan.error }
}

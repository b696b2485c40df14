import { readFileSync } from 'node:fs'
import { type Pacs008, type PaymentDocument, readPacs008 } from '@hanse/documents'
import type { Result } from '@hanse/primitives'

/** The payment of the devnet's documents as text: the start of every variation. */
export const FOSHAN = readFileSync(new URL('../../../../devnet/documents/foshan-binh-duong-pacs008.xml', import.meta.url), 'utf8')

export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.xml`, import.meta.url), 'utf8')
}

export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.path}: ${result.error.message}`)
  return result.value
}

export function foshan(): PaymentDocument<Pacs008> {
  return valueIn(readPacs008(FOSHAN))
}

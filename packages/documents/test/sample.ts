import { readFileSync } from 'node:fs'
import { judgeInvoice, loadPartyMap, type PartyMap, readUbl, type UblDocument } from '@hanse/documents'

const FOLDER = new URL('../../../devnet/documents/', import.meta.url)

/** The Shunhe invoice of the devnet as text: valid, and the start of every variation. */
export const SHUNHE = readFileSync(new URL('shunhe-invoice.xml', FOLDER), 'utf8')

export function shunheMap(): PartyMap {
  const map = loadPartyMap(JSON.parse(readFileSync(new URL('party-map.json', FOLDER), 'utf8')))
  if (!map.ok) throw new Error(map.error.message)
  return map.value
}

export function read(xml: string): UblDocument {
  const document = readUbl(xml)
  if (!document.ok) throw new Error(`${document.error.code}: ${document.error.message}`)
  return document.value
}

/** The text with one replacement, which must fit. */
export function edit(text: string, from: string | RegExp, to: string): string {
  const edited = text.replace(from, to)
  if (edited === text) throw new Error(`nothing to replace: ${from}`)
  return edited
}

/** Ids of the rules that a document breaks, each once, errors only or warnings too. */
export function broken(xml: string, severities: readonly string[] = ['error']): readonly string[] {
  const { findings } = judgeInvoice(read(xml))
  return [...new Set(findings.filter(({ severity }) => severities.includes(severity)).map(({ rule }) => rule))]
}

import { parseXml, type XmlElement } from '@hanse/documents'
import { valueIn } from './sample.ts'

/** One text for one meaning: names with namespaces, attributes by name, no comments, prefixes, or space between elements. */
export function canonical(xml: string): string {
  return textOf(valueIn(parseXml(xml)))
}

function textOf({ namespace, name, attributes, children, text }: XmlElement): string {
  const pairs = [...attributes].sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
  return `<{${namespace}}${name}${pairs.join('')}>${JSON.stringify(text)}${children.map(textOf).join('')}</>`
}

/** An element that is to be written: either children or a text. */
export interface WrittenElement {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: WrittenElement[]
  text: string
}

const INDENT = '  '

/** XML 1.0 in UTF-8, an element a line. What `parseXml` reads of it is what was given. */
export function writeXml(root: WrittenElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  write(root, '', lines)
  return `${lines.join('\n')}\n`
}

function write({ name, attributes, children, text }: WrittenElement, indent: string, lines: string[]): void {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedInQuotes(value)}"`)
  const open = `${indent}<${name}${pairs.join('')}`
  if (children.length === 0) {
    lines.push(text === '' ? `${open}/>` : `${open}>${escaped(text)}</${name}>`)
    return
  }
  lines.push(`${open}>`)
  for (const child of children) write(child, indent + INDENT, lines)
  lines.push(`${indent}</${name}>`)
}

/** A carriage return would be read as a line feed. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')
}

/** White space of other kinds would be read as spaces. */
function escapedInQuotes(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;')
}

import protobuf from 'protobufjs'

/**
 * A `.d.ts` for one generated file. Codecs of ours give the fields their types and their checks, so all that the
 * declaration promises of a message is that it encodes an object and decodes bytes.
 */
export function declarationFor(protoPaths, includePaths, resolvePath) {
  const root = new protobuf.Root()
  root.resolvePath = (origin, target) => resolvePath(origin, target, includePaths)
  root.loadSync([...protoPaths])
  const lines = [
    'export interface WireType {',
    '  encode(message: object): { finish(): Uint8Array }',
    '  decode(bytes: Uint8Array): object',
    '}',
    '',
  ]
  for (const child of sortedChildren(root)) lines.push(`export declare const ${child.name}: ${describe(child, 0)}`)
  return `${lines.join('\n')}\n`
}

function describe(object, depth) {
  if (object instanceof protobuf.Enum) return describeEnum(object, depth)
  const children = sortedChildren(object)
  const members = children.map((child) => `${indent(depth + 1)}readonly ${child.name}: ${describe(child, depth + 1)}`)
  const nested = members.length === 0 ? '' : `{\n${members.join('\n')}\n${indent(depth)}}`
  if (object instanceof protobuf.Type) return nested === '' ? 'WireType' : `WireType & ${nested}`
  return nested === '' ? '{}' : nested
}

function describeEnum(object, depth) {
  const members = Object.entries(object.values).map(([name, value]) => `${indent(depth + 1)}readonly ${name}: ${value}`)
  return `{\n${members.join('\n')}\n${indent(depth)}}`
}

function sortedChildren(namespace) {
  const kept = namespace.nestedArray.filter((child) => child instanceof protobuf.Namespace || child instanceof protobuf.Enum)
  return kept.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function indent(depth) {
  return '  '.repeat(depth)
}

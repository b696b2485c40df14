/** A node of the tree of a source file, as ESTree has it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [member: string]: unknown
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

export function visit(node: Node, parent: Node | undefined, found: (node: Node, parent: Node | undefined) => void): void {
  found(node, parent)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, node, found)
  }
}

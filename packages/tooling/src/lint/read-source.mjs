import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

/**
 * What the checks ask of a source file: what it imports, in whatever way, and its regular expressions.
 * @typedef {{ readonly path: string, readonly imports: readonly Found[], readonly patterns: readonly Found[] }} Source
 * @typedef {{ readonly text: string, readonly line: number }} Found
 */

/** @returns {Source} `path` is relative to `root`. */
export function readSource(root, path) {
  const code = readFileSync(join(root, path), 'utf8')
  const imports = []
  const patterns = []
  const lineOf = (node) => code.slice(0, node.start).split('\n').length
  visit(parseSync(path, code).program, (node) => {
    const specifier = specifierOf(node)
    if (specifier !== undefined) imports.push({ text: specifier, line: lineOf(node) })
    const pattern = patternOf(node)
    if (pattern !== undefined) patterns.push({ text: pattern, line: lineOf(node) })
  })
  return { path, imports, patterns }
}

/** Import and re-export, `import()` of a constant, and the type `import('…').Name`. */
function specifierOf(node) {
  if (!/^(?:Import|Export|TSImport)/.test(node.type)) return undefined
  const specifier = node.source?.value
  return typeof specifier === 'string' ? specifier : undefined
}

/** A literal, or the constant that `RegExp` is called with. */
function patternOf(node) {
  if (node.type === 'Literal' && node.regex) return node.regex.pattern
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression'
  if (!isCall || node.callee.name !== 'RegExp') return undefined
  const [first] = node.arguments
  if (typeof first?.value === 'string') return first.value
  return first?.type === 'TemplateLiteral' ? first.quasis.map((quasi) => quasi.value.cooked).join('') : undefined
}

function visit(node, onNode) {
  onNode(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') visit(child, onNode)
    }
  }
}

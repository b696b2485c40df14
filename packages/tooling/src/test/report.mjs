import { inspect } from 'node:util'
import { addCounts, countTests, listFailures, listSkipped } from './test-tree.mjs'

/** tap's own notes about an assert, which say nothing more to the reader of a failure. */
const SILENT_DIAGNOSTICS = new Set(['at', 'diff', 'stack', 'source', 'compare', 'tapCaught'])

/** One line for a file that passed; for one that failed also each failure in full and what the file wrote. */
export function describeFile(result) {
  const counts = countTests(result.tests)
  const mark = counts.failed > 0 ? '✖' : counts.passed > 0 ? '✔' : '-'
  const lines = [` ${mark} ${result.path}  ${describeCounts(counts)}  ${seconds(result.durationMs)}`]
  if (counts.failed === 0) return lines.join('\n')
  for (const failure of listFailures(result.tests)) lines.push('', ...indent(describeFailure(failure), 4))
  if (result.output.trim() !== '') lines.push('', '    what the file wrote:', ...indent(result.output.trimEnd(), 6))
  return `${lines.join('\n')}\n`
}

/** From so many files on a run says where its time went, with so many of them. */
const SLOWEST_FROM_FILES = 20
const SLOWEST_SHOWN = 10

/** What took long, was left out and failed, and as its last line the totals: `N passed, N failed` and `, N skipped` if any. */
export function describeRun(results, tookMs) {
  const lines = ['', ...describeSlowest(results, tookMs)]
  const skipped = results.flatMap((result) => listSkipped(result.tests).map(({ reason }) => reason))
  for (const [reason, count] of countEqual(skipped)) lines.push(` - skipped ${count}: ${reason}`)
  const failures = results.flatMap((result) => listFailures(result.tests).map(({ path }) => `${result.path} › ${path.join(' › ')}`))
  for (const failure of failures) lines.push(` ✖ ${failure}`)
  if (skipped.length + failures.length > 0) lines.push('')
  const counts = totals(results)
  lines.push(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
  return lines.join('\n')
}

function describeSlowest(results, tookMs) {
  if (results.length < SLOWEST_FROM_FILES) return []
  const slowest = [...results].sort((a, b) => b.durationMs - a.durationMs).slice(0, SLOWEST_SHOWN)
  const head = ` ${results.length} files in ${seconds(tookMs)}; the slowest:`
  return [head, ...slowest.map(({ path, durationMs }) => `   ${seconds(durationMs).padStart(8)}  ${path}`), '']
}

function seconds(durationMs) {
  return `${(durationMs / 1000).toFixed(1)} s`
}

export function totals(results) {
  return addCounts(results.map((result) => countTests(result.tests)))
}

function describeFailure({ path, diagnostics = {} }) {
  const lines = [path.join(' › ')]
  const { at, diff, stack, source } = diagnostics
  if (at?.fileName) lines.push(`at ${at.fileName}:${at.lineNumber}:${at.columnNumber}`)
  if (source) lines.push(source.trimEnd())
  if (diff) lines.push(diff.trimEnd())
  for (const [name, value] of Object.entries(diagnostics)) {
    if (!SILENT_DIAGNOSTICS.has(name)) lines.push(`${name}: ${typeof value === 'string' ? value : inspect(value, { depth: 8 })}`)
  }
  if (stack) lines.push(stack.trimEnd())
  return lines.join('\n')
}

/** Without the words for what there is none of: `12 passed`, `11 passed, 1 failed`. */
function describeCounts(counts) {
  const words = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
  return words.length === 0 ? 'no test' : words.join(', ')
}

function countEqual(texts) {
  const counts = new Map()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function indent(text, width) {
  return text.split('\n').map((line) => `${' '.repeat(width)}${line}`)
}

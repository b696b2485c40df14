/**
 * What a test file reported: a test holds further tests, and of its asserts those that failed.
 * @typedef {{ name: string, ok: boolean, skipped?: string, tests: TestNode[], failures: Failure[] }} TestNode
 * @typedef {{ readonly name: string, readonly diagnostics?: object }} Failure
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts
 */

/** The tree that grows while `parser`, a tap-parser, reads. @returns {TestNode} */
export function readTests(parser, name) {
  const node = { name, ok: true, tests: [], failures: [] }
  let child
  parser.on('child', (childParser) => {
    child = readTests(childParser, childParser.name)
    node.tests.push(child)
  })
  parser.on('assert', (result) => {
    if (child !== undefined) settleChild(child, result)
    else settleAssert(node, result)
    child = undefined
  })
  return node
}

function settleChild(child, result) {
  child.ok = result.ok
  const explained = child.failures.length > 0 || child.tests.some((test) => !test.ok)
  if (!result.ok && !explained) child.failures.push({ name: 'the test as a whole', diagnostics: result.diag || undefined })
}

function settleAssert(node, result) {
  const skipped = result.skip || result.todo
  if (skipped) {
    const reason = typeof skipped === 'string' ? skipped : 'no reason given'
    node.tests.push({ name: result.name, ok: true, skipped: reason, tests: [], failures: [] })
  } else if (!result.ok) {
    node.ok = false
    node.failures.push({ name: result.name, diagnostics: result.diag || undefined })
  }
}

/** A test without tests in it counts as one; one that holds others counts only where it fails by itself. @returns {Counts} */
export function countTests(node) {
  if (node.skipped !== undefined && node.ok) return { passed: 0, failed: 0, skipped: 1 }
  if (node.tests.length === 0) return { passed: node.ok ? 1 : 0, failed: node.ok ? 0 : 1, skipped: 0 }
  const inside = addCounts(node.tests.map(countTests))
  const failsByItself = node.failures.length > 0 || (!node.ok && inside.failed === 0)
  return failsByItself ? { ...inside, failed: inside.failed + 1 } : inside
}

/** @returns {Counts} */
export function addCounts(counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const each of counts) {
    sum.passed += each.passed
    sum.failed += each.failed
    sum.skipped += each.skipped
  }
  return sum
}

/** Every failure and every skipped test below `node`, under the names of the tests that it stands in. */
export function listFailures(node, path = []) {
  const own = node.failures.map((failure) => ({ path: [...path, failure.name], diagnostics: failure.diagnostics }))
  return [...own, ...node.tests.flatMap((test) => listFailures(test, [...path, test.name]))]
}

export function listSkipped(node, path = []) {
  const below = node.tests.flatMap((test) => listSkipped(test, [...path, test.name]))
  return node.skipped === undefined ? below : [{ path, reason: node.skipped }]
}

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Parser } from 'tap-parser'
import { readTests } from './test-tree.mjs'

/** After the file's own time-out, which reports what hung, has had its chance. */
const KILL_GRACE_MS = 15_000
const OUTPUT_KEPT_BYTES_MAX = 64 * 1024
/** What tap-parser puts in the place of a reason where nothing at all was reported. */
const EMPTY_PLAN_COMMENT = 'no tests found'

/**
 * Runs one test file in a process of its own. It fails when an assert does, and also when the process ends in any
 * other way than by reporting its tests and exiting with 0.
 * @returns {Promise<{ path: string, durationMs: number, tests: import('./test-tree.mjs').TestNode, output: string }>}
 */
export async function runFile(root, path, { timeoutMs, signal }) {
  const startedAtMs = Date.now()
  const env = { ...process.env, TAP: '1', TAP_TIMEOUT: String(timeoutMs / 1_000) }
  const child = spawn(process.execPath, [join(root, path)], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const abort = () => child.kill('SIGTERM')
  signal.addEventListener('abort', abort)
  const killer = setTimeout(() => child.kill('SIGKILL'), timeoutMs + KILL_GRACE_MS)

  const output = []
  const parser = new Parser()
  const tests = readTests(parser, path)
  parser.on('extra', (text) => output.push(text))
  child.stderr.setEncoding('utf8').on('data', (text) => output.push(text))
  const parsed = new Promise((resolve) => parser.on('complete', resolve))
  child.stdout.pipe(parser)
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not start: ${error.message}`))
    child.once('close', (code, killedBy) => resolve(code === 0 ? undefined : describeEnd(code, killedBy)))
  })
  settleFile(tests, await parsed, ended)

  clearTimeout(killer)
  signal.removeEventListener('abort', abort)
  return { path, durationMs: Date.now() - startedAtMs, tests, output: output.join('').slice(-OUTPUT_KEPT_BYTES_MAX) }
}

function describeEnd(code, killedBy) {
  return code === null ? `the process was killed by ${killedBy}` : `the process exited with ${code}`
}

/** A failing assert explains a bad exit; a bad exit, a missing plan or an empty file without one is a failure itself. */
function settleFile(tests, results, ended) {
  const explained = tests.failures.length > 0 || tests.tests.some((test) => !test.ok)
  const malformed = results.failures.filter((failure) => failure.tapError).map((failure) => failure.tapError)
  const problems = [ended, results.bailout ? `bailed out: ${results.bailout}` : undefined, ...malformed].filter(
    (text) => text !== undefined,
  )
  const hasReason = results.plan.comment !== '' && results.plan.comment !== EMPTY_PLAN_COMMENT
  if (results.count === 0 && hasReason) tests.skipped = results.plan.comment
  if (results.count === 0 && !hasReason) problems.push('the file reported no test')
  tests.ok = tests.ok && problems.length === 0 && results.ok
  if (!tests.ok && !explained) tests.failures.push({ name: problems.join('; ') || 'the file failed without saying why' })
}

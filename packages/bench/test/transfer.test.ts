import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'tap'
import type { LoadReport } from '../src/load/report.ts'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const SECONDS = 3

interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

function bench(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const [output, errors]: [string[], string[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output: output.join(''), errors: errors.join('') }))
  })
}

test('a short run on four real nodes: every receipt is there, every process is accounted for', { timeout: 180_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-bench-test-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const [json, svg] = [join(folder, 'report.json'), join(folder, 'chart.svg')]
  const options = ['--seconds', `${SECONDS}`, '--warmup', '1', '--rate', '40', '--runs', '1', '--json', json, '--svg', svg]
  const { code, output, errors } = await bench('transfer', ...options)
  t.equal(code, 0, `${output}${errors}`)
  t.match(output, /^transfer: 4 validators, 40 transactions\/s offered, 3 s\n {2}committed +\d+ transactions\/s\n/)
  t.match(output, /failures +none/)
  const { runs, medians } = JSON.parse(readFileSync(json, 'utf8')) as LoadReport
  const [run] = runs
  t.equal(run?.clients.length, 4)
  t.equal(run?.clients.filter(({ isPrimary }) => isPrimary).length, 1)
  // All that is sent within the window has its receipt, if not within it.
  t.ok(Math.abs((run?.latencyMs.count ?? 0) - 40 * SECONDS) <= 8, `${run?.latencyMs.count} of ${40 * SECONDS}`)
  t.ok(run?.clients.every((client) => client.latencyMs.count > 0))
  t.ok((run?.blocks ?? 0) > 0)
  t.same(run?.processes.map(({ name }) => name).slice(0, 5), ['bank-a', 'bank-b', 'core-firm', 'supplier', 'client of bank-a'])
  t.ok(run?.processes.every(({ residentMb }) => residentMb > 10))
  t.ok(medians.transactionBytes > 200 && medians.peerBytesPerTransaction > medians.transactionBytes)
  t.match(readFileSync(svg, 'utf8'), /^<svg /)
})

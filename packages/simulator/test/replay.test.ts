import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { simulate } from '@hanse/simulator'
import { test } from 'tap'

const MAIN = join(import.meta.dirname, '../dist/main.js')

function run(...parameters: readonly string[]) {
  return spawnSync(process.execPath, [MAIN, ...parameters], { encoding: 'utf8' })
}

test('the same seed twice is the same run, to the last byte', { timeout: 280_000 }, async (t) => {
  for (const seed of [3, 9]) {
    const lines: string[] = []
    const first = simulate({ seed, validators: 4 })
    t.strictSame(simulate({ seed, validators: 4, trace: (line) => lines.push(line) }), first, 'a trace changes nothing')
    t.ok(lines.length > 1_000)
  }
})

test('seeds, numbers of validators and of liars all make another run', { timeout: 280_000 }, async (t) => {
  const hashes = [
    simulate({ seed: 3, validators: 4, byzantine: 0 }),
    simulate({ seed: 3, validators: 4, byzantine: 1 }),
    simulate({ seed: 4, validators: 4, byzantine: 0 }),
    simulate({ seed: 3, validators: 5, byzantine: 0 }),
  ].map(({ traceHash }) => traceHash)
  t.equal(new Set(hashes).size, hashes.length)
})

test('threads and processes see the same run', { timeout: 280_000 }, async (t) => {
  const { traceHash } = simulate({ seed: 5, validators: 4 })
  const { status, stdout } = run('--seeds', '5', '--trace')
  t.equal(status, 0)
  t.match(stdout, new RegExp(`trace +${traceHash}`))
  const checked = run('--seeds', '5-6', '--jobs', '2', '--verify-replay', '--json')
  t.equal(checked.status, 0, checked.stdout)
  t.match(JSON.parse(checked.stdout), { seeds: 2, counted: 2, violations: [] })
})

test('parameters that are not understood end with code 2', { timeout: 280_000 }, async (t) => {
  for (const parameters of [
    [],
    ['--seeds', 'x'],
    ['--seeds', '9-1'],
    ['--seeds', '1', '--validators', '3'],
    ['--seeds', '1', '--byzantine', '2'],
    ['--seeds', '1-2', '--trace'],
    ['--what'],
    ['--seeds', '1', '--crash-points'],
    ['--schedule', 'no-such-file.json'],
    ['--campaign', 'ledger.jsonl', '--minutes', '0'],
  ]) {
    const { status, stderr } = run(...parameters)
    t.equal(status, 2, parameters.join(' '))
    t.match(stderr, /Try: npm run simulate/)
  }
})

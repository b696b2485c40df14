import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { PLANTED_BUGS } from './planted-bugs/planted-bugs.ts'

/** Seeds from 1 on, chosen for none of the bugs. */
const SEEDS_MAX = 120
/** A busy machine takes its time; on an idle one it is a quarter of a minute. */
const TIMEOUT_MS = 280_000
const PACKAGES = join(import.meta.dirname, '../..')
const MAIN = join(PACKAGES, 'simulator/dist/main.js')
const PLANT = join(import.meta.dirname, 'planted-bugs/plant.ts')

interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Found {
  readonly violations: readonly { readonly seed: number; readonly oracle: number; readonly message: string; readonly replays: boolean }[]
}

function simulateWith(bug: string | undefined, ...parameters: readonly string[]): Promise<Run> {
  const args = ['--disable-warning=ExperimentalWarning', '--import', PLANT, MAIN, '--jobs', '1', '--json', ...parameters]
  const env = { ...process.env, ...(bug === undefined ? {} : { HANSE_PLANTED_BUG: bug }) }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => (output.stdout += chunk))
    child.stderr.on('data', (chunk) => (output.stderr += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...output }))
  })
}

test('every patch finds its place exactly once', async (t) => {
  for (const { name, patches } of PLANTED_BUGS) {
    for (const { file, find } of patches) t.equal(readFileSync(join(PACKAGES, file), 'utf8').split(find).length - 1, 1, `${name}: ${file}`)
  }
})

test('without a bug the same seeds find nothing', { timeout: TIMEOUT_MS }, async (t) => {
  const { code, stdout } = await simulateWith(undefined, '--seeds', '1-8')
  t.equal(code, 0)
  t.strictSame((JSON.parse(stdout) as Found).violations, [])
})

test('the oracles find each planted bug', { jobs: 2, timeout: TIMEOUT_MS }, async (t) => {
  for (const { name, patches } of PLANTED_BUGS) {
    t.test(name, { timeout: TIMEOUT_MS }, async (bug) => {
      const { code, stdout, stderr } = await simulateWith(name, '--seeds', `1-${SEEDS_MAX}`, '--fail-fast')
      for (const { file } of patches) bug.match(stderr, file.replace('/src/', '/dist/').replace(/\.ts$/, '.js'), 'the patched code ran')
      bug.equal(code, 1, 'a violation is a failure')
      const [found] = (JSON.parse(stdout) as Found).violations
      bug.ok(found !== undefined && found.seed <= SEEDS_MAX, `none of ${SEEDS_MAX} seeds found it`)
      bug.equal(found?.replays, true, 'the failing seed replays exactly')
      bug.comment(`seed ${found?.seed}, oracle ${found?.oracle}: ${found?.message.split('\n')[0]}`)
    })
  }
})

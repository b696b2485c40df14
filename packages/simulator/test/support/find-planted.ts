import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Test } from 'tap'
import { PLANTED_BUGS, type PlantedBug } from '../planted-bugs/planted-bugs.ts'

/** Seeds from 1 on, chosen for none of the bugs. */
export const SEEDS_MAX = 120
/** A busy machine takes its time; on an idle one it is a minute. */
export const PLANTED_TIMEOUT_MS = 580_000
export const PACKAGES = join(import.meta.dirname, '../../..')
const MAIN = join(PACKAGES, 'simulator/dist/main.js')
const PLANT = join(import.meta.dirname, '../planted-bugs/plant.ts')

interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Found {
  readonly seeds: number
  readonly heights: number
  readonly cpuMs: number
  readonly violations: readonly { readonly seed: number; readonly oracle: number; readonly message: string; readonly replays: boolean }[]
}

export function simulateWith(bug: string | undefined, ...parameters: readonly string[]): Promise<Run> {
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

/** Files have a time limit each: every so many of them hold one part of the bugs. */
const PARTS = 4

export function findPart(t: Test, part: number): void {
  findEach(
    t,
    PLANTED_BUGS.filter((_, index) => index % PARTS === part),
  )
}

/** Each bug alone must be found, and its seed must replay. */
function findEach(t: Test, bugs: readonly PlantedBug[]): void {
  for (const { name, patches, parameters = [] } of bugs) {
    t.test(name, { timeout: PLANTED_TIMEOUT_MS }, async (bug) => {
      const { code, stdout, stderr } = await simulateWith(name, '--seeds', `1-${SEEDS_MAX}`, '--fail-fast', ...parameters)
      for (const { file } of patches) bug.match(stderr, file.replace('/src/', '/dist/').replace(/\.ts$/, '.js'), 'the patched code ran')
      bug.equal(code, 1, 'a violation is a failure')
      const [found] = (JSON.parse(stdout) as Found).violations
      bug.ok(found !== undefined && found.seed <= SEEDS_MAX, `none of ${SEEDS_MAX} seeds found it`)
      bug.equal(found?.replays, true, 'the failing seed replays exactly')
      bug.comment(`seed ${found?.seed}, oracle ${found?.oracle}: ${found?.message.split('\n')[0]}`)
    })
  }
}

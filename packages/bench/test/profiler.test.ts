import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { test } from 'tap'
import { stageTimes, unclassifiedFunctions } from '../src/profile/classify.ts'

const BUILT = pathToFileURL(join(import.meta.dirname, '../dist/profile/profiler.js')).href

/** Busy for half of the time. */
const PROGRAM = `
let sum = 0
function burn(untilMs) { while (performance.now() < untilMs) for (let i = 0; i < 1e5; i++) sum += i * i }
setInterval(() => burn(performance.now() + 10), 20)
process.stdout.write('ready')
`

test('a process that runs is profiled twice, and each profile is of its own while', async (t) => {
  const { Profiler } = (await import(BUILT)) as typeof import('../src/profile/profiler.ts')
  const profiler = await Profiler.open()
  const { program = '', flags = [] } = profiler.nodeStart
  t.ok(existsSync(program), 'what a node is started with is there')
  const child = spawn(process.execPath, [...flags, '--input-type=module', '--eval', PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(async () => {
    child.kill()
    await profiler.close()
  })
  await once(child.stdout, 'data')
  const pid = child.pid as number
  for (const lengthMs of [400, 200]) {
    await profiler.begin(pid)
    await sleep(lengthMs)
    const profile = await profiler.end(pid)
    const spanMs = profile.timeDeltas.reduce((total, us) => total + us, 0) / 1000
    t.ok(spanMs >= lengthMs - 20 && spanMs < lengthMs + 2_000, `${spanMs} ms`)
    const idleMs = (stageTimes(profile).find(({ stage }) => stage === 'idle')?.us ?? 0) / 1000
    t.ok(idleMs > 0 && idleMs < 0.95 * spanMs, `idle for ${idleMs} of ${spanMs} ms`)
    t.match(unclassifiedFunctions([profile], 1), [/\[eval1\]$/])
  }
})

import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'

/**
 * Preloaded into a node that is measured: SIGUSR2 begins a profile of its main thread, and the next one ends it. `Profiler` gives the
 * folder, and finds there what this writes.
 */
const folder = new URL(import.meta.url).searchParams.get('folder') ?? ''
const session = new Session()
const begun = join(folder, `${process.pid}.begun`)
let isRunning = false

async function begin(): Promise<void> {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  writeFileSync(begun, '')
}

async function end(): Promise<void> {
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  rmSync(begun)
  const path = join(folder, `${process.pid}.cpuprofile`)
  writeFileSync(`${path}.part`, JSON.stringify(profile))
  renameSync(`${path}.part`, path)
}

// A worker is given the same flags.
if (isMainThread) {
  process.on('SIGUSR2', () => {
    isRunning = !isRunning
    void (isRunning ? begin() : end())
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'tap'
import { createWorkspace, REPOSITORY } from './support/workspace.ts'

/** A process that runs another by `runChild`, as `npm run` does, and passes its exit code on. */
function runThroughParent(childCode: string): ChildProcess {
  const runChild = join(REPOSITORY, 'packages/tooling/src/run-child.mjs')
  const parentCode = `import { runChild } from ${JSON.stringify(runChild)}
process.exitCode = await runChild(process.execPath, ['-e', ${JSON.stringify(childCode)}])`
  return spawn(process.execPath, ['--input-type=module', '-e', parentCode], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function exitOf(parent: ChildProcess): Promise<readonly [code: number | null, signal: string | null]> {
  const [code, signal] = await once(parent, 'close')
  return [code, signal]
}

test("the exit code is the child's", async (t) => {
  t.same(await exitOf(runThroughParent('process.exit(0)')), [0, null])
  t.same(await exitOf(runThroughParent('process.exit(4)')), [4, null])
  t.same(await exitOf(runThroughParent("process.kill(process.pid, 'SIGKILL')")), [137, null])
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} reaches the child, which ends in its own way`, async (t) => {
    const code = `process.on('${signal}', () => { console.log('stopping'); setTimeout(() => process.exit(7), 100) })
      setInterval(() => {}, 1000)
      console.log('ready')`
    const parent = runThroughParent(code)
    const output: string[] = []
    parent.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output.push(text)
      if (text.includes('ready')) parent.kill(signal)
    })
    t.same(await exitOf(parent), [7, null], 'the parent waits for it')
    t.equal(output.join(''), 'ready\nstopping\n', 'once')
  })
}

test('two set-ups at once take turns, and a dead one is taken over', async (t) => {
  const workspace = createWorkspace({ 'lock/pid': '999999999' })
  t.teardown(() => workspace.remove())
  const lock = join(REPOSITORY, 'packages/tooling/src/setup/lock.mjs')
  const code = `import { withLock } from ${JSON.stringify(lock)}
import { setTimeout } from 'node:timers/promises'
await withLock(${JSON.stringify(join(workspace.root, 'lock'))}, async () => {
  process.stdout.write('in ')
  await setTimeout(150)
  process.stdout.write('out ')
})`
  const output: string[] = []
  const workers = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  for (const worker of workers) worker.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text))
  t.same(await Promise.all(workers.map(exitOf)), [
    [0, null],
    [0, null],
    [0, null],
  ])
  t.equal(output.join(''), 'in out in out in out ')
})

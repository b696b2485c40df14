import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { type Devnet, findDevnet, runningPid } from '@hanse/devnet'
import { type Test, test } from 'tap'
import { isExplained } from './support/explained.ts'
import { collect, exitOf, runDevnet, spawnDevnet } from './support/run-devnet.ts'
import { endWithTest, freeBasePort, temporaryFolder, until } from './support/test-network.ts'

const UP_TIMEOUT_MS = 30_000

test('up stays with its network as long as there is one, and somebody who reads', { timeout: 180_000 }, async (t) => {
  const directory = join(await temporaryFolder(t), 'net')
  const parameters = ['--data-dir', directory, '--base-port', `${await freeBasePort()}`]
  const run = (...words: readonly string[]) => runDevnet(...words, '--data-dir', directory)

  await t.test('a reader that has enough while it starts: `| head -3`', async (t) => {
    const child = spawnUp(t, parameters)
    await until('the first line', UP_TIMEOUT_MS, async () => (child.output().stdout === '' ? undefined : true))
    child.process.stdout?.destroy()
    const devnet = await madeIn(t, directory)
    t.equal(await child.exit, 0)
    t.match(child.output().stderr, /^ stopped while starting, saved at height \d+\. `npm run devnet -- --data-dir \S+` resumes\.\n$/)
    t.strictSame(namesRunning(devnet), [])
  })

  await t.test('a reader that dies: `| tee`', async (t) => {
    const child = await startUp(t, parameters)
    const devnet = await madeIn(t, directory)
    // After the first pulse nothing is written for half a minute but that the node ended.
    await until('a pulse', UP_TIMEOUT_MS, async () => (child.output().stdout.includes(' · pool ') ? true : undefined))
    child.process.stdout?.destroy()
    t.equal((await run('kill', 'supplier')).code, 0)
    t.equal(await child.exit, 0)
    t.match(child.output().stderr, /^ nobody reads this output: stopping 3 nodes … saved at height \d+\. .* resumes, .* starts over\.\n$/)
    t.strictSame(namesRunning(devnet), [])
  })

  await t.test('a network that is stopped, killed or deleted elsewhere', async (t) => {
    const stopped = await startUp(t, parameters)
    const devnet = await madeIn(t, directory)
    t.equal((await run('stop')).code, 0)
    t.equal(await stopped.exit, 0)
    t.match(
      stopped.output().stdout,
      /\n every node was stopped, saved at height \d+\. `npm run devnet -- --data-dir \S+` resumes, .* starts over\.\n$/,
    )
    t.notMatch(stopped.output().stdout, /✖|saved at height 0/)

    const killed = await startUp(t, parameters)
    await Promise.all(devnet.nodes.map(({ name }) => run('kill', name)))
    const { code, stderr } = { code: await killed.exit, ...killed.output() }
    isExplained(t, { code, stdout: '', stderr }, { code: 1, message: /no node runs any more/, tryThis: /npm run devnet -- --data-dir/ })

    const deleted = await startUp(t, parameters)
    t.equal((await run('reset')).code, 0)
    t.equal(await deleted.exit, 0)
    t.match(deleted.output().stdout, /\n the network was deleted\. `npm run devnet -- --data-dir \S+` makes a new one\.\n$/)
  })

  await t.test('one that was to be left running is, whoever reads', async (t) => {
    const child = spawnUp(t, [...parameters, '--detach'])
    child.process.stdout?.destroy()
    t.equal(await child.exit, 0, child.output().stderr)
    t.equal(namesRunning(await madeIn(t, directory)).length, 4)
    const status = spawnUp(t, ['status', '--data-dir', directory])
    status.process.stdout?.destroy()
    t.equal(await status.exit, 0, status.output().stderr)
  })
})

interface Up {
  readonly process: ChildProcess
  readonly output: ReturnType<typeof collect>
  readonly exit: Promise<number | null>
}

function spawnUp(t: Test, parameters: readonly string[]): Up {
  const child = spawnDevnet(parameters)
  t.teardown(() => child.kill('SIGKILL'))
  return { process: child, output: collect(child), exit: exitOf(child) }
}

async function startUp(t: Test, parameters: readonly string[]): Promise<Up> {
  const up = spawnUp(t, parameters)
  await until('up', UP_TIMEOUT_MS, async () => (up.output().stdout.includes('watch it catch up') ? true : undefined))
  return up
}

async function madeIn(t: Test, directory: string): Promise<Devnet> {
  const { value } = await until('a network', UP_TIMEOUT_MS, async () => {
    const found = await findDevnet(directory)
    return found.ok ? found.value : undefined
  })
  endWithTest(t, value)
  return value
}

function namesRunning(devnet: Devnet): readonly string[] {
  return devnet.nodes.map((node) => node.name).filter((name) => runningPid(devnet, name) !== undefined)
}

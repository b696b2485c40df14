import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, startNodeProcess, stopNodeProcess, waitForNode } from '@hanse/devnet'
import { NODE_PROGRAM } from '@hanse/node/outside'
import { type Test, test } from 'tap'
import { clientOf, ToldFinal } from './support/client.ts'
import { collect, exitOf } from './support/run-devnet.ts'
import { allReady, createTestNetwork, headOf, nodeOf, until } from './support/test-network.ts'

const VICTIM = 'supplier'

/** Injecting errors into system calls takes strace, and the right to trace a process. */
function whyNoInjection(): string | false {
  const probe = spawnSync('strace', ['-qq', '-o', '/dev/null', '-e', 'trace=fdatasync', '-e', 'inject=fdatasync:error=EIO', 'true'])
  return probe.status === 0 ? false : 'injecting disk errors needs strace and the right to trace processes (root in a container)'
}

async function newest(directory: string, pattern: RegExp): Promise<string> {
  const name = (await readdir(directory))
    .filter((candidate) => pattern.test(candidate))
    .sort()
    .at(-1)
  if (name === undefined) throw new Error(`${directory} has no ${pattern}`)
  return join(directory, name)
}

interface Fault {
  readonly what: string
  /** The file whose system calls fail from now on. */
  readonly path: (home: string) => Promise<string>
  readonly inject: string
  readonly message: RegExp
}

const segment = (home: string): Promise<string> => newest(join(home, 'data', 'log'), /\.segment$/)
const levelLog = (home: string): Promise<string> => newest(join(home, 'data', 'store'), /^\d+\.log$/)
const guard = async (home: string): Promise<string> => join(home, 'keys', 'vote-guard')

const FAULTS: readonly Fault[] = [
  { what: 'a sync of the log of votes', path: segment, inject: 'fdatasync:error=EIO', message: /append to log.*EIO/ },
  { what: 'a write to the log of votes', path: segment, inject: 'pwrite64:error=ENOSPC', message: /append to log.*ENOSPC/ },
  { what: 'a sync of the guard', path: guard, inject: 'fdatasync:error=EIO', message: /write .*vote-guard.*EIO/ },
  { what: 'a write to the store', path: levelLog, inject: 'write:error=ENOSPC', message: /write to store.*No space left/ },
  { what: 'a sync of the store', path: levelLog, inject: 'fdatasync,fsync:error=EIO', message: /write to store.*Input\/output error/ },
]

/** Attached to a process that runs. Ends with it. */
async function injectInto(t: Test, child: ChildProcess, path: string, inject: string): Promise<void> {
  const calls = inject.split(':')[0]
  const flags = ['-f', '-qq', '-o', '/dev/null', '-P', path, '-e', `trace=${calls}`, '-e', `inject=${inject}`, '-p', String(child.pid)]
  const strace = spawn('strace', flags, { stdio: 'ignore' })
  t.teardown(() => strace.kill('SIGKILL'))
  await sleep(1_000)
}

/** As the devnet would start it, but as our child: so we see with what it ends. */
async function startAsChild(
  { directory }: Devnet,
  name: string,
): Promise<{ readonly child: ChildProcess; readonly output: ReturnType<typeof collect> }> {
  const child = spawn(process.execPath, [NODE_PROGRAM, join(directory, 'nodes', name)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await writeFile(join(directory, 'pids', name), `${child.pid}\n`)
  return { child, output: collect(child) }
}

test('the first disk error ends the process non-zero with one line that says why; the others go on, and it comes back', {
  skip: whyNoInjection(),
  timeout: 600_000,
}, async (t) => {
  const devnet = await createTestNetwork(t)
  const home = join(devnet.directory, 'nodes', VICTIM)
  const others = devnet.nodes.filter(({ name }) => name !== VICTIM)
  const [witness] = others
  if (witness === undefined) return t.fail('no witness')
  for (const { name } of devnet.nodes) await startNodeProcess(devnet, name)
  await allReady(devnet, 1)
  const node = nodeOf(devnet, VICTIM)
  const chain = await clientOf(node).chain()
  const told = new ToldFinal()
  await told.transfer(node, chain)
  await stopNodeProcess(devnet, VICTIM)
  for (const { what, path, inject, message } of FAULTS) {
    const { child, output } = await startAsChild(devnet, VICTIM)
    const exit = exitOf(child)
    await waitForNode(devnet, node, { height: await headOf(others), peers: 3 })
    await told.transfer(node, chain)
    await injectInto(t, child, await path(home), inject)
    await until(`${what}: the node ends`, 60_000, async () => {
      await told.transfer(witness, chain)
      return child.exitCode === null ? undefined : true
    })
    t.equal(await exit, 1, `${what}: exit code`)
    const fatal = output()
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: number })
      .filter(({ level }) => level === 60)
    t.match(fatal, [{ code: 'storage/io', msg: message, hint: /\w/ }], what)
    t.equal(fatal.length, 1, `${what}: said once`)
  }
  await startNodeProcess(devnet, VICTIM)
  await waitForNode(devnet, node, { height: await headOf(others), peers: 3 })
  await told.transfer(node, chain)
  for (const at of devnet.nodes) t.strictSame(await told.missingAt(at), [], at.name)
})

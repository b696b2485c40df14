import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Devnet, startNodeProcess, waitForNode } from '@hanse/devnet'
import { NODE_PROGRAM } from '@hanse/node/outside'
import { test } from 'tap'
import { clientOf, ToldFinal } from './support/client.ts'
import { collect, exitOf } from './support/run-devnet.ts'
import { allReady, createTestNetwork, headOf, nodeOf, until } from './support/test-network.ts'

const DISK_BYTES = 64 * 1024 * 1024
const VICTIM = 'supplier'

/** A file system of its own, gone with the test. */
function mountSmallDisk(): { readonly directory: string; unmount(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'hanse-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', directory], { stdio: 'pipe' })
  } catch (error) {
    rmdirSync(directory)
    throw error
  }
  const unmount = (): void => {
    execFileSync('umount', [directory])
    rmdirSync(directory)
  }
  return { directory, unmount }
}

function whyNoMount(): string | false {
  try {
    mountSmallDisk().unmount()
    return false
  } catch {
    return 'mounting a small disk needs root on Linux'
  }
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

test('a full disk ends the node at once; the others go on, and with space it comes back', {
  skip: whyNoMount(),
  timeout: 180_000,
}, async (t) => {
  const disk = mountSmallDisk()
  t.teardown(disk.unmount)
  const devnet = await createTestNetwork(t)
  const home = join(devnet.directory, 'nodes', VICTIM)
  await symlink(disk.directory, join(home, 'data'))
  const others = devnet.nodes.filter(({ name }) => name !== VICTIM)
  for (const { name } of others) await startNodeProcess(devnet, name)
  const { child, output } = await startAsChild(devnet, VICTIM)
  const exit = exitOf(child)
  await allReady(devnet, 1)
  const node = nodeOf(devnet, VICTIM)
  const chain = await clientOf(node).chain()
  const told = new ToldFinal()
  for (const at of devnet.nodes) await told.transfer(at, chain)

  const ballast = join(disk.directory, 'ballast')
  await writeFile(ballast, Buffer.alloc(DISK_BYTES)).catch(() => undefined)
  await until('the node ends', 20_000, async () => {
    await told.transfer(others[0] ?? node, chain)
    return child.exitCode === null ? undefined : true
  })
  t.equal(await exit, 1)
  const lines = output().stdout.trimEnd().split('\n')
  const fatal = lines.map((line) => JSON.parse(line) as { level: number }).filter(({ level }) => level === 60)
  t.match(fatal, [{ code: 'storage/io', hint: /free some space/ }], 'it says why')
  t.equal(fatal.length, 1, 'once')
  for (const other of others) t.ok((await told.transfer(other, chain)) < 3_000, `${other.name} goes on`)

  await rm(ballast)
  await startNodeProcess(devnet, VICTIM)
  await waitForNode(devnet, node, { height: await headOf(others), peers: 3 })
  await told.transfer(node, chain)
  for (const at of devnet.nodes) t.strictSame(await told.missingAt(at), [], at.name)
})

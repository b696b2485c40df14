import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, findDevnet, runningPid } from '@hanse/devnet'
import { type Test, test } from 'tap'
import { clientOf } from './support/client.ts'
import { isExplained } from './support/explained.ts'
import { type CommandResult, collect, exitOf, runDevnet, spawnDevnet } from './support/run-devnet.ts'
import { endWithTest, freeBasePort, headOf, nodeOf, temporaryFolder, until } from './support/test-network.ts'

const NAMES = ['bank-a', 'bank-b', 'core-firm', 'supplier']

test('the commands of a devnet', { timeout: 180_000 }, async (t) => {
  const directory = join(await temporaryFolder(t), 'net')
  const run = (...parameters: readonly string[]) => runDevnet(...parameters, '--data-dir', directory)
  const foreground = await startForeground(t, directory)
  const { devnet } = foreground

  await t.test('up tells what it measured', async (t) => {
    const lines = foreground.output().stdout.split('\n')
    t.match(lines[0], /^hanse devnet \d+\.\d+\.\d+ · 4 validators · data in /)
    t.match(lines[1], /✔ ports free {12}\d+–\d+ rpc · \d+–\d+ metrics · \d+–\d+ p2p · \d+–\d+ admin/)
    t.match(lines[2], /✔ keys and genesis {6}chain 20260 · genesis 0x[0-9a-f]{4}…[0-9a-f]{4}/)
    for (const [index, name] of NAMES.entries()) t.match(lines[3 + index], new RegExp(`✔ ${name.padEnd(9)} {2}peers 3/3 {2}height [1-9]`))
    t.match(lines[7], /✔ first block final {5}0x[0-9a-f]{4}…[0-9a-f]{4} · signed by [34] of 4 · \d+\.\d s/)
    t.match(lines[8], /✔ demo members {10}5 banks, 3 core firms, 5 suppliers, restaurant, 2 tax authorities, regulator/)
    t.equal(lines.filter((line) => /^ \S+ +http:\/\/127.0.0.1:\d+ {3}ws:.*\/ws {3}metrics http/.test(line)).length, 4)
  })

  await t.test('status, endpoints, accounts and logs, for people and as JSON', (t) => askEverything(t, run))

  await t.test('up beside a network that runs attaches to it', async (t) => {
    const pids = NAMES.map((name) => runningPid(devnet, name))
    t.equal((await run('up', '--json')).code, 0)
    const second = await run('up', '--detach')
    t.match(second.stdout, /✔ ports {17}\d+–\d+ rpc · .* admin · used by this network\n/)
    t.notMatch(second.stdout, /ports free|this network was made/)
    const otherwise = await run('up', '--detach', '--no-demo', '--base-port', '8545', '--validators', '7')
    t.match(
      otherwise.stdout,
      /made for base port \d+ and keeps it; .*\n.*with 4 validators and keeps them; .*\n.*with the demo members and keeps them; /,
    )
    t.strictSame(
      NAMES.map((name) => runningPid(devnet, name)),
      pids,
    )
  })

  await t.test('kill and start', (t) => killAndStart(t, run, foreground))

  await t.test('Ctrl-C, which reaches it twice, saves everything; the next start resumes there', async (t) => {
    foreground.child.kill('SIGINT')
    await sleep(200)
    foreground.child.kill('SIGINT')
    t.equal(await foreground.exit, 0)
    const saved = /\^C stopping 4 nodes … saved at height (\d+)\. `npm run devnet -- --data-dir \S+` resumes/.exec(
      foreground.output().stdout,
    )
    const height = Number(saved?.[1])
    t.ok(height >= 1, `saved at height ${height}`)
    t.notOk(NAMES.some((name) => runningPid(devnet, name) !== undefined))

    const again = await run('up', '--detach')
    t.equal(again.code, 0, again.stderr)
    t.match(again.stdout, new RegExp(`✔ bank-a {5}peers 3/3 {2}height (${height}|${height + 1})\\b`))
    t.match(again.stdout, /✔ block \d+ final/)
    t.equal((await clientOf(nodeOf(devnet, 'supplier')).call('chain_getHeader', { height })).height, height)
  })

  await t.test('stop and reset', async (t) => {
    t.match(await run('stop', '--json'), { code: 0, stderr: '' })
    t.match(JSON.parse((await run('stop', '--json')).stdout), { stopped: [] })
    t.equal((await run('reset')).code, 0)
    t.notOk(existsSync(directory))
    isExplained(t, await run('status'), { code: 3, message: /there is no devnet in/, tryThis: /npm run devnet -- --data-dir / })
  })
})

type Run = (...parameters: readonly string[]) => Promise<CommandResult>

interface Foreground {
  readonly child: ChildProcess
  readonly devnet: Devnet
  readonly output: ReturnType<typeof collect>
  readonly exit: Promise<number | null>
}

async function startForeground(t: Test, directory: string): Promise<Foreground> {
  const child = spawnDevnet(['--data-dir', directory, '--base-port', `${await freeBasePort()}`])
  t.teardown(() => child.kill('SIGKILL'))
  const output = collect(child)
  const exit = exitOf(child)
  await until('up', 30_000, async () => (output().stdout.includes('watch it catch up') ? true : undefined))
  const found = await findDevnet(directory)
  if (!found.ok || found.value === undefined) throw new Error('no devnet')
  endWithTest(t, found.value)
  return { child, devnet: found.value, output, exit }
}

/** With --json there is one document on standard output and nothing else anywhere. */
async function json(t: Test, run: Run, ...parameters: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await run(...parameters, '--json')
  t.match({ code, stderr }, { code: 0, stderr: '' }, parameters.join(' '))
  return JSON.parse(stdout)
}

async function askEverything(t: Test, run: Run): Promise<void> {
  t.match((await run('status')).stdout, /✔ bank-a {5}pid \d+ · synced · height \d+ · view \d+ · peers 3\n/)
  const nodes = NAMES.map((name) => ({ name, running: true, state: 'synced', peers: 3 }))
  t.match(await json(t, run, 'status'), { nodes })

  const { endpoints } = (await json(t, run, 'endpoints')) as { endpoints: readonly { name: string; rpc: string }[] }
  t.strictSame(
    endpoints.map(({ name }) => name),
    NAMES,
  )
  const { accounts } = (await json(t, run, 'accounts')) as { accounts: readonly { address: string; seed: string }[] }
  t.equal(new Set(accounts.map(({ address }) => address)).size, 34, 'two operators for each of seventeen parties')
  t.match(
    (await run('accounts')).stdout,
    /These keys are public and worth nothing.*the seeds: npm run devnet -- accounts --json --data-dir /s,
  )

  t.match((await run('logs', 'bank-b')).stdout, /^bank-b {5}\d\d:\d\d:\d\d\.\d{3} info {2}genesis state written/)
  t.match(await json(t, run, 'logs', 'supplier'), { logs: [{ name: 'supplier', lines: [/genesis state written/] }] })
}

async function killAndStart(t: Test, run: Run, { devnet, output }: Foreground): Promise<void> {
  t.match((await run('kill', 'supplier')).stdout, /✔ supplier killed; start it again: npm run devnet -- start supplier --data-dir/)
  isExplained(t, await run('kill', 'supplier'), { code: 1, message: /supplier does not run/, tryThis: /start supplier/ })
  await until('the foreground tells of it', 5_000, async () => (/✖ supplier was killed/.test(output().stdout) ? true : undefined))
  const status = await run('status', '--json')
  t.equal(status.code, 3)
  t.match(JSON.parse(status.stdout), { nodes: [{}, {}, {}, { name: 'supplier', running: false }] })
  const before = await headOf(devnet.nodes)
  await until('the others go on', 10_000, async () => ((await headOf(devnet.nodes)) > before ? true : undefined))
  t.equal((await run('kill', 'core-firm')).code, 0)
  await until('two of four are stalled', 30_000, async () =>
    /✖ bank-a {5}pid \d+ · stalled/.test((await run('status')).stdout) ? true : undefined,
  )
  t.equal((await run('start', 'core-firm', '--json')).code, 0)
  const started = await run('start', 'supplier', '--json')
  t.equal(started.code, 0, started.stderr)
  t.ok((JSON.parse(started.stdout) as { height: number }).height > before, 'it comes back with what it missed')
  await until('the foreground tells of it', 5_000, async () => (/✔ supplier runs again/.test(output().stdout) ? true : undefined))
  isExplained(t, await run('start', 'nobody'), { code: 2, message: /no node nobody/, tryThis: /one of bank-a, bank-b/ })
}

import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createDevnet, findDevnet } from '@hanse/devnet'
import { test } from 'tap'
import { isExplained } from './support/explained.ts'
import { runDevnet, runHanse } from './support/run-devnet.ts'
import { endWithTest, freeBasePort, temporaryFolder } from './support/test-network.ts'

test('what stands in the way is named, with what to do', { timeout: 180_000 }, async (t) => {
  const folder = await temporaryFolder(t)
  const directory = join(folder, 'net')
  const run = (...parameters: readonly string[]) => runDevnet(...parameters, '--data-dir', directory)

  await t.test('a taken port, and nothing is made', async (t) => {
    const basePort = await freeBasePort()
    const server = createServer().listen(basePort + 2_001, '127.0.0.1')
    t.teardown(() => server.close())
    const refused = await run('--base-port', `${basePort}`)
    const message = new RegExp(`port ${basePort + 2_001} \\(p2p of bank-b\\) is in use`)
    isExplained(t, refused, { code: 1, message, tryThis: /npm run devnet -- --base-port \d+ --data-dir / })
    const others = await run('--base-port', `${basePort}`, '--validators', '5', '--no-demo', '--detach')
    const tryThis = /npm run devnet -- --base-port \d+ --validators 5 --no-demo --detach --data-dir /
    isExplained(t, others, { code: 1, message, tryThis })
    t.notOk(existsSync(directory))
  })

  await t.test('a port that another network has for another purpose, before anything starts', async (t) => {
    const basePort = await freeBasePort()
    const rows = [
      [1_000, 'metrics'],
      [2_000, 'p2p'],
      [3_000, 'admin'],
    ] as const
    for (const [offset, what] of rows) {
      const server = createServer().listen(basePort + offset, '127.0.0.1')
      const message = new RegExp(`port ${basePort + offset} \\(${what} of bank-a\\) is in use`)
      isExplained(t, await run('--base-port', `${basePort}`), { code: 1, message, tryThis: /--base-port \d+/ })
      server.close()
    }
    t.notOk(existsSync(directory))
    t.match((await run('--help')).stdout.replace(/\s+/g, ' '), /RPC of the first node; .*admin from 3000/)
  })

  await t.test('a word that is no command, and a number that is none', async (t) => {
    const rows: readonly (readonly [words: string, message: RegExp, tryThis: RegExp])[] = [
      ['dance', /unknown command 'dance'/, /npm run devnet -- --help/],
      ['rewind monday', /unknown command 'rewind'/, /--help/],
      ['kill', /missing required argument 'node'/, /npm run devnet -- kill supplier/],
      ['stop now', /too many arguments for 'stop'/, /--help/],
      ['--base-port eight', /an integer from 1024 to 62000/, /--help/],
      ['--loud', /unknown option '--loud'/, /--help/],
    ]
    for (const [words, message, tryThis] of rows) {
      const refused = await run(...words.split(' '))
      t.equal(refused.stdout, '', words)
      isExplained(t, refused, { code: 2, message, tryThis })
      const { code, stdout, stderr } = await run(...words.split(' '), '--json')
      t.match({ code, stderr }, { code: 2, stderr: '' }, words)
      t.match(JSON.parse(stdout), { error: { code: 'devnet/usage', message, try: tryThis } })
    }
    t.notOk(existsSync(directory))
  })

  await t.test('a node that cannot start', async (t) => {
    const before = await createDevnet({ directory, basePort: await freeBasePort(), validators: 4, demo: false })
    t.ok(before.ok)
    const basePort = await freeBasePort()
    const made = await run('up', '--json', '--base-port', `${basePort}`)
    t.equal(made.code, 0, made.stderr)
    const found = await findDevnet(directory)
    if (!found.ok || found.value === undefined) throw new Error('no devnet')
    endWithTest(t, found.value)
    t.match(found.value.state, { basePort, demo: false }, 'a network without blocks moves to another base port')
    const [{ rpc }] = (JSON.parse(made.stdout) as { nodes: [{ rpc: string }] }).nodes
    const story = await runHanse('demo', 'shunhe', '--rpc', rpc)
    t.match(story.stdout, /1 step, 0 frauds and errors refused, 1 surprise\n/)
    const nobody = { code: 1, message: /unknown-operator/, tryThis: /this devnet has no demo members: npm run devnet -- reset/ }
    t.match(story.stderr, nobody.message)
    t.match(story.stderr, nobody.tryThis)
    t.equal(story.code, 1)
    await run('kill', 'supplier')
    await rm(join(directory, 'nodes', 'supplier', 'keys', 'vote-guard'))
    isExplained(t, await run('start', 'supplier'), { code: 1, message: /supplier ended: the vote guard/, tryThis: /Restore the guard/ })
    const { code, stdout, stderr } = await run('start', 'supplier', '--json')
    t.match({ code, stderr }, { code: 1, stderr: '' })
    t.match(JSON.parse(stdout), { error: { code: 'devnet/node-ended', message: /the vote guard/, try: /Restore the guard/ } })
    t.equal((await run('stop')).code, 0)
    const resumed = await run('up', '--detach')
    isExplained(t, resumed, { code: 1, message: /supplier ended: the vote guard/, tryThis: /Restore the guard/ })
  })

  await t.test('the data of another version, which reset still knows how to remove', async (t) => {
    await writeFile(join(directory, 'devnet.json'), JSON.stringify({ format: 0, basePort: 8545, validators: 4 }))
    isExplained(t, await run('up'), { code: 1, message: /made by another version/, tryThis: /npm run devnet -- reset --data-dir/ })
    await writeFile(join(directory, 'devnet.json'), '{')
    isExplained(t, await run('status'), { code: 1, message: /is not readable/, tryThis: /npm run devnet -- reset --data-dir/ })
    t.equal((await run('reset')).code, 0)
    t.notOk(existsSync(directory))
  })

  await t.test('a folder that cannot be one', async (t) => {
    const letter = join(folder, 'letter.txt')
    await writeFile(letter, 'dear')
    const basePort = `${await freeBasePort()}`
    for (const place of [letter, join(letter, 'net'), ...(existsSync('/proc/self') ? ['/proc/hanse-devnet/net'] : [])]) {
      const refused = await runDevnet('--data-dir', place, '--base-port', basePort)
      isExplained(t, refused, { code: 1, message: /a network cannot be kept in /, tryThis: /--data-dir DIR, with a new folder/ })
    }
  })

  await t.test('a folder that is somebody else’s', async (t) => {
    await mkdir(directory)
    await writeFile(join(directory, 'letter.txt'), 'dear')
    isExplained(t, await run('up'), { code: 1, message: /holds something else: letter.txt/, tryThis: /--data-dir DIR/ })
    isExplained(t, await run('reset'), {
      code: 1,
      message: /does not look like a devnet; nothing was deleted/,
      tryThis: /reset --data-dir DIR/,
    })
    t.ok(existsSync(join(directory, 'letter.txt')))
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { killNodeProcess, runningPid, STORY_NAMES, statusOf, stopNodeProcess } from '@hanse/devnet'
import { parseGenesis } from '@hanse/protocol'
import { type Test, test } from 'tap'
import { clientOf, ToldFinal } from './support/client.ts'
import { isExplained } from './support/explained.ts'
import { runDevnet } from './support/run-devnet.ts'
import { headOf, nodeOf, startTestNetwork, until } from './support/test-network.ts'

test('a network goes back to what it was, by name, and on from there', { timeout: 240_000 }, async (t) => {
  const devnet = await startTestNetwork(t)
  const { directory, nodes } = devnet
  const run = (...words: readonly string[]) => runDevnet(...words, '--data-dir', directory)
  const chain = parseGenesis(await readFile(join(directory, 'genesis.json')))
  if (!chain.ok) throw new Error(chain.error.message)
  const node = nodeOf(devnet, 'bank-a')
  const before = new ToldFinal()
  await before.transfer(node, chain.value)

  const pids = nodes.map(({ name }) => runningPid(devnet, name))
  const taken = await run('snapshot', 'before')
  t.equal(taken.code, 0, taken.stderr)
  t.match(taken.stdout, /✔ snapshot before at height \d+ · the nodes stood still for \d+\.\d s; back to it: .* restore before/)
  t.strictSame(
    nodes.map(({ name }) => runningPid(devnet, name)),
    pids,
    'no node has ended',
  )
  const after = new ToldFinal()
  await after.transfer(node, chain.value)
  const height = await headOf(nodes)
  await refusals(t, run)

  const restored = await run('restore', 'before', '--json')
  t.equal(restored.code, 0, restored.stdout)
  const result = JSON.parse(restored.stdout)
  t.match(result, { name: 'before', nodes: nodes.map(({ name }) => name), running: true })
  t.ok(result.height < height)
  for (const one of nodes) {
    t.same(await before.missingAt(one), [], `${one.name} has what was final then`)
    for (const hash of after.receipts.keys())
      t.match(await clientOf(one).call('tx_get', { hash }), { status: 'unknown' }, `${one.name} has forgotten the rest`)
  }
  await after.transfer(node, chain.value)
  await until('all go on', 60_000, async () => {
    const statuses = await Promise.all(nodes.map(statusOf))
    return statuses.every((status) => (status?.height ?? 0) > result.height) ? true : undefined
  })

  const seeded = await run('seed', '--json')
  t.equal(seeded.code, 0, seeded.stdout)
  t.match(JSON.parse(seeded.stdout), { stories: STORY_NAMES.map((story) => ({ story, steps: /[2-4]\d/ })) })
  t.equal((await run('seed')).code, 0, 'as often as one likes')

  // Of a network that is stopped, and one that lost power.
  for (const name of nodes.map((one) => one.name)) await (name === 'supplier' ? killNodeProcess : stopNodeProcess)(devnet, name)
  t.match(await run('snapshot', 'seeded'), { code: 0, stdout: /✔ snapshot seeded at height \d+; back to it/ })
  t.match(await run('restore', 'before'), { code: 0, stdout: /✔ snapshot before is back at height \d+\n .* resumes there/ })
  t.match(await run('restore', 'seeded'), { code: 0 })
  t.match(await run('up', '--detach'), { code: 0, stdout: /✔ supplier +peers 3\/3/ })
})

async function refusals(t: Test, run: (...words: readonly string[]) => ReturnType<typeof runDevnet>): Promise<void> {
  isExplained(t, await run('snapshot', 'before'), { code: 1, message: /a snapshot before already/, tryThis: /another name, or delete / })
  isExplained(t, await run('snapshot', '../out'), { code: 2, message: /no name for a snapshot/, tryThis: /snapshot before/ })
  isExplained(t, await run('snapshot'), { code: 2, message: /missing required argument/, tryThis: /snapshot before/ })
  isExplained(t, await run('restore', 'befor'), {
    code: 2,
    message: /no snapshot befor; there is before/,
    tryThis: /restore before/,
  })
}

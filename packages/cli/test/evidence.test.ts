import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeGenesis } from '@hanse/protocol'
import { type Test, test } from 'tap'
import { CHAIN } from '../../node/test/support/solo-genesis.ts'
import { type RunningSoloNode, SoloNode, serve } from '../../node/test/support/solo-node.ts'
import { temporaryFolder } from '../../node/test/support/test-chain.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

/** A node whose blocks are of these times, each block with the signatures of a quorum. */
async function nodeWith(t: Test, ...timesMs: readonly number[]): Promise<RunningSoloNode> {
  let nowMs = 0
  const node = new SoloNode({ nowMs: () => nowMs })
  for (const timeMs of timesMs) {
    nowMs = CHAIN.genesis.timeMs + timeMs
    node.seal()
  }
  const running = await serve(node)
  t.teardown(() => running.stop())
  return running
}

const culprits = async (urls: readonly string[], ...more: readonly string[]) =>
  await runCli(['evidence', 'culprits', ...urls.flatMap((url) => ['--node', url]), ...more, '--json'])

test('a fork is found, and who signed both of its blocks is named with the proof', { timeout: 120_000 }, async (t) => {
  const [one, same, other] = await Promise.all([nodeWith(t, 10, 20, 30, 40), nodeWith(t, 10, 20, 30), nodeWith(t, 10, 20, 31, 41, 51)])
  const genesis = join(await temporaryFolder(t), 'genesis.json')
  await writeFile(genesis, encodeGenesis(CHAIN.genesis))
  const [agreed, found, told, elsewhere] = await Promise.all([
    culprits([one.url, same.url]),
    culprits([one.url, same.url, other.url], '--genesis', genesis),
    culprits([one.url, other.url], '--height', '4'),
    culprits([one.url, other.url], '--height', '2'),
  ])
  t.equal(agreed.code, 0, agreed.stderr)
  t.equal(found.code, 1, found.stderr)
  const names = ['bank-a', 'bank-b', 'core-firm']
  const fork = jsonOf(found)
  t.match(fork, {
    ...{ genesisHash: CHAIN.genesisHash, height: 3, epoch: 0 },
    blocks: [
      { hash: one.node.blocks[3]?.hash, signers: names },
      { hash: other.node.blocks[3]?.hash, signers: names },
    ],
    culprits: names.map((organization) => ({
      ...{ organization, kind: 'conflicting-commit' },
      ...{ first: { message: { height: 3 } }, second: { message: { height: 3 } } },
    })),
  })
  t.match(jsonOf(told), { height: 4, culprits: [{}, {}, {}] }, 'where it is asked for')
  t.equal(elsewhere.code, 0, 'below it nothing is claimed')
})

test('what does not verify names nobody, and other chains are no fork', { timeout: 120_000 }, async (t) => {
  const [one, other] = await Promise.all([nodeWith(t, 10), nodeWith(t, 11)])
  const { statements } = other.node.api
  Object.assign(other.node.api, {
    statements: async (height: number) => {
      const said = await statements(height, 0)
      const committed = said.committed
      const signatures = committed?.signatures.map(({ signer }) => ({ signer, signature: `0x${'11'.repeat(64)}` }))
      return { ...said, committed: { ...committed, signatures } }
    },
  })
  const forged = await culprits([one.url, other.url])
  t.equal(forged.code, 0, forged.stderr)
  t.match(jsonOf(forged), { height: 1 }, 'two blocks, of which one is certified')
  const genesis = join(await temporaryFolder(t), 'genesis.json')
  await writeFile(genesis, encodeGenesis({ ...CHAIN.genesis, name: 'another' }))
  const elsewhere = await culprits([one.url, other.url], '--genesis', genesis)
  t.match(jsonOf(elsewhere), { error: { code: 'evidence/other-chain' } })
})

import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeGenesis } from '@hanse/protocol'
import { openLevelStore } from '@hanse/storage'
import { type Test, test } from 'tap'
import { checkNodeConfig } from '../src/config.ts'
import { dataPaths } from '../src/node-files.ts'
import { type OpenChain, openChain } from '../src/open-chain.ts'
import { restoreSnapshot, snapshotHome, snapshotsOfHome, verifySnapshotFolder } from '../src/snapshot/home-snapshot.ts'
import { CHAIN, type GrownHome, grownHome } from './support/grown-home.ts'
import { nextBlock, SILENT, temporaryFolder, testChain, transfer } from './support/test-chain.ts'

const BLOCKS_WHOLE = 8

async function emptyHome(t: Test): Promise<string> {
  const home = await temporaryFolder(t)
  await writeFile(join(home, 'config.toml'), 'organization = "newcomer"\n')
  await writeFile(join(home, 'genesis.json'), encodeGenesis(CHAIN.genesis))
  return home
}

/** A stopped home of some blocks, and a snapshot of it. */
async function snapshotOf(t: Test, blocks = 3): Promise<GrownHome & { readonly folder: string; readonly genesis: string }> {
  const grown = await grownHome(t, { blocks })
  const made = await snapshotHome(grown.home)
  if (!made.ok) throw new Error(made.error.message)
  return { ...grown, folder: made.value.folder, genesis: join(grown.home, 'genesis.json') }
}

async function open(t: Test, home: string): Promise<OpenChain> {
  const config = checkNodeConfig({ organization: 'newcomer' })
  if (!config.ok) throw new Error(config.error.message)
  const store = await openLevelStore({ directory: dataPaths(join(home, 'data')).store })
  t.teardown(() => store.close())
  const opened = await openChain(CHAIN, store, config.value, SILENT)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

test('a node that begins with a snapshot goes on as the one that made it', async (t) => {
  const { home, folder, genesis, heights } = await snapshotOf(t, 12)
  const steps: string[] = []
  const verified = await verifySnapshotFolder(folder, genesis, { onProgress: ({ what }) => steps.push(what) })
  t.match(verified, { ok: true, value: { height: heights, epoch: 0, headers: heights + 1, blocks: BLOCKS_WHOLE } })
  t.same([...new Set(steps)], ['state chunks', 'headers', 'blocks'])
  const newcomer = await emptyHome(t)
  t.match(await restoreSnapshot(newcomer, folder), { ok: true, value: { height: heights } })
  t.same(await readdir(join(newcomer, 'data')), ['store'], 'nothing else is left')

  const [old, young] = [await open(t, home), await open(t, newcomer)]
  t.equal(young.ledger.head.hash, old.ledger.head.hash)
  t.same(young.headCertificate, old.headCertificate)
  const again = old.blocks.block(2)?.transactions[0]
  t.ok(again !== undefined && young.ledger.wasExecuted(again.id), 'what was executed does not come again')
  for (let round = 0; round < 3; round++) {
    const final = nextBlock(CHAIN, old.ledger, [transfer(CHAIN), transfer(CHAIN)])
    const executed = young.ledger.execute(young.ledger.head.hash, final.block.body, final.transactions)
    t.equal(executed.hash, final.block.hash, 'it computes the same headers')
    await young.blocks.append([
      { ...young.ledger.finalize(executed.hash), transactions: final.transactions, certificate: final.certificate },
    ])
    young.ledger.stored(executed.header.height)
  }
  const key = old.ledger.view()
  const proven = key.ok ? young.ledger.view() : key
  t.ok(proven.ok && proven.value.proof(new Uint8Array([0x61])).ok, 'and proves')
  t.ok(young.ledger.view(heights).ok, 'the state at the snapshot’s height is served')
  t.match(young.ledger.view(heights - 1), { ok: false, error: { code: 'state/pruned' } }, 'that below is not')
  t.equal(young.blocks.earliest, heights - BLOCKS_WHOLE + 1)
  t.equal(young.blocks.certifiedFrom(heights, 10).length, 4, 'it serves blocks')
  t.same(young.blocks.certifiedFrom(1, 10), [], 'but not those that it never had')
  t.equal(young.blocks.block(1), undefined)
})

test('a node that began with a snapshot makes the same one, and one of its own later', async (t) => {
  const { folder, heights } = await snapshotOf(t, 4)
  const newcomer = await emptyHome(t)
  await restoreSnapshot(newcomer, folder)
  const made = await snapshotHome(newcomer)
  t.match(made, { ok: true, value: { height: heights } })
  const again = made.ok ? made.value.folder : ''
  t.same(await readdir(again), await readdir(folder))
  for (const name of await readdir(folder)) t.same(await readFile(join(again, name)), await readFile(join(folder, name)), name)
  t.match(await snapshotsOfHome(newcomer), { ok: true, value: [{ height: heights, folder: again }] })
  t.match(await snapshotHome(newcomer), { ok: false, error: { code: 'snapshot/exists' } })
})

test('a home with blocks is not overwritten, unless it is asked for, and then what was there is kept', async (t) => {
  const { home, folder, heights } = await snapshotOf(t)
  t.match(await restoreSnapshot(home, folder), { ok: false, error: { code: 'snapshot/store-exists', hint: /--force/ } })
  const restored = await restoreSnapshot(home, folder, { force: true })
  t.match(restored, { ok: true, value: { height: heights, before: join(home, 'data/store.before-1') } })
  t.same((await readdir(join(home, 'data'))).sort(), ['log', 'snapshots', 'store', 'store.before-1'])
  await open(t, home)
  t.match(await restoreSnapshot(home, folder, { force: true }), { ok: false, error: { code: 'storage/locked' } }, 'nor while a node runs')
})

test('what an interrupted run has left is recognised and begun again', async (t) => {
  const { home, folder, heights } = await snapshotOf(t)
  const newcomer = await emptyHome(t)
  await cp(join(home, 'data/store'), join(newcomer, 'data/store.restoring'), { recursive: true })
  t.match(await restoreSnapshot(newcomer, folder), { ok: true, value: { height: heights } })
  t.same(await readdir(join(newcomer, 'data')), ['store'])
  await mkdir(join(home, 'data/snapshots/2.part'))
  await rm(folder, { recursive: true })
  t.match(await snapshotHome(home), { ok: true })
  t.same(await readdir(join(home, 'data/snapshots')), [String(heights)])
})

test('there is no snapshot of a node without blocks, nor of one whose state is damaged', async (t) => {
  t.match(await snapshotHome(await emptyHome(t)), { ok: false, error: { code: 'node/no-blocks' } })
  const genesisOnly = await grownHome(t, { blocks: 0 })
  t.match(await snapshotHome(genesisOnly.home), { ok: false, error: { code: 'snapshot/no-blocks' } })
  const { home } = await grownHome(t)
  const store = await openLevelStore({ directory: join(home, 'data/store') })
  await store.write([{ key: Buffer.from('\u0001settlement\0x'), value: Uint8Array.of(1, 0, 0, 0, 0, 0, 1, 7) }], { sync: true })
  await store.close()
  t.match(await snapshotHome(home), { ok: false, error: { code: 'snapshot/state-damaged' } })
  t.same(await readdir(join(home, 'data/snapshots')), [], 'nothing is left')
})

test('a snapshot of another chain is refused by its genesis', async (t) => {
  const { folder } = await snapshotOf(t)
  const other = join(await temporaryFolder(t), 'genesis.json')
  await writeFile(other, encodeGenesis(testChain(78).genesis))
  t.match(await verifySnapshotFolder(folder, other), { ok: false, error: { code: 'snapshot/wrong-chain' } })
})

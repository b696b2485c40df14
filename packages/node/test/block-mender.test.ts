import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { verifySignatureNative } from '@hanse/crypto-native'
import { BlockMissing, type Store } from '@hanse/ports'
import { bytesToHash, equalBytes } from '@hanse/primitives'
import { asHeight, asPeerId, type Height, type PeerId, storedBlockCodec } from '@hanse/protocol'
import { Gate, storedBlockKeys } from '@hanse/replica'
import { openLevelStore, verifyTables } from '@hanse/storage'
import { type Test, test } from 'tap'
import { BlockMender } from '../src/block-mender.ts'
import type { BlockStore } from '../src/block-store.ts'
import { checkNodeConfig } from '../src/config.ts'
import { openChain } from '../src/open-chain.ts'
import { systemClock } from '../src/system.ts'
import { damageRecord, intoTables, storeOf } from './support/damage.ts'
import { CHAIN as GROWN_CHAIN, grownHome } from './support/grown-home.ts'
import { SmallNetwork, until } from './support/small-network.ts'
import { nextBlock, SILENT, temporaryFolder, testChain, transfer } from './support/test-chain.ts'

const CHAIN = testChain()
const BLOCKS = 6

/** A store with some blocks, of which the disk may give some otherwise than they were written. */
async function damagedChain(
  t: Test,
): Promise<{ readonly blocks: BlockStore; readonly damage: (key: Uint8Array) => void; readonly whole: BlockStore }> {
  const store = await openLevelStore({ directory: await temporaryFolder(t) })
  t.teardown(() => store.close())
  const config = checkNodeConfig({ organization: 'bank-a' })
  if (!config.ok) throw new Error(config.error.message)
  const damaged: Uint8Array[] = []
  const lying: Store = {
    get: (key) => store.get(key),
    examine: (key) => (damaged.some((other) => equalBytes(other, key)) ? 'damaged' : store.examine(key)),
    range: (range) => store.range(range),
    view: () => store.view(),
    compact: (range) => store.compact(range),
    write: async (writes, options) => {
      await store.write(writes, options)
      for (const { key } of writes) {
        const at = damaged.findIndex((other) => equalBytes(other, key))
        if (at >= 0) damaged.splice(at, 1)
      }
    },
    sizeBytes: () => store.sizeBytes(),
    close: () => store.close(),
  }
  const opened = await openChain(CHAIN, lying, config.value, SILENT)
  if (!opened.ok) throw new Error(opened.error.message)
  const { ledger, blocks } = opened.value
  for (let height = 1; height <= BLOCKS; height++) {
    await blocks.append([nextBlock(CHAIN, ledger, [transfer(CHAIN)])])
    ledger.stored(height)
  }
  const whole = await openChain(CHAIN, store, config.value, SILENT)
  const again = await openChain(CHAIN, lying, config.value, SILENT)
  if (!whole.ok || !again.ok) throw new Error('it does not open again')
  return { blocks: again.value.blocks, whole: whole.value.blocks, damage: (key) => void damaged.push(key) }
}

const PEERS = ['liar', 'honest'].map(asPeerId)

interface Mending {
  readonly mender: BlockMender
  readonly asked: (readonly [PeerId, Height])[]
}

function menderOf(blocks: BlockStore, peers: readonly PeerId[] = PEERS): Mending {
  const asked: (readonly [PeerId, Height])[] = []
  const mender = new BlockMender({
    ...{ blocks, gateOf: () => new Gate(CHAIN, verifySignatureNative), clock: systemClock, logger: SILENT },
    peersAt: () => peers,
    ask: (peer, height) => void asked.push([peer, height]),
  })
  blocks.onMissing = (height) => mender.damaged(height)
  return { mender, asked }
}

test('a damaged block is no answer; it is fetched, checked against the chain above it, and put back', async (t) => {
  const { blocks, whole, damage } = await damagedChain(t)
  const { mender, asked } = menderOf(blocks)
  t.teardown(() => mender.stop())
  for (const height of [0, 3, BLOCKS]) {
    const { block, summary } = storedBlockKeys(height)
    damage(block)
    if (height === 3) damage(summary)
    t.throws(() => blocks.block(height), BlockMissing)
    t.equal(blocks.recordBytes(height), undefined)
    t.equal(blocks.certifiedFrom(height, 10).length, 0, 'nor is a peer given anything')
    const reading = mender.read(() => blocks.block(height))
    const [peer] = asked.at(-1) ?? []
    t.equal(asked.at(-1)?.[1], height)
    await mender.answered(asPeerId('somebody else'), asHeight(height), whole.recordBytes(height))
    t.equal(mender.count, 1, 'who was not asked is not heard')
    await mender.answered(peer as PeerId, asHeight(height), whole.recordBytes(height))
    t.strictSame(await reading, whole.block(height), 'the reader waits for it')
    t.strictSame(blocks.recordBytes(height), whole.recordBytes(height))
    t.equal(blocks.isWhole(height), true)
  }
  t.equal(mender.count, 0)
})

test('the end of an epoch whose block is damaged is told as missing, and fetched', async (t) => {
  const { blocks, damage } = await damagedChain(t)
  const { mender, asked } = menderOf(blocks)
  t.teardown(() => mender.stop())
  t.equal(blocks.epochEnd(4)?.header.height, 4)
  damage(storedBlockKeys(4).block)
  t.equal(blocks.epochEnd(4), undefined)
  t.match(asked.at(-1), [String, 4])
  t.equal(blocks.epochEnd(BLOCKS + 1), undefined)
  t.equal(asked.length, 1, 'what is above the head is not missing')
})

test('a peer that gives another block, or one that was touched, loses its connection and changes nothing', async (t) => {
  const { blocks, whole, damage } = await damagedChain(t)
  const good = storedBlockCodec.decode(whole.recordBytes(3) as Uint8Array)
  const other = storedBlockCodec.decode(whole.recordBytes(4) as Uint8Array)
  if (!good.ok || !other.ok) return t.fail('no records')
  const { value } = good
  const [receipt] = value.receipts
  const { certified } = other.value
  if (value.certified === undefined || receipt === undefined || certified === undefined) return t.fail('no certificate')
  const lies: Readonly<Record<string, Uint8Array>> = {
    'nothing that decodes': Uint8Array.of(1, 2, 3),
    'another block': whole.recordBytes(4) as Uint8Array,
    'another state root': storedBlockCodec.encode({
      ...value,
      header: { ...value.header, stateRoot: bytesToHash(new Uint8Array(32).fill(1)) },
    }),
    'no certificate': storedBlockCodec.encode({ header: value.header, receipts: value.receipts }),
    'the certificate of another block': storedBlockCodec.encode({ ...value, certified }),
    'no receipts': storedBlockCodec.encode({ ...value, receipts: [] }),
    'another outcome': storedBlockCodec.encode({
      ...value,
      receipts: [{ ...receipt, outcome: 'rejected', code: 'settlement/insufficient-funds' }],
    }),
    'a signature less than a quorum': storedBlockCodec.encode({
      ...value,
      certified: {
        ...value.certified,
        certificate: { ...value.certified.certificate, signatures: value.certified.certificate.signatures.slice(1) },
      },
    }),
  }
  for (const [what, bytes] of Object.entries(lies)) {
    const { mender, asked } = menderOf(blocks)
    damage(storedBlockKeys(3).block)
    mender.damaged(3)
    const [peer] = asked.at(-1) ?? []
    await t.rejects(mender.answered(peer as PeerId, asHeight(3), bytes), { name: 'PeerFault' }, what)
    t.throws(() => blocks.block(3), BlockMissing, what)
    mender.stop()
  }
})

test('the next peer is asked when one has nothing, and none is asked twice before all were', async (t) => {
  const { blocks, whole, damage } = await damagedChain(t)
  const { mender, asked } = menderOf(blocks)
  t.teardown(() => mender.stop())
  damage(storedBlockKeys(2).block)
  mender.damaged(2)
  mender.damaged(2)
  await mender.answered(PEERS[0] as PeerId, asHeight(2), undefined)
  t.strictSame(
    asked.map(([peer]) => peer),
    PEERS,
  )
  await mender.answered(PEERS[1] as PeerId, asHeight(2), whole.recordBytes(2))
  t.equal(mender.count, 0)
})

test('a node that lost blocks in the middle answers for them once its peers have given them again', { timeout: 120_000 }, async (t) => {
  const network = await SmallNetwork.create(t)
  await network.startAll()
  await network.grow(14)
  await network.stop('supplier')
  const store = await openLevelStore({ directory: storeOf(network.homeOf('supplier')) })
  const lost = [2, 3].map((height) => storedBlockKeys(height).block)
  await store.write(
    lost.map((key) => ({ key })),
    { sync: true },
  )
  await store.close()
  const back = await network.start('supplier')
  if (!back.ok) return t.fail(back.error.message)
  const asked = await back.value.api.block(3)
  const whole = await network.node('bank-a').api.block(3)
  if (asked === undefined || whole === undefined) return t.fail('no block 3')
  // Any quorum makes a certificate, and the node that lost the block keeps the one of the peer it asked.
  const { certificate } = asked
  t.strictSame(asked, { ...whole, certificate }, 'who asks waits for it')
  const id = (await network.node('bank-a').api.block(2))?.transactions[0]?.id
  if (id !== undefined) t.match(await back.value.api.transaction(id), { status: 'final' })
  await network.stop('supplier')
  const after = await openLevelStore({ directory: storeOf(network.homeOf('supplier')) })
  await until('all are back', () => lost.every((key) => after.get(key) !== undefined))
  await after.close()
  t.ok((await readdir(join(network.homeOf('supplier'), 'data'))).includes('store'))
  t.equal(network.fatal.size, 0)
})

test('what is put back leaves no damaged file behind: the next start finds nothing wrong', async (t) => {
  const { home } = await grownHome(t, { blocks: 20 })
  await intoTables(home)
  const key = storedBlockKeys(5).block
  const before = await openLevelStore({ directory: storeOf(home) })
  const record = storedBlockCodec.decode(before.get(key) as Uint8Array)
  await before.close()
  if (!record.ok) return t.fail('no record')
  t.ok((await damageRecord(home, key)) > 0)
  t.equal((await verifyTables(storeOf(home))).problems.length, 1)
  const store = await openLevelStore({ directory: storeOf(home) })
  const config = checkNodeConfig({ organization: 'bank-a' })
  if (!config.ok) return t.fail(config.error.message)
  const opened = await openChain(GROWN_CHAIN, store, config.value, SILENT)
  if (!opened.ok) return t.fail(opened.error.message)
  t.throws(() => opened.value.blocks.block(5), BlockMissing)
  await opened.value.blocks.putBack(record.value)
  t.match(opened.value.blocks.block(5), { header: { height: 5 } })
  await store.close()
  t.strictSame((await verifyTables(storeOf(home))).problems, [])
})

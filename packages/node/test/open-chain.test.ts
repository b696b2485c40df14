import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Store, StoreFailure } from '@hanse/ports'
import { bytesToHex, concatBytes, hexToBytes, uint64ToBytes } from '@hanse/primitives'
import { asEpoch, asView, logRecordCodec, storedBlockCodec } from '@hanse/protocol'
import { openGuardFile, openLevelStore, openWriteAheadLog } from '@hanse/storage'
import { type Test, test } from 'tap'
import { checkNodeConfig, type NodeConfig } from '../src/config.ts'
import { type OpenChain, openChain, readVotes } from '../src/open-chain.ts'
import { nextBlock, SILENT, temporaryFolder, testChain, transfer } from './support/test-chain.ts'

const CHAIN = testChain()
const BLOCKS = 5
/** The first byte of a key tells the table. */
const TABLE = { meta: 0, state: 1, block: 2 } as const
const HEAD_KEY = Uint8Array.of(TABLE.meta, 1)

function configOf(): NodeConfig {
  const config = checkNodeConfig({ organization: 'bank-a' })
  if (!config.ok) throw new Error(config.error.message)
  return config.value
}

const CONFIG = configOf()
const blockKey = (height: number): Uint8Array => concatBytes(Uint8Array.of(TABLE.block), uint64ToBytes(height))

/** A store with genesis and five blocks of one transfer. */
async function grown(t: Test): Promise<{ readonly directory: string; readonly store: Store; readonly open: OpenChain }> {
  const directory = await temporaryFolder(t)
  const store = await openLevelStore({ directory })
  t.teardown(() => store.close())
  const opened = await openChain(CHAIN, store, CONFIG, SILENT)
  if (!opened.ok) throw new Error(opened.error.message)
  const { ledger, blocks } = opened.value
  for (let height = 1; height <= BLOCKS; height++) {
    await blocks.append([nextBlock(CHAIN, ledger, [transfer(CHAIN)])])
    ledger.stored(height)
  }
  return { directory, store, open: opened.value }
}

async function stateRecords(store: Store): Promise<readonly { readonly key: Uint8Array; readonly value: Uint8Array }[]> {
  return await store.range({ from: Uint8Array.of(TABLE.state), to: Uint8Array.of(TABLE.state + 1), limit: 100_000 })
}

test('an empty store begins with genesis; a grown one opens at its tip, and knows what was executed', async (t) => {
  const { store, open } = await grown(t)
  const again = await openChain(CHAIN, store, CONFIG, SILENT)
  if (!again.ok) return t.fail(again.error.message)
  const { blocks, ledger, headCertificate } = again.value
  t.equal(blocks.head.header.height, BLOCKS)
  t.strictSame(ledger.head.hash, open.ledger.head.hash)
  t.equal(headCertificate?.signatures.length, 3)
  const id = blocks.block(3)?.transactions[0]?.id
  t.ok(id !== undefined && ledger.wasExecuted(id), 'an executed transaction does not come again after a restart')
  const next = nextBlock(CHAIN, ledger, [transfer(CHAIN)])
  t.equal(next.block.receipts[0]?.outcome, 'success')
})

type Damage = (store: Store) => Promise<void>

/** What an operator, a defect or a disk below the checksums could do; every record still has a valid checksum. */
const DAMAGES: Readonly<Record<string, readonly [Damage, RegExp]>> = {
  'a state value': [
    async (store) => {
      const account = (await stateRecords(store)).findLast(({ value }) => value.length > 30)
      if (account === undefined) throw new Error('no value')
      account.value[account.value.length - 1] = (account.value.at(-1) as number) ^ 1
      await store.write([account], { sync: true })
    },
    /the state at height 5 does not have the root that its header says|does not decode/,
  ],
  'a state value that is gone': [
    async (store) => {
      const genesisValue = (await stateRecords(store)).find(({ key }) => bytesToHex(key).includes(Buffer.from('regulator').toString('hex')))
      if (genesisValue === undefined) throw new Error('no value')
      await store.write([{ key: genesisValue.key }], { sync: true })
    },
    /the state at height 5 does not have the root that its header says/,
  ],
  'the head block': [async (store) => await store.write([{ key: blockKey(BLOCKS) }], { sync: true }), /the head block is missing/],
  'a block below': [
    async (store) => await store.write([{ key: blockKey(2) }], { sync: true }),
    /block 2 is missing or is not the parent of block 3/,
  ],
  'a header': [
    (store) => changeBlock(store, BLOCKS, (record) => ({ ...record, header: { ...record.header, timeMs: record.header.timeMs + 1 } })),
    /the head block is not the one the head record names/,
  ],
  'a header below': [
    (store) => changeBlock(store, 3, (record) => ({ ...record, header: { ...record.header, timeMs: record.header.timeMs + 1 } })),
    /block 3 is missing or is not the parent of block 4/,
  ],
  'the certificate': [
    (store) => changeSignature(store, (signature) => signature.map((byte, index) => (index === 10 ? byte ^ 1 : byte))),
    /the certificate of the head does not verify/,
  ],
  'the head record': [
    async (store) => {
      const head = store.get(HEAD_KEY)
      if (head === undefined) throw new Error('no head')
      head[1] = BLOCKS - 1
      await store.write([{ key: HEAD_KEY, value: head }], { sync: true })
    },
    /the head block is not the one the head record names/,
  ],
}

type StoredRecord = Parameters<typeof storedBlockCodec.encode>[0]

async function changeBlock(store: Store, height: number, change: (record: StoredRecord) => StoredRecord): Promise<void> {
  const record = storedBlockCodec.decode(store.get(blockKey(height)) ?? new Uint8Array(0))
  if (!record.ok) throw new Error(record.error.message)
  await store.write([{ key: blockKey(height), value: storedBlockCodec.encode(change(record.value)) }], { sync: true })
}

async function changeSignature(store: Store, change: (signature: Uint8Array) => Uint8Array): Promise<void> {
  await changeBlock(store, BLOCKS, (record) => {
    const [first, ...others] = record.certified?.certificate.signatures ?? []
    if (record.certified === undefined || first === undefined) throw new Error('no certificate')
    const signatures = [{ ...first, signature: bytesToHex(change(hexToBytes(first.signature))) }, ...others]
    return { ...record, certified: { ...record.certified, certificate: { ...record.certified.certificate, signatures } } }
  })
}

for (const [what, [damage, message]] of Object.entries(DAMAGES)) {
  test(`damaged, and not opened: ${what}`, async (t) => {
    const { store } = await grown(t)
    await damage(store)
    const refused = await openChain(CHAIN, store, CONFIG, SILENT).catch((error: unknown) => error)
    t.match(refused, { ok: false, error: { code: 'node/store-damaged', message, hint: /hanse node repair.*fetches from its peers/ } })
  })
}

test('a bit that turns in a file: the store is refused, or has lost its end; what it has is right', async (t) => {
  const { directory, store, open } = await grown(t)
  const hashes = Array.from({ length: BLOCKS + 1 }, (_, height) => open.blocks.block(height)?.hash)
  await store.close()
  const folder = await temporaryFolder(t)
  const seen: Record<string, number> = {}
  for (const name of (await readdir(directory)).filter((file) => /\.(log|ldb)$/.test(file))) {
    const original = await readFile(join(directory, name))
    const steps = 16
    for (let step = 0; step < steps; step++) {
      const copy = join(folder, `${name}-${step}`)
      await cp(directory, copy, { recursive: true })
      const bytes = Buffer.from(original)
      const offset = Math.floor((bytes.length * (step + 0.5)) / steps)
      bytes[offset] = (bytes[offset] as number) ^ 0x10
      await writeFile(join(copy, name), bytes)
      const outcome = await tryOpen(copy, hashes)
      seen[outcome] = (seen[outcome] ?? 0) + 1
    }
  }
  const expected = ['storage/checksum', 'storage/damaged', 'node/store-damaged', 'a shorter chain']
  t.strictSame(
    Object.keys(seen).filter((outcome) => !expected.includes(outcome)),
    [],
    JSON.stringify(seen),
  )
})

/** The code of the refusal, or how what was opened compares with the chain as it was. */
async function tryOpen(directory: string, hashes: readonly unknown[]): Promise<string> {
  let store: Store | undefined
  try {
    store = await openLevelStore({ directory })
    const opened = await openChain(CHAIN, store, CONFIG, SILENT)
    if (!opened.ok) return opened.error.code
    const { header } = opened.value.blocks.head
    for (let height = 0; height <= header.height; height++) {
      if (opened.value.blocks.block(height)?.hash !== hashes[height]) return `another block at height ${height}`
    }
    return header.height < BLOCKS ? 'a shorter chain' : 'the whole chain'
  } catch (error) {
    if (error instanceof StoreFailure) return error.code
    throw error
  } finally {
    await store?.close()
  }
}

test('the store of another chain is refused', async (t) => {
  const { store } = await grown(t)
  const refused = await openChain(testChain(78), store, CONFIG, SILENT)
  t.match(refused, { ok: false, error: { code: 'node/wrong-chain', hint: /untouched copy of the genesis file/ } })
})

test('genesis that names modules which this software does not have is refused', async (t) => {
  const { store } = await grown(t)
  const modules = [...CHAIN.genesis.modules, { name: 'casino', version: 1 }]
  const chain = { ...CHAIN, genesis: { ...CHAIN.genesis, modules } }
  const empty = await openLevelStore({ directory: await temporaryFolder(t) })
  t.teardown(() => empty.close())
  t.match(await openChain(chain, empty, CONFIG, SILENT), {
    ok: false,
    error: { code: 'genesis/unknown-module', path: `modules.${modules.length - 1}` },
  })
  t.match(await openChain(chain, store, CONFIG, SILENT), { ok: false, error: { code: 'node/missing-module', hint: /Install the version/ } })
})

test('votes: what the log and the guard say, and a log that says nothing sensible', async (t) => {
  const directory = await temporaryFolder(t)
  const log = await openWriteAheadLog({ directory: join(directory, 'log'), genesisHash: hexToBytes(CHAIN.genesisHash) })
  const guardFile = await openGuardFile({ path: join(directory, 'vote-guard') })
  t.teardown(async () => {
    await log.close()
    await guardFile.close()
  })
  t.match(await readVotes(log, guardFile, 0), { ok: true, value: { type: 'start', log: [], guard: 'absent' } })
  const wants = { type: 'wants', epoch: asEpoch(0), view: asView(3) } as const
  await log.append([logRecordCodec.encode(wants)])
  t.match(await readVotes(log, guardFile, 0), { ok: true, value: { log: [{ position: 0, record: wants }] } })
  await log.append([Uint8Array.of(1, 2, 3)])
  const hint = /a validator must not vote without its log/
  t.match(await readVotes(log, guardFile, 0), {
    ok: false,
    error: { code: 'node/log-damaged', message: /record 1 of the write-ahead log/, hint },
  })
})

import { bytesToHex, createPrng, type Hash, hexToBytes } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  type CommitCertificate,
  type Header,
  headerCodec,
  headerHash,
  type LogRecord,
  logRecordCodec,
  type ProposalBody,
} from '@hanse/protocol'
import { test } from 'tap'
import { ChainReader, type FinalBlock, finalWrites, readLog, recentIds } from '../src/index.ts'

const prng = createPrng(1)
const hash = (): Hash => bytesToHex(prng.bytes(32)) as Hash
const SOME = hash()
const TIME_TO_LIVE_MS = 100
const CHAIN = { genesis: { params: { timeToLiveMsMax: TIME_TO_LIVE_MS } } } as Chain

function bodyAt(height: number, ids: readonly Hash[]): ProposalBody {
  return { epoch: asEpoch(0), height: asHeight(height), ids, timeMs: 0, proposer: asValidatorIndex(0) }
}

/** A block at `timeMs` of which only `included` was executed. */
function finalBlock(height: number, timeMs: number, included: readonly Hash[], skipped: readonly Hash[] = []): FinalBlock {
  const header: Header = {
    version: 1,
    genesisHash: SOME,
    epoch: asEpoch(0),
    height: asHeight(height),
    parent: SOME,
    timeMs,
    proposer: asValidatorIndex(0),
    txRoot: SOME,
    receiptsRoot: SOME,
    stateRoot: SOME,
    validatorSetHash: SOME,
    nextValidatorSetHash: SOME,
    paramsHash: SOME,
    evidenceRoot: SOME,
  }
  const block = {
    header,
    hash: headerHash(header),
    body: bodyAt(height, [...included, ...skipped]),
    included: included.map((id) => ({ id })),
    receipts: [],
    encoded: { header: headerCodec.encode(header), receipts: [], included: included.map(hexToBytes) },
  }
  const certificate: CommitCertificate = {
    epoch: asEpoch(0),
    view: asView(0),
    height: asHeight(height),
    digest: SOME,
    headerHash: block.hash,
    signatures: [{ signer: asValidatorIndex(0), signature: `0x${'00'.repeat(64)}` }],
  }
  return { block, transactions: [], certificate, writes: { puts: [], deletes: [] } } as unknown as FinalBlock
}

function readerOf(blocks: readonly FinalBlock[]): ChainReader {
  const store = new Map<string, Uint8Array>()
  for (const { key, value } of blocks.flatMap(finalWrites)) if (value !== undefined) store.set(bytesToHex(key), value)
  return new ChainReader({ get: (key) => store.get(bytesToHex(key)) })
}

test('what was executed within the last time to live could come again, and nothing else', (t) => {
  const [gone, old, young, skipped] = [hash(), hash(), hash(), hash()]
  const blocks = [finalBlock(1, 1_000, [gone]), finalBlock(2, 1_001, [old]), finalBlock(3, 1_100, [young], [skipped])]
  const head = blocks[2]!.block.header
  t.same(recentIds(CHAIN, readerOf(blocks), head), [
    { id: young, expiresAtMs: 1_200 },
    { id: old, expiresAtMs: 1_101 },
  ])
  t.end()
})

test('the log is read without the proposals that are stored', (t) => {
  const records: readonly LogRecord[] = [
    { type: 'proposal', body: bodyAt(4, []), transactions: [Uint8Array.of(1)] },
    { type: 'wants', epoch: asEpoch(0), view: asView(1) },
    { type: 'proposal', body: bodyAt(5, []), transactions: [] },
  ]
  const entries = records.map((record, position) => ({ position, bytes: logRecordCodec.encode(record) }))
  const read = (head: number): unknown => {
    const log = readLog(entries, head, () => true)
    return log.ok ? log.value.map(({ position }) => position) : log.error.code
  }
  t.same(read(5), [1])
  t.same(read(4), [1, 2])
  t.equal(read(3), 'node/log-damaged', 'what is not final yet must decode, transactions and all')
  t.end()
})

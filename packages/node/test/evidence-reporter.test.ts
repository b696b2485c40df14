import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyPair, verifySignature, verifyTransaction } from '@hanse/crypto'
import { createSigner } from '@hanse/crypto-native'
import { MODULES } from '@hanse/modules'
import { bytesToHex, type Hash, type Hex, ok } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  type ConsensusMessage,
  consensusSignBytes,
  decodeTransaction,
  type SignedMessage,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import { createGenesisState, createLedger, type Ledger } from '@hanse/state'
import { type Test, test } from 'tap'
import { EvidenceFile } from '../src/evidence-file.ts'
import { EvidenceReporter } from '../src/evidence-reporter.ts'
import { consensusSeed, NAMES, nextBlock, SILENT, temporaryFolder, testChain } from './support/test-chain.ts'

const CULPRIT = 3

function memoryLedger(chain: Chain): Ledger {
  const records = new Map<string, Uint8Array>()
  const { header, hash, writes } = createGenesisState(chain, MODULES)
  for (const { key, value } of writes.puts) records.set(bytesToHex(key), value)
  const source = { get: (key: Uint8Array) => records.get(bytesToHex(key)) }
  return createLedger({ chain, modules: MODULES, source, head: { header, hash }, recent: [] })
}

function twoPrepares(chain: Chain): { readonly first: SignedMessage; readonly second: SignedMessage } {
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const key = createKeyPair(consensusSeed(NAMES[CULPRIT] ?? ''))
  const say = (byte: number): SignedMessage => {
    const digest = bytesToHex(new Uint8Array(32).fill(byte)) as Hash
    const message: ConsensusMessage = { type: 'prepare', view: asView(0), height: asHeight(1), digest }
    const signature = bytesToHex(key.sign(consensusSignBytes(domain, asEpoch(0), message))) as Hex
    return { epoch: asEpoch(0), signer: asValidatorIndex(CULPRIT), signature, message }
  }
  return { first: say(1), second: say(2) }
}

/** The reporter of the validator at `place`, with a clock that stands, and whatever it sends. */
async function setUp(t: Test, place: number, path?: string) {
  const chain = testChain()
  const ledger = memoryLedger(chain)
  const sent: Verified<Transaction>[] = []
  let nowMs = Date.now()
  const file = path ?? join(await temporaryFolder(t), 'evidence.json')
  const reporter = new EvidenceReporter({
    ...{ chain, ledger, logger: SILENT, file: new EvidenceFile(file) },
    signer: createSigner(consensusSeed(NAMES[place] ?? '')),
    place: () => asValidatorIndex(place),
    clock: { nowMs: () => nowMs, startTimer: () => ({ stop: () => undefined }) },
    submit: async (raw) => {
      const transaction = decodeTransaction(raw)
      const verified = transaction.ok ? verifyTransaction(transaction.value, verifySignature) : transaction
      if (!verified.ok) throw new Error(verified.error.message)
      t.equal(ledger.admissible(verified.value), undefined, 'the gatekeeper lets it pass')
      sent.push(verified.value)
      return ok({ id: verified.value.id })
    },
  })
  t.teardown(() => reporter.stop())
  const pass = (ms: number): void => {
    nowMs += ms
  }
  return { chain, ledger, reporter, sent, file, pass }
}

test('what a node saw is sent until the chain has it, and then forgotten', async (t) => {
  const { chain, ledger, reporter, sent } = await setUp(t, 0)
  await reporter.start()
  reporter.add(twoPrepares(chain))
  reporter.add(twoPrepares(chain))
  t.equal(reporter.pending.length, 1)
  await reporter.look()
  await reporter.look()
  t.equal(sent.length, 2, 'nothing says that the first one arrived')
  const { block } = nextBlock(chain, ledger, sent.slice(0, 1))
  t.match(block.receipts, [{ outcome: 'success', events: [{ type: 'removalProposed' }, { type: 'evidenceRecorded' }] }])
  await reporter.look()
  t.equal(sent.length, 2)
  t.same(reporter.pending, [])
  t.end()
})

test('each validator has its turn: the next after the culprit is the first', async (t) => {
  for (const [place, waitMs] of [
    [0, 0],
    [1, 5_000],
    [2, 10_000],
  ] as const) {
    const { chain, reporter, sent, pass } = await setUp(t, place)
    reporter.add(twoPrepares(chain))
    if (waitMs > 0) {
      pass(waitMs - 1)
      await reporter.look()
      t.equal(sent.length, 0)
      pass(1)
    }
    await reporter.look()
    t.equal(sent.length, 1, `validator ${place} after ${waitMs} ms`)
  }
  t.end()
})

test('a node that is started anew still reports, and a file that is none does no harm', async (t) => {
  const first = await setUp(t, 0)
  first.reporter.add(twoPrepares(first.chain))
  const written = new EvidenceFile(first.file)
  for (let attempt = 0; attempt < 100 && (await written.read()).length === 0; attempt++) await new Promise((next) => setTimeout(next, 10))
  const again = await setUp(t, 0, first.file)
  await again.reporter.start()
  await again.reporter.look()
  t.equal(again.sent.length, 1)
  for (const text of ['', '{}', '[{"first":"0x00","second":1,"seenAtMs":1}]', '[null]']) {
    await writeFile(first.file, text)
    t.same(await written.read(), [], text)
  }
  t.end()
})

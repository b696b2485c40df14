import { verifyTransaction } from '@hanse/crypto'
import { verifySignatureNative } from '@hanse/crypto-native'
import { devnetGenesis, devnetNodes } from '@hanse/devnet'
import { MODULES } from '@hanse/modules'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  type Chain,
  decodeTransaction,
  encodeGenesis,
  parseGenesis,
  type Receipt,
} from '@hanse/protocol'
import { ChainReader, genesisWrites } from '@hanse/replica'
import { createGenesisState, createLedger, type Ledger } from '@hanse/state'
import { createMemoryDisk, createMemoryStore } from '@hanse/storage'
import { test } from 'tap'
import { loadPartyLei, withLoadCast } from '../../src/load/cast.ts'
import type { Story, TellStory, Workload } from '../../src/load/workload.ts'
import { WORKLOADS } from '../../src/load/workloads.ts'

const CLIENTS = 4
const NOW_MS = Date.UTC(2026, 10, 27, 8)
const EXPIRES_AT_MS = NOW_MS + 60_000

function newChain(): Chain {
  const genesis = withLoadCast(devnetGenesis(devnetNodes(4, 20_000), NOW_MS, true))
  const chain = parseGenesis(encodeGenesis(genesis))
  if (!chain.ok) throw new Error(chain.error.message)
  return chain.value
}

async function newLedger(chain: Chain): Promise<Ledger> {
  const store = createMemoryStore(createMemoryDisk())
  const { header, hash, writes } = createGenesisState(chain, MODULES)
  await store.write(genesisWrites(header, hash, writes), { sync: true })
  return createLedger({ chain, modules: MODULES, source: new ChainReader(store).state, head: { header, hash }, recent: [] })
}

/** One block of these transactions, as they came over the wire. */
function execute(ledger: Ledger, transactions: readonly Story[0][]): readonly Receipt[] {
  const verified = transactions.map(({ bytes }) => {
    const decoded = decodeTransaction(bytes)
    if (!decoded.ok) throw new Error(decoded.error.message)
    const checked = verifyTransaction(decoded.value, verifySignatureNative)
    if (!checked.ok) throw new Error(checked.error.message)
    return checked.value
  })
  const height = asHeight(ledger.head.header.height + 1)
  const timeMs = ledger.head.header.timeMs + 100
  const ids = verified.map(({ id }) => id)
  const body = { epoch: asEpoch(0), height, ids, timeMs, proposer: asValidatorIndex(0) }
  const { hash, receipts } = ledger.execute(ledger.head.hash, body, verified)
  ledger.finalize(hash)
  return receipts.filter(({ txId }) => ids.includes(txId))
}

function outcomes(receipts: readonly Receipt[]): readonly string[] {
  return [...new Set(receipts.map(({ outcome, code }) => code ?? outcome))]
}

function allOf(tell: TellStory): readonly Story[] {
  const all: Story[] = []
  for (let story = tell(0, EXPIRES_AT_MS), index = 1; story !== undefined; story = tell(index++, EXPIRES_AT_MS)) all.push(story)
  return all
}

/** The first transactions of all stories, then the second ones, to the end of the longest. */
function stepsOf(stories: readonly Story[]): readonly (readonly Story[0][])[] {
  const longest = Math.max(0, ...stories.map(({ length }) => length))
  return Array.from({ length: longest }, (_, step) => stories.flatMap((story) => story.slice(step, step + 1)))
}

function storiesOf(workload: Workload, count: number): readonly Story[] {
  return Array.from({ length: count }, (_, index) => {
    const story = workload.story(index, EXPIRES_AT_MS)
    if (story === undefined) throw new Error('there is no end to a load')
    return story
  })
}

test('an LEI of the cast has the check digits of ISO 17442', (t) => {
  for (const index of [0, 1, 96, 511]) {
    const digits = [...loadPartyLei(index)].map((character) => Number.parseInt(character, 36)).join('')
    t.equal(BigInt(digits) % 97n, 1n)
  }
  t.end()
})

test('every transaction of every load succeeds on the ledger, and none is there twice', async (t) => {
  const chain = newChain()
  for (const [name, kind] of Object.entries(WORKLOADS)) {
    const ledger = await newLedger(chain)
    const ids = new Set<string>()
    let transactions = 0
    for (let client = 0; client < CLIENTS; client++) {
      const { beforehand, ...workload } = kind.open({ chain, client, clients: CLIENTS, nowMs: NOW_MS, height: 0 })
      const grants = beforehand === undefined ? [] : allOf(beforehand)
      for (const due of stepsOf(grants)) t.same(outcomes(execute(ledger, due)), ['success'], `${name}: beforehand`)
      for (const due of stepsOf(storiesOf(workload, 70))) {
        t.same(outcomes(execute(ledger, due)), ['success'], `${name}: client ${client}`)
        for (const { id } of due) ids.add(id)
        transactions += due.length
      }
    }
    t.equal(ids.size, transactions, `${name}: no id twice`)
  }
})

test('a thousand keys and more take turns at sending', (t) => {
  const chain = newChain()
  for (const [name, kind] of Object.entries(WORKLOADS)) {
    const senders = new Set<string>()
    for (let client = 0; client < CLIENTS; client++) {
      const workload = kind.open({ chain, client, clients: CLIENTS, nowMs: NOW_MS, height: 0 })
      for (const { bytes } of storiesOf(workload, 512).flat()) {
        const decoded = decodeTransaction(bytes)
        if (decoded.ok) senders.add(decoded.value.body.sender)
      }
    }
    t.ok(senders.size >= 1_000, `${name}: ${senders.size}`)
  }
  t.end()
})

test('a transfer has about 250 bytes and one call, a batch ten calls', (t) => {
  const chain = newChain()
  const first = (name: keyof typeof WORKLOADS): Story[0] =>
    storiesOf(WORKLOADS[name].open({ chain, client: 0, clients: CLIENTS, nowMs: NOW_MS, height: 0 }), 1)[0]?.[0] as Story[0]
  const calls = (raw: Uint8Array): number => {
    const decoded = decodeTransaction(raw)
    return decoded.ok ? decoded.value.body.calls.length : 0
  }
  const { bytes } = first('transfer')
  t.ok(Math.abs(bytes.length - 250) <= 10, `${bytes.length} bytes`)
  t.equal(calls(bytes), 1)
  t.equal(calls(first('batch').bytes), WORKLOADS.batch.callsPerTransaction)
  t.end()
})

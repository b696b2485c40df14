import type { Channel } from '@hanse/ports'
import {
  asHeight,
  asPeerId,
  consensusFrameCodec,
  type PeerId,
  syncFrameCodec,
  type Transaction,
  type TransactionsFrame,
  transactionsFrameCodec,
} from '@hanse/protocol'
import { test } from 'tap'
import { Outbound } from '../src/outbound.ts'
import { testChain } from './support/test-chain.ts'

const VALIDATORS = testChain().genesis.validators
const PEERS = VALIDATORS.slice(1).map(({ peerId }) => asPeerId(peerId))
const [, SECOND] = PEERS as [PeerId, PeerId]

interface Sent {
  readonly peerId: string
  readonly channel: Channel
  readonly frame: Uint8Array
}

function create(): { readonly outbound: Outbound; readonly sent: Sent[] } {
  const sent: Sent[] = []
  const transport = {
    send: (peerId: string, channel: Channel, frame: Uint8Array) => {
      sent.push({ peerId, channel, frame })
      return true
    },
  }
  const outbound = new Outbound(transport as ConstructorParameters<typeof Outbound>[0])
  return { outbound, sent }
}

function transactionsOf({ frame }: Sent): readonly Uint8Array[] {
  const decoded = transactionsFrameCodec.decode(frame)
  if (!decoded.ok || decoded.value.type !== 'transactions') throw new Error('no transactions')
  return decoded.value.transactions
}

const ofBytes = (length: number, fill: number): Transaction => ({ bytes: new Uint8Array(length).fill(fill) }) as unknown as Transaction

test('a frame goes to whom it is for', (t) => {
  const { outbound, sent } = create()
  const fetchNewView = { type: 'fetchNewView', view: 3 } as Parameters<Outbound['consensus']>[1]
  outbound.consensus(PEERS, fetchNewView)
  outbound.consensus([SECOND], fetchNewView)
  t.strictSame(
    sent.map(({ peerId }) => peerId),
    [...PEERS, SECOND],
  )
  for (const { channel, frame } of sent)
    t.match([channel, consensusFrameCodec.decode(frame)], ['consensus', { ok: true, value: fetchNewView }])
  t.end()
})

test('transactions are gathered until the round is over, and cut into frames', (t) => {
  const { outbound, sent } = create()
  const transactions = Array.from({ length: 300 }, (_, index) => ofBytes(2_000, index))
  for (const transaction of transactions) outbound.transactions(PEERS, [transaction])
  t.equal(sent.length, 0)
  outbound.flush()
  t.equal(sent.length, 3 * PEERS.length, '600 KB are three frames for each peer')
  for (const peerId of PEERS) {
    const frames = sent.filter((frame) => frame.peerId === peerId)
    t.ok(frames.every(({ frame }) => frame.length <= 260 * 1024))
    const received = frames.flatMap(transactionsOf)
    t.strictSame([received.length, received[299]?.[0]], [300, 299 % 256], 'each once, in order')
  }
  outbound.flush()
  t.equal(sent.length, 3 * PEERS.length, 'nothing is sent twice')
  t.end()
})

test('a whole pool goes out at once', (t) => {
  const { outbound, sent } = create()
  const transaction = ofBytes(100, 1)
  outbound.transactions(
    PEERS,
    Array.from({ length: 200_000 }, () => transaction),
  )
  outbound.flush()
  t.ok(sent.length > PEERS.length)
  t.end()
})

test('an answer goes to one alone', (t) => {
  const { outbound, sent } = create()
  outbound.transactions([SECOND], [ofBytes(10, 1), ofBytes(64 * 1024, 2)])
  outbound.transactions(PEERS, [ofBytes(10, 3)])
  outbound.flush()
  t.strictSame(
    sent.map((frame) => [frame.peerId, ...transactionsOf(frame).map(([first]) => first)]),
    [[SECOND, 1, 2], ...PEERS.map((peerId) => [peerId, 3])],
  )
  const ids: Extract<TransactionsFrame, { type: 'fetch' }> = { type: 'fetch', ids: [testChain().genesisHash] }
  outbound.fetchTransactions(SECOND, ids)
  t.match([sent.at(-1)?.peerId, transactionsFrameCodec.decode(sent.at(-1)?.frame as Uint8Array)], [SECOND, { ok: true, value: ids }])
  t.end()
})

test('an answer with blocks is the frame that the codec would make of them', (t) => {
  const { outbound, sent } = create()
  outbound.blocks(SECOND, asHeight(300), [], asHeight(0))
  t.match(
    [sent.at(-1)?.peerId, syncFrameCodec.decode(sent.at(-1)?.frame as Uint8Array)],
    [SECOND, { ok: true, value: { type: 'blocks', from: 300, blocks: [], earliest: undefined } }],
  )
  outbound.blocks(SECOND, asHeight(300), [], asHeight(500))
  t.match(
    syncFrameCodec.decode(sent.at(-1)?.frame as Uint8Array),
    { ok: true, value: { type: 'blocks', from: 300, blocks: [], earliest: 500 } },
    'where they were pruned, it says from where on there are some',
  )
  t.end()
})

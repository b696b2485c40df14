import { randomBytes } from 'node:crypto'
import { createKeyPair } from '@hanse/crypto'
import { verifySignatureNative } from '@hanse/crypto-native'
import type { Channel } from '@hanse/ports'
import { bytesToHash, bytesToHex } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type ConsensusFrame,
  type ConsensusMessage,
  consensusFrameCodec,
  consensusSignBytes,
  syncFrameCodec,
  type Transaction,
  transactionsFrameCodec,
  type Verified,
} from '@hanse/protocol'
import { Gate, type ReplicaInput } from '@hanse/replica'
import { test } from 'tap'
import { FRAMES_BURST_SECONDS, FRAMES_PER_SECOND_MAX } from '../src/frame-budget.ts'
import { PeerSessions } from '../src/peers.ts'
import { systemClock } from '../src/system.ts'
import { certificateOf, consensusSeed, type NAMES, SILENT, testChain, transfer } from './support/test-chain.ts'

const CHAIN = testChain()
const VALIDATORS = CHAIN.genesis.validators
const PEER = VALIDATORS[1]?.peerId as string
const HASH = bytesToHash(new Uint8Array(32).fill(7))
const DOMAIN = { genesisHash: CHAIN.genesisHash, chainId: CHAIN.genesis.chainId }

interface World {
  readonly sessions: PeerSessions
  readonly inputs: ReplicaInput[]
  readonly sent: (readonly [peerId: string, type: string])[]
  /** What the observer was told. */
  readonly observed: readonly string[]
  /** As the transport would call it. */
  receive(channel: Channel, frame: Uint8Array): Promise<void>
}

interface WorldOptions {
  readonly known?: readonly string[]
  readonly held?: Verified<Transaction>
  readonly isAsked?: boolean
  readonly isFarBehind?: boolean
  readonly nowMs?: () => number
}

function create({ known = [], held, isAsked = false, isFarBehind = false, nowMs = systemClock.nowMs }: WorldOptions = {}): World {
  const inputs: ReplicaInput[] = []
  const sent: (readonly [string, string])[] = []
  const observed: string[] = []
  const sessions = new PeerSessions({
    ...{ chain: CHAIN, version: '0.1.0', clock: { ...systemClock, nowMs }, logger: SILENT, head: () => asHeight(9) },
    gate: new Gate(CHAIN, verifySignatureNative),
    outbound: {
      consensus: (to, { type }) => void sent.push(...to.map((peerId) => [peerId, type] as const)),
      blocks: (peerId) => void sent.push([peerId, 'blocks']),
      record: (peerId, _height, record) => void sent.push([peerId, record === undefined ? 'no record' : 'record']),
    },
    driver: {
      enqueue: (input) => void inputs.push(input),
      push: async (input) => void inputs.push(input),
    },
    blocks: { certifiedFrom: () => [], earliest: 0, recordBytes: (height) => (height === 7 ? Uint8Array.of(1) : undefined) },
    mender: { answered: async (_from, height) => void observed.push(`answered ${height}`) },
    knows: (id) => known.includes(id),
    held: (id) => (held?.id === id ? held : undefined),
    ignoresTransactions: () => isFarBehind,
    ignores: ({ type }) => isFarBehind && type === 'prepare',
    unwantedBlocks: (_from, _fromHeight, count) => (isAsked ? 0 : count),
    observer: {
      received: ({ message }) => void observed.push(`received ${message.type}`),
      peerConnected: (peerId, { head }) => void observed.push(`connected ${peerId} ${head}`),
      peerDisconnected: (peerId, reason) => void observed.push(`disconnected ${peerId} ${reason}`),
    },
  })
  sessions.onPeerConnected(PEER)
  return { sessions, inputs, sent, observed, receive: async (channel, frame) => await sessions.onFrame(PEER, channel, frame) }
}

const hello = (more: object = {}): Uint8Array =>
  consensusFrameCodec.encode({ type: 'hello', ...DOMAIN, version: '0.1.0', head: asHeight(5), ...more } as ConsensusFrame)

function signed(message: ConsensusMessage, name: (typeof NAMES)[number] = 'bank-b'): Uint8Array {
  const epoch = asEpoch(0)
  const signature = bytesToHex(createKeyPair(consensusSeed(name)).sign(consensusSignBytes(DOMAIN, epoch, message)) as Uint8Array)
  return consensusFrameCodec.encode({ type: 'signed', signed: { epoch, signer: asValidatorIndex(1), signature, message } })
}

const STATUS: ConsensusMessage = { type: 'status', view: asView(0), wants: asView(0), head: asHeight(40), slots: [] }
const forgedTransfer = (): Uint8Array => {
  const { bytes } = transfer(CHAIN)
  const forged = bytes.slice()
  forged[forged.length - 1] = (forged.at(-1) as number) ^ 1
  return transactionsFrameCodec.encode({ type: 'transactions', transactions: [forged] })
}

const FAULTS: readonly (readonly [what: string, code: string | RegExp, isGreeted: boolean, channel: Channel, frame: () => Uint8Array])[] = [
  ['another chain’s hello', 'p2p/wrong-chain', false, 'consensus', () => hello({ genesisHash: HASH })],
  ['another chain id', 'p2p/wrong-chain', false, 'consensus', () => hello({ chainId: 1 })],
  ['a vote before the hello', 'p2p/no-hello', false, 'consensus', () => signed(STATUS)],
  ['garbage', /^encoding\//, true, 'consensus', () => new Uint8Array(randomBytes(100))],
  ['garbage', /^encoding\//, false, 'transactions', () => new Uint8Array(randomBytes(100))],
  ['garbage', /^encoding\//, false, 'sync', () => new Uint8Array(randomBytes(100))],
  ['nothing at all', /^encoding\//, true, 'consensus', () => new Uint8Array(0)],
  ['bytes behind a frame', 'encoding/not-canonical', true, 'consensus', () => Uint8Array.of(...hello(), 0x78, 1)],
  ['a vote that somebody else signed', 'consensus/bad-signature', true, 'consensus', () => signed(STATUS, 'supplier')],
  ['a transaction that its sender did not sign', 'tx/bad-signature', false, 'transactions', forgedTransfer],
]

test('what no honest node sends is a fault of the peer, by its code', async (t) => {
  for (const [what, code, isGreeted, channel, frame] of FAULTS) {
    const { receive, inputs } = create()
    if (isGreeted) await receive('consensus', hello())
    const before = inputs.length
    await t.rejects(receive(channel, frame()), { name: 'PeerFault', code }, `${what} on ${channel}`)
    t.equal(inputs.length, before, 'and nothing of it reaches the replica')
  }
})

test('whoever the transport lets in is heard, by its name', async (t) => {
  const { sessions, inputs } = create()
  await sessions.onFrame('12D3KooWObserver', 'consensus', hello())
  t.strictSame(inputs, [{ type: 'peer-connected', peer: '12D3KooWObserver', head: 5 }])
})

test('a vote that is of no use is not verified', async (t) => {
  const { inputs, receive } = create({ isFarBehind: true })
  await receive('consensus', hello())
  const vote: ConsensusMessage = { type: 'prepare', view: asView(0), height: asHeight(7), digest: HASH }
  await receive('consensus', signed(vote, 'supplier'))
  await receive('consensus', signed(STATUS))
  t.strictSame(
    inputs.map(({ type }) => type),
    ['peer-connected', 'message'],
    'nobody looks at who signed it',
  )
})

test('relayed transactions that are of no use are not looked at', async (t) => {
  const { inputs, receive } = create({ isFarBehind: true })
  await receive('transactions', forgedTransfer())
  t.strictSame(inputs, [])
  await receive('transactions', transactionsFrameCodec.encode({ type: 'fetch', ids: [HASH] }))
  t.match(inputs, [{ type: 'fetch-transactions' }], 'who asks for some is heard')
})

test('from connect to disconnect', async (t) => {
  const { sessions, inputs, sent, receive } = create()
  t.strictSame(sent, [[PEER, 'hello']], 'we greet first')
  t.equal(sessions.headOf(PEER), undefined)
  await receive('consensus', hello())
  t.equal(sessions.headOf(PEER), 5)
  await receive('consensus', signed(STATUS))
  t.equal(sessions.headOf(PEER), 40, 'as far as it says')
  const { id, bytes } = transfer(CHAIN)
  await receive('transactions', transactionsFrameCodec.encode({ type: 'transactions', transactions: [bytes] }))
  await receive('sync', syncFrameCodec.encode({ type: 'fetch', from: asHeight(1), limit: 8 }))
  t.strictSame(sent.at(-1), [PEER, 'blocks'])
  sessions.onPeerDisconnected(PEER, 'gone')
  t.equal(sessions.headOf(PEER), undefined)
  t.match(inputs, [
    { type: 'peer-connected', peer: PEER, head: 5 },
    { type: 'message', signed: { message: STATUS } },
    { type: 'transactions', from: PEER, transactions: [{ id }] },
    { type: 'peer-disconnected', peer: PEER },
  ])
  sessions.onPeerDisconnected(PEER, 'gone')
  t.equal(inputs.length, 4, 'a peer that had not greeted was never there')
})

test('a transaction that is known is not verified again', async (t) => {
  const transaction = transfer(CHAIN)
  const forged = transaction.bytes.slice()
  forged[forged.length - 1] = (forged.at(-1) as number) ^ 1
  const { inputs, receive } = create({ known: [transaction.id] })
  await receive('transactions', transactionsFrameCodec.encode({ type: 'transactions', transactions: [forged] }))
  t.strictSame(inputs, [], 'its id names the body, and signatures are no part of it')
})

test('blocks that do not verify: the peer is cut off, and asked no more', async (t) => {
  const vote = { epoch: asEpoch(0), view: asView(0), height: asHeight(1), digest: HASH, headerHash: HASH }
  const body = { epoch: asEpoch(0), height: asHeight(1), ids: [], timeMs: 1, proposer: asValidatorIndex(0) }
  const signatures = [0, 1, 2].map((index) => ({ signer: asValidatorIndex(index), signature: bytesToHex(new Uint8Array(64)) }))
  const block = { body, transactions: [], certificate: { ...vote, signatures } }
  const frame = syncFrameCodec.encode({ type: 'blocks', from: asHeight(1), blocks: [block] })
  const unasked = create()
  await unasked.receive('sync', frame)
  t.match(
    unasked.inputs,
    [{ type: 'blocks', from: PEER, fromHeight: 1, skipped: 1, blocks: [] }],
    'nobody asked: they are not even looked at',
  )
  const { inputs, receive } = create({ isAsked: true })
  await t.rejects(receive('sync', frame), { name: 'PeerFault' })
  t.match(inputs, [{ type: 'peer-lied', from: PEER }])
})

test('a transaction of a block that waits here, byte by byte, is the one that was verified; with another signature it is verified', async (t) => {
  const held = transfer(CHAIN)
  const body = { epoch: asEpoch(0), height: asHeight(1), ids: [held.id], timeMs: 1, proposer: asValidatorIndex(0) }
  const certificate = certificateOf(CHAIN, body, HASH)
  const frameWith = (bytes: Uint8Array): Uint8Array =>
    syncFrameCodec.encode({ type: 'blocks', from: asHeight(1), blocks: [{ body, transactions: [bytes], certificate }] })
  const { inputs, receive } = create({ isAsked: true, held })
  await receive('sync', frameWith(held.bytes))
  const [input] = inputs
  t.equal(input?.type === 'blocks' ? input.blocks[0]?.transactions[0] : undefined, held)
  const forged = held.bytes.slice()
  forged[forged.length - 1] = (forged.at(-1) as number) ^ 1
  await t.rejects(receive('sync', frameWith(forged)), { name: 'PeerFault', code: 'tx/bad-signature' })
})

test('a flood costs the connection; the rate of an honest peer, for ever, does not', async (t) => {
  let nowMs = 1_000_000
  const { receive } = create({ nowMs: () => nowMs })
  await receive('consensus', hello())
  const fetch = consensusFrameCodec.encode({ type: 'fetchBody', height: asHeight(1), digest: HASH })
  let taken = 1
  const flood = async (): Promise<void> => {
    for (; taken < 50_000; taken++) await receive('consensus', fetch)
  }
  await t.rejects(flood(), { name: 'PeerFault', code: 'p2p/flood' })
  t.equal(taken, FRAMES_PER_SECOND_MAX.consensus * FRAMES_BURST_SECONDS, 'a burst, and no frame more')
  for (let second = 0; second < 2 * FRAMES_BURST_SECONDS; second++) {
    nowMs += 1_000
    for (let frame = 0; frame < FRAMES_PER_SECOND_MAX.consensus; frame++) await receive('consensus', fetch)
  }
  await t.rejects(receive('consensus', fetch), { name: 'PeerFault', code: 'p2p/flood' }, 'as long as it keeps to it')
})

test('the observer hears of a peer once it has said hello, of its verified messages, and of its end', async (t) => {
  const { sessions, observed, receive } = create()
  sessions.onPeerDisconnected(PEER, 'before its hello')
  sessions.onPeerConnected(PEER)
  await receive('consensus', hello())
  await receive('consensus', signed(STATUS))
  sessions.onPeerDisconnected(PEER, 'gone')
  t.strictSame(observed, [`connected ${PEER} 5`, 'received status', `disconnected ${PEER} gone`])
})

test('the record of a block is given to a peer that asks, and one that was asked for goes to the mender', async (t) => {
  const { receive, sent, observed, inputs } = create()
  await receive('sync', syncFrameCodec.encode({ type: 'fetchRecord', height: asHeight(7) }))
  await receive('sync', syncFrameCodec.encode({ type: 'fetchRecord', height: asHeight(8) }))
  t.strictSame(sent.slice(1), [
    [PEER, 'record'],
    [PEER, 'no record'],
  ])
  await receive('sync', syncFrameCodec.encode({ type: 'record', height: asHeight(3), record: Uint8Array.of(1) }))
  t.strictSame([observed, inputs], [['answered 3'], []])
})

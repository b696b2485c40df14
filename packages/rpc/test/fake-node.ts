import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import {
  type Address,
  bytesToHex,
  concatBytes,
  err,
  type Hash,
  type Hex,
  hexToBytes,
  ok,
  type Result,
  reject,
  utf8ToBytes,
  ZERO_HASH,
} from '@hanse/primitives'
import {
  addressOfPublicKey,
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  attributeCodec,
  type Chain,
  type CommitCertificate,
  commitSignBytes,
  DEFAULT_CHAIN_PARAMS,
  decodeTransaction,
  encodeTransaction,
  type Genesis,
  genesisHash,
  genesisHeader,
  type Header,
  headerHash,
  type Json,
  merkleProof,
  merkleRoot,
  proposalDigest,
  type Receipt,
  receiptCodec,
  stateKeyHash,
  stateLeafHash,
  stateValueHash,
  type Transaction,
  transactionBodyCodec,
  transactionChecks,
  transactionId,
  transactionSignBytes,
} from '@hanse/protocol'
import type {
  BlockLists,
  EvidenceRecord,
  FinalReceipt,
  KnownModule,
  ModuleDescription,
  NodeApi,
  NodeStatus,
  Standing,
  StoredBlock,
} from '../src/node-api.ts'
import { fakeEvidence, fakeJournals, fakeMemberApi, fakeSignerStats } from './support/fake-observations.ts'
import { modelLists } from './support/list-model.ts'

const PKCS8_ED25519 = hexToBytes('0x302e020100300506032b657004220420')
const GENESIS_TIME_MS = 1_760_000_000_000
const BLOCK_MS = 1_000

export interface TestKey {
  readonly address: Address
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array
}

/** A key pair of Node's own Ed25519 from a seed of equal bytes. */
function testKey(seedByte: number): TestKey {
  const key: KeyObject = createPrivateKey({
    key: Buffer.from(concatBytes(PKCS8_ED25519, new Uint8Array(32).fill(seedByte))),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
  return { address: addressOfPublicKey(1, publicKey), publicKey, sign: (message) => new Uint8Array(sign(null, message, key)) }
}

const SPKI_ED25519 = hexToBytes('0x302a300506032b6570032100')

function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(concatBytes(SPKI_ED25519, publicKey)), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}

const VALIDATORS = ['bank-a', 'bank-b', 'core-firm', 'supplier'].map((organization, index) => ({ organization, key: testKey(10 + index) }))
export const ALICE = testKey(1)
export const BOB = testKey(2)

const genesis: Genesis = {
  version: 1,
  chainId: 20_260,
  name: 'test',
  timeMs: GENESIS_TIME_MS,
  params: { ...DEFAULT_CHAIN_PARAMS, heartbeatMs: BLOCK_MS },
  validators: VALIDATORS.map(({ organization, key }, index) => ({
    organization,
    consensusKey: { algorithm: 1, bytes: bytesToHex(key.publicKey) },
    peerId: `12D3KooWTest${index}`,
    addresses: [`/ip4/127.0.0.1/tcp/${10_545 + index}`],
  })),
  modules: [{ name: 'notes', version: 1 }],
}
export const CHAIN: Chain = { genesis, genesisHash: genesisHash(genesis) }

/** The whole state is one key: how many notes there are. */
export const COUNT_KEY = utf8ToBytes('notes\0count')

/** One module: `set` writes a note down; the key `forbidden` is rejected. Its params are the format's (key, value) pair. */
const notes: ModuleDescription = {
  name: 'notes',
  version: 1,
  summary: 'Notes under a key',
  commands: [{ name: 'set', summary: 'Writes a note down', params: attributeCodec as never }],
  queries: [
    {
      name: 'count',
      summary: 'How many notes there are',
      args: { type: 'object', additionalProperties: false },
      result: { type: 'integer' },
    },
    {
      name: 'note',
      summary: 'The note under a key',
      args: { type: 'object', properties: { key: { type: 'string' } }, required: ['key'] },
      result: { type: 'string' },
    },
  ],
  events: [
    { type: 'set', summary: 'A note was written down', attributes: { type: 'object', additionalProperties: { type: 'string' } } },
    { type: 'tick', summary: 'A block began', attributes: { type: 'object', properties: { height: { type: 'string' } } } },
  ],
  rejections: [{ code: 'notes/forbidden', meaning: 'nobody may write under this key', hint: 'Choose another key.', reason: 'RR04' }],
}
/** Attributes of `set` have the names of notes. */
const KNOWN_NOTES: KnownModule = {
  name: 'notes',
  names: {
    commands: ['set'],
    events: new Map([
      ['set', ['colour', 'shape', 'size', 'forbidden', 'b', 'c1', 'c2', 'c3']],
      ['tick', ['height']],
    ]),
  },
}

export interface DraftedCall {
  readonly key: string
  readonly value: string
}

/** A signed transaction. `unique` tells transactions apart that say the same. */
export function signedTransaction(
  calls: readonly DraftedCall[],
  more: {
    readonly signer?: TestKey
    readonly unique?: number
    readonly expiresAtMs?: number
    readonly chainId?: number
    readonly clientRef?: string
  } = {},
): Uint8Array {
  const { signer = ALICE, unique = 0, expiresAtMs = GENESIS_TIME_MS + 600_000, chainId = genesis.chainId, clientRef } = more
  const body = transactionBodyCodec.encode({
    genesisHash: CHAIN.genesisHash,
    chainId,
    sender: signer.address,
    coSigners: [],
    expiresAtMs,
    unique: `0x${unique.toString(16).padStart(32, '0')}` as Hex,
    calls: calls.map((call) => ({ module: 'notes', command: 'set', params: attributeCodec.encode(call) })),
    ...(clientRef === undefined ? {} : { clientRef }),
  })
  return signedBody(body, signer)
}

export function signedBody(body: Uint8Array, signer: TestKey): Uint8Array {
  return encodeTransaction(body, [
    { algorithm: 1, publicKey: signer.publicKey, signature: signer.sign(transactionSignBytes(transactionId(body))) },
  ])
}

/** A chain in memory, made of real blocks: real encodings, roots, paths and signatures. Blocks come when the test says. */
export class FakeNode {
  readonly blocks: StoredBlock[] = []
  readonly notes: Map<string, string>[] = [new Map()]
  readonly #pool = new Map<Hash, Transaction>()
  readonly #expired = new Set<Hash>()
  readonly #listeners = new Set<(block: StoredBlock) => void>()
  readonly #waiters = new Map<Hash, Set<() => void>>()
  /** Overrides what `api.status()` says. */
  statusOverride: Partial<NodeStatus> = {}
  /** The next submissions are refused with this. */
  refuseWith: { readonly code: string; readonly message: string } | undefined
  indexBehind: number | undefined = 0
  readonly #numbers = new Map<Hash, number>()
  /** Heights below are gone. */
  oldestBlock = 0
  /** Makes a block as soon as a transaction waits. */
  autoSeal = false
  readonly knownModules: KnownModule[] = [KNOWN_NOTES]
  readonly journals = fakeJournals(GENESIS_TIME_MS, CHAIN)
  standing: Standing = { standing: 'none' }
  evidence: readonly EvidenceRecord[] = [fakeEvidence(CHAIN, 3, (message) => testKey(13).sign(message))]
  readonly api: NodeApi = this.#createApi()

  constructor() {
    const header = genesisHeader(CHAIN, rootOf(0))
    this.blocks.push({ hash: headerHash(header), header, transactions: [], receipts: [], sizeBytes: 0 })
  }

  get head(): StoredBlock {
    return this.blocks.at(-1) as StoredBlock
  }

  get nowMs(): number {
    return this.head.header.timeMs + 10
  }

  get listeners(): number {
    return this.#listeners.size
  }

  /** Makes the next block final, with everything that waits. */
  seal(options: { readonly blockEvent?: boolean } = {}): StoredBlock {
    const transactions = [...this.#pool.values()]
    this.#pool.clear()
    const { receipts, state } = executed(transactions, this.notes.at(-1) ?? new Map())
    if (options.blockEvent === true) {
      const events = [{ module: 'notes', type: 'tick', attributes: [{ key: 'height', value: `${this.blocks.length}` }] }]
      receipts.push({ txId: ZERO_HASH, index: transactions.length, outcome: 'success', events })
    }
    this.notes.push(state)
    const block = this.#certified(transactions, receipts, state.size)
    this.blocks.push(block)
    for (const listener of this.#listeners) listener(block)
    for (const { id } of transactions) for (const wake of this.#waiters.get(id) ?? []) wake()
    return block
  }

  expire(id: Hash): void {
    this.#pool.delete(id)
    this.#expired.add(id)
    for (const wake of this.#waiters.get(id) ?? []) wake()
  }

  #certified(transactions: readonly Transaction[], receipts: readonly Receipt[], notesCount: number): StoredBlock {
    const parent = this.head
    const height = asHeight(parent.header.height + 1)
    const header: Header = {
      ...parent.header,
      height,
      parent: parent.hash,
      timeMs: parent.header.timeMs + BLOCK_MS,
      txRoot: merkleRoot(transactions.map(({ id }) => hexToBytes(id))),
      receiptsRoot: merkleRoot(receipts.map((receipt) => receiptCodec.encode(receipt))),
      stateRoot: rootOf(notesCount),
    }
    const hash = headerHash(header)
    const ids = transactions.map(({ id }) => id)
    const epoch = asEpoch(0)
    const digest = proposalDigest({ epoch, height, ids, timeMs: header.timeMs, proposer: asValidatorIndex(0) })
    const vote = { view: asView(0), height, digest, headerHash: hash }
    const message = commitSignBytes({ genesisHash: CHAIN.genesisHash, chainId: genesis.chainId }, epoch, vote)
    const certificate: CommitCertificate = {
      epoch,
      ...vote,
      signatures: VALIDATORS.slice(0, 3).map(({ key }, index) => ({
        signer: asValidatorIndex(index),
        signature: bytesToHex(key.sign(message)),
      })),
    }
    const sizeBytes = transactions.reduce((sum, { bytes }) => sum + bytes.length, 0)
    return { hash, header, certificate, transactions, receipts, sizeBytes }
  }

  #final(id: Hash): FinalReceipt | undefined {
    for (const { header, hash, receipts } of this.blocks) {
      const receipt = receipts.find(({ txId }) => txId === id && id !== ZERO_HASH)
      if (receipt !== undefined) return { receipt, height: header.height, blockHash: hash, timeMs: header.timeMs }
    }
    return undefined
  }

  #submit(raw: Uint8Array): Result<{ readonly id: Hash; readonly known: boolean }> {
    if (this.refuseWith !== undefined) return err(this.refuseWith)
    const decoded = decodeTransaction(raw)
    if (!decoded.ok) return decoded
    const { id, body } = decoded.value
    const checks = transactionChecks(decoded.value)
    if (!checks.ok) return checks
    if (!checks.value.every(({ publicKey, message, signature }) => verifyEd25519(publicKey, message, signature))) {
      return err(reject('tx/bad-signature', 'the signature does not hold', { path: 'signatures.0.signature' }))
    }
    if (body.chainId !== genesis.chainId)
      return err(reject('pool/wrong-chain', `this chain is ${genesis.chainId}`, { path: 'body.chainId' }))
    if (body.expiresAtMs <= this.nowMs) return err(reject('pool/expired', 'expired', { path: 'body.expiresAtMs' }))
    const known = this.#pool.has(id) || this.#final(id) !== undefined
    if (!known) this.#pool.set(id, decoded.value)
    if (this.autoSeal && !known) setImmediate(() => this.#pool.size > 0 && this.seal())
    return ok({ id, known })
  }

  #waitForReceipt(id: Hash, timeoutMs: number, signal: AbortSignal): Promise<FinalReceipt | undefined> {
    const final = this.#final(id)
    if (final !== undefined || signal.aborted) return Promise.resolve(final)
    return new Promise((resolve) => {
      const waiters = this.#waiters.get(id) ?? new Set()
      this.#waiters.set(id, waiters)
      const finish = (): void => {
        clearTimeout(timer)
        waiters.delete(finish)
        resolve(this.#final(id))
      }
      const timer = setTimeout(finish, timeoutMs)
      waiters.add(finish)
      signal.addEventListener('abort', finish)
    })
  }

  #query(
    module: string,
    query: string,
    args: Json,
    height: number = this.head.header.height,
  ): Result<{ readonly value: Json; readonly height: number }> {
    if (module !== 'notes') return err(reject('query/unknown-module', `the chain has no module ${module}`, { path: 'module' }))
    if (height > this.head.header.height)
      return err(reject('state/unknown-height', `the head is at ${this.head.header.height}`, { path: 'height' }))
    if (height < this.oldestBlock) return err(reject('state/pruned', `the oldest is ${this.oldestBlock}`, { path: 'height' }))
    const state = this.notes[height] ?? new Map<string, string>()
    if (query === 'count') return ok({ value: state.size, height })
    if (query !== 'note') return err(reject('query/unknown-query', `module notes has no query ${query}`, { path: 'query' }))
    const key = (args as { readonly key?: Json }).key
    if (typeof key !== 'string') return err(reject('encoding/bad-field', 'expected a text', { path: 'args.key' }))
    const value = state.get(key)
    return value === undefined ? err(reject('notes/unknown-note', 'no such note', { path: 'key' })) : ok({ value, height })
  }

  #createApi(): NodeApi {
    return {
      chain: CHAIN,
      params: () => CHAIN.genesis.params,
      modules: [notes],
      knownModules: this.knownModules,
      info: () => ({
        version: '0.1.0',
        chainId: genesis.chainId,
        genesisHash: CHAIN.genesisHash,
        name: genesis.name,
        organization: 'bank-a',
        role: 'validator',
        peerId: '12D3KooWTest0',
        history: 'archive',
      }),
      status: () => ({
        state: 'synced',
        height: this.head.header.height,
        earliest: this.oldestBlock,
        headTime: this.head.header.timeMs,
        lag: 0,
        epoch: 0,
        view: 0,
        primary: 'bank-a',
        peers: 3,
        reasons: [],
        ...this.statusOverride,
      }),
      height: () => this.head.header.height,
      earliest: () => this.oldestBlock,
      block: (at) => {
        const block = typeof at === 'number' ? this.blocks[at] : this.blocks.find(({ hash }) => hash === at)
        return Promise.resolve(block === undefined || block.header.height < this.oldestBlock ? undefined : block)
      },
      submit: (raw) => Promise.resolve(this.#submit(raw)),
      transaction: (id) => {
        const final = this.#final(id)
        const waiting = this.#pool.get(id)
        if (final !== undefined) {
          const transaction = this.blocks[final.height]?.transactions.find((candidate) => candidate.id === id)
          const status = final.receipt.outcome === 'success' ? 'final' : 'rejected'
          return Promise.resolve({ status, final, ...(transaction === undefined ? {} : { transaction }) })
        }
        if (waiting !== undefined) return Promise.resolve({ status: 'pending', transaction: waiting })
        return Promise.resolve({ status: this.#expired.has(id) ? 'expired' : 'unknown' })
      },
      waitForReceipt: (id, timeoutMs, signal) => this.#waitForReceipt(id, timeoutMs, signal),
      transactionProof: (id) => Promise.resolve(this.#transactionProof(id)),
      simulate: (transaction) => {
        const [receipt] = executed([transaction], this.notes.at(-1) ?? new Map()).receipts
        const rejected =
          receipt?.outcome === 'rejected'
            ? { rejection: reject('notes/forbidden', 'this key is forbidden', { path: 'key', reason: 'RR04' }) }
            : {}
        return ok({ receipt: { ...(receipt as Receipt), ...rejected }, height: this.head.header.height })
      },
      rejectionCodes: () => notes.rejections.map(({ code }) => code),
      rejectionRow: (code) => notes.rejections.find((row) => row.code === code),
      transactionOfClientRef: () => undefined,
      pool: () => ({ size: this.#pool.size, sizeBytes: 0, capacity: 20_000, perSenderMax: 4_000 }),
      waiting: {
        run: 'run1',
        list: ({ sender, after = -1, limit }) =>
          [...this.#pool.values()]
            .map((transaction) => ({ number: this.#numberOf(transaction.id), transaction, admittedAtMs: this.nowMs }))
            .filter(({ number, transaction }) => number > after && (sender === undefined || transaction.body.sender === sender))
            .slice(0, limit),
      },
      lists: this.#lists(),
      addressesOfParty: (party) =>
        party === 'alice' ? ok([ALICE.address]) : err(reject('organizations/unknown-party', `there is no party ${party}`)),
      query: (module, query, args, height) => this.#query(module, query, args, height),
      stateProof: (key, height) => Promise.resolve(this.#stateProof(key, height ?? this.head.header.height)),
      consensus: () => ({
        epoch: 0,
        view: 0,
        wants: 0,
        inView: true,
        primary: 0,
        head: this.head.header.height,
        quorum: 3,
        slots: [{ height: this.head.header.height + 1, phase: 'empty', prepares: [], commits: [] }],
      }),
      validators: () => genesis.validators,
      epochs: async () => [{ epoch: 0, firstHeight: 1, validators: genesis.validators }],
      peers: () =>
        genesis.validators.slice(1).map(({ peerId, organization, addresses }) => ({
          peerId,
          organization,
          addresses,
          connected: organization !== 'supplier',
          connectedSinceMs: GENESIS_TIME_MS,
          bytesIn: 1_000,
          bytesOut: 2_000,
          framesIn: 10,
          framesOut: 20,
          reconnects: 0,
          head: this.head.header.height,
        })),
      signerStats: () => fakeSignerStats(this.blocks, genesis.validators.length),
      standing: () => this.standing,
      statements: async (height) => {
        const committed = this.blocks[height]?.certificate
        return { ...(committed === undefined ? {} : { committed }), prepared: [], newViews: [] }
      },
      evidence: () => ({ sinceMs: GENESIS_TIME_MS, dropped: 0, items: this.evidence }),
      ...fakeMemberApi(CHAIN, () => this.head.header.height),
      journals: this.journals,
      onFinal: (listener) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
    }
  }

  #numberOf(id: Hash): number {
    const number = this.#numbers.get(id) ?? this.#numbers.size
    this.#numbers.set(id, number)
    return number
  }

  /** The index is behind by `indexBehind` blocks, and gone when that is undefined. */
  #lists(): BlockLists {
    const model = modelLists(() => this.blocks.slice(0, this.blocks.length - (this.indexBehind ?? 0)))
    const gone = (): boolean => this.indexBehind === undefined
    const unavailable = err(reject('index/unavailable', 'the index is gone'))
    return {
      blocks: async (range) => (gone() ? unavailable : await model.blocks(range)),
      transactions: async (range, filter) => (gone() ? unavailable : await model.transactions(range, filter)),
      events: async (range, filter) => (gone() ? unavailable : await model.events(range, filter)),
    }
  }

  #transactionProof(id: Hash): ReturnType<NodeApi['transactionProof']> extends Promise<infer R> ? R : never {
    const final = this.#final(id)
    const block = final === undefined ? undefined : this.blocks[final.height]
    if (final === undefined || block?.certificate === undefined) return err(reject('tx/not-final', `no final transaction ${id}`))
    const { index } = final.receipt
    const { transactions, receipts, header, certificate } = block
    return ok({
      id,
      receipt: final.receipt,
      index,
      transactionCount: transactions.length,
      receiptCount: receipts.length,
      transactionPath: merkleProof(
        transactions.map((transaction) => hexToBytes(transaction.id)),
        index,
      ),
      receiptPath: merkleProof(
        receipts.map((receipt) => receiptCodec.encode(receipt)),
        index,
      ),
      header,
      certificate,
    })
  }

  #stateProof(key: Uint8Array, height: number): ReturnType<NodeApi['stateProof']> extends Promise<infer R> ? R : never {
    const block = this.blocks[height]
    if (block === undefined) return err(reject('state/unknown-height', 'above the head', { path: 'height' }))
    if (height < this.oldestBlock) return err(reject('state/pruned', 'gone', { path: 'height' }))
    const value = countValue(this.notes[height]?.size ?? 0)
    const leaf = { keyHash: bytesToHex(stateKeyHash(COUNT_KEY)) as Hash, valueHash: bytesToHex(stateValueHash(value)) as Hash }
    const present = bytesToHex(key) === bytesToHex(COUNT_KEY)
    const { header, certificate } = block
    const proof = { key, siblings: [], ...(present ? { value } : { otherLeaf: leaf }) }
    return ok({ proof, header, ...(certificate === undefined ? {} : { certificate }) })
  }
}

function countValue(count: number): Uint8Array {
  return Uint8Array.of(count >> 8, count & 0xff)
}

function rootOf(count: number): Hash {
  return bytesToHex(stateLeafHash(stateKeyHash(COUNT_KEY), stateValueHash(countValue(count)))) as Hash
}

function executed(
  transactions: readonly Pick<Transaction, 'id' | 'body'>[],
  before: ReadonlyMap<string, string>,
): { readonly receipts: Receipt[]; readonly state: Map<string, string> } {
  const state = new Map(before)
  const receipts = transactions.map(({ id, body }, index): Receipt => {
    const decoded = body.calls.map(({ params }) => attributeCodec.decode(params))
    const rejected = decoded.findIndex((call) => !call.ok || call.value.key === 'forbidden')
    if (rejected >= 0) return { txId: id, index, outcome: 'rejected', code: 'notes/forbidden', callIndex: rejected, events: [] }
    const events = decoded.flatMap((call) => {
      if (!call.ok) return []
      state.set(call.value.key, call.value.value)
      return [{ module: 'notes', type: 'set', attributes: [call.value] }]
    })
    return { txId: id, index, outcome: 'success', events }
  })
  return { receipts, state }
}

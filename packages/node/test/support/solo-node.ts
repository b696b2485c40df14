import { verifySignature, verifyTransaction } from '@hanse/crypto'
import { clientRefTx, MODULES, partyOf } from '@hanse/modules'
import { FRAME_BYTES_MAX } from '@hanse/ports'
import { type Address, bytesToHex, err, type Hash, hexToBytes, ok, type Result, reject } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  type CommitCertificate,
  commitSignBytes,
  decodeTransaction,
  merkleProof,
  type ProposalBody,
  proposalDigest,
  quorumSize,
  receiptCodec,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import {
  createPromMeter,
  createRpcServer,
  type FinalReceipt,
  type KeyRing,
  type NodeApi,
  type RpcServer,
  type StoredBlock,
} from '@hanse/rpc'
import { createGenesisState, createLedger, type Ledger, type StateView, type StateWrites } from '@hanse/state'
import { modelLists } from '../../../rpc/test/support/list-model.ts'
import { RingJournal } from '../../src/journal.ts'
import { addressesOfParty } from '../../src/lists.ts'
import { memberNamed, membersOf, placesAt } from '../../src/members.ts'
import { describeModules, knownModules, rejectionCodes, rejectionRow } from '../../src/module-descriptions.ts'
import { SignerWindow } from '../../src/signer-window.ts'
import { CHAIN, consensusKey } from './solo-genesis.ts'

const TIME_TO_LIVE_MS = 600_000
const RUN = '00000000000000aa'

class MemorySource {
  readonly #records = new Map<string, Uint8Array>()

  get(key: Uint8Array): Uint8Array | undefined {
    return this.#records.get(bytesToHex(key))
  }

  apply({ puts, deletes }: StateWrites): void {
    for (const { key, value } of puts) this.#records.set(bytesToHex(key), value)
    for (const key of deletes) this.#records.delete(bytesToHex(key))
  }
}

/**
 * A chain without its network: the real modules on the real ledger behind the real RPC, a block for every transaction, signed
 * with the devnet’s public validator keys. What it lacks is agreement.
 */
export class SoloNode {
  readonly blocks: StoredBlock[] = []
  readonly #source = new MemorySource()
  readonly #ledger: Ledger
  readonly #listeners = new Set<(block: StoredBlock) => void>()
  readonly #pool = new Map<Hash, Verified<Transaction>>()
  readonly #waiting = new Set<() => void>()
  /** While true nothing becomes final. */
  isPaused = false
  readonly api: NodeApi

  readonly #chain: Chain
  readonly #nowMs: () => number

  constructor({ chain = CHAIN, nowMs = Date.now }: { readonly chain?: Chain; readonly nowMs?: () => number } = {}) {
    this.#chain = chain
    this.#nowMs = nowMs
    const { header, hash, writes } = createGenesisState(chain, MODULES)
    this.#source.apply(writes)
    this.#ledger = createLedger({ chain, modules: MODULES, source: this.#source, head: { header, hash }, recent: [] })
    this.blocks.push({ hash, header, transactions: [], receipts: [], sizeBytes: 0 })
    this.api = this.#createApi()
  }

  /** The state at the head. */
  view(): StateView {
    const view = this.#ledger.view()
    if (!view.ok) throw new Error(view.error.message)
    return view.value
  }

  /** Makes one block of what waits. */
  seal(): StoredBlock {
    const { header: head, hash: parent } = this.#ledger.head
    const transactions = [...this.#pool.values()]
    this.#pool.clear()
    const body: ProposalBody = {
      epoch: asEpoch(0),
      height: asHeight(head.height + 1),
      ids: transactions.map(({ id }) => id),
      timeMs: Math.max(this.#nowMs(), head.timeMs + 1),
      proposer: asValidatorIndex(0),
    }
    const { hash } = this.#ledger.execute(parent, body, transactions)
    const { block, writes } = this.#ledger.finalize(hash)
    this.#source.apply(writes)
    this.#ledger.stored(block.header.height)
    const stored: StoredBlock = {
      ...{
        hash,
        header: block.header,
        certificate: certificateOf(this.#chain, body, hash),
        transactions: block.included,
        receipts: block.receipts,
      },
      sizeBytes: sizeOf(block.included),
    }
    this.blocks.push(stored)
    for (const listener of this.#listeners) listener(stored)
    for (const wake of [...this.#waiting]) wake()
    return stored
  }

  #submit(raw: Uint8Array): Result<{ readonly id: Hash; readonly known: boolean }> {
    const decoded = decodeTransaction(raw)
    if (!decoded.ok) return decoded
    const verified = verifyTransaction(decoded.value, verifySignature)
    if (!verified.ok) return verified
    const transaction = verified.value
    const { id } = transaction
    if (this.#final(id) !== undefined || this.#pool.has(id)) return ok({ id, known: true })
    const { body } = transaction
    const first = body.clientRef === undefined ? undefined : this.#transactionOfClientRef(body.sender, body.clientRef)
    if (first !== undefined) return ok({ id: first, known: true })
    if (body.genesisHash !== this.#chain.genesisHash) return err(reject('pool/wrong-chain', 'signed for another chain'))
    if (body.expiresAtMs > this.#nowMs() + TIME_TO_LIVE_MS) return err(reject('pool/expiry-too-far', 'the expiry lies too far ahead'))
    const refused = this.#ledger.admissible(transaction)
    if (refused !== undefined) return err(refused)
    this.#pool.set(id, transaction)
    if (!this.isPaused) setImmediate(() => this.#pool.size > 0 && this.seal())
    return ok({ id, known: false })
  }

  #transactionOfClientRef(sender: Address, clientRef: string): Hash | undefined {
    const view = this.#ledger.view()
    const operator = view.ok ? partyOf(view.value, sender) : undefined
    return view.ok && operator !== undefined ? clientRefTx(view.value, operator.partyId, clientRef) : undefined
  }

  #final(id: Hash): FinalReceipt | undefined {
    for (const { header, hash, receipts } of this.blocks) {
      const receipt = receipts.find(({ txId }) => txId === id)
      if (receipt !== undefined) return { receipt, height: header.height, blockHash: hash, timeMs: header.timeMs }
    }
    return undefined
  }

  #createApi(): NodeApi {
    const ledger = this.#ledger
    const chain = this.#chain
    const head = (): number => ledger.head.header.height
    return {
      chain,
      params: () => chain.genesis.params,
      get modules() {
        return describeModules(ledger.modules)
      },
      get knownModules() {
        return knownModules(chain, ledger.modules, MODULES)
      },
      info: () => ({
        ...{ version: '0.1.0', chainId: chain.genesis.chainId, genesisHash: chain.genesisHash, name: chain.genesis.name },
        ...{ organization: 'bank-a', role: 'validator', history: 'archive', peerId: chain.genesis.validators[0]?.peerId ?? '' },
      }),
      status: () => ({
        ...{
          state: 'synced',
          height: head(),
          earliest: 0,
          headTime: ledger.head.header.timeMs,
          lag: 0,
          epoch: 0,
          view: 0,
          primary: 'bank-a',
          peers: 3,
          reasons: [],
        },
      }),
      height: head,
      earliest: () => 0,
      block: async (at) => (typeof at === 'number' ? this.blocks[at] : this.blocks.find(({ hash }) => hash === at)),
      submit: async (raw) => this.#submit(raw),
      transaction: async (id) => {
        const final = this.#final(id)
        const transaction = this.blocks.flatMap(({ transactions }) => transactions).find((candidate) => candidate.id === id)
        if (final !== undefined && transaction !== undefined) {
          return { status: final.receipt.outcome === 'success' ? 'final' : 'rejected', final, transaction }
        }
        const waiting = this.#pool.get(id)
        return waiting === undefined ? { status: 'unknown' } : { status: 'pending', transaction: waiting }
      },
      waitForReceipt: (id, timeoutMs, signal) => this.#wait(id, timeoutMs, signal),
      transactionProof: async (id) => this.#proof(id),
      simulate: (transaction) => ok({ receipt: ledger.simulate(transaction), height: head() }),
      rejectionRow: (code) => rejectionRow(ledger.modules, code),
      rejectionCodes: () => rejectionCodes(ledger.modules),
      transactionOfClientRef: () => undefined,
      pool: () => ({ size: this.#pool.size, sizeBytes: sizeOf([...this.#pool.values()]), capacity: 20_000, perSenderMax: 4_000 }),
      waiting: {
        run: 'solo',
        list: ({ after = -1, limit }) =>
          [...this.#pool.values()]
            .map((transaction, number) => ({ number, transaction, admittedAtMs: ledger.head.header.timeMs }))
            .filter(({ number }) => number > after)
            .slice(0, limit),
      },
      lists: modelLists(() => this.blocks),
      addressesOfParty: (party) => addressesOfParty(ledger.view(), party),
      query: (module, query, args, height) => {
        const view = ledger.view(height)
        if (!view.ok) return view
        const value = view.value.query(module, query, args)
        return value.ok ? ok({ value: value.value, height: view.value.header.height }) : value
      },
      stateProof: async (key, height) => {
        const view = ledger.view(height)
        const proof = view.ok ? view.value.proof(key) : view
        if (!view.ok || !proof.ok) return proof as Result<never>
        const certificate = this.blocks[view.value.header.height]?.certificate
        return ok({ proof: proof.value, header: view.value.header, ...(certificate === undefined ? {} : { certificate }) })
      },
      consensus: () => ({ epoch: 0, view: 0, wants: 0, inView: true, primary: 0, head: head(), quorum: 3, slots: [] }),
      validators: () => chain.genesis.validators,
      epochs: async () => [{ epoch: 0, firstHeight: 1, validators: chain.genesis.validators }],
      peers: () => [],
      signerStats: () => {
        const window = new SignerWindow(asEpoch(0), chain.genesis.validators.length)
        for (const { header, certificate } of this.blocks) if (certificate !== undefined) window.finalized(header, certificate)
        return window.stats(head())
      },
      standing: () => ({ standing: 'none' }),
      statements: async (height) => {
        const committed = this.blocks[height]?.certificate
        return { ...(committed === undefined ? {} : { committed }), prepared: [], newViews: [] }
      },
      evidence: () => ({ sinceMs: chain.genesis.timeMs, dropped: 0, items: [] }),
      network: () => ({
        ...{ peerId: chain.genesis.validators[0]?.peerId ?? '', listen: [], protocols: [] },
        limits: {
          frameBytesMax: FRAME_BYTES_MAX,
          ...{ receiveBytesPerSecondMax: 1, sendBytesPerSecondMax: 1, pendingInboundMax: 1, inboundPerHostPerSecondMax: 1 },
        },
      }),
      members: (request) => {
        const view = ledger.view(request.height)
        return view.ok
          ? membersOf(
              view.value,
              placesAt(view.value, (epoch) => ledger.validatorsOf(epoch)),
              request,
            )
          : view
      },
      member: (organization, height) => {
        const view = ledger.view(height)
        return view.ok
          ? memberNamed(
              view.value,
              placesAt(view.value, (epoch) => ledger.validatorsOf(epoch)),
              organization,
            )
          : view
      },
      journals: { consensus: new RingJournal(RUN), node: new RingJournal(RUN) },
      onFinal: (listener) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
    }
  }

  #wait(id: Hash, timeoutMs: number, signal: AbortSignal): Promise<FinalReceipt | undefined> {
    return new Promise((resolve) => {
      const look = (): void => {
        const final = this.#final(id)
        if (final === undefined && !signal.aborted) return
        end()
      }
      const end = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(look)
        signal.removeEventListener('abort', end)
        resolve(this.#final(id))
      }
      const timer = setTimeout(end, timeoutMs)
      this.#waiting.add(look)
      signal.addEventListener('abort', end)
      look()
    })
  }

  #proof(id: Hash): Awaited<ReturnType<NodeApi['transactionProof']>> {
    const final = this.#final(id)
    const block = final === undefined ? undefined : this.blocks[final.height]
    if (final === undefined || block?.certificate === undefined) return err(reject('tx/not-final', `no final transaction ${id}`))
    const { transactions, receipts, header, certificate } = block
    const { index } = final.receipt
    const ids = transactions.map((transaction) => hexToBytes(transaction.id))
    const leaves = receipts.map((receipt) => receiptCodec.encode(receipt))
    return ok({
      ...{ id, receipt: final.receipt, index, transactionCount: ids.length, receiptCount: leaves.length, header, certificate },
      ...{ transactionPath: merkleProof(ids, index), receiptPath: merkleProof(leaves, index) },
    })
  }
}

function sizeOf(transactions: readonly Transaction[]): number {
  return transactions.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

/** Signed by the first quorum of the validators. */
function certificateOf({ genesis, genesisHash }: Chain, body: ProposalBody, headerHash: Hash): CommitCertificate {
  const { chainId, validators } = genesis
  const vote = { view: asView(0), height: body.height, digest: proposalDigest(body), headerHash }
  const message = commitSignBytes({ genesisHash, chainId }, body.epoch, vote)
  const signatures = validators.slice(0, quorumSize(validators.length)).map(({ organization }, index) => ({
    signer: asValidatorIndex(index),
    signature: bytesToHex(consensusKey(organization).sign(message)),
  }))
  return { epoch: body.epoch, ...vote, signatures }
}

export interface RunningSoloNode {
  readonly node: SoloNode
  readonly url: string
  stop(): Promise<void>
}

const silent = (): void => undefined
const logger = { fatal: silent, error: silent, warn: silent, info: silent, debug: silent, trace: silent, child: () => logger }

function serverOf(node: SoloNode, port: number, keys?: KeyRing): RpcServer {
  const clock = {
    nowMs: () => Date.now(),
    startTimer: (durationMs: number, onFire: () => void) => {
      const timer = setTimeout(onFire, durationMs)
      return { stop: () => clearTimeout(timer) }
    },
  }
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
  const listen = { host: '127.0.0.1', port, metricsHost: '127.0.0.1', metricsPort: 0, cors: false }
  const access = keys === undefined ? {} : { keys }
  return createRpcServer({ ...listen, ...access, clock, random, logger, meter: createPromMeter() }, node.api)
}

/** Serves a node on any free port, or again on one it had. */
export async function serve(node = new SoloNode(), port = 0, keys?: KeyRing): Promise<RunningSoloNode> {
  const server = serverOf(node, port, keys)
  const { rpcPort } = await server.start()
  return { node, url: `http://127.0.0.1:${rpcPort}`, stop: async () => await server.stop() }
}

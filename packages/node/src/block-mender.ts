import { verifySignatureNative } from '@hanse/crypto-native'
import { BlockMissing, type Clock, type Logger, type Timer } from '@hanse/ports'
import { type Hash, hexToBytes } from '@hanse/primitives'
import {
  asHeight,
  type CertifiedBlock,
  type Chain,
  type Epoch,
  type Height,
  headerHash,
  merkleRoot,
  type PeerId,
  proposalDigest,
  receiptCodec,
  type StoredBlockRecord,
  storedBlockCodec,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import { Gate, includedIn, setsOfEpoch } from '@hanse/replica'
import type { Ledger } from '@hanse/state'
import type { BlockStore } from './block-store.ts'
import { accepted, PeerFault } from './inbound.ts'
import type { Outbound } from './outbound.ts'

/** Blocks that are asked for at a time. */
const ASKED_MAX = 4
/** Damaged blocks that are known at a time: the sweep finds the others when these are whole. */
const DAMAGED_MAX = 1_024
/** How long a peer has for its answer, in ms; then the next one is asked. */
const ANSWER_MS = 2_000
/** How long a reader waits for a block to be mended, in ms. */
const READER_WAITS_MS = 5_000

export interface BlockMenderOptions {
  readonly blocks: BlockStore
  /** That verifies what is of the epoch; undefined for one that has not come. */
  readonly gateOf: (epoch: Epoch) => Pick<Gate, 'transaction' | 'block'> | undefined
  /** Connected peers whose head is there or above. */
  readonly peersAt: (height: number) => readonly PeerId[]
  readonly ask: (peer: PeerId, height: Height) => void
  readonly clock: Clock
  readonly logger: Logger
}

/** The mender of a running node: `blocks` tells it of every block that is met damaged. */
export function createMender(
  chain: Chain,
  ledger: Pick<Ledger, 'validatorsOf'>,
  outbound: Pick<Outbound, 'fetchRecord'>,
  options: Omit<BlockMenderOptions, 'ask' | 'gateOf'>,
): BlockMender {
  const gateOf = (epoch: Epoch): Gate | undefined => {
    const sets = setsOfEpoch(ledger, epoch)
    return sets === undefined ? undefined : new Gate(chain, verifySignatureNative, { sets })
  }
  const mender = new BlockMender({ ...options, gateOf, ask: (peer, height) => outbound.fetchRecord(peer, height) })
  options.blocks.onMissing = (height) => mender.damaged(height)
  return mender
}

interface Damaged {
  asked: PeerId | undefined
  timer: Timer | undefined
  /** Peers that were asked, in this round through all of them. */
  readonly tried: Set<PeerId>
  readonly waiting: Set<() => void>
}

/**
 * Fetches from the peers what the store has of a block no more, or not as it was, and puts it back in its place: once its header is the one
 * that the chain above it names, its certificate verifies, and transactions and receipts are those of the header.
 */
export class BlockMender {
  readonly #options: BlockMenderOptions
  readonly #damaged = new Map<number, Damaged>()
  readonly #puttingBack = new Set<Promise<void>>()
  #isStopped = false

  constructor(options: BlockMenderOptions) {
    this.#options = options
  }

  /** Blocks that are known to be damaged. */
  get count(): number {
    return this.#damaged.size
  }

  /** Idempotent. */
  damaged(height: number): void {
    if (this.#isStopped || this.#damaged.has(height) || this.#damaged.size >= DAMAGED_MAX) return
    this.#options.logger.warn({ height }, 'a stored block is damaged or missing; it is fetched from the peers')
    this.#damaged.set(height, { asked: undefined, timer: undefined, tried: new Set(), waiting: new Set() })
    this.#askNext()
  }

  /** Reads what may meet a damaged block: again, once that is whole. @throws BlockMissing where it is not in time */
  async read<T>(read: () => T): Promise<T> {
    for (let last: number | undefined; ; ) {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof BlockMissing) || error.height === last || !(await this.#whole(error.height))) throw error
        last = error.height
      }
    }
  }

  /** What a peer answers. @throws PeerFault for what no honest peer sends */
  async answered(from: PeerId, height: Height, bytes: Uint8Array | undefined): Promise<void> {
    const damaged = this.#damaged.get(height)
    if (this.#isStopped || damaged?.asked !== from) return
    this.#unask(damaged)
    const expected = this.#options.blocks.hashByLinks(height)
    if (bytes !== undefined && expected !== undefined) {
      const record = this.#checked(bytes, height, expected)
      await this.#putBack(record)
      this.#damaged.delete(height)
      for (const resolve of damaged.waiting) resolve()
      this.#options.logger.info({ height, from }, 'a damaged block is whole again')
    }
    this.#askNext()
  }

  /** Idempotent. Resolves when nothing is being put back any more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    for (const damaged of this.#damaged.values()) {
      this.#unask(damaged)
      for (const resolve of damaged.waiting) resolve()
    }
    await Promise.allSettled(this.#puttingBack)
  }

  async #putBack(record: StoredBlockRecord): Promise<void> {
    const putting = this.#options.blocks.putBack(record)
    this.#puttingBack.add(putting)
    try {
      await putting
    } finally {
      this.#puttingBack.delete(putting)
    }
  }

  #askNext(): void {
    if (this.#isStopped) return
    let asked = [...this.#damaged.values()].filter(({ timer }) => timer !== undefined).length
    // From the highest down: what stands above a block says which it was.
    for (const [height, damaged] of [...this.#damaged].sort(([left], [right]) => right - left)) {
      if (asked >= ASKED_MAX) return
      if (damaged.timer !== undefined) continue
      this.#ask(height, damaged)
      asked += 1
    }
  }

  #ask(height: number, damaged: Damaged): void {
    const { peersAt, ask, clock } = this.#options
    const peers = peersAt(height)
    const peer = peers.find((candidate) => !damaged.tried.has(candidate))
    if (peer === undefined) damaged.tried.clear()
    else damaged.tried.add(peer)
    damaged.asked = peer
    damaged.timer = clock.startTimer(ANSWER_MS, () => {
      this.#unask(damaged)
      this.#askNext()
    })
    if (peer !== undefined) ask(peer, asHeight(height))
  }

  #unask(damaged: Damaged): void {
    damaged.timer?.stop()
    damaged.timer = undefined
    damaged.asked = undefined
  }

  /** True where the block is whole, or was mended meanwhile. */
  async #whole(height: number): Promise<boolean> {
    this.damaged(height)
    const damaged = this.#damaged.get(height)
    if (damaged === undefined) return false
    await new Promise<void>((resolve) => {
      const end = (): void => {
        timer.stop()
        damaged.waiting.delete(end)
        resolve()
      }
      const timer = this.#options.clock.startTimer(READER_WAITS_MS, end)
      damaged.waiting.add(end)
    })
    return !this.#damaged.has(height)
  }

  #checked(bytes: Uint8Array, height: number, expected: Hash): StoredBlockRecord {
    const record = accepted(storedBlockCodec.decode(bytes))
    const { header, certified, receipts } = record
    if (headerHash(header) !== expected) throw unfit(height, 'its header is another')
    if (height > 0) this.#checkCertified(record, certified)
    const included = includedIn(record)
    const executed = new Set(certified?.body.ids ?? [])
    if (merkleRoot(included.map(hexToBytes)) !== header.txRoot || included.some((id) => !executed.has(id))) {
      throw unfit(height, 'its transactions are others')
    }
    if (merkleRoot(receipts.map((receipt) => receiptCodec.encode(receipt))) !== header.receiptsRoot)
      throw unfit(height, 'its receipts are others')
    return record
  }

  #checkCertified({ header }: StoredBlockRecord, certified: CertifiedBlock | undefined): void {
    const gate = this.#options.gateOf(header.epoch)
    if (certified === undefined || gate === undefined) throw unfit(header.height, 'it has no certificate')
    const transactions: Verified<Transaction>[] = certified.transactions.map((raw) => accepted(gate.transaction(raw)))
    const { body, certificate } = accepted(gate.block(certified, transactions))
    if (certificate.headerHash !== headerHash(header) || certificate.digest !== proposalDigest(body)) {
      throw unfit(header.height, 'its certificate is of another block')
    }
  }
}

function unfit(height: number, why: string): PeerFault {
  return new PeerFault({ code: 'sync/bad-block', message: `the block ${height} that it gives: ${why}` })
}

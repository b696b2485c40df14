import { createSigner, sha256Native } from '@hanse/crypto-native'
import { consensusKey } from '@hanse/devnet'
import { asPeerId, type PeerId, useSha256 } from '@hanse/protocol'
import { createBenchChain, GENESIS_TIME_MS, rawTransfers, validatorNames } from '../bench-chain.ts'
import { Link } from './links.ts'
import { ReplicaHost } from './replica-host.ts'
import { type Stage, StageTimes } from './stages.ts'

/** Blocks that are offered ahead of what is final: the pool is never empty, so that blocks are full. */
const BLOCKS_AHEAD = 3
/** Blocks before the first that counts: what runs is compiled by then. */
const WARM_BLOCKS = 2
/** From one round of all to the next, in ms: what a near network and a busy processor take from one message to the answer. */
const ROUND_MS = 5
/** A network that does not agree is a defect, and not waited for. */
const IDLE_ROUNDS_MAX = 20_000

export interface NetworkRun {
  readonly validators: number
  readonly transactions: number
  readonly blocks: number
  readonly viewChanges: number
  /** Of all validators together. */
  readonly cpuUs: number
  readonly shares: Readonly<Record<Stage, number>>
  readonly messages: number
  readonly bytesSent: number
}

/** Validators in one process, each doing all that it would do alone. */
class ReplicaNetwork {
  readonly hosts: readonly ReplicaHost[]
  readonly stages = new StageTimes()
  readonly #raws: readonly Uint8Array[]
  readonly #perBlock: number
  readonly #links: readonly ReadonlyMap<PeerId, Link>[]
  #offered = 0
  #nowMs = GENESIS_TIME_MS

  constructor(validators: number, transactionsPerBlock: number, blocks: number) {
    useSha256(sha256Native)
    const chain = createBenchChain(validators, { blockTransactionsMax: transactionsPerBlock })
    this.#perBlock = transactionsPerBlock
    this.#raws = rawTransfers(chain, (blocks + BLOCKS_AHEAD) * transactionsPerBlock, GENESIS_TIME_MS)
    const peers = chain.genesis.validators.map(({ peerId }) => asPeerId(peerId))
    const links = peers.map(() => new Map(peers.map((to) => [to, new Link()])))
    this.#links = links
    this.hosts = validatorNames(validators).map((name, index) => {
      const { publicKey, seed } = consensusKey(name)
      const own = new Map<PeerId, { readonly out: Link; readonly in: Link }>()
      for (const [place, peer] of peers.entries()) {
        if (place === index) continue
        own.set(peer, { out: linkOf(links, index, peer), in: linkOf(links, place, peers[index] as PeerId) })
      }
      return new ReplicaHost({ chain, index, publicKey, signer: createSigner(seed), stages: this.stages, links: own })
    })
  }

  /** Rounds of all validators until so many transactions are final everywhere. */
  runTo(final: number, onRound: (final: number) => void): void {
    let [idle, reached] = [0, -1]
    for (;;) {
      const least = Math.min(...this.hosts.map((host) => host.final))
      if (least >= final) return
      idle = least > reached ? 0 : idle + 1
      reached = least
      if (idle > IDLE_ROUNDS_MAX) throw new Error(`no block in ${IDLE_ROUNDS_MAX} rounds of ${this.hosts.length} validators`)
      onRound(least)
      while (this.#offered < least + BLOCKS_AHEAD * this.#perBlock && this.#offered < this.#raws.length) this.#offerBlock()
      this.#nowMs += ROUND_MS
      for (const host of this.hosts) host.round(this.#nowMs)
      // All that was sent in a round comes in the next: nobody is nearer than another, and no proposal before what it names.
      for (const links of this.#links) for (const link of links.values()) link.deliver()
    }
  }

  /** Clients are spread over all validators. */
  #offerBlock(): void {
    for (let index = 0; index < this.#perBlock; index++) {
      const raw = this.#raws[this.#offered + index]
      if (raw !== undefined) this.hosts[index % this.hosts.length]?.submit(raw)
    }
    this.#offered += this.#perBlock
  }

  total(of: (host: ReplicaHost) => number): number {
    return this.hosts.reduce((sum, host) => sum + of(host), 0)
  }
}

function linkOf(links: readonly ReadonlyMap<PeerId, Link>[], from: number, to: PeerId): Link {
  const link = links[from]?.get(to)
  if (link === undefined) throw new Error(`validator ${from} has no link`)
  return link
}

/** So many blocks of full load, after some that do not count. */
export function runNetwork(
  validators: number,
  blocks: number,
  transactionsPerBlock: number,
  onProgress: (final: number, of: number) => void,
): NetworkRun {
  const network = new ReplicaNetwork(validators, transactionsPerBlock, WARM_BLOCKS + blocks)
  const [from, to] = [WARM_BLOCKS * transactionsPerBlock, (WARM_BLOCKS + blocks) * transactionsPerBlock]
  const onRound = (final: number): void => onProgress(final, to)
  network.runTo(from, onRound)
  network.stages.takeShares()
  const count = (): { final: number; blocks: number; messages: number; bytesSent: number } => ({
    final: network.total((host) => host.final),
    blocks: network.total((host) => host.blocks),
    messages: network.total((host) => host.messages),
    bytesSent: network.total((host) => host.bytesSent),
  })
  const before = count()
  const cpuBefore = process.cpuUsage()
  network.runTo(to, onRound)
  const { user, system } = process.cpuUsage(cpuBefore)
  const after = count()
  return {
    validators,
    transactions: (after.final - before.final) / validators,
    blocks: (after.blocks - before.blocks) / validators,
    viewChanges: network.total((host) => host.viewChanges),
    cpuUs: user + system,
    shares: network.stages.takeShares(),
    messages: after.messages - before.messages,
    bytesSent: after.bytesSent - before.bytesSent,
  }
}

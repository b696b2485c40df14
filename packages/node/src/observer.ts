import type { Clock, LogLevel, Meter } from '@hanse/ports'
import { bytesToHex } from '@hanse/primitives'
import { epochAfter, isRecovery, type SignedMessage, type StoredBlockRecord } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import type { EvidenceSeen, Journals, NodeInfo, NodeStatus, PoolStatus, SignerStats } from '@hanse/rpc'
import { ConsensusDiary } from './consensus-diary.ts'
import type { HostEffect } from './driver.ts'
import { EvidenceBook } from './evidence-book.ts'
import { createNodeMetrics, type NodeMetrics } from './metrics.ts'
import { NodeDiary } from './node-diary.ts'
import type { Roster } from './roster.ts'
import { SignerWindow } from './signer-window.ts'

export interface ObserverParts {
  readonly meter: Meter
  readonly clock: Clock
  readonly roster: Roster
  readonly status: () => NodeStatus
  readonly pool: () => PoolStatus
}

const RUN_BYTES = 8

/** What the node notices of its own work and of its peers: metrics, journals, who signed, evidence. It decides nothing. */
export class Observer {
  readonly metrics: NodeMetrics
  readonly journals: Journals
  readonly #clock: Clock
  readonly #consensus: ConsensusDiary
  readonly #node: NodeDiary
  readonly #signers: SignerWindow
  readonly #evidence: EvidenceBook
  readonly #roster: Roster

  constructor(parts: ObserverParts) {
    const { clock, roster } = parts
    const run = bytesToHex(crypto.getRandomValues(new Uint8Array(RUN_BYTES))).slice(2)
    this.#clock = clock
    this.#roster = roster
    this.metrics = createNodeMetrics(parts)
    this.#consensus = new ConsensusDiary({ clock, roster, run })
    this.#node = new NodeDiary({ ...parts, run })
    this.#signers = new SignerWindow(roster.epoch, roster.validators.length)
    this.#evidence = new EvidenceBook(clock.nowMs())
    this.journals = { consensus: this.#consensus.journal, node: this.#node.journal }
  }

  /** Before anything becomes final. */
  open(head: number, record: (height: number) => StoredBlockRecord | undefined): void {
    this.#signers.fill(head, record)
  }

  started(info: NodeInfo, height: number): void {
    this.#node.started(info, height)
  }

  stopping(height: number): void {
    this.#node.stopping(height)
  }

  logLevelSet(level: LogLevel, before: LogLevel): void {
    this.#node.logLevelSet(level, before)
  }

  finalized(final: FinalBlock): void {
    this.metrics.finalized(final)
    this.#signers.finalized(final.block.header, final.certificate)
    this.#consensus.finalized(final)
    const { header, nextValidators } = final.block
    // Nobody proposed or decided it in a view.
    if (isRecovery(final.certificate)) this.#signers.begin(header.epoch, this.#roster.validators.length, header.height)
    if (nextValidators !== undefined) this.#signers.begin(epochAfter(header), nextValidators.validators.length, header.height)
  }

  effect(effect: HostEffect): void {
    this.metrics.effect(effect)
    if (effect.type === 'note') this.#consensus.note(effect.note)
    else if (effect.type === 'punish') this.#consensus.punished(effect)
    else if (effect.type === 'report') this.#consensus.evidence(this.#evidence.add(effect.evidence, this.#clock.nowMs()))
  }

  /** A message of a peer whose signature holds. */
  received({ epoch, signer, message }: SignedMessage): void {
    if (message.type === 'commit') this.#signers.committed(epoch, signer, message.height, message.headerHash)
  }

  peerConnected(peerId: string, hello: { readonly version: string; readonly head: number }): void {
    this.#node.peerConnected(peerId, hello)
  }

  peerDisconnected(peerId: string, reason: string): void {
    this.#node.peerDisconnected(peerId, reason)
  }

  signerStats(head: number): SignerStats {
    return this.#signers.stats(head)
  }

  evidence(): EvidenceSeen {
    return this.#evidence.seen()
  }
}

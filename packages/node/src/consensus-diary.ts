import type { Clock } from '@hanse/ports'
import { asView, primaryOf, type View } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import type { ConsensusEvent, EvidenceRecord, Journal } from '@hanse/rpc'
import type { HostEffect } from './driver.ts'
import { RingJournal } from './journal.ts'
import type { Roster } from './roster.ts'

type Note = Extract<HostEffect, { type: 'note' }>['note']

interface HeightTimes {
  readonly firstMs: number
  lastMs: number
}

/** The journal behind the topic `consensus`: epochs, views, phases, finality, evidence. */
export class ConsensusDiary {
  readonly #clock: Clock
  readonly #roster: Roster
  readonly #journal: RingJournal<ConsensusEvent>
  /** Of the heights in flight. */
  readonly #times = new Map<number, HeightTimes>()

  constructor(parts: { readonly clock: Clock; readonly roster: Roster; readonly run: string }) {
    this.#clock = parts.clock
    this.#roster = parts.roster
    this.#journal = new RingJournal(parts.run)
  }

  get journal(): Journal<ConsensusEvent> {
    return this.#journal
  }

  note(note: Note): void {
    const atMs = this.#clock.nowMs()
    switch (note.type) {
      case 'view-left':
        return this.#journal.add({ type: 'view-left', atMs, next: note.view, nextPrimary: this.#primary(note.view), reason: note.reason })
      case 'view-entered':
        return this.#journal.add({ type: 'view-entered', atMs, view: note.view, primary: this.#primary(note.view) })
      case 'epoch-entered':
        return this.#journal.add({
          ...{ type: 'epoch-entered', atMs, epoch: note.epoch, firstHeight: note.firstHeight },
          role: note.self === undefined ? 'observer' : 'validator',
          validators: this.#roster.organizations(note.epoch),
        })
      case 'other-header':
        return this.#journal.add({ type: 'other-header', atMs, height: note.height, own: note.own, others: note.others })
      case 'phase': {
        const before = this.#times.get(note.height)
        this.#journal.add({
          ...{ type: 'phase', atMs, height: note.height, phase: note.phase },
          ...(before === undefined ? {} : { tookMs: elapsedMs(before.lastMs, atMs) }),
        })
        if (before === undefined) this.#times.set(note.height, { firstMs: atMs, lastMs: atMs })
        else before.lastMs = atMs
      }
    }
  }

  finalized({ block, certificate }: FinalBlock): void {
    const { header, hash, included } = block
    const atMs = this.#clock.nowMs()
    const times = this.#times.get(header.height)
    for (const height of this.#times.keys()) if (height <= header.height) this.#times.delete(height)
    this.#journal.add({
      ...{ type: 'final', atMs, height: header.height, hash, timeMs: header.timeMs, view: certificate.view },
      proposer: this.#roster.organization(header.proposer, header.epoch),
      signers: certificate.signatures.map(({ signer }) => this.#roster.organization(signer, header.epoch)),
      transactions: included.length,
      ...(times === undefined ? {} : { tookMs: elapsedMs(times.firstMs, atMs) }),
    })
  }

  evidence({ sequence, height, culprit, kind, first }: EvidenceRecord): void {
    const organization = this.#roster.organization(culprit, first.epoch)
    this.#journal.add({ type: 'evidence', atMs: this.#clock.nowMs(), sequence, height, culprit: organization, kind })
  }

  punished({ peer, reason }: Extract<HostEffect, { type: 'punish' }>): void {
    this.#journal.add({ type: 'punished', atMs: this.#clock.nowMs(), validator: this.#roster.organizationOfPeer(peer), reason })
  }

  #primary(view: View): string {
    return this.#roster.organization(primaryOf(asView(view), this.#roster.validators.length))
  }
}

/** The clock may jump. */
function elapsedMs(fromMs: number, toMs: number): number {
  return Math.max(0, Math.round(toMs - fromMs))
}

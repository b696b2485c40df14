import type { CommitCertificate, Epoch, LogRecord, PreparedCertificate, ValidatorIndex } from '@hanse/protocol'
import type { SigningOracle } from './signing-oracle.ts'
import { Violation } from './violation.ts'

type LoggedNewView = Extract<LogRecord, { readonly type: 'newView' }>

interface NewViewComponents {
  readonly honest: ReadonlySet<ValidatorIndex>
  readonly signing: SigningOracle
  /** The nodes that validate in this epoch, in the order of their indices. */
  seatsOf(epoch: Epoch): readonly ValidatorIndex[]
}

/** By its own arithmetic. */
function quorumOf(validators: number): number {
  return Math.ceil((validators + Math.floor((validators - 1) / 3) + 1) / 2)
}

/**
 * Oracles 2 and 19, on what honest validators log: every certificate that they rest on has q distinct members, of which the honest ones made
 * that vote, and a view that they enter fixes what its own reading of the ViewChanges gives.
 */
export class NewViewOracle {
  readonly #parts: NewViewComponents

  constructor(parts: NewViewComponents) {
    this.#parts = parts
  }

  /** `node` is honest. */
  onLogged(node: ValidatorIndex, record: LogRecord): void {
    switch (record.type) {
      case 'prepared':
        return this.#checkPrepared(node, record)
      case 'viewChange':
        if (record.viewChange.prepared !== undefined) this.#checkPrepared(node, record.viewChange.prepared)
        return
      case 'newView':
        return this.#checkNewView(node, record)
      default:
        return
    }
  }

  #checkNewView(node: ValidatorIndex, { newView, viewChanges }: LoggedNewView): void {
    const { message, epoch } = newView
    if (message.type !== 'newView') throw new Violation(19, `validator ${node} logs a ${message.type} as a NewView`)
    let base = 0
    const prepared: PreparedCertificate[] = []
    const senders = new Set<ValidatorIndex>()
    for (const { signer, message: change } of viewChanges) {
      if (change.type !== 'viewChange' || change.newView !== message.newView) continue
      senders.add(signer)
      base = Math.max(base, change.head?.height ?? 0)
      if (change.head !== undefined) this.#checkHead(node, change.head)
      if (change.prepared === undefined) continue
      this.#checkPrepared(node, change.prepared)
      prepared.push(change.prepared)
    }
    const what = `validator ${node} enters view ${message.newView} of epoch ${epoch}`
    if (senders.size < quorumOf(this.#parts.seatsOf(epoch).length)) throw new Violation(19, `${what} with ${senders.size} ViewChanges`)
    if (message.base !== base) throw new Violation(19, `${what} above height ${message.base}, and its ViewChanges have come to ${base}`)
    const above = prepared.filter(({ height }) => height === base + 1)
    const highest = Math.max(...above.map(({ view }) => view))
    const fixed = new Set<string | undefined>(above.flatMap(({ view, digest }) => (view === highest ? [digest] : [])))
    if (above.length === 0 ? message.digest !== undefined : !fixed.has(message.digest))
      throw new Violation(
        19,
        `${what}, which fixes ${message.digest ?? 'nothing'}, and prepared is ${[...fixed].join(' or ') || 'nothing'}`,
      )
  }

  #checkPrepared(node: ValidatorIndex, certificate: PreparedCertificate): void {
    this.#check(node, certificate, (signer) => this.#parts.signing.hasPrepared(signer, certificate))
  }

  #checkHead(node: ValidatorIndex, certificate: CommitCertificate): void {
    this.#check(node, certificate, (signer) => this.#parts.signing.hasCommitted(signer, certificate))
  }

  #check(
    node: ValidatorIndex,
    { epoch, view, height, signatures }: Pick<PreparedCertificate, 'epoch' | 'view' | 'height' | 'signatures'>,
    hasVoted: (signer: ValidatorIndex) => boolean,
  ): void {
    const seats = this.#parts.seatsOf(epoch)
    const signers = new Set(signatures.map(({ signer }) => signer))
    const what = `validator ${node} rests on a certificate of height ${height} in view ${view}`
    if (signers.size < quorumOf(seats.length)) throw new Violation(2, `${what} with ${signers.size} distinct signers of ${seats.length}`)
    for (const signer of signers) {
      const voter = seats[signer]
      if (voter === undefined) throw new Violation(2, `${what} that no member signed`)
      if (this.#parts.honest.has(voter) && !hasVoted(voter)) throw new Violation(2, `${what}, and validator ${voter} never made that vote`)
    }
  }
}

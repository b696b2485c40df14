import {
  type CommitCertificate,
  type PreparedCertificate,
  proposalDigest,
  type SignedMessage,
  type ValidatorIndex,
  type ViewChange,
} from '@hanse/protocol'
import { Violation } from './violation.ts'

/** What a signature is for (`slot`), and what it says (`content`): two contents of one slot are evidence. */
interface Statement {
  readonly slot: string
  readonly content: string
}

/** The simulator's own reading of a message: the protocol's sign bytes are part of what is tested. */
function statementOf({ epoch, message }: SignedMessage): Statement | undefined {
  switch (message.type) {
    case 'proposal':
      return { slot: prepareSlot(epoch, message.view, message.body.height), content: proposalDigest(message.body) }
    case 'prepare':
      return { slot: prepareSlot(epoch, message.view, message.height), content: message.digest }
    case 'commit':
      return { slot: commitSlot(epoch, message.view, message.height), content: `${message.digest}/${message.headerHash}` }
    case 'viewChange':
      return { slot: `viewChange ${epoch}/${message.newView}`, content: JSON.stringify(message) }
    case 'newView':
      return { slot: `newView ${epoch}/${message.newView}`, content: JSON.stringify(message) }
    case 'status':
      return undefined
  }
}

function prepareSlot(epoch: number, view: number, height: number): string {
  return `prepare ${epoch}/${view}/${height}`
}

function commitSlot(epoch: number, view: number, height: number): string {
  return `commit ${epoch}/${view}/${height}`
}

interface Signer {
  readonly statements: Map<string, string>
  readonly commits: { readonly epoch: number; readonly view: number; readonly height: number }[]
  /** In the epoch in which it last promised one. */
  promised: { readonly epoch: number; readonly view: number }
}

/** An epoch begins with view 0 and without promises. One that is over has them all. */
function promisedIn({ promised }: Signer, epoch: number): number {
  if (epoch > promised.epoch) return 0
  return epoch === promised.epoch ? promised.view : Number.POSITIVE_INFINITY
}

/** Commits that are still looked at when a ViewChange is signed. */
const COMMITS_KEPT = 64

/**
 * Oracle 7, on the signer's output: whatever its node remembers, no honest key makes two signatures that together are evidence
 * (consensus.md, "Evidence"), and none votes below a view that it has promised to have left.
 */
export class SigningOracle {
  readonly #signers = new Map<ValidatorIndex, Signer>()

  /** `signer` is honest. */
  onSigned(signer: ValidatorIndex, signed: SignedMessage): void {
    const statement = statementOf(signed)
    if (statement === undefined) return
    const past = this.#past(signer)
    const before = past.statements.get(statement.slot)
    if (before !== undefined && before !== statement.content)
      throw new Violation(7, `honest validator ${signer} signed two contents for ${statement.slot}`)
    past.statements.set(statement.slot, statement.content)
    const { message } = signed
    if (message.type === 'viewChange') {
      this.#checkViewChange(signer, past, signed.epoch, message)
      past.promised = { epoch: signed.epoch, view: Math.max(promisedIn(past, signed.epoch), message.newView) }
    } else if (message.type !== 'newView' && message.type !== 'status' && message.view < promisedIn(past, signed.epoch)) {
      throw new Violation(7, `honest validator ${signer} signed ${statement.slot} after its ViewChange to ${past.promised.view}`)
    }
    if (message.type === 'commit') {
      past.commits.push({ epoch: signed.epoch, view: message.view, height: message.height })
      if (past.commits.length > COMMITS_KEPT) past.commits.shift()
    }
  }

  /** Its log is lost: what it says as it leaves a view it may say once more, and otherwise, as long as it votes for nothing again. */
  onRestored(signer: ValidatorIndex): void {
    const { statements } = this.#past(signer)
    for (const slot of statements.keys()) if (slot.startsWith('viewChange')) statements.delete(slot)
  }

  /** True when an honest `signer` made the Prepare that a certificate has of it, as a backup or with its proposal. */
  hasPrepared(signer: ValidatorIndex, { epoch, view, height, digest }: PreparedCertificate): boolean {
    return this.#signers.get(signer)?.statements.get(prepareSlot(epoch, view, height)) === digest
  }

  /** True when an honest `signer` made the Commit that a certificate has of it. */
  hasCommitted(signer: ValidatorIndex, { epoch, view, height, digest, headerHash }: CommitCertificate): boolean {
    return this.#signers.get(signer)?.statements.get(commitSlot(epoch, view, height)) === `${digest}/${headerHash}`
  }

  /** Evidence (b): a ViewChange that does not own up to a Commit of a lower view. */
  #checkViewChange(signer: ValidatorIndex, { commits }: Signer, current: number, { newView, head, prepared }: ViewChange): void {
    const headHeight = head?.height ?? 0
    for (const { epoch, view, height } of commits) {
      if (epoch !== current || view >= newView || headHeight >= height) continue
      if (headHeight === height - 1 && prepared !== undefined && prepared.view >= view) continue
      throw new Violation(
        7,
        `honest validator ${signer} forgot its Commit of height ${height} in view ${view} in its ViewChange to ${newView}`,
      )
    }
  }

  #past(signer: ValidatorIndex): Signer {
    let past = this.#signers.get(signer)
    if (past === undefined) {
      past = { statements: new Map(), commits: [], promised: { epoch: 0, view: 0 } }
      this.#signers.set(signer, past)
    }
    return past
  }
}

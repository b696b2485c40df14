import type { Evidence } from '@hanse/consensus'
import type { Hash, Hex } from '@hanse/primitives'
import {
  type Certificate,
  type CommitCertificate,
  type ConsensusMessage,
  certificateFault,
  type Epoch,
  type Height,
  type ProposalBody,
  proposalDigest,
  type SignedMessage,
  type ValidatorIndex,
  type Verified,
  type View,
  viewChangeHash,
} from '@hanse/protocol'
import { numberedHash } from './chain.ts'
import type { Epochs } from './epochs.ts'

const SIGNATURE_DIGITS = 128

/** What a Prepare or a Commit says: two of one slot with other words are a lie. */
export interface Vote {
  readonly kind: 'prepare' | 'commit'
  readonly epoch: Epoch
  readonly view: View
  readonly height: Height
  readonly digest: Hash
  readonly headerHash?: Hash
}

/** A vote, and everybody whose signature on it exists, whoever has received it. */
export interface SignedVote {
  readonly vote: Vote
  readonly signatures: Map<ValidatorIndex, Hex>
}

/** What is looked at, in every scenario. */
export const ORACLES = ['fork', 'certificate', 'double-vote', 'evidence', 'runaway', 'invariant', 'liveness'] as const
export type Oracle = (typeof ORACLES)[number]

export interface Violation {
  readonly oracle: Oracle
  readonly message: string
}

export type SignedViewChange = Verified<SignedMessage<Extract<ConsensusMessage, { readonly type: 'viewChange' }>>>

function keyOf({ kind, epoch, view, height, digest, headerHash }: Vote): string {
  return `${kind} ${epoch}/${view}/${height} ${digest}${headerHash === undefined ? '' : ` ${headerHash}`}`
}

function voteOf(epoch: Epoch, message: ConsensusMessage): Vote | undefined {
  switch (message.type) {
    case 'proposal':
      return { kind: 'prepare', epoch, view: message.view, height: message.body.height, digest: proposalDigest(message.body) }
    case 'prepare':
      return { kind: 'prepare', epoch, view: message.view, height: message.height, digest: message.digest }
    case 'commit': {
      const { view, height, digest, headerHash } = message
      return { kind: 'commit', epoch, view, height, digest, headerHash }
    }
    default:
      return undefined
  }
}

/**
 * Everything that was ever signed, made final or told, by whom: what signatures stand for here, what the oracles look at, and what a
 * Byzantine validator that sees every wire knows.
 */
export class Ledger {
  readonly epochs: Epochs
  /** Members that may do anything. */
  readonly byzantine: ReadonlySet<number>
  /** What went wrong, in words. Empty in a scenario that holds. */
  readonly violations: Violation[] = []
  readonly votes = new Map<string, SignedVote>()
  /** Signed ViewChanges, by the hash that NewViews name them by. */
  readonly viewChanges = new Map<Hash, SignedViewChange>()
  readonly bodies = new Map<Hash, ProposalBody>()
  /** The last certificate of each epoch that is over somewhere. */
  readonly ends = new Map<Epoch, CommitCertificate>()
  readonly evidence: Evidence[] = []
  readonly #slots = new Map<string, string>()
  readonly #signatures = new Map<string, Hex>()
  readonly #genuine = new WeakMap<Certificate, boolean>()
  readonly #headers = new Map<string, Hash>()
  readonly #finals = new Map<number, Hash>()
  /** The highest view of an epoch that each member of it has left for. */
  readonly #leftFor = new Map<Epoch, Map<ValidatorIndex, View>>()
  readonly #oracles: ReadonlySet<Oracle>

  constructor(epochs: Epochs, byzantine: ReadonlySet<number>, oracles: readonly Oracle[]) {
    this.epochs = epochs
    this.byzantine = byzantine
    this.#oracles = new Set(oracles)
  }

  violate(oracle: Oracle, message: string): void {
    if (this.#oracles.has(oracle)) this.violations.push({ oracle, message })
  }

  sign<M extends ConsensusMessage>(epoch: Epoch, signer: ValidatorIndex, message: M): Verified<SignedMessage<M>> {
    const vote = voteOf(epoch, message)
    const signature = vote === undefined ? this.#signatureOn(signer, `${epoch} ${messageKey(message)}`) : this.#signVote(signer, vote)
    const signed = { epoch, signer, signature, message } as Verified<SignedMessage<M>>
    if (message.type === 'proposal' && vote !== undefined) this.bodies.set(vote.digest, message.body)
    if (message.type === 'viewChange') this.#noteViewChange(signed as unknown as SignedViewChange)
    if (message.type === 'status' && message.wants > message.view && !this.#isByzantine(epoch, signer))
      this.#checkPace(epoch, signer, message.view)
    return signed
  }

  #isByzantine(epoch: Epoch, signer: ValidatorIndex): boolean {
    return this.byzantine.has(this.epochs.memberAt(epoch, signer))
  }

  #noteViewChange(signed: SignedViewChange): void {
    this.viewChanges.set(viewChangeHash(signed), signed)
    const { epoch, signer, message } = signed
    let leftFor = this.#leftFor.get(epoch)
    if (leftFor === undefined) {
      leftFor = new Map()
      this.#leftFor.set(epoch, leftFor)
    }
    if (message.newView > (leftFor.get(signer) ?? 0)) leftFor.set(signer, message.newView)
  }

  /** Nobody honest asks for the next view before q validators are in this one (trace 8). */
  #checkPace(epoch: Epoch, signer: ValidatorIndex, view: View): void {
    if (view === 0) return
    let arrived = 0
    for (const reached of this.#leftFor.get(epoch)?.values() ?? []) if (reached >= view) arrived += 1
    if (arrived < this.epochs.quorumOf(epoch))
      this.violate('runaway', `validator ${signer} asks for view ${view + 1}, and ${arrived} have left for ${view}`)
  }

  #signVote(signer: ValidatorIndex, vote: Vote): Hex {
    const key = keyOf(vote)
    let signed = this.votes.get(key)
    if (signed === undefined) {
      signed = { vote, signatures: new Map() }
      this.votes.set(key, signed)
    }
    const known = signed.signatures.get(signer)
    if (known !== undefined) return known
    const signature = this.#signatureOn(signer, key)
    signed.signatures.set(signer, signature)
    if (!this.#isByzantine(vote.epoch, signer)) this.#noteHonestVote(signer, vote, key)
    return signature
  }

  #noteHonestVote(signer: ValidatorIndex, vote: Vote, key: string): void {
    const slot = `${this.epochs.memberAt(vote.epoch, signer)} ${vote.kind} ${vote.epoch}/${vote.view}/${vote.height}`
    const before = this.#slots.get(slot)
    if (before === undefined) this.#slots.set(slot, key)
    else this.violate('double-vote', `validator ${signer} has signed ${before} and ${key}`)
  }

  /** The same words by the same signer have the same signature, as Ed25519 has it. */
  #signatureOn(signer: ValidatorIndex, content: string): Hex {
    const key = `${signer} ${content}`
    let signature = this.#signatures.get(key)
    if (signature === undefined) {
      const digits = signer.toString(16).padStart(2, '0') + (this.#signatures.size + 1).toString(16).padStart(8, '0')
      signature = `0x${digits.padEnd(SIGNATURE_DIGITS, '0')}`
      this.#signatures.set(key, signature)
    }
    return signature
  }

  /** What the gate would find: enough distinct members in order, and each signature made on just this. */
  isGenuine(certificate: Certificate): boolean {
    let genuine = this.#genuine.get(certificate)
    if (genuine === undefined) {
      const signed = this.votes.get(keyOf({ kind: 'headerHash' in certificate ? 'commit' : 'prepare', ...certificate }))
      genuine =
        this.epochs.has(certificate.epoch) &&
        certificateFault(certificate, this.epochs.setOf(certificate.epoch)) === undefined &&
        certificate.signatures.every(({ signer, signature }) => signed?.signatures.get(signer) === signature)
      this.#genuine.set(certificate, genuine)
    }
    return genuine
  }

  /** Execution that cannot differ between replicas: a header follows from parent and batch. */
  headerOn(parent: Hash, digest: Hash): Hash {
    const key = parent + digest
    let header = this.#headers.get(key)
    if (header === undefined) {
      header = numberedHash('header', this.#headers.size + 1)
      this.#headers.set(key, header)
    }
    return header
  }

  noteFinal(name: string, parent: Hash, body: ProposalBody, certificate: CommitCertificate): void {
    const { height, headerHash, digest } = certificate
    const before = this.#finals.get(height)
    if (before !== undefined && before !== headerHash)
      this.violate('fork', `at height ${height} ${name} has header ${headerHash}, others have ${before}`)
    this.#finals.set(height, headerHash)
    if (!this.isGenuine(certificate)) this.violate('certificate', `${name} makes height ${height} final with one that does not hold`)
    if (this.epochs.endsWith(body)) this.ends.set(body.epoch, certificate)
    if (
      height !== body.height ||
      body.epoch !== certificate.epoch ||
      digest !== proposalDigest(body) ||
      headerHash !== this.headerOn(parent, digest)
    )
      this.violate('certificate', `${name} makes height ${height} final with the certificate of another block`)
  }

  noteEvidence(name: string, evidence: Evidence): void {
    this.evidence.push(evidence)
    if (!this.#isByzantine(evidence.first.epoch, evidence.culprit))
      this.violate('evidence', `${name} accuses honest validator ${evidence.culprit} of ${evidence.kind}`)
  }
}

function messageKey(message: ConsensusMessage): string {
  switch (message.type) {
    case 'viewChange': {
      const { newView, head, prepared } = message
      return `viewChange ${newView} ${head?.headerHash} ${head?.view} ${prepared?.digest} ${prepared?.view} ${prepared?.height}`
    }
    case 'newView':
      return `newView ${message.newView} ${message.base} ${message.digest} ${message.viewChanges.join()}`
    default:
      return message.type
  }
}

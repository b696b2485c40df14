import {
  type CommitCertificate,
  forgetsCommit,
  type Height,
  isCommitCertificate,
  type LogRecord,
  type PreparedCertificate,
  proposalDigest,
  type QuorumSignature,
  type SignedMessage,
  type ValidatorIndex,
  type Verified,
} from '@hanse/protocol'
import type { Evidence } from './effect.ts'
import { UNSIGNED } from './new-view.ts'

type Certificate = PreparedCertificate | CommitCertificate

/** Something that somebody signed, whoever kept it. Its signatures MUST have been verified. */
export type Fact =
  | { readonly type: 'message'; readonly signed: SignedMessage }
  | { readonly type: 'certificate'; readonly certificate: Certificate }

/** Two blocks of one height are certified: more than f validators broke the protocol. */
export interface Fork {
  readonly height: Height
  readonly certificates: readonly [CommitCertificate, CommitCertificate]
  /** One item a culprit, by index. */
  readonly evidence: readonly Evidence[]
}

/** What a record of a validator's log tells about others. */
export function factsOf(record: LogRecord): readonly Fact[] {
  switch (record.type) {
    case 'prepared':
    case 'committed': {
      const { type: _type, ...certificate } = record
      return [{ type: 'certificate', certificate }]
    }
    case 'newView':
      return [record.newView, ...record.viewChanges].flatMap((signed) => factsOfMessage(signed))
    case 'viewChange':
      return certificatesOf(record.viewChange)
    default:
      return []
  }
}

function factsOfMessage(signed: SignedMessage): readonly Fact[] {
  const { message } = signed
  const own: readonly Fact[] = signed.signature === UNSIGNED ? [] : [{ type: 'message', signed }]
  return message.type === 'viewChange' ? [...own, ...certificatesOf(message)] : own
}

function certificatesOf({
  head,
  prepared,
}: {
  readonly head?: CommitCertificate
  readonly prepared?: PreparedCertificate
}): readonly Fact[] {
  return [head, prepared].flatMap((certificate) => (certificate === undefined ? [] : [{ type: 'certificate' as const, certificate }]))
}

/**
 * Who is to blame for the lowest fork that the facts of all honest validators show; undefined when they show none: then nothing is claimed.
 *
 * With what `KeptFacts` hold at every honest validator, at least f + 1 are named, and never an honest one. Say A is certified at
 * height h in view v, and B in a view that is not lower. In the same view, 2q − n ≥ f + 1 signed two Commits. Otherwise let v′ be the lowest
 * view from v on in which B, or another that is not A, was prepared. Is it v, the honest ones behind A's Commits logged A's prepared
 * certificate of v: f + 1 prepared both. Is it above v, an honest one prepared B in it, and has logged the NewView that it entered by: of its q
 * senders f + 1 had signed a Commit of A. Had they all owned up to it, that NewView would have fixed A, or begun above h.
 */
export function findCulprits(facts: Iterable<Fact>): Fork | undefined {
  const all = [...facts]
  const certificates = lowestFork(all)
  if (certificates === undefined) return undefined
  const { height } = certificates[0]
  const culprits = new Map<ValidatorIndex, Evidence>()
  for (const [signer, said] of statementsAt(height, all)) {
    const evidence = contradictionOf(said)
    if (evidence !== undefined) culprits.set(signer, evidence)
  }
  const evidence = [...culprits.values()].sort((left, right) => left.culprit - right.culprit)
  return { height, certificates, evidence }
}

function lowestFork(facts: readonly Fact[]): Fork['certificates'] | undefined {
  const first = new Map<Height, CommitCertificate>()
  let lowest: Fork['certificates'] | undefined
  for (const fact of facts) {
    if (fact.type !== 'certificate' || !isCommitCertificate(fact.certificate)) continue
    const { certificate } = fact
    const known = first.get(certificate.height)
    if (known === undefined) first.set(certificate.height, certificate)
    else if (known.headerHash !== certificate.headerHash && (lowest === undefined || certificate.height < lowest[0].height))
      lowest = [known, certificate]
  }
  return lowest
}

/** What one validator signed about one height: votes of it, each content of a slot once, and ViewChanges. */
interface Said {
  readonly votes: Map<string, SignedMessage>
  readonly viewChanges: SignedMessage[]
}

function statementsAt(height: Height, facts: readonly Fact[]): ReadonlyMap<ValidatorIndex, Said> {
  const statements = new Map<ValidatorIndex, Said>()
  for (const fact of facts) {
    for (const signed of fact.type === 'message' ? [fact.signed] : votesIn(fact.certificate)) {
      let said = statements.get(signed.signer)
      if (said === undefined) {
        said = { votes: new Map(), viewChanges: [] }
        statements.set(signed.signer, said)
      }
      const { message } = signed
      if (message.type === 'viewChange') said.viewChanges.push(signed)
      const vote = voteOf(signed)
      if (vote !== undefined && vote.height === height) said.votes.set(`${vote.slot} ${vote.content}`, signed)
    }
  }
  return statements
}

/** Every signature of a certificate is a vote. */
function votesIn(certificate: Certificate): readonly SignedMessage[] {
  const { epoch, view, height, digest, signatures } = certificate
  const message = isCommitCertificate(certificate)
    ? ({ type: 'commit', view, height, digest, headerHash: certificate.headerHash } as const)
    : ({ type: 'prepare', view, height, digest } as const)
  return signatures.map(({ signer, signature }: QuorumSignature) => ({ epoch, signer, signature, message }))
}

function voteOf({
  epoch,
  message,
}: SignedMessage): { readonly height: Height; readonly slot: string; readonly content: string } | undefined {
  switch (message.type) {
    case 'proposal': {
      const { height } = message.body
      return { height, slot: `prepare ${epoch} ${message.view}`, content: proposalDigest(message.body) }
    }
    case 'prepare':
      return { height: message.height, slot: `prepare ${epoch} ${message.view}`, content: message.digest }
    case 'commit':
      return { height: message.height, slot: `commit ${epoch} ${message.view}`, content: message.digest + message.headerHash }
    default:
      return undefined
  }
}

/** consensus.md, "Evidence": two contents of one slot, or a Commit and a ViewChange that does not own up to it. */
function contradictionOf({ votes, viewChanges }: Said): Evidence | undefined {
  const bySlot = new Map<string, SignedMessage>()
  for (const signed of votes.values()) {
    const slot = voteOf(signed)?.slot ?? ''
    const first = bySlot.get(slot)
    if (first !== undefined)
      return evidenceOf(signed.message.type === 'commit' ? 'conflicting-commit' : 'conflicting-prepare', first, signed)
    bySlot.set(slot, signed)
  }
  for (const commit of votes.values()) {
    const viewChange = viewChanges.find((signed) => forgetsCommit(commit, signed))
    if (viewChange !== undefined) return evidenceOf('forgotten-commit', commit, viewChange)
  }
  return undefined
}

function evidenceOf(kind: Evidence['kind'], first: SignedMessage, second: SignedMessage): Evidence {
  return { culprit: first.signer, kind, first: first as Verified<SignedMessage>, second: second as Verified<SignedMessage> }
}

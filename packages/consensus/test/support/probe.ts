import type { Hash } from '@hanse/primitives'
import {
  asHeight,
  asValidatorIndex,
  asView,
  type CertifiedHeader,
  type CommitCertificate,
  type ConsensusMessage,
  type LogRecord,
  type PreparedCertificate,
  type ProposalBody,
  proposalDigest,
  quorumSize,
  type ValidatorIndex,
  type Verified,
  viewChangeHash,
} from '@hanse/protocol'
import {
  createEngine,
  describeEffect,
  type Effect,
  type Engine,
  type EngineOptions,
  type Input,
  type Role,
  type TimerId,
} from '../../src/index.ts'
import { composeNewView } from '../../src/new-view.ts'
import { EPOCH, engineOptions, executedHash, fakeHeader, GENESIS, GENESIS_HASH, sign } from './fixtures.ts'

export interface ProbeOptions extends Partial<EngineOptions> {
  readonly setSize?: number
  readonly role?: Role
  readonly log?: readonly LogRecord[]
  readonly head?: CertifiedHeader
  /** To all others, from the start on. Default true. */
  readonly connected?: boolean
}

/** One engine, and nothing else: every input is the test's, every effect is seen. */
export class Probe {
  readonly engine: Engine
  readonly self: number
  readonly count: number
  /** Effects of the last step. */
  last: readonly Effect[] = []
  readonly all: Effect[] = []

  constructor(
    self: number,
    { setSize: count = 4, role = { type: 'validator' }, log = [], head = GENESIS, connected = true, ...options }: ProbeOptions = {},
  ) {
    this.self = self
    this.count = count
    this.engine = createEngine(engineOptions(count, self, options))
    const others = connected
      ? Array.from({ length: count }, (_, index) => index)
          .filter((index) => index !== self)
          .map(asValidatorIndex)
      : []
    this.step({ type: 'start', head, log, role }, { type: 'peers', connected: others })
  }

  step(...inputs: readonly Input[]): readonly Effect[] {
    const effects = inputs.flatMap((input) => this.engine.step(input))
    this.last = effects
    this.all.push(...effects)
    return effects
  }

  hear(from: number, ...messages: readonly ConsensusMessage[]): readonly Effect[] {
    return this.step(...messages.map((message): Input => ({ type: 'message', signed: sign(from, message) })))
  }

  /** The last step's own messages come back, signed. */
  echo(): readonly Effect[] {
    return this.hear(this.self, ...this.said())
  }

  fire(timer: TimerId, times = 1): readonly Effect[] {
    return this.step(...Array.from({ length: times }, (): Input => ({ type: 'timer-fired', timer })))
  }

  demand(pending: number, fullBlock = false, starved = false, waiting = pending): readonly Effect[] {
    return this.step({ type: 'demand', waiting, pending, fullBlock, starved })
  }

  connect(...peers: readonly number[]): readonly Effect[] {
    return this.step({ type: 'peers', connected: peers.map(asValidatorIndex) })
  }

  check(body: ProposalBody, view = 0, verdict: Extract<Input, { type: 'batch-checked' }>['verdict'] = 'ok'): readonly Effect[] {
    return this.step({ type: 'batch-checked', height: body.height, view: asView(view), digest: proposalDigest(body), verdict })
  }

  executed(
    body: ProposalBody,
    parentHash: Hash = GENESIS_HASH,
    headerHash?: Hash,
    included = body.ids.length,
    endsEpoch = false,
  ): readonly Effect[] {
    const digest = proposalDigest(body)
    return this.step({
      type: 'executed',
      height: body.height,
      digest,
      parentHash,
      headerHash: headerHash ?? executedHash(parentHash, digest),
      included,
      endsEpoch,
    })
  }

  certify(certificate: CommitCertificate): readonly Effect[] {
    return this.step({ type: 'certificate', certificate: certificate as Verified<CommitCertificate> })
  }

  catchUp(head: CertifiedHeader, included = 1): readonly Effect[] {
    return this.step({ type: 'caught-up', head, included })
  }

  effects<T extends Effect['type']>(type: T, from: readonly Effect[] = this.last): readonly Extract<Effect, { readonly type: T }>[] {
    return from.filter((effect): effect is Extract<Effect, { readonly type: T }> => effect.type === type)
  }

  said(from: readonly Effect[] = this.last): readonly ConsensusMessage[] {
    return this.effects('broadcast', from).map(({ message }) => message)
  }

  votes(from: readonly Effect[] = this.last): readonly ConsensusMessage[] {
    return this.said(from).filter(({ type }) => type === 'prepare' || type === 'commit' || type === 'proposal')
  }

  /** The last step in words, without notes. */
  lines(): readonly string[] {
    return this.last.filter(({ type }) => type !== 'note').map(describeEffect)
  }
}

export function body(height: number, ids: readonly Hash[] = [], proposer = 0, timeMs = 1): ProposalBody {
  return { epoch: EPOCH, height: asHeight(height), ids, timeMs, proposer: asValidatorIndex(proposer) }
}

export function proposal(of: ProposalBody, view = 0): ConsensusMessage {
  return { type: 'proposal', view: asView(view), body: of }
}

export function prepare(of: ProposalBody, view = 0): ConsensusMessage {
  return { type: 'prepare', view: asView(view), height: of.height, digest: proposalDigest(of) }
}

export function commit(of: ProposalBody, view = 0, parentHash: Hash = GENESIS_HASH): Extract<ConsensusMessage, { type: 'commit' }> {
  const digest = proposalDigest(of)
  return { type: 'commit', view: asView(view), height: of.height, digest, headerHash: executedHash(parentHash, digest) }
}

export function status(view: number, wants: number, head = 0): Extract<ConsensusMessage, { type: 'status' }> {
  return { type: 'status', view: asView(view), wants: asView(wants), head: asHeight(head), slots: [] }
}

function signatures(signers: readonly number[], message: ConsensusMessage): PreparedCertificate['signatures'] {
  return signers.map((signer) => ({ signer: signer as ValidatorIndex, signature: sign(signer, message).signature }))
}

export function preparedBy(signers: readonly number[], of: ProposalBody, view = 0): PreparedCertificate {
  return {
    epoch: EPOCH,
    view: asView(view),
    height: of.height,
    digest: proposalDigest(of),
    signatures: signatures(signers, prepare(of, view)),
  }
}

export function committedBy(signers: readonly number[], of: ProposalBody, view = 0, parentHash: Hash = GENESIS_HASH): CommitCertificate {
  const { type: _type, ...vote } = commit(of, view, parentHash)
  return { epoch: EPOCH, ...vote, signatures: signatures(signers, commit(of, view, parentHash)) }
}

export function viewChange(
  view: number,
  head?: CommitCertificate,
  prepared?: PreparedCertificate,
): Extract<ConsensusMessage, { type: 'viewChange' }> {
  return {
    type: 'viewChange',
    newView: asView(view),
    ...(head === undefined ? {} : { head }),
    ...(prepared === undefined ? {} : { prepared }),
  }
}

/** The NewView that these ViewChanges, by their senders, give. */
export function newView(
  view: number,
  by: Readonly<Record<number, ReturnType<typeof viewChange>>>,
): Extract<ConsensusMessage, { type: 'newView' }> {
  const viewChanges = Object.entries(by).map(([sender, message]) => {
    const signed = sign(Number(sender), message)
    return { signed, hash: viewChangeHash(signed) }
  })
  return { type: 'newView', ...composeNewView(asView(view), viewChanges) }
}

/** A chain of `length` blocks above genesis, certified by the first q of `count`. */
export function chain(
  length: number,
  count = 4,
): readonly { readonly body: ProposalBody; readonly certificate: CommitCertificate; readonly certified: CertifiedHeader }[] {
  const signers = Array.from({ length: quorumSize(count) }, (_, index) => index)
  let parentHash = GENESIS_HASH
  return Array.from({ length }, (_, index) => {
    const made = body(index + 1, [], 0, index + 1)
    const certificate = committedBy(signers, made, 0, parentHash)
    parentHash = certificate.headerHash
    return { body: made, certificate, certified: { header: fakeHeader(index + 1), hash: parentHash, certificate } }
  })
}

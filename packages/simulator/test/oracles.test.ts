import { MODULES } from '@hanse/modules'
import { createPrng, type Hash } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type CommitCertificate,
  type ConsensusMessage,
  proposalDigest,
  type SignedMessage,
  type Transaction,
  type ValidatorIndex,
  type Verified,
} from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import { createLedger } from '@hanse/state'
import { test } from 'tap'
import { Oracles } from '../src/oracles.ts'
import { SigningOracle } from '../src/signing-oracle.ts'
import { genesisStateOf, SIM_EPOCH_MS, simChain } from '../src/sim-chain.ts'
import { HASHED_SIGNATURES } from '../src/sim-keys.ts'
import { Violation } from '../src/violation.ts'
import { Workload } from '../src/workload.ts'

const CHAIN = simChain(4)
const [A, B, C, D] = [0, 1, 2, 3].map((index) => asValidatorIndex(index)) as [
  ValidatorIndex,
  ValidatorIndex,
  ValidatorIndex,
  ValidatorIndex,
]
const HONEST = new Set([A, B, C])
const NO_SIGNATURE = `0x${'00'.repeat(64)}` as const

function hashOf(digit: string): Hash {
  return `0x${digit.repeat(64)}` as Hash
}

function signedBy(signer: ValidatorIndex, message: ConsensusMessage): SignedMessage {
  return { epoch: asEpoch(0), signer, signature: NO_SIGNATURE, message }
}

function prepare(view: number, height: number, digit: string): ConsensusMessage {
  return { type: 'prepare', view: asView(view), height: asHeight(height), digest: hashOf(digit) }
}

function commit(view: number, height: number, digit: string, header = digit): ConsensusMessage {
  return { type: 'commit', view: asView(view), height: asHeight(height), digest: hashOf(digit), headerHash: hashOf(header) }
}

function viewChange(newView: number, headHeight: number, prepared?: { readonly view: number; readonly height: number }): ConsensusMessage {
  const certificate = { epoch: asEpoch(0), digest: hashOf('1'), signatures: [] }
  return {
    type: 'viewChange',
    newView: asView(newView),
    ...(headHeight === 0 ? {} : { head: { ...certificate, view: asView(0), height: asHeight(headHeight), headerHash: hashOf('1') } }),
    ...(prepared === undefined ? {} : { prepared: { ...certificate, view: asView(prepared.view), height: asHeight(prepared.height) } }),
  }
}

/** What the oracle says when one honest key signs these in turn. */
function verdict(messages: readonly ConsensusMessage[]): string {
  const oracle = new SigningOracle()
  try {
    for (const message of messages) oracle.onSigned(A, signedBy(A, message))
    return 'fine'
  } catch (error) {
    return error instanceof Violation ? `${error.oracle}: ${error.message}` : String(error)
  }
}

test('an honest key that makes evidence against itself is found out at once', async (t) => {
  const rows: readonly (readonly [string, readonly ConsensusMessage[], RegExp])[] = [
    ['the same vote again', [prepare(0, 1, 'a'), prepare(0, 1, 'a'), commit(0, 1, 'a'), commit(0, 1, 'a')], /^fine$/],
    ['other views and heights', [prepare(0, 1, 'a'), prepare(1, 1, 'b'), prepare(0, 2, 'b')], /^fine$/],
    ['two Prepares of one slot', [prepare(0, 1, 'a'), prepare(0, 1, 'b')], /^7: .* two contents for prepare/],
    ['two Commits that differ in the header', [commit(0, 1, 'a', 'b'), commit(0, 1, 'a', 'c')], /^7: .* two contents for commit/],
    ['two ViewChanges to one view', [viewChange(1, 1), viewChange(1, 2)], /^7: .* two contents for viewChange/],
    ['a vote below the promised view', [viewChange(2, 0), prepare(1, 1, 'a')], /^7: .* after its ViewChange to 2/],
    ['a vote in it', [viewChange(2, 0), prepare(2, 1, 'a')], /^fine$/],
    ['a Commit that is forgotten', [commit(0, 1, 'a'), viewChange(1, 0)], /^7: .* forgot its Commit of height 1/],
    ['one that is owned up to', [commit(0, 1, 'a'), viewChange(1, 0, { view: 0, height: 1 })], /^fine$/],
    ['one that is final', [commit(0, 1, 'a'), viewChange(1, 1)], /^fine$/],
    ['an older certificate than the Commit', [commit(1, 1, 'a'), viewChange(2, 0, { view: 0, height: 1 })], /^7: .* forgot/],
    ['a Commit two above the head', [commit(0, 2, 'a'), viewChange(1, 0, { view: 0, height: 1 })], /^7: .* forgot/],
  ]
  for (const [name, messages, expected] of rows) t.match(verdict(messages), expected, name)
})

/** Blocks as an honest node makes them final, one after the other, and an oracle that has seen their votes. */
function scene() {
  const genesis = genesisStateOf(CHAIN)
  const records = new Map(genesis.writes.puts.map(({ key, value }) => [Buffer.from(key).toString('hex'), value]))
  const ledger = createLedger({
    chain: CHAIN,
    modules: MODULES,
    source: { get: (key) => records.get(Buffer.from(key).toString('hex')) },
    head: genesis,
    recent: [],
  })
  const workload = new Workload(CHAIN, HASHED_SIGNATURES, createPrng(1))
  const oracles = new Oracles(CHAIN, HONEST, workload, () => 0)
  const next = (transactions: readonly Verified<Transaction>[], timeMs = SIM_EPOCH_MS + 1_000): FinalBlock => {
    const { header, hash } = ledger.head
    const height = asHeight(header.height + 1)
    const body = { epoch: asEpoch(0), height, ids: transactions.map(({ id }) => id), timeMs: timeMs + height, proposer: A }
    const executed = ledger.execute(hash, body, transactions)
    const { block, writes } = ledger.finalize(executed.hash)
    const certificate: CommitCertificate = {
      epoch: asEpoch(0),
      view: asView(0),
      height,
      digest: proposalDigest(body),
      headerHash: block.hash,
      signatures: [A, B, C].map((signer) => ({ signer, signature: NO_SIGNATURE })),
    }
    return { block, transactions, certificate, writes }
  }
  const voted = (final: FinalBlock, by: readonly ValidatorIndex[] = [A, B, C]): FinalBlock => {
    const { view, height, digest, headerHash } = final.certificate
    for (const signer of by) oracles.onSigned(signer, signedBy(signer, { type: 'commit', view, height, digest, headerHash }))
    return final
  }
  return { workload, oracles, next, voted }
}

function violationIn(action: () => void): number | undefined {
  try {
    action()
    return undefined
  } catch (error) {
    if (error instanceof Violation) return error.oracle
    throw error
  }
}

test('what all honest nodes make final alike is right', async (t) => {
  const { workload, oracles, next, voted } = scene()
  for (let height = 1; height <= 3; height++) {
    const final = voted(next([workload.next(SIM_EPOCH_MS), workload.next(SIM_EPOCH_MS)]))
    for (const node of [A, B, C])
      t.equal(
        violationIn(() => oracles.onStored(node, final)),
        undefined,
      )
  }
  t.equal(oracles.height, 3)
  t.equal(oracles.transactions, 6)
})

test('oracle 1: two headers of one height, and a height without the one below', async (t) => {
  const { oracles, next, voted } = scene()
  const first = voted(next([]))
  oracles.onStored(A, first)
  const other = { ...first, block: { ...first.block, hash: hashOf('f') } }
  t.equal(
    violationIn(() => oracles.onStored(B, other)),
    1,
  )
  t.equal(
    violationIn(() => oracles.onStored(D, other)),
    undefined,
    'what a liar stores is nobody’s concern',
  )
  next([])
  t.equal(
    violationIn(() => oracles.onStored(A, voted(next([])))),
    1,
    'height 3 before height 2',
  )
})

test('oracle 2: too few signers, one twice, strangers, and votes that nobody made', async (t) => {
  const { oracles, next, voted } = scene()
  const final = voted(next([]), [A, B])
  const signedAs = (signers: readonly number[]): FinalBlock => ({
    ...final,
    certificate: {
      ...final.certificate,
      signatures: signers.map((signer) => ({ signer: signer as ValidatorIndex, signature: NO_SIGNATURE })),
    },
  })
  t.equal(
    violationIn(() => oracles.onStored(A, signedAs([A, B]))),
    2,
  )
  t.equal(
    violationIn(() => oracles.onStored(A, signedAs([A, B, B]))),
    2,
  )
  t.equal(
    violationIn(() => oracles.onStored(A, signedAs([A, B, 7]))),
    2,
  )
  t.equal(
    violationIn(() => oracles.onStored(A, signedAs([A, B, C]))),
    2,
    'C has not voted',
  )
  const ofAnother = { ...final, certificate: { ...signedAs([A, B, D]).certificate, headerHash: hashOf('f') } }
  t.equal(
    violationIn(() => oracles.onStored(A, ofAnother)),
    2,
  )
  t.equal(
    violationIn(() => oracles.onStored(A, signedAs([A, B, D]))),
    undefined,
    'what D signed is not watched',
  )
})

test('oracle 3: transactions that nobody sent, and one executed twice', async (t) => {
  const { workload, oracles, next, voted } = scene()
  const sent = workload.next(SIM_EPOCH_MS)
  const invented = new Workload(CHAIN, HASHED_SIGNATURES, createPrng(2)).next(SIM_EPOCH_MS)
  oracles.onStored(A, voted(next([sent])))
  const second = voted(next([]))
  const withExtra = (transaction: Verified<Transaction>): FinalBlock => ({ ...second, block: { ...second.block, included: [transaction] } })
  t.equal(
    violationIn(() => oracles.onStored(A, withExtra(invented))),
    3,
  )
  t.equal(
    violationIn(() => oracles.onStored(A, withExtra(sent))),
    3,
  )
})

test('oracle 4: a header that the reference does not come to', async (t) => {
  const { workload, oracles, next, voted } = scene()
  const honest = next([workload.next(SIM_EPOCH_MS)])
  const wrong = voted({
    ...honest,
    block: { ...honest.block, hash: hashOf('e') },
    certificate: { ...honest.certificate, headerHash: hashOf('e') },
  })
  t.equal(
    violationIn(() => oracles.onStored(A, wrong)),
    4,
  )
})

test('oracle 13: evidence against an honest node', async (t) => {
  const { oracles } = scene()
  const report = (culprit: ValidatorIndex) => {
    const signed = signedBy(culprit, prepare(0, 1, 'a')) as Verified<SignedMessage>
    return { type: 'report', evidence: { culprit, kind: 'conflicting-prepare', first: signed, second: signed } } as const
  }
  t.equal(
    violationIn(() => oracles.onReport(report(D))),
    undefined,
  )
  t.equal(
    violationIn(() => oracles.onReport(report(A))),
    13,
  )
})

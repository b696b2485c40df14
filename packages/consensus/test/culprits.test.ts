import {
  asHeight,
  asValidatorIndex,
  asView,
  type CommitCertificate,
  type ConsensusMessage,
  type LogRecord,
  type PreparedCertificate,
  type SignedMessage,
  type ViewChange,
} from '@hanse/protocol'
import { test } from 'tap'
import { type Fact, findCulprits, KeptFacts } from '../src/index.ts'
import { EPOCH, named } from './support/fixtures.ts'

// Four validators, A and B honest, C and D not. They hold h1 = a in one view, and h1 = b there or in a later one.

const [A, B, C, D] = [0, 1, 2, 3] as const
const a = named('a')
const b = named('b')
const SIGNATURE = `0x${'11'.repeat(64)}` as const

function by(...signers: readonly number[]): CommitCertificate['signatures'] {
  return signers.map((signer) => ({ signer: asValidatorIndex(signer), signature: SIGNATURE }))
}

function committed(view: number, digest: typeof a, ...signers: readonly number[]): CommitCertificate {
  return { epoch: EPOCH, view: asView(view), height: asHeight(1), digest, headerHash: digest, signatures: by(...signers) }
}

function prepared(view: number, digest: typeof a, ...signers: readonly number[]): PreparedCertificate {
  return { epoch: EPOCH, view: asView(view), height: asHeight(1), digest, signatures: by(...signers) }
}

function said(signer: number, message: ConsensusMessage): SignedMessage {
  return { epoch: EPOCH, signer: asValidatorIndex(signer), signature: SIGNATURE, message }
}

function leaves(signer: number, newView: number, rests: Omit<ViewChange, 'newView'> = {}): SignedMessage {
  return said(signer, { type: 'viewChange', newView: asView(newView), ...rests })
}

function entered(view: number, primary: number, ...viewChanges: readonly SignedMessage[]): LogRecord {
  const message = { type: 'newView', newView: asView(view), viewChanges: [named('v')], base: asHeight(0) } as const
  return { type: 'newView', newView: said(primary, message), viewChanges: [...viewChanges] }
}

/** Of both sides of a fork. */
function facts(...records: readonly LogRecord[]): readonly Fact[] {
  return records.flatMap((record) => {
    const kept = new KeptFacts(10)
    kept.add(record)
    return [...kept.facts()]
  })
}

function culpritsOf(...records: readonly LogRecord[]): readonly string[] | undefined {
  return findCulprits(facts(...records))?.evidence.map(({ culprit, kind }) => `${'ABCD'[culprit]} ${kind}`)
}

test('without a fork nothing is claimed, whatever somebody did', async (t) => {
  const conflicting = facts({ type: 'prepared', ...prepared(0, a, A, C, D) }, { type: 'prepared', ...prepared(0, b, B, C, D) })
  t.equal(findCulprits(conflicting), undefined)
  t.equal(findCulprits([]), undefined)
  t.equal(culpritsOf({ type: 'committed', ...committed(0, a, A, C, D) }, { type: 'committed', ...committed(3, a, B, C, D) }), undefined)
})

test('two certificates of one view: who signed both', async (t) => {
  t.same(culpritsOf({ type: 'committed', ...committed(0, a, A, C, D) }, { type: 'committed', ...committed(0, b, B, C, D) }), [
    'C conflicting-commit',
    'D conflicting-commit',
  ])
})

test('a later view that was begun without owning up to the Commit', async (t) => {
  const fork = [
    { type: 'committed', ...committed(0, a, A, C, D) },
    { type: 'committed', ...committed(1, b, B, C, D) },
  ] as const
  t.same(culpritsOf(...fork), [], 'the certificates alone name nobody: votes of two views are no contradiction')
  t.same(culpritsOf(...fork, entered(1, B, leaves(B, 1), leaves(C, 1), leaves(D, 1))), ['C forgotten-commit', 'D forgotten-commit'])
  const stale = { prepared: prepared(0, b, B, C, D) }
  const inView1 = [
    { type: 'committed', ...committed(1, a, A, C, D) },
    { type: 'committed', ...committed(2, b, B, C, D) },
  ] as const
  t.same(
    culpritsOf(...inView1, entered(2, C, leaves(B, 2, stale), leaves(C, 2, stale), leaves(D, 2, stale))),
    ['C forgotten-commit', 'D forgotten-commit'],
    'what they name is of a lower view than their Commit',
  )
})

test('a later view that rests on another batch, prepared in the very view of the Commit', async (t) => {
  const other = { prepared: prepared(1, b, B, C, D) }
  const newView = entered(2, C, leaves(B, 2, other), leaves(C, 2, other), leaves(D, 2, other))
  const fork = [
    { type: 'committed', ...committed(1, a, A, C, D) },
    { type: 'committed', ...committed(2, b, B, C, D) },
  ] as const
  t.same(culpritsOf(...fork, newView), [], 'A must have kept why it committed')
  t.same(culpritsOf(...fork, newView, { type: 'prepared', ...prepared(1, a, A, C, D) }), ['C conflicting-prepare', 'D conflicting-prepare'])
})

test('an honest validator that prepared one batch and was bound to another is not to blame', async (t) => {
  const honest = culpritsOf(
    { type: 'prepared', ...prepared(0, b, B, C, D) },
    { type: 'committed', ...committed(0, a, A, B, C) },
    { type: 'committed', ...committed(0, b, A, C, D) },
  )
  t.equal(honest?.includes('B conflicting-prepare'), false)
  t.same(honest, ['A conflicting-commit', 'C conflicting-commit'], 'here A and C are those who are not honest')
})

test('the lowest fork counts, and what was said of it', async (t) => {
  const at = (height: number, certificate: CommitCertificate): LogRecord => ({
    type: 'committed',
    ...certificate,
    height: asHeight(height),
  })
  const fork = findCulprits(
    facts(
      at(3, committed(0, a, A, B, D)),
      at(3, committed(0, b, A, B, D)),
      at(2, committed(0, a, A, C, D)),
      at(2, committed(0, b, B, C, D)),
    ),
  )
  t.match(fork, { height: 2 })
  t.same(
    fork?.evidence.map(({ culprit }) => culprit),
    [C, D],
  )
})

test('what is kept is bounded by heights, and holds what concerns those that are kept', async (t) => {
  const kept = new KeptFacts(2)
  const viewChange = leaves(B, 1)
  kept.add(entered(1, B, viewChange))
  for (let height = 1; height <= 3; height++) {
    kept.add({ type: 'prepared', ...prepared(1, a, A, B, C), height: asHeight(height) })
    kept.add({ type: 'committed', ...committed(1, a, A, B, C), height: asHeight(height) })
  }
  const count = (): number => [...kept.facts()].length
  t.equal(count(), 8, 'the view that is on, with its ViewChange, and two facts of each height')
  kept.add(entered(2, C, viewChange))
  kept.add({ type: 'committed', ...committed(2, a, A, B, C), height: asHeight(6) })
  t.equal(count(), 3, 'one certificate, and the view that it is of')
})

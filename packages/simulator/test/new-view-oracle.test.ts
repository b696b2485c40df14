import type { Hash } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type LogRecord,
  type PreparedCertificate,
  type SignedMessage,
  type ValidatorIndex,
} from '@hanse/protocol'
import { test } from 'tap'
import { NewViewOracle } from '../src/new-view-oracle.ts'
import { SigningOracle } from '../src/signing-oracle.ts'
import { Violation } from '../src/violation.ts'

const EPOCH = asEpoch(0)
const SEATS = [0, 1, 2, 3].map((index) => asValidatorIndex(index))
const [A, B, C, D] = SEATS as [ValidatorIndex, ValidatorIndex, ValidatorIndex, ValidatorIndex]
const HONEST = new Set([A, B, C])
const NO_SIGNATURE = `0x${'00'.repeat(64)}` as const

function hashOf(digit: string): Hash {
  return `0x${digit.repeat(64)}` as Hash
}

/** Of height 1, in this view. */
function prepared(view: number, digit: string, signers: readonly ValidatorIndex[] = [A, B, D]): PreparedCertificate {
  const signatures = signers.map((signer) => ({ signer, signature: NO_SIGNATURE }))
  return { epoch: EPOCH, view: asView(view), height: asHeight(1), digest: hashOf(digit), signatures }
}

function viewChange(signer: ValidatorIndex, certificate?: PreparedCertificate, newView = 3): SignedMessage {
  const message = { type: 'viewChange', newView: asView(newView), ...(certificate === undefined ? {} : { prepared: certificate }) } as const
  return { epoch: EPOCH, signer, signature: NO_SIGNATURE, message }
}

function newView(viewChanges: readonly SignedMessage[], digit?: string, base = 0): LogRecord {
  const fixed = digit === undefined ? {} : { digest: hashOf(digit) }
  const message = { type: 'newView', newView: asView(3), viewChanges: [], base: asHeight(base), ...fixed } as const
  return { type: 'newView', newView: { epoch: EPOCH, signer: D, signature: NO_SIGNATURE, message }, viewChanges: [...viewChanges] }
}

/** What the oracle says of a record, where A and B have prepared `1` in view 0 and `2` in view 1. */
function verdict(record: LogRecord): string {
  const signing = new SigningOracle()
  for (const [view, digit] of [
    [0, '1'],
    [1, '2'],
  ] as const) {
    for (const signer of [A, B]) {
      const message = { type: 'prepare', view: asView(view), height: asHeight(1), digest: hashOf(digit) } as const
      signing.onSigned(signer, { epoch: EPOCH, signer, signature: NO_SIGNATURE, message })
    }
  }
  const oracle = new NewViewOracle({ honest: HONEST, signing, seatsOf: () => SEATS })
  try {
    oracle.onLogged(A, record)
    return 'fine'
  } catch (error) {
    return error instanceof Violation ? `${error.oracle}: ${error.message}` : String(error)
  }
}

test('a view that an honest validator enters fixes what its ViewChanges give', async (t) => {
  const [first, second] = [viewChange(A, prepared(0, '1')), viewChange(B, prepared(1, '2'))]
  const silent = viewChange(D)
  const rows: readonly (readonly [string, LogRecord, RegExp])[] = [
    ['nothing prepared, nothing fixed', newView([viewChange(A), viewChange(B), silent]), /^fine$/],
    ['the highest view', newView([first, second, silent], '2'), /^fine$/],
    ['an older one', newView([first, second, silent], '1'), /^19: .* fixes 0x1+, and prepared is 0x2+/],
    ['nothing where something is prepared', newView([first, silent, viewChange(C)]), /^19: .* fixes nothing/],
    ['something where nothing is', newView([viewChange(A), viewChange(B), silent], '1'), /^19: .* prepared is nothing/],
    ['another height to begin from', newView([viewChange(A), viewChange(B), silent], undefined, 4), /^19: .* above height 4/],
    ['one ViewChange too few', newView([viewChange(A), silent, silent]), /^19: .* with 2 ViewChanges/],
    ['one of another view', newView([viewChange(A), viewChange(B), viewChange(D, undefined, 2)]), /^19: .* with 2 ViewChanges/],
  ]
  for (const [name, record, expected] of rows) t.match(verdict(record), expected, name)
})

test('a certificate that an honest validator rests on has a quorum of votes that were made', async (t) => {
  const rows: readonly (readonly [string, PreparedCertificate, RegExp])[] = [
    ['as they made them', prepared(0, '1'), /^fine$/],
    ['of something else', prepared(0, '2'), /^2: .* validator 0 never made that vote/],
    ['in another view', prepared(2, '1'), /^2: .* never made that vote/],
    ['of one who did not', prepared(0, '1', [A, B, C]), /^2: .* validator 2 never made that vote/],
    ['one member twice', prepared(0, '1', [A, B, B]), /^2: .* 2 distinct signers of 4/],
    ['of nobody', prepared(0, '1', [A, B, asValidatorIndex(7)]), /^2: .* no member signed/],
  ]
  for (const [name, certificate, expected] of rows) {
    t.match(verdict({ type: 'prepared', ...certificate }), expected, name)
    t.match(verdict({ type: 'viewChange', epoch: EPOCH, viewChange: { newView: asView(3), prepared: certificate } }), expected, name)
    if (expected.source !== '^fine$')
      t.match(verdict(newView([viewChange(D, certificate), viewChange(B), viewChange(C)], '1')), expected, name)
  }
})

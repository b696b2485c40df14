import { TrustedEpochs, verifyCertifiedHeader, verifySignature } from '@hanse/crypto'
import {
  asEpoch,
  asHeight,
  type EpochEnd,
  epochEndCodec,
  type Header,
  RECOVERY_EPOCHS_MAX,
  RECOVERY_VIEW,
  type ValidatorSet,
  validatorSetHash,
} from '@hanse/protocol'
import { test } from 'tap'
import { certificateOf, chain, header, set, VALIDATOR_NAMES, validatorRecord } from './support/sample-chain.ts'

const NEWCOMER = 'bank-c'
/** bank-a leaves, bank-c comes. */
const names = [...VALIDATOR_NAMES.slice(1), NEWCOMER]
const nextValidators: ValidatorSet = { validators: names.map(validatorRecord) }

function headerAt(height: number, epoch: number, now: ValidatorSet, next: ValidatorSet): Header {
  return {
    ...header,
    height: asHeight(height),
    epoch: asEpoch(epoch),
    validatorSetHash: validatorSetHash(now),
    nextValidatorSetHash: validatorSetHash(next),
  }
}

const last = headerAt(7, 0, set, nextValidators)
const end: EpochEnd = { header: last, certificate: certificateOf(last, VALIDATOR_NAMES), nextValidators }
const later = headerAt(8, 1, nextValidators, nextValidators)

function extended(): TrustedEpochs {
  const epochs = new TrustedEpochs(chain)
  const outcome = epochs.extend(end, verifySignature)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return epochs
}

test('from genesis alone, the ends of the epochs lead to any header', (t) => {
  const epochs = new TrustedEpochs(chain)
  t.match(verifyCertifiedHeader(epochs, { header, certificate: certificateOf(header, VALIDATOR_NAMES) }, verifySignature), { ok: true })
  const claim = { header: later, certificate: certificateOf(later, names) }
  t.match(verifyCertifiedHeader(epochs, claim, verifySignature), { ok: false, error: { code: 'proof/unknown-epoch' } })
  // As it travels: through bytes and through JSON.
  const decoded = epochEndCodec.decode(epochEndCodec.encode(end))
  const parsed = epochEndCodec.parseJson(JSON.parse(JSON.stringify(epochEndCodec.toJson(end))))
  if (!decoded.ok || !parsed.ok) throw new Error('the end of an epoch does not travel')
  t.match(epochs.extend(decoded.value, verifySignature), { ok: true })
  t.match(parsed.value, decoded.value)
  t.match(verifyCertifiedHeader(epochs, claim, verifySignature), { ok: true, value: { header: later } })
  t.equal(epochs.size, 2)
  t.match(epochs.newest, { firstHeight: 8, set: nextValidators })
  t.match(epochs.setOf(0), set)
  t.end()
})

test('retired keys sign nothing that counts, and neither do those whose time has not come', (t) => {
  const rows: readonly (readonly [string, Header, readonly string[], string])[] = [
    ['the old set beyond its end', headerAt(8, 0, set, set), VALIDATOR_NAMES, 'proof/retired-validators'],
    ['the new set before its time', headerAt(7, 1, nextValidators, nextValidators), names, 'proof/retired-validators'],
    ['the old set in the new epoch', headerAt(8, 1, set, set), VALIDATOR_NAMES, 'proof/bad-header'],
    ['one that was removed among the signers', later, [VALIDATOR_NAMES[0], ...names.slice(1)], 'consensus/bad-signature'],
  ]
  for (const [words, claimed, signers, code] of rows) {
    const claim = { header: claimed, certificate: certificateOf(claimed, signers) }
    t.match(verifyCertifiedHeader(extended(), claim, verifySignature), { ok: false, error: { code } }, words)
  }
  t.end()
})

test('an end that does not hold teaches nothing', (t) => {
  const noEnd = headerAt(7, 0, set, set)
  const rows: readonly (readonly [string, EpochEnd, string])[] = [
    ['ends nothing', { ...end, header: noEnd, certificate: certificateOf(noEnd, VALIDATOR_NAMES) }, 'proof/not-an-end'],
    ['another set', { ...end, nextValidators: { validators: names.slice(1).map(validatorRecord) } }, 'proof/bad-validators'],
    ['of the next epoch', { ...end, header: later, certificate: certificateOf(later, names) }, 'proof/unknown-epoch'],
    [
      'too few have signed',
      { ...end, certificate: { ...end.certificate, signatures: end.certificate.signatures.slice(2) } },
      'consensus/bad-certificate',
    ],
    ['signed by the next set', { ...end, certificate: certificateOf(last, names) }, 'consensus/bad-signature'],
  ]
  for (const [words, claim, code] of rows) {
    const epochs = new TrustedEpochs(chain)
    t.match(epochs.extend(claim, verifySignature), { ok: false, error: { code } }, words)
    t.equal(epochs.size, 1, words)
  }
  t.match(extended().extend(end, verifySignature), { ok: false, error: { code: 'proof/unknown-epoch' } }, 'twice')
  t.end()
})

/** Height 8 was lost with its log: the same validators begin epoch 2 there. */
function recovery(epoch: number, height: number, signers: readonly string[] = VALIDATOR_NAMES): EpochEnd {
  const first = headerAt(height, epoch, set, set)
  return { header: first, certificate: certificateOf(first, signers, RECOVERY_VIEW), nextValidators: set }
}

test('an epoch that was recovered begins with a block that its own validators signed for it', (t) => {
  const epochs = new TrustedEpochs(chain)
  const first = recovery(2, 8)
  t.match(epochs.extend(first, verifySignature), { ok: true })
  t.match(epochs.extend(first, verifySignature), { ok: true }, 'it stands for the epoch that it passed over, too')
  t.equal(epochs.size, 3)
  const rows: readonly (readonly [number, number, string | undefined])[] = [
    [7, 0, undefined],
    [8, 0, 'proof/retired-validators'],
    [8, 1, 'proof/retired-validators'],
    [7, 2, 'proof/retired-validators'],
    [8, 2, undefined],
    [9, 2, undefined],
  ]
  for (const [height, epoch, code] of rows) {
    const claimed = headerAt(height, epoch, set, set)
    const outcome = verifyCertifiedHeader(
      epochs,
      { header: claimed, certificate: certificateOf(claimed, VALIDATOR_NAMES) },
      verifySignature,
    )
    t.match(outcome, code === undefined ? { ok: true } : { ok: false, error: { code } }, `height ${height} of epoch ${epoch}`)
  }
  const after = headerAt(20, 2, set, nextValidators)
  t.match(epochs.extend({ header: after, certificate: certificateOf(after, VALIDATOR_NAMES), nextValidators }, verifySignature), {
    ok: true,
  })
  t.equal(epochs.size, 4)
  t.end()
})

test('a recovery that does not hold teaches nothing', (t) => {
  const first = recovery(2, 8)
  const { certificate } = first
  const elsewhere = { ...first.header, genesisHash: first.header.parent }
  const rows: readonly (readonly [string, EpochEnd, string])[] = [
    ['an ordinary view', { ...first, certificate: certificateOf(first.header, VALIDATOR_NAMES) }, 'proof/unknown-epoch'],
    [
      'too few have signed',
      { ...first, certificate: { ...certificate, signatures: certificate.signatures.slice(2) } },
      'consensus/bad-certificate',
    ],
    [
      'one of them twice',
      { ...first, certificate: { ...certificate, signatures: certificate.signatures.map(() => certificate.signatures[0] as never) } },
      'consensus/bad-certificate',
    ],
    ['too far', recovery(1 + RECOVERY_EPOCHS_MAX, 8), 'proof/unknown-epoch'],
    ['an epoch that is known', recovery(0, 8), 'proof/unknown-epoch'],
    ['the number that is a vote’s', recovery(1, 8), 'proof/unknown-epoch'],
    [
      'of another chain',
      { ...first, header: elsewhere, certificate: certificateOf(elsewhere, VALIDATOR_NAMES, RECOVERY_VIEW) },
      'proof/bad-header',
    ],
    ['another header', { ...first, header: { ...first.header, timeMs: 1 } }, 'consensus/bad-certificate'],
    ['a stranger among the signers', recovery(2, 8, [NEWCOMER, ...VALIDATOR_NAMES.slice(1)]), 'consensus/bad-signature'],
    ['other validators', { ...first, nextValidators }, 'proof/bad-validators'],
  ]
  for (const [words, claim, code] of rows) {
    const epochs = new TrustedEpochs(chain)
    t.match(epochs.extend(claim, verifySignature), { ok: false, error: { code } }, words)
    t.equal(epochs.size, 1, words)
  }
  const late = extended()
  t.match(late.extend(recovery(3, 9), verifySignature), { ok: false, error: { code: 'proof/bad-header' } }, 'retired keys')
  t.match(
    late.extend(recovery(3, 7), verifySignature),
    { ok: false, error: { code: 'proof/unknown-epoch' } },
    'below the epoch that it leaves',
  )
  t.end()
})

import { bytesToHex } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asView,
  certificateChecks,
  certificateFault,
  commitSignBytes,
  faultsMax,
  prepareSignBytes,
  quorumSize,
} from '@hanse/protocol'
import { test } from 'tap'
import { commitCertificate, domain, hashOf, preparedCertificate, validatorSet } from './support/consensus-fixtures.ts'

test('two quorums share a correct validator, and the correct ones alone are a quorum', (t) => {
  for (let n = 1; n <= 100; n++) {
    const f = faultsMax(n)
    const q = quorumSize(n)
    t.ok(2 * q - n > f, `n = ${n}: two quorums of ${q} share more than ${f}`)
    t.ok(n - f >= q, `n = ${n}: ${n - f} correct ones suffice`)
  }
  t.same([4, 5, 6, 7, 10].map(quorumSize), [3, 4, 4, 5, 7])
  t.end()
})

test('a certificate has at least q distinct members of the set, ascending', (t) => {
  const rows: readonly (readonly [size: number, signers: readonly number[], path: string | undefined])[] = [
    [4, [0, 1, 2], undefined],
    [4, [1, 2, 3], undefined],
    [4, [0, 1, 2, 3], undefined],
    [4, [], 'signatures'],
    [4, [0, 1], 'signatures'],
    [4, [0, 1, 1], 'signatures.2.signer'],
    [4, [0, 0, 0, 0], 'signatures.1.signer'],
    [4, [2, 1, 0], 'signatures.1.signer'],
    [4, [0, 1, 4], 'signatures.2.signer'],
    [4, [0, 1, 2, 3, 3], 'signatures'],
    // 2f + 1 of five or six is not enough.
    [5, [0, 1, 2], 'signatures'],
    [5, [0, 1, 2, 3], undefined],
    [6, [0, 1, 2], 'signatures'],
    [7, [0, 1, 2, 3], 'signatures'],
    [7, [0, 2, 3, 4, 6], undefined],
  ]
  for (const [size, signers, path] of rows) {
    for (const certificate of [preparedCertificate(signers), commitCertificate(signers)]) {
      const fault = certificateFault(certificate, validatorSet(size))
      t.equal(fault?.path, path, `${size}: ${signers.join()}`)
      t.equal(fault?.code, path === undefined ? undefined : 'consensus/bad-certificate')
    }
  }
  t.end()
})

test('genesis has no certificate', (t) => {
  t.match(certificateFault(commitCertificate([0, 1, 2], { height: 0 }), validatorSet(4)), {
    code: 'consensus/bad-certificate',
    path: 'height',
  })
  t.end()
})

test('a certificate is about what it is expected to be', (t) => {
  const set = validatorSet(4)
  const commit = commitCertificate([0, 1, 2], { view: 3, height: 9, epoch: 1 })
  const about = { epoch: asEpoch(1), view: asView(3), height: asHeight(9), digest: hashOf(0xdd), headerHash: hashOf(0xee) }
  t.equal(certificateFault(commit, set, about), undefined)
  for (const [name, other] of Object.entries({
    epoch: asEpoch(0),
    view: asView(2),
    height: asHeight(8),
    digest: hashOf(1),
    headerHash: hashOf(2),
  })) {
    t.match(certificateFault(commit, set, { ...about, [name]: other }), { code: 'consensus/bad-certificate', path: name })
  }
  t.match(
    certificateFault(preparedCertificate([0, 1, 2]), set, { headerHash: hashOf(0xee) }),
    { path: 'headerHash' },
    'a prepared one certifies no header',
  )
  t.end()
})

test('each signature is checked over the vote, with the key of its signer', (t) => {
  const set = validatorSet(7)
  const commit = commitCertificate([0, 2, 3, 5, 6], { view: 4, height: 12, epoch: 2 })
  const checks = certificateChecks(domain, set, commit)
  t.same(
    checks.map(({ publicKey }) => bytesToHex(publicKey)),
    [0, 2, 3, 5, 6].map((index) => hashOf(index + 1)),
  )
  t.same(
    checks.map(({ signature }) => bytesToHex(signature)),
    commit.signatures.map(({ signature }) => signature),
  )
  for (const check of checks) t.same(check.message, commitSignBytes(domain, commit.epoch, commit))
  const prepared = preparedCertificate([0, 2, 3, 5, 6], { view: 4, height: 12, epoch: 2 })
  t.same(certificateChecks(domain, set, prepared)[0]?.message, prepareSignBytes(domain, prepared.epoch, prepared))
  t.end()
})

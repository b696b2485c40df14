import { createSigner } from '@hanse/crypto-native'
import { consensusKey, devnetGenesis, devnetNodes } from '@hanse/devnet'
import { bytesToHex, type Hash } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  commitSignBytes,
  encodeGenesis,
  genesisValidatorSet,
  type Header,
  headerHash,
  parseGenesis,
  validatorSetHash,
} from '@hanse/protocol'
import { test } from 'tap'
import { type CertifiedClaim, checkCertificates } from '../src/checks/certificates.ts'

const HASH = `0x${'1'.repeat(64)}` as Hash

function chainOf(): Chain {
  const chain = parseGenesis(encodeGenesis(devnetGenesis(devnetNodes(4, 29_000), 1_000_000, false)))
  if (!chain.ok) throw new Error(chain.error.message)
  return chain.value
}

const chain = chainOf()

/** A header that follows another, signed by these validators. */
function certified(height: number, parent: Hash, signers: readonly number[]): CertifiedClaim {
  const set = validatorSetHash(genesisValidatorSet(chain.genesis))
  const header: Header = {
    ...{ version: 1, genesisHash: chain.genesisHash, epoch: asEpoch(0), height: asHeight(height), parent, timeMs: 1_000_000 + height },
    ...{
      proposer: asValidatorIndex(0),
      txRoot: HASH,
      receiptsRoot: HASH,
      stateRoot: HASH,
      validatorSetHash: set,
      nextValidatorSetHash: set,
    },
    ...{ paramsHash: HASH, evidenceRoot: HASH },
  }
  const hash = headerHash(header)
  const vote = { view: asView(0), height: asHeight(height), digest: HASH, headerHash: hash }
  const message = commitSignBytes({ genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }, asEpoch(0), vote)
  const signatures = signers.map((index) => {
    const { organization } = chain.genesis.validators[index] as (typeof chain.genesis.validators)[number]
    return { signer: asValidatorIndex(index), signature: bytesToHex(createSigner(consensusKey(organization).seed).sign(message)) }
  })
  return { height, hash, header, certificate: { epoch: asEpoch(0), ...vote, signatures } }
}

test('certificates: a quorum signed each header, and each follows the one before', (t) => {
  const first = certified(1, HASH, [0, 1, 2])
  const second = certified(2, first.hash, [1, 2, 3])
  t.same(checkCertificates(chain, [first, second]), [])
  t.match(checkCertificates(chain, [certified(1, HASH, [0, 1])]), [{ check: 'certificates' }], 'too few')
  t.match(checkCertificates(chain, [certified(1, HASH, [0, 1, 1])]), [{ check: 'certificates' }], 'one of them twice')
  t.match(checkCertificates(chain, [first, certified(2, HASH, [0, 1, 2])]), [{ message: /height 2 does not follow 1/ }])
  t.match(checkCertificates(chain, [{ ...first, hash: HASH }]), [{ message: /another hash/ }])
  t.match(checkCertificates(chain, [{ ...first, height: 5 }]), [{ message: /the header is of 1/ }])
  const forged = first.certificate.signatures.map((entry, index) =>
    index === 0 ? { ...entry, signature: second.certificate.signatures[0]!.signature } : entry,
  )
  t.match(checkCertificates(chain, [{ ...first, certificate: { ...first.certificate, signatures: forged } }]), [{ check: 'certificates' }])
  t.end()
})

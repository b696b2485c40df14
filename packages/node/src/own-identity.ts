import { createSigner } from '@hanse/crypto-native'
import { createTransport, type P2pTransport, peerIdFromSeed } from '@hanse/p2p'
import { bytesToHex, err, type Hex, ok, type Result, reject } from '@hanse/primitives'
import { asValidatorIndex, type ValidatorIndex } from '@hanse/protocol'
import { chainTagOf } from './chain-tag.ts'
import type { NodeComponents, NodeOptions } from './node-options.ts'

/** The public part of the key that signs, if the node has one. */
export function consensusKeyOf({ consensusSeed }: Pick<NodeOptions, 'consensusSeed'>): { readonly consensusKey?: Hex } {
  return consensusSeed === undefined ? {} : { consensusKey: bytesToHex(createSigner(consensusSeed).publicKey) }
}

/** The validator whose consensus key this is; undefined for an observer. */
export function selfIndex({ chain, consensusSeed, identitySeed }: NodeOptions): Result<ValidatorIndex | undefined> {
  if (consensusSeed === undefined) return ok(undefined)
  const key = bytesToHex(createSigner(consensusSeed).publicKey)
  const index = chain.genesis.validators.findIndex((validator) => validator.consensusKey.bytes === key)
  const record = chain.genesis.validators[index]
  if (record === undefined) {
    return err(
      reject('node/not-a-validator', `the consensus key ${key} is not in the genesis file's validator set`, {
        hint: 'Use the key that genesis names, or leave keys.consensus out of the configuration to run an observer.',
      }),
    )
  }
  const peerId = peerIdFromSeed(identitySeed)
  if (peerId === record.peerId) return ok(asValidatorIndex(index))
  return err(
    reject('node/wrong-identity', `genesis knows ${record.organization} as peer ${record.peerId}, and the identity key is of ${peerId}`, {
      hint: 'Use the identity key that belongs to this consensus key: the others let nobody else in.',
      path: 'keys.identity',
    }),
  )
}

/** The mesh of the chain's validators, not started. */
export function createMesh({ chain, config, identitySeed }: NodeOptions, components: NodeComponents): P2pTransport {
  return createTransport(
    {
      identitySeed,
      listen: config.p2p.listen,
      peers: chain.genesis.validators.map(({ peerId, organization, addresses }) => ({
        peerId,
        addresses: config.p2p.addresses[organization] ?? addresses,
      })),
      chainTag: chainTagOf(chain),
    },
    components,
  )
}

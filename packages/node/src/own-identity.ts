import { aeadNative, createSigner } from '@hanse/crypto-native'
import { createTransport, type P2pTransport, peerIdFromSeed } from '@hanse/p2p'
import { bytesToHex, type Hex, type Rejection, reject } from '@hanse/primitives'
import type { ValidatorRecord } from '@hanse/protocol'
import { chainTagOf } from './chain-tag.ts'
import { meshPeers } from './mesh-peers.ts'
import type { NodeComponents, NodeOptions } from './node-options.ts'

/** The public part of the key that signs, if the node has one. */
export function consensusKeyOf({ consensusSeed }: Pick<NodeOptions, 'consensusSeed'>): { readonly consensusKey?: Hex } {
  return consensusSeed === undefined ? {} : { consensusKey: bytesToHex(createSigner(consensusSeed).publicKey) }
}

/** What is wrong with the keys of a node, among these validators: a key that has a place there belongs to one network identity. */
export function identityFault(options: NodeOptions, validators: readonly ValidatorRecord[]): Rejection | undefined {
  const { consensusKey } = consensusKeyOf(options)
  const record = validators.find((validator) => validator.consensusKey.bytes === consensusKey)
  const peerId = peerIdFromSeed(options.identitySeed)
  if (record === undefined || peerId === record.peerId) return undefined
  const message = `the chain knows ${record.organization} as peer ${record.peerId}, and the identity key is of ${peerId}`
  return reject('node/wrong-identity', message, {
    hint: 'Use the identity key that belongs to this consensus key: the others let nobody else in.',
    path: 'keys.identity',
  })
}

/** The mesh of the chain's members, not started. */
export function createMesh(options: NodeOptions, components: NodeComponents, members: readonly ValidatorRecord[]): P2pTransport {
  const { chain, config, identitySeed } = options
  return createTransport(
    { identitySeed, listen: config.p2p.listen, peers: meshPeers(config, members), chainTag: chainTagOf(chain) },
    { ...components, aead: aeadNative },
  )
}

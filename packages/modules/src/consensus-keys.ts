import { type Address, hexToBytes } from '@hanse/primitives'
import { addressOfPublicKey, type ValidatorRecord } from '@hanse/protocol'
import type { BlockContext } from '@hanse/state'

/** Records of a set are the same objects from block to block. */
const addresses = new WeakMap<ValidatorRecord, Address>()

function addressOf(record: ValidatorRecord): Address {
  let address = addresses.get(record)
  if (address === undefined) {
    const { algorithm, bytes } = record.consensusKey
    address = addressOfPublicKey(algorithm, hexToBytes(bytes))
    addresses.set(record, address)
  }
  return address
}

/** The validator of this block whose consensus key has this address. */
export function validatorOfAddress({ set }: Pick<BlockContext, 'set'>, address: Address): ValidatorRecord | undefined {
  return set.validators.find((record) => addressOf(record) === address)
}

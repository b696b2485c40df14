import { concatBytes, type Hash, hexToBytes, uint64ToBytes } from '@hanse/primitives'

/** The first byte of a key in the node's store: which table it belongs to. */
const TABLE = { meta: 0, state: 1, block: 2, heightOfHash: 3, heightOfTransaction: 4 } as const

function prefixed(table: number, key: Uint8Array): Uint8Array {
  const whole = new Uint8Array(key.length + 1)
  whole[0] = table
  whole.set(key, 1)
  return whole
}

export const HEAD_KEY = Uint8Array.of(TABLE.meta, 1)
const BLOCK_PREFIX = Uint8Array.of(TABLE.block)

/** `key` is a key of the state's own table: a value, a tree node or an undo record. */
export function stateKey(key: Uint8Array): Uint8Array {
  return prefixed(TABLE.state, key)
}

/** The table's own key of a key in the store. */
export function withoutTable(key: Uint8Array): Uint8Array {
  return key.subarray(1)
}

export function blockKey(height: number): Uint8Array {
  return concatBytes(BLOCK_PREFIX, uint64ToBytes(height))
}

export function heightOfHashKey(hash: Hash): Uint8Array {
  return prefixed(TABLE.heightOfHash, hexToBytes(hash))
}

export function heightOfTransactionKey(id: Hash): Uint8Array {
  return prefixed(TABLE.heightOfTransaction, hexToBytes(id))
}

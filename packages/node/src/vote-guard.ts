import { dirname, join } from 'node:path'
import { guardCodec } from '@hanse/protocol'
import { INITIAL_GUARD } from '@hanse/replica'

export const GUARD_FILE = 'vote-guard'

/** The guard of a consensus key lies beside it, not in the data folder: it must survive whoever restores or deletes that. */
export function guardPathOf(consensusKeyPath: string): string {
  return join(dirname(consensusKeyPath), GUARD_FILE)
}

/** The bytes of the first guard of a key, for `node init`. */
export function initialGuard(): Uint8Array {
  return guardCodec.encode(INITIAL_GUARD)
}

import type { LocalSigner } from '@hanse/crypto-native'
import { bytesToHex, type Hash } from '@hanse/primitives'
import { type Chain, readinessSignBytes } from '@hanse/protocol'
import type { Standing } from '@hanse/rpc'
import type { Ledger } from '@hanse/state'

interface Checkpoint {
  readonly height: number
  readonly headerHash: Hash
  readonly timeMs: number
}

/** Blocks that the chain lets observers sign for, the oldest first; none where it has no such module. */
function checkpointsOf(ledger: Ledger): readonly Checkpoint[] {
  const head = ledger.view()
  const found = head.ok ? head.value.query('governance', 'observers', {}) : head
  return found.ok ? (found.value as unknown as { readonly checkpoints: readonly Checkpoint[] }).checkpoints : []
}

/**
 * Where the key of this node stands on the chain, by the state that it has. An observer signs the newest of the chain's checkpoints with it:
 * it could not know that one without having followed the chain until there.
 */
export function standingOf({ genesisHash, genesis }: Chain, ledger: Ledger, signer: LocalSigner | undefined): Standing {
  if (signer === undefined) return { standing: 'none' }
  const consensusKey = bytesToHex(signer.publicKey)
  const index = ledger.validators.validators.findIndex((record) => record.consensusKey.bytes === consensusKey)
  const record = ledger.validators.validators[index]
  if (record !== undefined) return { standing: 'validator', consensusKey, organization: record.organization, index }
  const observer = ledger.observers.find((one) => one.record.consensusKey.bytes === consensusKey)
  if (observer === undefined) return { standing: 'none', consensusKey }
  const { organization } = observer.record
  const known = { standing: 'observer', consensusKey, organization, sinceHeight: observer.sinceHeight } as const
  const newest = checkpointsOf(ledger).at(-1)
  if (newest === undefined) return known
  const { height, headerHash, timeMs } = newest
  const signature = bytesToHex(signer.sign(readinessSignBytes({ genesisHash, chainId: genesis.chainId }, height, headerHash)))
  return { ...known, readiness: { height, headerHash, signature, keptAtMs: timeMs } }
}

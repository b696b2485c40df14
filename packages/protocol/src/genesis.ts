import type { Hash } from '@hanse/primitives'
import type { ValidatorRecord } from './block.ts'
import type { ChainParams } from './params.ts'
import type { Json } from './schema/field.ts'

/** The first state of a chain. Its file is RFC 8785 JSON; `genesisHash = H(genesis, those bytes)`. */
export interface Genesis {
  readonly version: 1
  readonly chainId: number
  readonly name: string
  readonly timeMs: number
  readonly params: ChainParams
  readonly validators: readonly ValidatorRecord[]
  /** Modules in execution order, each with its version and what its `initGenesis` gets. */
  readonly modules: readonly { readonly name: string; readonly version: number; readonly genesis?: Json }[]
}

/** A chain that has been identified: what every node of it shares. */
export interface Chain {
  readonly genesis: Genesis
  readonly genesisHash: Hash
}

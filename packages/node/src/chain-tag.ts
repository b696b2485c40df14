import type { Chain } from '@hanse/protocol'

/** Part of the names of the mesh's protocols: a node of another chain finds none. */
export function chainTagOf({ genesisHash }: Chain): string {
  return genesisHash.slice(2, 18)
}

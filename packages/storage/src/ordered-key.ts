import { assert } from '@hanse/primitives'

/** All keys that begin with `prefix`, as the bounds of a `StoreRange`. The prefix has a byte below 0xff. */
export function prefixRange(prefix: Uint8Array): { readonly from: Uint8Array; readonly to: Uint8Array } {
  const last = prefix.findLastIndex((byte) => byte !== 0xff)
  assert(last >= 0, 'no key lies above a prefix of nothing but 0xff')
  const to = prefix.slice(0, last + 1)
  to[last] = (to[last] as number) + 1
  return { from: prefix, to }
}

import type { Store } from '@hanse/ports'
import { prefixRange } from '@hanse/storage'

/** Entries read from the store at once. */
const PAGE = 2_048

/** All entries under `prefix`, in order, keys without it. */
export async function* rangeOf(store: Store, prefix: Uint8Array): AsyncGenerator<{ readonly key: Uint8Array; readonly value: Uint8Array }> {
  const { from, to } = prefixRange(prefix)
  let next = from
  for (;;) {
    const page = await store.range({ from: next, to, limit: PAGE })
    for (const { key, value } of page) yield { key: key.subarray(prefix.length), value }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    // The smallest key above the last one is the last one followed by a zero byte.
    next = new Uint8Array(last.key.length + 1)
    next.set(last.key)
  }
}

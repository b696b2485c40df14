import type { StoreView } from '@hanse/ports'

/** Entries read from the store at once. */
const PAGE_ENTRIES = 2_048

interface Entry {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

/** All entries from `from` to before `to`, in order, a page at a time. */
export async function* pagesOf(
  store: Pick<StoreView, 'range'>,
  from: Uint8Array,
  to: Uint8Array,
  entries: number = PAGE_ENTRIES,
): AsyncGenerator<readonly Entry[]> {
  for (let next = from; ; ) {
    const page = await store.range({ from: next, to, limit: entries })
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < entries) return
    // The smallest key above the last one is the last one followed by a zero byte.
    next = new Uint8Array(last.key.length + 1)
    next.set(last.key)
  }
}

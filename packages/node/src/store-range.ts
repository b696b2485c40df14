import type { StoredEntry, StoreView } from '@hanse/ports'

/** Entries read from the store at once. A page with fewer is the last. */
export const PAGE_ENTRIES = 2_048

/** All entries from `from` to before `to`, in order, a page at a time. The next one is read while the caller works on the one before. */
export async function* pagesOf(
  store: Pick<StoreView, 'range'>,
  from: Uint8Array,
  to: Uint8Array,
  entries: number = PAGE_ENTRIES,
): AsyncGenerator<readonly StoredEntry[]> {
  let next: Promise<readonly StoredEntry[]> | undefined = store.range({ from, to, limit: entries })
  try {
    while (next !== undefined) {
      const page: readonly StoredEntry[] = await next
      const last = page.at(-1)
      next = last === undefined || page.length < entries ? undefined : store.range({ from: keyAbove(last.key), to, limit: entries })
      // What fails meanwhile is told when it is waited for.
      next?.catch(() => undefined)
      yield page
    }
  } finally {
    // Whoever stops here may close the store, which must not be read then.
    await next?.catch(() => undefined)
  }
}

/** The smallest key above one is that one followed by a zero byte. */
function keyAbove(key: Uint8Array): Uint8Array {
  const above = new Uint8Array(key.length + 1)
  above.set(key)
  return above
}

import type { StoredEntry, StoreRange } from '@hanse/ports'
import { test } from 'tap'
import { pagesOf } from '../src/store-range.ts'

const [FROM, TO] = [Uint8Array.of(0), Uint8Array.of(9)]

/** A store of the keys 0 to 4 that tells when it is read; pages from `failsFrom` on fail. */
function watched(failsFrom = 9) {
  const reads: number[] = []
  let reading = 0
  const range = async ({ from, limit }: StoreRange): Promise<readonly StoredEntry[]> => {
    reading += 1
    const first = (from[0] as number) + (from.length - 1)
    reads.push(first)
    await new Promise((resolve) => setTimeout(resolve, 5))
    reading -= 1
    if (first >= failsFrom) throw new Error('damaged')
    const keys = [0, 1, 2, 3, 4].filter((key) => key >= first).slice(0, limit)
    return keys.map((key) => ({ key: Uint8Array.of(key), value: Uint8Array.of(key) }))
  }
  return { reads, range, isRead: () => reading > 0 }
}

test('every entry once, in order, and the next page is read while one is in use', async (t) => {
  const store = watched()
  const found: number[] = []
  const readMeanwhile: boolean[] = []
  for await (const page of pagesOf(store, FROM, TO, 2)) {
    found.push(...page.map(({ key }) => key[0] as number))
    readMeanwhile.push(store.isRead())
  }
  t.strictSame(found, [0, 1, 2, 3, 4])
  t.strictSame(store.reads, [0, 2, 4])
  t.strictSame(readMeanwhile, [true, true, false])
})

test('whoever stops has waited for the read that is on its way, even for one that fails', async (t) => {
  for (const store of [watched(), watched(2)]) {
    for await (const _ of pagesOf(store, FROM, TO, 2)) break
    t.notOk(store.isRead())
  }
})

test('a page that cannot be read is told in its turn', async (t) => {
  const found: number[] = []
  const reading = async (): Promise<void> => {
    for await (const page of pagesOf(watched(2), FROM, TO, 2)) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      found.push(...page.map(({ key }) => key[0] as number))
    }
  }
  await t.rejects(reading(), /damaged/)
  t.strictSame(found, [0, 1])
})

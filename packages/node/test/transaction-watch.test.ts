import type { FinalBlock } from '@hanse/replica'
import { test } from 'tap'
import { TransactionWatch, WAITERS_MAX } from '../src/transaction-watch.ts'

type Id = Parameters<TransactionWatch['wasExpired']>[0]
const id = (index: number): Id => `0x${index.toString(16).padStart(64, '0')}` as Id
const never = (): AbortSignal => new AbortController().signal

function blockOf(height: number, ...ids: readonly Id[]): FinalBlock {
  const receipts = ids.map((txId, index) => ({ txId, index, outcome: 'success', events: [] }))
  return { block: { hash: id(0xb10c), header: { height, timeMs: 5 }, receipts } } as unknown as FinalBlock
}

test('everybody who waits for a transaction gets its receipt, once', async (t) => {
  const watch = new TransactionWatch()
  const both = [watch.wait(id(1), 1_000, never()), watch.wait(id(1), 1_000, never())]
  const other = watch.wait(id(2), 1_000, never())
  watch.finalized(blockOf(7, id(3), id(1)))
  for (const receipt of await Promise.all(both)) t.match(receipt, { height: 7, timeMs: 5, receipt: { txId: id(1), index: 1 } })
  watch.finalized(blockOf(8, id(1)))
  watch.close()
  t.equal(await other, undefined, 'a node that stops leaves nobody waiting')
})

test('nothing comes after the time-out, an abort, or the expiry', async (t) => {
  const watch = new TransactionWatch()
  const startedMs = performance.now()
  t.equal(await watch.wait(id(1), 30, never()), undefined)
  t.ok(performance.now() - startedMs >= 25)
  const aborter = new AbortController()
  const aborted = watch.wait(id(1), 10_000, aborter.signal)
  aborter.abort()
  t.equal(await aborted, undefined)
  t.equal(await watch.wait(id(1), 10_000, aborter.signal), undefined, 'aborted before')
  const expired = watch.wait(id(2), 10_000, never())
  watch.expired([id(2)])
  t.equal(await expired, undefined)
  t.strictSame([watch.wasExpired(id(2)), watch.wasExpired(id(1))], [true, false])
})

test('all that one client waits for ends when it goes, and nothing of another one', async (t) => {
  const watch = new TransactionWatch()
  const [gone, stays] = [new AbortController(), new AbortController()]
  const first = watch.wait(id(1), 10_000, gone.signal)
  watch.finalized(blockOf(1, id(1)))
  t.match(await first, { height: 1 })
  const ended = [id(1), id(2), id(2)].map((each) => watch.wait(each, 10_000, gone.signal))
  const others = [id(2), id(3)].map((each) => watch.wait(each, 10_000, stays.signal))
  gone.abort()
  t.strictSame(await Promise.all(ended), [undefined, undefined, undefined])
  watch.finalized(blockOf(2, id(2), id(3)))
  for (const receipt of await Promise.all(others)) t.match(receipt, { height: 2 })
})

test('only so many may wait, and only so many expired ones are remembered', async (t) => {
  const watch = new TransactionWatch()
  const waiting = Array.from({ length: WAITERS_MAX }, () => watch.wait(id(1), 60_000, never()))
  t.equal(await watch.wait(id(2), 60_000, never()), undefined, 'one too many is answered at once')
  watch.finalized(blockOf(1, id(1)))
  t.ok((await Promise.all(waiting)).every((receipt) => receipt?.height === 1))
  const next = watch.wait(id(2), 60_000, never())
  watch.finalized(blockOf(2, id(2)))
  t.match(await next, { height: 2 }, 'and there is room again')
  watch.expired(Array.from({ length: 20_001 }, (_, index) => id(index)))
  t.strictSame([watch.wasExpired(id(0)), watch.wasExpired(id(1)), watch.wasExpired(id(20_000))], [false, true, true])
})

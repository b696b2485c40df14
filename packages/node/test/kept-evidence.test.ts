import { EVIDENCE_BLOCKS } from '@hanse/modules'
import type { Hash, Hex } from '@hanse/primitives'
import { asEpoch, asHeight, asValidatorIndex, asView, type LogRecord } from '@hanse/protocol'
import { KEPT_NEW_VIEWS_MAX, KEPT_PREPARED_PER_HEIGHT_MAX } from '@hanse/replica'
import { createMemoryDisk, createMemoryStore } from '@hanse/storage'
import { test } from 'tap'
import { KEPT_NEW_VIEWS_PER_PAGE_MAX, KeptEvidence } from '../src/kept-evidence.ts'

const HASH: Hash = `0x${'11'.repeat(32)}` as Hash
const SIGNATURE: Hex = `0x${'22'.repeat(64)}`
const epoch = asEpoch(0)

function prepared(height: number, view: number): LogRecord {
  const signatures = [0, 1, 2].map((signer) => ({ signer: asValidatorIndex(signer), signature: SIGNATURE }))
  return { type: 'prepared', epoch, view: asView(view), height: asHeight(height), digest: HASH, signatures }
}

function entered(view: number, base: number): LogRecord {
  const message = { type: 'newView', newView: asView(view), viewChanges: [HASH, HASH, HASH], base: asHeight(base) } as const
  const viewChange = { type: 'viewChange', newView: asView(view) } as const
  const said = { epoch, signer: asValidatorIndex(1), signature: SIGNATURE }
  return { type: 'newView', newView: { ...said, message }, viewChanges: [{ ...said, message: viewChange }] }
}

async function opened(store: ReturnType<typeof createMemoryStore>): Promise<KeptEvidence> {
  const kept = new KeptEvidence(store)
  await kept.open()
  return kept
}

test('what own Commits rested on and the views that were entered are written with the blocks, and outlive the process', async (t) => {
  const store = createMemoryStore(createMemoryDisk())
  const kept = await opened(store)
  for (const record of [prepared(1, 0), entered(3, 0), prepared(1, 3), prepared(2, 3)]) kept.add(record)
  t.same(await (await opened(store)).about(1, 0), { prepared: [], newViews: [] }, 'nothing is written before the block is')
  await store.write(kept.writesWith(1, 1), { sync: true })
  const again = await opened(store)
  t.match(await again.about(1, 0), { prepared: [{ view: 0 }, { view: 3 }], newViews: [entered(3, 0)] })
  t.match(await kept.about(2, 0), { prepared: [{ view: 3 }] }, 'of a height in flight what there is so far')
  t.same((await again.about(2, 0)).prepared, [], 'which is written with its own block, or when the log is cut')
  t.same((await again.about(7, 0)).prepared, [])
  again.add(entered(3, 0))
  again.add(prepared(2, 3))
  again.add(prepared(2, 4))
  again.add(entered(4, 5))
  await again.flush()
  const last = await opened(store)
  t.match((await last.about(2, 0)).prepared, [{ view: 3 }, { view: 4 }], 'a log that is read again adds nothing twice')
  last.add(prepared(2, 5))
  t.match((await last.about(2, 0)).prepared, [{ view: 3 }, { view: 4 }, { view: 5 }], 'and one that was cut forgets nothing')
  t.equal((await kept.about(9, 0)).newViews.length, 2)
  t.match((await kept.about(5, 0)).newViews, [entered(3, 0)], 'a view that begins above concerns it no more')
})

test('what is kept has limits: heights, certificates of a height, views', async (t) => {
  const store = createMemoryStore(createMemoryDisk())
  const kept = await opened(store)
  kept.add(prepared(1, 0))
  for (let view = 0; view <= KEPT_PREPARED_PER_HEIGHT_MAX; view++) kept.add(prepared(2, view))
  for (let view = 1; view <= KEPT_NEW_VIEWS_MAX + 2; view++) kept.add(entered(view, 0))
  await store.write(kept.writesWith(1, 2), { sync: true })
  const { prepared: ofTwo } = await kept.about(2, 0)
  t.equal(ofTwo.length, KEPT_PREPARED_PER_HEIGHT_MAX)
  t.match(ofTwo[0], { view: 1 }, 'the newest')
  const views: number[] = []
  let next: number | undefined = 0
  while (next !== undefined) {
    const page: Awaited<ReturnType<KeptEvidence['about']>> = await kept.about(2, next)
    t.ok(page.newViews.length <= KEPT_NEW_VIEWS_PER_PAGE_MAX)
    views.push(...page.newViews.flatMap(({ newView: { message } }) => (message.type === 'newView' ? [message.newView] : [])))
    next = page.next
  }
  t.equal(views.length, KEPT_NEW_VIEWS_MAX)
  t.equal(views[0], 3)
  await store.write(kept.writesWith(EVIDENCE_BLOCKS, EVIDENCE_BLOCKS), { sync: true })
  t.equal((await kept.about(1, 0)).prepared.length, 1)
  await store.write(kept.writesWith(EVIDENCE_BLOCKS + 1, EVIDENCE_BLOCKS + 1), { sync: true })
  t.same((await kept.about(1, 0)).prepared, [], 'as many heights as evidence is taken for')
  t.equal((await kept.about(2, 0)).prepared.length, KEPT_PREPARED_PER_HEIGHT_MAX)
})

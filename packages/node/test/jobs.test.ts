import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLevelStore } from '@hanse/storage'
import { type Test, test } from 'tap'
import { Jobs } from '../src/admin/jobs.ts'
import { snapshotsPath } from '../src/node-files.ts'
import { openHome } from '../src/snapshot/home-snapshot.ts'
import { CHAIN, grownHome } from './support/grown-home.ts'
import { SILENT } from './support/test-chain.ts'

const POLL_MS = 5

async function create(t: Test) {
  const { home, heights } = await grownHome(t, { blocks: 5 })
  const { config } = await openHome(home)
  const store = await openLevelStore({ directory: join(config.dataDir, 'store') })
  t.teardown(() => store.close())
  const node = { api: { chain: CHAIN }, control: { view: () => store.view(), storedBytes: () => store.sizeBytes() } } as never
  let nowMs = 1_000
  const jobs = new Jobs({ home, config, node, logger: SILENT, clock: { nowMs: () => (nowMs += 10) } })
  const ended = async () => {
    while (jobs.last?.state === 'running') await sleep(POLL_MS)
    return jobs.last
  }
  return { config, heights, jobs, ended }
}

test('a snapshot and a backup of a store that is open, one after the other', async (t) => {
  const { config, heights, jobs, ended } = await create(t)
  t.equal(jobs.last, undefined)
  t.match(jobs.snapshot(), { ok: true, value: { kind: 'snapshot', state: 'running' } })
  t.match(jobs.backup(false), { ok: false, error: { code: 'admin/job-running' } })
  t.match(await ended(), {
    kind: 'snapshot',
    state: 'done',
    height: heights,
    folder: join(snapshotsPath(config), `${heights}`),
    endedAtMs: Number,
  })
  t.match(jobs.backup(true), { ok: true, value: { kind: 'backup' } })
  t.match(await ended(), { kind: 'backup', state: 'done', height: heights, sizeBytes: Number })
  t.match(jobs.snapshot(), { ok: true })
  t.match(await ended(), { state: 'failed', code: 'snapshot/exists', message: String, hint: String }, 'of the same height there is one')
  await jobs.stop()
})

test('a node that stops ends what is being made, and leaves nothing of it', async (t) => {
  const { config, jobs } = await create(t)
  t.match(jobs.snapshot(), { ok: true })
  await jobs.stop()
  t.match(jobs.last, { state: 'failed', code: 'snapshot/aborted' })
  t.same(await readdir(snapshotsPath(config)), [])
  t.match(jobs.snapshot(), { ok: false, error: { code: 'admin/job-running' } }, 'and begins nothing new')
})

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'tap'
import { remainsOf, removeLeftovers } from '../src/machine/leftovers.ts'
import { FOLDER_PREFIX, type Owner } from '../src/machine/owner.ts'
import { findMissing } from '../src/machine/tools.ts'
import type { Schedule } from '../src/schedule.ts'
import { startHarness } from './support/harness.ts'

/** Something of each kind: namespaces, relays, a mount, a loop device, a control group, a tracer. */
const schedule: Schedule = {
  ...{ format: 1, scenario: 'left', seed: 1, validators: 4, fabric: 'namespaces', load: { rate: 5 }, durationMs: 60_000 },
  faults: [
    { type: 'slow-sync', nodes: [0], atMs: 0, forMs: 50_000, ms: 20 },
    { type: 'disk-full', nodes: [1], atMs: 55_000, forMs: 1_000 },
    { type: 'power-cut', nodes: [2], atMs: 55_000, forMs: 1_000 },
    { type: 'processor', nodes: [3], atMs: 500, forMs: 50_000, percent: 50 },
  ],
}

async function whyNot(): Promise<string | false> {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-tools-'))
  const missing = await findMissing(folder)
  rmSync(folder, { recursive: true })
  const lacking = (['namespaces', 'nft', 'strace', 'shutdown', 'groups'] as const).flatMap((need) => missing.get(need) ?? [])
  return lacking.length === 0 ? false : `not everything can be left behind here: ${lacking.join('; ')}`
}

function ownersIn(folder: string): readonly Owner[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(FOLDER_PREFIX))
    .map((name) => ({ runId: name.slice(FOLDER_PREFIX.length), folder: join(folder, name) }))
}

const KINDS = [/^process/, /^namespace/, /^mount/, /^loop device/, /^control group/, /^folder/]

test('nothing of a run stays on the machine', { skip: await whyNot(), timeout: 240_000 }, async (t) => {
  const before = process.env['TMPDIR']
  t.teardown(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  })

  await t.test('after Ctrl-C', async (t) => {
    const harness = startHarness(t, schedule)
    await harness.said(/processor 50 % supplier begins/)
    const owners = ownersIn(harness.folder)
    t.same(
      KINDS.filter((kind) => !owners.flatMap(remainsOf).some((what) => kind.test(what))),
      [],
      'there was something of each kind',
    )
    harness.child.kill('SIGINT')
    t.equal(await harness.ended, 130)
    t.same(owners.flatMap(remainsOf), [])
  })

  await t.test('after kill -9 of the harness, once the next run begins', async (t) => {
    const harness = startHarness(t, schedule)
    await harness.said(/processor 50 % supplier begins/)
    const owners = ownersIn(harness.folder)
    process.env['TMPDIR'] = harness.folder
    t.same(removeLeftovers(), [], 'while it runs nothing is taken from it')
    t.ok(owners.flatMap(remainsOf).length > 6)
    harness.child.kill('SIGKILL')
    await harness.ended
    t.ok(
      owners.flatMap(remainsOf).some((what) => what.startsWith('namespace')),
      'it could remove nothing',
    )
    t.same(
      removeLeftovers(),
      owners.map(({ runId }) => runId),
    )
    t.same(owners.flatMap(remainsOf), [])
  })
})

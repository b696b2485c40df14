import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GUARD_VALUE_BYTES_MAX, type GuardFile } from '@hanse/ports'
import { InvariantError } from '@hanse/primitives'
import { createMemoryDisk, createMemoryGuardFile, openGuardFile } from '@hanse/storage'
import { type Test, test } from 'tap'

/** Opens the same place again each time; `damage` spoils both slots while nobody holds it. */
interface Place {
  open(): Promise<GuardFile>
  damage(): Promise<void>
}

const ADAPTERS: Readonly<Record<string, (t: Test) => Place>> = {
  'guard file': (t) => {
    const path = join(t.testdir({}), 'keys', 'validator.guard')
    return { open: () => openGuardFile({ path }), damage: () => writeFile(path, new Uint8Array(8192)) }
  },
  'memory guard': () => {
    const disk = createMemoryDisk()
    return { open: async () => createMemoryGuardFile(disk), damage: async () => disk.guard.damage() }
  },
}

const CONTRACT: Readonly<Record<string, (t: Test, place: Place) => Promise<void>>> = {
  'it is absent until the first write, and the last write is read': async (t, { open }) => {
    const guard = await open()
    t.same(await guard.read(), { type: 'absent' })
    await guard.close()
    const second = await open()
    for (const value of [[1], [2, 2], [], [4, 4, 4, 4]]) {
      await second.write(Uint8Array.from(value))
      const content = await second.read()
      t.equal(content.type, 'value')
      t.same(content.type === 'value' && [...content.bytes], value)
    }
    await second.close()
    await second.close()
    const third = await open()
    t.match(await third.read(), { type: 'value', bytes: { length: 4 } })
    await third.write(Uint8Array.of(5))
    t.match(await third.read(), { type: 'value', bytes: { length: 1, 0: 5 } })
    await third.close()
  },

  'concurrent writes end with the last': async (t, { open }) => {
    const guard = await open()
    await Promise.all(Array.from({ length: 30 }, (_, index) => guard.write(Uint8Array.of(index))))
    t.match(await guard.read(), { type: 'value', bytes: { 0: 29 } })
    await guard.close()
  },

  'bytes that the caller changes afterwards are not changed in the guard': async (t, { open }) => {
    const guard = await open()
    const value = Uint8Array.of(1)
    const write = guard.write(value)
    value[0] = 9
    await write
    t.match(await guard.read(), { bytes: { 0: 1 } })
    await guard.close()
  },

  'a damaged guard says so, and is not overwritten': async (t, { open, damage }) => {
    const guard = await open()
    await guard.write(Uint8Array.of(1))
    await guard.close()
    await damage()
    const again = await open()
    t.same(await again.read(), { type: 'damaged' })
    await t.rejects(again.write(Uint8Array.of(2)), { code: 'storage/checksum', hint: /backup/ })
    await t.rejects(again.read(), { code: 'storage/checksum' }, 'the first failure is final')
    await again.close()
    const third = await open()
    t.same(await third.read(), { type: 'damaged' })
    await third.close()
  },

  'a second holder is refused': async (t, { open }) => {
    const guard = await open()
    await t.rejects(open(), { code: 'storage/locked' })
    await guard.close()
    await t.rejects(guard.write(Uint8Array.of(1)), { code: 'storage/closed' })
    await (await open()).close()
  },

  'a value beyond the limit is a broken invariant': async (t, { open }) => {
    const guard = await open()
    await t.rejects(guard.write(new Uint8Array(GUARD_VALUE_BYTES_MAX + 1)), InvariantError)
    await guard.write(new Uint8Array(GUARD_VALUE_BYTES_MAX))
    t.match(await guard.read(), { bytes: { length: GUARD_VALUE_BYTES_MAX } })
    await guard.close()
  },
}

for (const [adapter, prepare] of Object.entries(ADAPTERS)) {
  test(adapter, async (t) => {
    for (const [behaviour, check] of Object.entries(CONTRACT)) await t.test(behaviour, (t) => check(t, prepare(t)))
  })
}

test('the file is its owner’s alone', async (t) => {
  const path = join(t.testdir({}), 'guard')
  const guard = await openGuardFile({ path })
  await guard.write(Uint8Array.of(1))
  await guard.close()
  t.equal((await stat(path)).mode & 0o777, 0o600)
})

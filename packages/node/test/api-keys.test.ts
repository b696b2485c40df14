import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hex } from '@hanse/primitives'
import { type AccessKey, API_KEYS_MAX } from '@hanse/rpc'
import { type Test, test } from 'tap'
import { ApiKeys } from '../src/admin/api-keys.ts'
import { systemRandom } from '../src/system.ts'
import { temporaryFolder } from './support/test-chain.ts'

const sha256Of = (key: string): Hex => `0x${createHash('sha256').update(key).digest('hex')}`
const CONFIGURED: AccessKey = { organization: 'bank-a', sha256: sha256Of('a key of config.toml') }

interface World {
  readonly path: string
  nowMs: number
  open(more?: { readonly configured?: readonly AccessKey[]; readonly isRequired?: boolean }): Promise<ApiKeys>
}

async function create(t: Test): Promise<World> {
  const path = join(await temporaryFolder(t), 'api-keys.json')
  const world: World = {
    path,
    nowMs: 1_000,
    open: async ({ configured = [CONFIGURED], isRequired = false } = {}) => {
      const keys = await ApiKeys.open({ path, configured, isRequired }, { clock: { nowMs: () => world.nowMs }, random: systemRandom })
      if (!keys.ok) throw new Error(keys.error.code)
      return keys.value
    },
  }
  return world
}

async function made(keys: ApiKeys, organization = 'bank-b', more: { readonly expiresAtMs?: number } = {}) {
  const created = await keys.create({ organization, ...more })
  if (!created.ok) throw new Error(created.error.code)
  return created.value
}

test('a key opens at once, and after the next start; its file has the hash alone, for its owner alone', async (t) => {
  const world = await create(t)
  const keys = await world.open()
  const { key, record } = await made(keys)
  t.match(key, /^hanse_[A-Za-z0-9_-]{43}$/)
  t.match(record, { organization: 'bank-b', source: 'admin', state: 'active', createdAtMs: 1_000, sha256: sha256Of(key) })
  const text = await readFile(world.path, 'utf8')
  t.notOk(text.includes(key.slice('hanse_'.length)), 'the key is in no file')
  t.equal((await stat(world.path)).mode & 0o777, 0o600)
  t.same(await readdir(join(world.path, '..')), ['api-keys.json'], 'nothing is left behind')
  for (const now of [keys, await world.open()]) t.match(now.find(sha256Of(key)), { organization: 'bank-b', state: 'active' })
  t.equal((await world.open()).activeCount(), 2, 'beside that of config.toml')
})

test('a revoked key opens no more, whatever its source, and everybody who listens hears of it', async (t) => {
  const world = await create(t)
  const keys = await world.open()
  const { key, record } = await made(keys)
  let heard = 0
  const stop = keys.onRevoked(() => {
    heard += 1
  })
  world.nowMs = 2_000
  t.match(await keys.revoke(record.id), { ok: true, value: { state: 'revoked', revokedAtMs: 2_000, createdAtMs: 1_000 } })
  t.match(await keys.revoke(CONFIGURED.sha256.slice(2, 18)), { ok: true, value: { state: 'revoked', source: 'config' } })
  stop()
  world.nowMs = 3_000
  t.match(await keys.revoke(record.id), { ok: true, value: { revokedAtMs: 2_000 } }, 'once is enough')
  t.equal(heard, 2)
  t.match(await keys.revoke('0000000000000000'), { ok: false, error: { code: 'admin/unknown-key' } })
  const again = await world.open()
  for (const sha256 of [sha256Of(key), CONFIGURED.sha256]) t.match(again.find(sha256), { state: 'revoked' })
  t.equal(again.activeCount(), 0)
  t.match((await world.open({ configured: [] })).find(CONFIGURED.sha256), { state: 'revoked' }, 'also when it left config.toml')
})

test('a key expires by the clock', async (t) => {
  const world = await create(t)
  const keys = await world.open()
  const { key } = await made(keys, 'bank-b', { expiresAtMs: 5_000 })
  world.nowMs = 4_999
  t.match(keys.find(sha256Of(key)), { state: 'active' })
  world.nowMs = 5_000
  t.match(keys.find(sha256Of(key)), { state: 'expired' })
  t.equal(keys.activeCount(), 1)
})

test('when a key is required', async (t) => {
  const { open } = await create(t)
  t.equal((await open({ configured: [] })).isRequired, false)
  t.equal((await open({ configured: [], isRequired: true })).isRequired, true)
  t.equal((await open()).isRequired, true, 'with keys in config.toml')
  const keys = await open({ configured: [] })
  await made(keys)
  t.equal(keys.isRequired, false, 'a key that is made on loopback locks nobody out')
  t.equal(keys.hasKeys, true)
})

test('two changes at once are both kept', async (t) => {
  const world = await create(t)
  const keys = await world.open()
  const many = await Promise.all(Array.from({ length: 20 }, (_, index) => made(keys, `member-${index}`)))
  await Promise.all(many.slice(0, 10).map(({ record }) => keys.revoke(record.id)))
  const again = await world.open()
  t.equal(again.list().length, 21)
  t.equal(again.activeCount(), 11)
})

test('keys are bounded: what opens no more makes room, oldest first, but for what was revoked of config.toml', async (t) => {
  const world = await create(t)
  const stored = Array.from({ length: API_KEYS_MAX - 1 }, (_, index) => ({
    ...{ sha256: sha256Of(`${index}`), organization: 'bank-b', source: 'admin', createdAtMs: index },
    ...(index === 5 ? { revokedAtMs: 900 } : index === 7 ? { expiresAtMs: 900 } : {}),
  }))
  await writeFile(world.path, JSON.stringify({ format: 1, keys: stored }), { mode: 0o600 })
  const keys = await world.open()
  await keys.revoke(CONFIGURED.sha256.slice(2, 18))
  t.equal(keys.list().length, API_KEYS_MAX)
  await made(keys)
  t.match([keys.find(sha256Of('5')), keys.find(sha256Of('7'))], [undefined, { state: 'expired' }])
  await made(keys)
  t.equal(keys.find(sha256Of('7')), undefined)
  t.match(await keys.create({ organization: 'bank-b' }), { ok: false, error: { code: 'admin/too-many-keys' } })
  t.match(keys.find(CONFIGURED.sha256), { state: 'revoked' })
  t.equal(keys.list().length, API_KEYS_MAX)
})

test('a file that cannot be written changes nothing', async (t) => {
  const world = await create(t)
  const keys = await world.open()
  const { key, record } = await made(keys)
  await rm(world.path)
  await mkdir(world.path)
  await writeFile(join(world.path, 'in-the-way'), '')
  t.match(await keys.create({ organization: 'bank-b' }), { ok: false, error: { code: 'admin/not-saved' } })
  t.match(await keys.revoke(record.id), { ok: false, error: { code: 'admin/not-saved' } })
  t.match(keys.find(sha256Of(key)), { state: 'active' })
  t.same((await readdir(join(world.path, '..'))).length, 1, 'no half of a file is left')
})

test('a file that others can read, or that is none, is refused', async (t) => {
  const world = await create(t)
  const code = async (): Promise<string> =>
    await world.open().then(
      () => 'opened',
      (error: Error) => error.message,
    )
  await made(await world.open())
  await chmod(world.path, 0o644)
  t.equal(await code(), 'keys/permissions')
  await chmod(world.path, 0o600)
  t.equal(await code(), 'opened')
  for (const text of ['', '[]', '{"format":2,"keys":[]}', '{"format":1,"keys":[{"sha256":"0x12"}]}', '{"format":1,"keys":[],"more":1}']) {
    await writeFile(world.path, text)
    t.equal(await code(), 'keys/malformed', text)
  }
})

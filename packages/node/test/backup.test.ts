import { cp, mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openGuardFile, openLevelStore } from '@hanse/storage'
import { type Test, test } from 'tap'
import { encodeBackupManifest, parseBackupManifest } from '../src/backup/backup-manifest.ts'
import { backupHome } from '../src/backup/home-backup.ts'
import { restoreBackup } from '../src/backup/restore-backup.ts'
import { checkNodeConfig } from '../src/config.ts'
import { openChain } from '../src/open-chain.ts'
import { initialGuard } from '../src/vote-guard.ts'
import { CHAIN, type GrownHome, grownHome } from './support/grown-home.ts'
import { SILENT, temporaryFolder } from './support/test-chain.ts'

async function backupOf(t: Test, keys = false): Promise<GrownHome & { readonly folder: string }> {
  const grown = await grownHome(t, { blocks: 12 })
  const made = await backupHome(grown.home, keys)
  if (!made.ok) throw new Error(made.error.message)
  const folder = join(await temporaryFolder(t), 'backup')
  await cp(made.value.folder, folder, { recursive: true })
  return { ...grown, folder }
}

async function headOf(home: string): Promise<number> {
  const config = checkNodeConfig({ organization: 'bank-a' })
  const store = await openLevelStore({ directory: join(home, 'data/store') })
  try {
    const opened = config.ok ? await openChain(CHAIN, store, config.value, SILENT) : config
    if (!opened.ok) throw new Error(opened.error.message)
    if (opened.value.blocks.block(1) === undefined) throw new Error('block 1 is missing')
    return opened.value.blocks.head.header.height
  } finally {
    await store.close()
  }
}

test('a backup has all of the chain, and what the folder is made of; never the vote guard, and keys when they are asked for', async (t) => {
  const { folder, heights } = await backupOf(t)
  t.same((await readdir(folder)).sort(), ['config.toml', 'genesis.json', 'manifest.json', 'store-000000'])
  const withKeys = await backupOf(t, true)
  const names = (await readdir(withKeys.folder)).sort()
  t.same(names, ['config.toml', 'consensus.json', 'genesis.json', 'identity.json', 'manifest.json', 'store-000000'])
  for (const name of names) t.equal((await stat(join(withKeys.folder, name))).mode & 0o077, 0, `${name} is its owner’s alone`)
  t.same(await readFile(join(withKeys.folder, 'consensus.json')), await readFile(join(withKeys.home, 'keys/consensus.json')))

  const other = join(await temporaryFolder(t), 'home')
  t.match(await restoreBackup(other, withKeys.folder), {
    ...{ ok: true, value: { height: heights, organization: 'bank-a', isNewHome: true, guard: 'missing' } },
  })
  t.same((await readdir(other)).sort(), ['config.toml', 'data', 'genesis.json', 'keys'])
  t.same((await readdir(join(other, 'keys'))).sort(), ['consensus.json', 'identity.json'], 'no guard is made up')
  t.equal(await headOf(other), heights, 'with every block')
})

test('the chain of a home comes back; its keys, its configuration and its guard stay, and its log is set aside', async (t) => {
  const { home, folder, heights } = await backupOf(t)
  t.match(await restoreBackup(home, folder), { ok: false, error: { code: 'snapshot/store-exists' } })
  await writeFile(join(home, 'config.toml'), `${await readFile(join(home, 'config.toml'), 'utf8')}# mine\n`)
  const guard = await readFile(join(home, 'keys/vote-guard'))
  t.match(await restoreBackup(home, folder, { force: true }), {
    ...{ ok: true, value: { height: heights, isNewHome: false, guard: { height: 0 }, before: join(home, 'data/store.before-1') } },
  })
  t.match(await readFile(join(home, 'config.toml'), 'utf8'), /# mine/)
  t.same(await readFile(join(home, 'keys/vote-guard')), guard)
  t.same((await readdir(join(home, 'data'))).sort(), ['backups', 'log.before-1', 'store', 'store.before-1'])
  t.equal(await headOf(home), heights)
})

test('a guard that knows less than the backup is not taken for the key’s', async (t) => {
  const { folder } = await backupOf(t, true)
  const bytes = new Uint8Array(await readFile(join(folder, 'manifest.json')))
  const manifest = parseBackupManifest(bytes)
  if (!manifest.ok) throw new Error(manifest.error.message)
  t.match(manifest.value, { promised: { height: 0 } })
  await writeFile(join(folder, 'manifest.json'), encodeBackupManifest({ ...manifest.value, promised: { epoch: 0, view: 3, height: 12 } }))
  const home = join(await temporaryFolder(t), 'home')
  await mkdir(join(home, 'keys'), { recursive: true, mode: 0o700 })
  const guard = await openGuardFile({ path: join(home, 'keys/vote-guard') })
  await guard.write(initialGuard())
  await guard.close()
  t.match(await restoreBackup(home, folder), { ok: false, error: { code: 'backup/guard-older', hint: /host that voted last/ } })
  t.notOk((await readdir(home)).includes('config.toml'), 'the folder is no home')
})

test('what is already there and other is not overwritten', async (t) => {
  const { folder } = await backupOf(t, true)
  const home = join(await temporaryFolder(t), 'home')
  await mkdir(join(home, 'keys'), { recursive: true, mode: 0o700 })
  await writeFile(join(home, 'keys/consensus.json'), '{}', { mode: 0o600 })
  t.match(await restoreBackup(home, folder), { ok: false, error: { code: 'backup/other-file', message: /consensus\.json/ } })
  t.equal(await readFile(join(home, 'keys/consensus.json'), 'utf8'), '{}')
})

const DAMAGES: Readonly<Record<string, { readonly code: string; readonly damage: (folder: string) => Promise<void> }>> = {
  'one bit of a record': {
    code: 'backup/bad-file',
    damage: async (folder) => {
      const bytes = await readFile(join(folder, 'store-000000'))
      bytes[1_000] = (bytes[1_000] ?? 0) ^ 1
      await writeFile(join(folder, 'store-000000'), bytes)
    },
  },
  'a file that ends early': { code: 'snapshot/bad-file', damage: (folder) => truncate(join(folder, 'store-000000'), 100) },
  'a missing file': { code: 'snapshot/not-found', damage: (folder) => rm(join(folder, 'store-000000')) },
  'a link': {
    code: 'snapshot/bad-file',
    damage: async (folder) => {
      await cp(join(folder, 'store-000000'), join(folder, 'elsewhere'))
      await rm(join(folder, 'store-000000'))
      await symlink(join(folder, 'elsewhere'), join(folder, 'store-000000'))
    },
  },
  'a name that is a path': {
    code: 'backup/malformed',
    damage: async (folder) => {
      const text = await readFile(join(folder, 'manifest.json'), 'utf8')
      await writeFile(join(folder, 'manifest.json'), text.replace('"store-000000"', '"../../keys/vote-guard"'))
    },
  },
  'a guard in it': {
    code: 'backup/malformed',
    damage: async (folder) => {
      const text = await readFile(join(folder, 'manifest.json'), 'utf8')
      await writeFile(join(folder, 'manifest.json'), text.replace('"store-000000"', '"vote-guard"'))
    },
  },
  'a later format': {
    code: 'backup/format',
    damage: async (folder) => {
      const text = await readFile(join(folder, 'manifest.json'), 'utf8')
      await writeFile(join(folder, 'manifest.json'), text.replace('"format":1', '"format":2'))
    },
  },
  'another head': {
    code: 'backup/bad-file',
    damage: async (folder) => {
      const text = await readFile(join(folder, 'manifest.json'), 'utf8')
      await writeFile(join(folder, 'manifest.json'), text.replace('"height":12', '"height":11'))
    },
  },
}

test('a backup that was changed is refused, and a guard in it, too', async (t) => {
  for (const [name, { code, damage }] of Object.entries(DAMAGES)) {
    const { folder } = await backupOf(t)
    await damage(folder)
    const home = join(await temporaryFolder(t), 'home')
    t.match(await restoreBackup(home, folder), { ok: false, error: { code } }, name)
    t.notOk((await readdir(home).catch((): string[] => [])).includes('config.toml'), `${name}: there is no node`)
    const data = await readdir(join(home, 'data')).catch((): string[] => [])
    t.same(
      data.filter((entry) => entry.startsWith('store')),
      [],
      `${name}: and no store`,
    )
  }
})

import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hash } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { openLevelStore } from '@hanse/storage'
import { type Test, test } from 'tap'
import { checkNodeConfig, readNodeConfig } from '../src/config.ts'
import { openChain } from '../src/open-chain.ts'
import { modulesOf } from '../src/own-modules/installed-modules.ts'
import { loadModule, loadModules } from '../src/own-modules/load-module.ts'
import { readModulePackage } from '../src/own-modules/package-files.ts'
import { LOYALTY_SOURCE, PACKAGE_JSON, writePackage } from './support/loyalty-package.ts'
import { nextBlock, SILENT, temporaryFolder, testChain } from './support/test-chain.ts'

async function hashOf(dir: string): Promise<Hash> {
  const read = await readModulePackage(dir)
  if (!read.ok) throw new Error(read.error.message)
  return read.value.hash
}

test('the hash is of what runs: each byte and name of the listed files, and nothing else', async (t) => {
  const dir = await writePackage(await temporaryFolder(t))
  const hash = await hashOf(dir)
  const others = {
    'README.md': 'words',
    'test/module.test.ts': 'throw new Error()',
    '.gitignore': 'node_modules',
    'src/.swp': 'x',
    'src/node_modules/x/index.js': 'x',
    'package.json': JSON.stringify({ ...PACKAGE_JSON, version: '1.0.1', devDependencies: { x: '1' } }),
  }
  t.equal(await hashOf(await writePackage(await temporaryFolder(t), others)), hash, 'words, tests and what npm writes do not count')
  const rows: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a byte': { 'src/limit.ts': 'export const LIMIT = 1001\n' },
    'line ends': { 'src/limit.ts': 'export const LIMIT = 1000\r\n' },
    'a file more': { 'src/more.json': '{}' },
  }
  for (const [name, files] of Object.entries(rows)) t.not(await hashOf(await writePackage(await temporaryFolder(t), files)), hash, name)
  const moved = await writePackage(
    await temporaryFolder(t),
    { 'src/other.ts': '' },
    { ...PACKAGE_JSON, exports: { '.': './src/other.ts' } },
  )
  t.not(await hashOf(moved), hash, 'another entry')
  const listed = await writePackage(await temporaryFolder(t), {}, { ...PACKAGE_JSON, files: ['src/limit.ts', './src/', 'src'] })
  t.equal(await hashOf(listed), hash, 'a file that is listed twice is there once')
})

async function codeOf(load: Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>): Promise<string> {
  const loaded = await load
  return loaded.ok ? 'ok' : (loaded.error?.code ?? '')
}

test('what is no package of a module is refused with its code', async (t) => {
  const withSource = (source: string): Readonly<Record<string, string>> => ({ 'src/module.ts': source })
  const changed = (from: string, to: string): Readonly<Record<string, string>> => withSource(LOYALTY_SOURCE.replace(from, to))
  const params = 'params: defineMessage({ to: [1, partyId()], points: [2, uint()] }),'
  const rows: readonly (readonly [string, string, Readonly<Record<string, string>>, object?])[] = [
    ['as it should be', 'ok', {}],
    ['no export', 'module/not-a-module', withSource('export const other = 1')],
    ['a default export', 'module/not-a-module', withSource('export default {}')],
    ['a name that no module has', 'module/not-a-module', changed("name: 'loyalty',\n  version", "name: 'Loyalty',\n  version")],
    ['version 0', 'module/not-a-module', changed('version: 1', 'version: 0')],
    ['no summary', 'module/not-a-module', changed("summary: 'Points that a firm gives to its customers',", '')],
    ['a command without codec', 'module/not-a-module', changed(params, 'params: {},')],
    ['a hook that is none', 'module/not-a-module', changed('uses: [],', 'uses: [], atBlock: 5,')],
    ['an async hook, whose failure nobody would see', 'module/not-a-module', changed('initGenesis: (', 'initGenesis: async (')],
    ['an async command', 'module/not-a-module', changed('execute: (', 'execute: async (')],
    ['a hook in pieces', 'module/not-a-module', changed('uses: [],', 'uses: [], *atBlock() {},')],
    ['records that are none', 'module/not-a-module', changed('uses: [],', 'uses: [], records: { one: {} },')],
    ['its words', 'ok', changed('uses: [],', "uses: [], rejections: { 'loyalty/too-many': { meaning: 'm', hint: 'h' } },")],
    ['a refusal without words', 'module/not-a-module', changed('uses: [],', "uses: [], rejections: { 'loyalty/too-many': {} },")],
    [
      'words for the code of another module',
      'module/not-a-module',
      changed('uses: [],', "uses: [], rejections: { 'settlement/unknown-account': { meaning: 'm', hint: 'h' } },"),
    ],
    ['events that are none', 'module/not-a-module', changed('uses: [],', 'uses: [], events: { one: { summary: "one" } },')],
    ['a hash of its own', 'module/not-a-module', changed('uses: [],', "uses: [], packageHash: '0x00',")],
    ['a syntax error', 'module/not-loadable', withSource('export const module = {')],
    ['an enum, which must be compiled', 'module/not-loadable', withSource('export enum module { a }')],
    ['code that throws', 'module/not-loadable', withSource("throw new Error('no')")],
    ['the system', 'module/foreign-import', withSource("import { readFileSync } from 'node:fs'\nexport const module = readFileSync")],
    ['a library', 'module/foreign-import', withSource("import { z } from 'zod'\nexport const module = z")],
    ['a file outside', 'module/foreign-import', withSource("export { module } from '../test/module.ts'")],
    ['another of our packages', 'module/foreign-import', withSource("export * from '@hanse/storage'")],
    ['no module', 'module/bad-package', {}, { ...PACKAGE_JSON, type: 'commonjs' }],
    ['no entry', 'module/bad-package', {}, { type: 'module' }],
    ['an entry that is not listed', 'module/bad-package', {}, { ...PACKAGE_JSON, files: ['src/limit.ts'] }],
    ['a folder above', 'module/bad-package', {}, { ...PACKAGE_JSON, files: ['../..'] }],
    ['a pattern', 'module/bad-package', {}, { ...PACKAGE_JSON, files: ['src/*.ts'] }],
    ['a file that is missing', 'module/bad-package', {}, { ...PACKAGE_JSON, files: ['src', 'dist'] }],
  ]
  for (const [name, code, files, json] of rows) {
    t.equal(await codeOf(loadModule(await writePackage(await temporaryFolder(t), files, json))), code, name)
  }
  const throwing = await writePackage(await temporaryFolder(t), withSource("void 0\nthrow new Error('no')"))
  const thrown = await loadModule(throwing)
  t.match(thrown.ok ? '' : thrown.error.message, /module\.ts:2: no$/, 'file and line')
  t.equal(await codeOf(loadModule(join(await temporaryFolder(t), 'nobody'))), 'module/not-found')
  t.equal(await codeOf(loadModule(await temporaryFolder(t))), 'module/not-found')
  const linked = await writePackage(await temporaryFolder(t))
  await symlink('/etc/hostname', join(linked, 'src/host.txt'))
  t.equal(await codeOf(loadModule(linked)), 'module/bad-package', 'what stands elsewhere is not hashed')
  const shared = await writePackage(await temporaryFolder(t), {
    'lib/points.ts': "export { LIMIT } from '../secret.ts'",
    'secret.ts': 'export const LIMIT = 5',
  })
  const below = await writePackage(
    await temporaryFolder(t),
    { 'src/limit.ts': "export { LIMIT } from '../shared/lib/points.ts'" },
    { ...PACKAGE_JSON, files: ['src', 'shared/lib'] },
  )
  await symlink(shared, join(below, 'shared'))
  t.equal(await codeOf(loadModule(below)), 'module/bad-package', 'nor what stands below a link: its imports would be free')
})

test('a configuration names folders, relative to itself; two packages of one version are two modules', async (t) => {
  const home = await temporaryFolder(t)
  const first = await writePackage(join(home, 'modules/loyalty'))
  await mkdir(join(home, 'node'))
  await writeFile(join(home, 'node/config.toml'), 'organization = "bank-a"\nmodules = ["../modules/loyalty"]\n')
  const config = await readNodeConfig(join(home, 'node/config.toml'))
  t.match(config, { ok: true, value: { modules: [first] } })
  t.match(await loadModules([first, first]), { ok: true, value: [{ name: 'loyalty', packageHash: await hashOf(first) }] })
  const second = await writePackage(join(home, 'other'), { 'src/limit.ts': 'export const LIMIT = 7' })
  t.match(await loadModules([first, second]), {
    ok: true,
    value: [{ packageHash: await hashOf(first) }, { packageHash: await hashOf(second) }],
  })
  t.match(await loadModules([first, join(home, 'none')]), { ok: false, error: { code: 'module/not-found', path: 'modules.1' } })
  t.match(checkNodeConfig({ organization: 'a' }), { ok: true, value: { modules: [] } })
})

async function openWith(t: Test, chain: Chain, dirs: readonly string[]): ReturnType<typeof openChain> {
  const own = await loadModules(dirs)
  if (!own.ok) throw new Error(own.error.message)
  const store = await openLevelStore({ directory: await temporaryFolder(t) })
  t.teardown(() => store.close())
  const config = checkNodeConfig({ organization: 'bank-a' })
  if (!config.ok) throw new Error(config.error.message)
  return await openChain(chain, store, config.value, SILENT, { own: own.value })
}

test('a chain whose genesis names a package starts with that package alone', async (t) => {
  const right = await writePackage(await temporaryFolder(t))
  const wrong = await writePackage(await temporaryFolder(t), { 'src/limit.ts': 'export const LIMIT = 7' })
  const plain = testChain()
  const entry = { name: 'loyalty', version: 1, hash: await hashOf(right), genesis: { partyId: 'nanhai', points: 3 } }
  const chain: Chain = { ...plain, genesis: { ...plain.genesis, modules: [...plain.genesis.modules, entry] } }
  const path = `modules.${plain.genesis.modules.length}`
  const missing = { code: 'node/missing-module', path, message: new RegExp(`loyalty version 1 .*${entry.hash}`) }
  t.match(await openWith(t, chain, []), { ok: false, error: missing })
  t.match(await openWith(t, chain, [wrong]), {
    ok: false,
    error: { code: 'module/other-hash', path, message: new RegExp(await hashOf(wrong)) },
  })
  const opened = await openWith(t, chain, [right])
  if (!opened.ok) return t.fail(opened.error.message)
  const { ledger, blocks } = opened.value
  await blocks.append([nextBlock(chain, ledger, [])])
  const view = ledger.view()
  t.match(view.ok && view.value.query('loyalty', 'balance', { partyId: 'nanhai' }), { ok: true, value: 3 })
  const without = await openWith(t, plain, [right])
  if (!without.ok) return t.fail(without.error.message)
  t.not(ledger.head.header.paramsHash, without.value.ledger.head.header.paramsHash, 'the header names the package')
  t.match(modulesOf(plain), { ok: true })
  t.equal(without.value.ledger.modules.entries.length, plain.genesis.modules.length, 'what genesis does not name is not in force')
})

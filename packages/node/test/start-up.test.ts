import { spawn } from 'node:child_process'
import { chmod, lstat, mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Test, test } from 'tap'
import { COMPILE_CACHE_FOLDER } from '../src/compile-cache.ts'
import { NODE_PROGRAM } from '../src/program.ts'
import { temporaryFolder } from './support/test-chain.ts'
import { makeHome } from './support/whole-home.ts'

/** Writes down which files and which of Node's own parts a program loaded, as it ends: whole, which a pipe may not take any more then. */
const tellIn = (path: string): string => `import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
const urls = []
registerHooks({ load: (url, context, next) => { urls.push(url); return next(url, context) } })
process.on('exit', () => writeFileSync(${JSON.stringify(path)}, JSON.stringify([...urls, ...process.moduleLoadList])))`

/** The program before it is bundled, whose files have names. */
const UNBUNDLED = join(import.meta.dirname, '../dist/main.js')

/** Files that a node reads before it serves, and of which its bundle is made. A little more than it is: what makes it more has a reason, or goes. */
const SOURCES_MAX = 1_620
const FILES_MAX = 30

/** What a node that serves has no use for, with who would bring it along. */
const NEEDLESS: readonly (readonly [name: RegExp, why: string])[] = [
  [/\/node_modules\/(ajv|ajv-formats|fast-uri)\//, 'Fastify’s validators'],
  [/\/node_modules\/fast-json-stringify\/index\.js/, 'Fastify’s serializers'],
  [/NativeModule internal\/deps\/undici\//, 'an import of node:http, or a fetch'],
  [/\/node_modules\/(commander|picocolors|light-my-request|fast-check|tap)\//, 'tools'],
  [/\/(packages\/(cli|sdk|documents|explorer|simulator|bench|chaos|fuzz|tooling)|devnet)\/dist\//, 'other programs'],
  [/\/packages\/node\/dist\/(doctor|inspect|repair|recover|bundle)\//, 'commands on a stopped node'],
  [/\/packages\/indexer\/dist\/(local-index|writer|reader)\.js|NativeModule sqlite/, 'the index, whose work is in another thread'],
]

/** Starts the node, stops it when it serves, and gives its standard error. */
function serveOnce(t: Test, home: string, program = NODE_PROGRAM, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { NODE_COMPILE_CACHE: _, ...others } = process.env
  const child = spawn(process.execPath, [program, home], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...others, ...env } })
  t.teardown(() => child.kill('SIGKILL'))
  let [told, errors] = ['', '']
  let isStopping = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
    if (isStopping || !told.includes('"RPC listens"')) return
    isStopping = true
    child.kill('SIGTERM')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve(errors) : reject(new Error(`exit code ${code}: ${told}${errors}`))))
  })
}

/** Files, and Node's own parts. */
async function loadedBy(t: Test, program: string): Promise<readonly string[]> {
  const home = await makeHome(t)
  const list = join(home, 'loaded.json')
  await serveOnce(t, home, program, { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tellIn(list))}` })
  return JSON.parse(await readFile(list, 'utf8')) as readonly string[]
}

test('a node loads what it serves with, and no more', async (t) => {
  const loaded = await loadedBy(t, UNBUNDLED)
  const files = loaded.filter((name) => name.startsWith('file:'))
  t.ok(files.some((name) => name.includes('/node_modules/fastify/')))
  t.ok(loaded.some((name) => name.startsWith('NativeModule internal/')))
  for (const [name, why] of NEEDLESS) {
    t.same(
      loaded.filter((one) => name.test(one)),
      [],
      why,
    )
  }
  t.ok(files.length < SOURCES_MAX, `${files.length} files`)
})

test('its program is few files', async (t) => {
  const files = (await loadedBy(t, NODE_PROGRAM)).filter((name) => name.startsWith('file:'))
  t.ok(files.length < FILES_MAX, `${files.length} files`)
  const bundle = pathToFileURL(dirname(NODE_PROGRAM)).href
  const others = files.filter((name) => !name.startsWith(`${bundle}/`))
  t.same(
    others.filter((name) => !/\/(binding\.js|package\.json|node-gyp-build\/.*|require-addon\/.*|bare-[a-z-]+\/.*)$/.test(name)),
    [],
    'beside the bundle there is what finds the native libraries',
  )
})

/** Folders of versions of Node in the cache of a home. */
async function versionsIn(home: string): Promise<readonly string[]> {
  return await readdir(join(home, COMPILE_CACHE_FOLDER)).catch(() => [])
}

test('what was compiled is kept in the home, for its owner alone', { skip: process.geteuid === undefined }, async (t) => {
  const home = await makeHome(t)
  await serveOnce(t, home)
  t.equal((await lstat(join(home, COMPILE_CACHE_FOLDER))).mode & 0o777, 0o700)
  const [version, ...more] = await versionsIn(home)
  t.same(more, [])
  const kept = await readdir(join(home, COMPILE_CACHE_FOLDER, version ?? ''))
  t.ok(kept.length > 3, `${kept.length} files`)
  await serveOnce(t, home)
  t.equal((await readdir(join(home, COMPILE_CACHE_FOLDER, version ?? ''))).length, kept.length, 'and read again')
})

test('where others could put something into it, there is none', { skip: process.geteuid === undefined }, async (t) => {
  const rows: readonly (readonly [what: string, spoil: (home: string, cache: string) => Promise<unknown>])[] = [
    ['a home that its group can write to', (home) => chmod(home, 0o770)],
    ['a home that everybody can write to', (home) => chmod(home, 0o707)],
    ['a folder that its group can write to', (_home, cache) => mkdir(cache).then(() => chmod(cache, 0o770))],
    ['a link to another folder', async (_home, cache) => symlink(await temporaryFolder(t), cache)],
  ]
  for (const [what, spoil] of rows) {
    const home = await makeHome(t)
    await spoil(home, join(home, COMPILE_CACHE_FOLDER))
    await serveOnce(t, home)
    t.same(await versionsIn(home), [], what)
  }
})

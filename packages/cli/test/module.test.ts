import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Test, test } from 'tap'
import { FORBIDDEN_NAMES, impurities } from '../src/module/purity.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

async function newModule(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hanse-module-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const dir = join(folder, 'trade-points')
  const { code, stderr } = await runCli(['module', 'new', 'trade-points', '--dir', dir])
  t.equal(code, 0, stderr)
  return dir
}

async function change(dir: string, path: string, from: string, to: string): Promise<void> {
  const file = join(dir, path)
  const text = await readFile(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`)
  await writeFile(file, text.replace(from, to))
}

test('a new module has the name that it was given, wherever there is one', async (t) => {
  const dir = await newModule(t)
  for (const file of ['package.json', 'README.md', 'src/store.ts', 'src/rejections.ts', 'test/module.test.ts', '.gitignore']) {
    t.notMatch(await readFile(join(dir, file), 'utf8'), /loyalty/, file)
  }
  const report = jsonOf(await runCli(['module', 'check', dir, '--json']))
  t.match(report, {
    name: 'trade-points',
    version: 1,
    commands: ['grant'],
    queries: ['account'],
    events: ['granted'],
    findings: [],
    notes: [],
  })
  const hash = jsonOf(await runCli(['module', 'hash', dir, '--json']))
  t.equal(hash['hash'], report['hash'])
  t.equal((await runCli(['module', 'hash', dir])).stdout, `${hash['hash']}\n`)
})

test('check finds what may not be in a module, each with its place', async (t) => {
  const rows: readonly (readonly [string, string])[] = [
    ['const now = Date.now()', 'Date: no clock'],
    ['const now = performance.now()', 'performance: no clock'],
    ['const some = Math.random()', 'Math.random'],
    ['const root = Math.sqrt(2)', 'Math.sqrt'],
    ['const { random } = Math', 'Math'],
    ['const half = 0.5', '0.5: no floating point'],
    ['const id = crypto.randomUUID()', 'crypto'],
    ['const name = process.env', 'process'],
    ['const list = ["b"].sort((left, right) => left.localeCompare(right))', 'localeCompare'],
    ['const text = (5).toLocaleString()', 'toLocaleString'],
    ['async function later(): Promise<void> {}', 'async'],
    ['const here = import.meta.url', 'import.meta'],
    ['const other = () => import("./store.ts")', 'import()'],
    ['const now = (0, eval)("Date.now()")', 'eval: code in a text'],
    ['const now = new Function("return Date.now()")', 'Function: code in a text'],
    ['export let count = 0', 'count: let on top of a file: a node that was restarted has forgotten it'],
    ['const seen = new Map<string, number>()', 'seen: an empty collection on top'],
    ['export const seen: string[] = []', 'seen: an empty collection on top'],
    ["const seen = new Set(['a']); export const see = (name: string) => seen.add(name)", 'seen.add changes what is on top'],
    ["const seen = ['a']; export const see = () => seen.sort()", 'seen.sort changes what is on top'],
    ['const seen = { last: 1 }; export const see = () => { seen.last = 2 }', 'seen is changed here'],
    ['const seen = { last: 1 }; export const see = () => seen.last++', 'seen is changed here'],
    ['export class Seen { static last = 1 }', 'a static member that is not readonly'],
    ['Array.prototype.at = () => 1', 'Array is changed: it belongs to every module'],
    ['Object.defineProperty(String.prototype, "x", { value: 1 })', 'defineProperty: no prototype'],
    ['JSON.stringify = () => "{}"', 'JSON is changed'],
    ['const words = new Error("x").stack', 'stack: where the files lie'],
    ['const { stack } = new Error("x")', 'stack: where the files lie'],
    ['const now = (() => 0).constructor("return Date.now()")', 'constructor: code in a text'],
  ]
  const dir = await newModule(t)
  const file = join(dir, 'src/queries.ts')
  const before = await readFile(file, 'utf8')
  const lines = before.split('\n').length
  for (const [line, message] of rows) {
    await writeFile(file, `${before}${line}\nvoid 0\n`)
    const findings = await impurities(dir, ['src/queries.ts'])
    t.ok(
      findings.some((found) => found.place === `src/queries.ts:${lines}` && found.message.includes(message)),
      `${line}: ${JSON.stringify(findings)}`,
    )
  }
  const refused = await runCli(['module', 'check', dir, '--json'])
  t.match(
    [refused.code, jsonOf(refused)],
    [1, { error: { code: 'module/check-failed', findings: [{ place: `src/queries.ts:${lines}` }] } }],
  )
  const harmless = [
    'export const plain = { Date: 1, process: Math.floor(7 / 2) }.Date',
    "const NAMES: ReadonlyMap<string, number> = new Map([['a', 1]])",
    'const NONE: readonly string[] = []',
    "export const sorted = () => ['b', 'a'].sort().map((name) => NAMES.get(name) ?? NONE.length)",
    'export const sum = (list: readonly number[]) => { let total = 0; const seen = new Set<number>(); for (const one of list) { seen.add(one); total += one } return total + seen.size }',
  ]
  await writeFile(file, `${before}${harmless.join('\n')}\n`)
  const clean = await runCli(['module', 'check', dir])
  t.equal(clean.code, 0, `what is no clock, never changes or lives in a call alone: ${clean.stdout}`)
})

test('check tries the module on a chain: invariants, first state, other modules', async (t) => {
  const dir = await newModule(t)
  const genesis = join(dir, 'first.json')
  const check = (): ReturnType<typeof runCli> => runCli(['module', 'check', dir, '--genesis', genesis])
  await writeFile(genesis, '{"accounts":[{"partyId":"nanhai","points":5}]}')
  t.equal((await check()).code, 0)
  await writeFile(genesis, '{"accounts":[{"partyId":"nobody","points":5}]}')
  const refused = await check()
  t.match([refused.code, refused.stdout, refused.stderr], [1, /nobody is no party/, /Try: docs\/modules\.md/])
  await writeFile(genesis, '{"accounts":[{"partyId":"nanhai","points":5}]}')
  await change(dir, 'src/points.ts', '+ points })\n  return undefined', '+ points + 1 })\n  return undefined')
  t.match((await check()).stdout, /accounts hold 5, granted were 6/)
  await change(dir, 'src/module.ts', "uses: ['organizations']", "uses: ['organizations', 'nobody']")
  t.match((await check()).stdout, /the chain has no module nobody/)
})

test('check notes a code that the module has no words for', async (t) => {
  const dir = await newModule(t)
  await change(
    dir,
    'src/rejections.ts',
    "  'trade-points/no-points': { meaning: 'a grant of zero points', hint: 'Give at least one.' },\n",
    '',
  )
  const { code, stdout } = await runCli(['module', 'check', dir])
  t.match([code, stdout], [0, /trade-points\/no-points: `rejections` of the module has no words for it/])
})

test('the names that a module may not use are those of the pure ring', (t) => {
  const biome = readFileSync(new URL('../../../biome.json', import.meta.url), 'utf8')
  const [, block = ''] = /"deniedGlobals": (\{[^}]*\})/.exec(biome.slice(biome.indexOf('The pure ring has no clock') - 200)) ?? []
  t.same(Object.keys(FORBIDDEN_NAMES).sort(), Object.keys(JSON.parse(block) as object).sort())
  t.end()
})

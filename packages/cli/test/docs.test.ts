import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkNodeConfig } from '@hanse/node'
import type { Json } from '@hanse/protocol'
import { METRICS } from '@hanse/rpc'
import { test } from 'tap'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const operating = readFileSync(`${root}docs/operating.md`, 'utf8')

/** The rows of the table under a heading, cell by cell. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = operating.slice(operating.indexOf(`## ${heading}`)).slice(3)
  const end = section.indexOf('\n## ')
  const lines = (end < 0 ? section : section.slice(0, end)).split('\n').filter((line) => line.startsWith('| `'))
  return lines.map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
}

function codesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code as string)
}

/** `{rpc: {port: 1}}` → `rpc.port`. A record of free names is one setting. */
function flatten(value: object, prefix = ''): readonly (readonly [string, Json])[] {
  return Object.entries(value).flatMap(([name, member]): readonly (readonly [string, Json])[] => {
    const path = `${prefix}${name}`
    const isSection = typeof member === 'object' && member !== null && !Array.isArray(member) && Object.keys(member).length > 0
    return isSection ? flatten(member as object, `${path}.`) : [[path, member as Json]]
  })
}

test('the table of settings is the schema: every setting with its default', (t) => {
  const documented = new Map(
    rowsUnder('Configuration').map(([name = '', value = '']) => [codesIn(name)[0] ?? '', codesIn(value)[0] ?? value]),
  )
  const defaults = checkNodeConfig({ organization: 'x' })
  if (!defaults.ok) throw new Error(defaults.error.message)
  const expected = new Map(flatten(defaults.value).map(([name, value]) => [name, JSON.stringify(value)]))
  expected.set('organization', 'required')
  const source = readFileSync(`${root}packages/node/src/config.ts`, 'utf8')
  const optional = [...source.matchAll(/^\s+(\w+): z\.[^\n]*\.optional\(\)/gm)].map(([, name]) => name as string)
  const withoutDefault = [...documented].filter(([, value]) => value === 'none').map(([name]) => name)
  t.same(withoutDefault.map((name) => name.split('.').at(-1)).sort(), optional.sort(), 'settings without a default')
  for (const name of withoutDefault) documented.delete(name)
  t.same(Object.fromEntries(documented), Object.fromEntries(expected))
  t.end()
})

test('the table of metrics is what the node measures', (t) => {
  const documented = rowsUnder('Is it well?').map(([name = '']) => codesIn(name)[0] ?? '')
  const expected = Object.entries(METRICS).map(([name, row]) => {
    const { labels = [] } = row as { readonly labels?: readonly string[] }
    return labels.length === 0 ? name : `${name}{${labels.join(',')}}`
  })
  t.same([...documented].sort(), expected.sort())
  t.end()
})

/** Codes that no start refuses with: of a running node, of making keys, of a peer. */
const NOT_AT_START: ReadonlySet<string> = new Set([
  ...[
    'node/busy',
    'node/syncing',
    'storage/closed',
    'keys/exists',
    'keys/bad-password',
    'p2p/no-hello',
    'p2p/not-a-validator',
    'p2p/wrong-chain',
  ],
])

/** What costs a peer its connection stops no node. */
const OF_A_PEER = /^p2p\/(?!listen$|address$)/

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
}

test('every code that a start can refuse with has its way out', (t) => {
  const documented = new Set(rowsUnder('When a node refuses to start').flatMap(([code = '']) => codesIn(code)))
  const sources = ['node', 'storage', 'crypto-native', 'replica'].flatMap((name) => sourcesOf(`${root}packages/${name}/src`))
  const files = [
    'protocol/src/genesis.ts',
    'protocol/src/params.ts',
    'rpc/src/listen-failure.ts',
    'p2p/src/transport.ts',
    'p2p/src/address.ts',
  ]
  const single = files.map((file) => readFileSync(`${root}packages/${file}`, 'utf8'))
  const found = [...sources, ...single].flatMap((source) =>
    [...source.matchAll(/'((?:config|genesis|keys|node|storage|p2p|rpc)\/[a-z-]+)'/g)].map(([, code]) => code as string),
  )
  const missing = [...new Set(found)].filter((code) => !documented.has(code) && !NOT_AT_START.has(code) && !OF_A_PEER.test(code))
  t.same(missing, [])
  const idle = [...documented].filter((code) => !found.includes(code))
  t.same(idle, [], 'and no row is idle')
  t.end()
})

test('the exit codes and commands that the docs name exist', async (t) => {
  const { EXIT_CODE } = await import('@hanse/cli')
  t.same(EXIT_CODE, { ok: 0, failed: 1, usage: 2, notReady: 3, timedOut: 4 })
  const named = new Set([...operating.matchAll(/`?hanse ([a-z]+)(?: ([a-z]+))?/g)].map(([, command]) => command))
  const known = [
    'genesis',
    'node',
    'keys',
    'tx',
    'query',
    'block',
    'proof',
    'validators',
    'peers',
    'consensus',
    'pool',
    'import',
    'demo',
    'rpc',
    'stands',
  ]
  t.same(
    [...named].filter((name) => name !== undefined && !known.includes(name)),
    [],
  )
})

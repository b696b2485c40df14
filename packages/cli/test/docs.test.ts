import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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
    'node/broken-invariant',
    'node/other-user',
    'storage/closed',
    'keys/exists',
    'keys/bad-password',
    'consensus/bad-message',
    'consensus/bad-certificate',
    'p2p/no-hello',
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
    'consensus/src/recovery.ts',
    'state/src/runtime/missing-module.ts',
    'state/src/runtime/protocol-too-old.ts',
    'rpc/src/listen-failure.ts',
    'p2p/src/transport.ts',
    'p2p/src/address.ts',
  ]
  const single = files.map((file) => readFileSync(`${root}packages/${file}`, 'utf8'))
  const found = [...sources, ...single].flatMap((source) =>
    [...source.matchAll(/'((?:config|consensus|genesis|keys|module|node|storage|p2p|rpc)\/[a-z-]+)'/g)].map(([, code]) => code as string),
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
    'module',
    'node',
    'config',
    'doctor',
    'debug',
    'snapshot',
    'backup',
    'recover',
    'prune',
    'keys',
    'tx',
    'gov',
    'join',
    'evidence',
    'query',
    'block',
    'proof',
    'validators',
    'peers',
    'consensus',
    'pool',
    'watch',
    'import',
    'export',
    'demo',
    'rpc',
    'stands',
  ]
  t.same(
    [...named].filter((name) => name !== undefined && !known.includes(name)),
    [],
  )
})
